"""The third step: which column goes to which field, and whether the people join the programme."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.exchange.people_file.draft import with_column
from revmentor_desktop.exchange.people_file.targets import AnyTarget, Target
from revmentor_desktop.ui.people.importing.choices import ROW_ROOM, ChoiceDelegate, ChoiceTable
from revmentor_desktop.ui.people.importing.mapping_models import ColumnsModel
from revmentor_desktop.ui.people.importing.session import ImportSession
from revmentor_desktop.ui.people.importing.step_page import StepPage
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.surfaces import Card
from revmentor_desktop.ui.widgets.tables import set_up_table
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

_GOES_TO = 2
_NAME_LETTERS = 36
"""About how many letters of a programme’s name stand beside the choice of its states."""


class ColumnsPage(StepPage):
    """A row for each column of the file, with the field it goes to."""

    def __init__(self, session: ImportSession, theme: Theme) -> None:
        super().__init__(
            session,
            self.tr("What is in the columns?"),
            self.tr(
                "Each column goes to one field, or is left out. The choice is remembered for the"
                " next file with the same headings."
            ),
        )
        self.model = ColumnsModel(self)
        self.table = ChoiceTable(_GOES_TO)
        self.table.setModel(self.model)
        set_up_table(self.table, self.tr("Columns of the file"))
        self.table.verticalHeader().setDefaultSectionSize(
            self.table.fontMetrics().height() + ROW_ROOM
        )
        self.table.setItemDelegateForColumn(_GOES_TO, ChoiceDelegate(self.table, theme))
        self.remembered = plain_label(
            self.tr("Mapped as the last file with these headings was."), "small", "wrap"
        )
        self.consent = plain_label("", "small", "wrap")
        self.joins = QCheckBox()
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Everybody is"))
        self._role_label = plain_label(self.tr("Everybody is"), "label")
        self._role_label.setBuddy(self.role)
        self.state = QComboBox()
        self._state_label = plain_label(self.tr("Those who join now are"), "label")
        self._state_label.setBuddy(self.state)
        self.state.setAccessibleName(self._state_label.text())
        self._lay_out()
        self.model.chosen.connect(self._choose)
        self.joins.toggled.connect(self._join)
        self.role.activated.connect(self._choose_role)
        self.state.activated.connect(self._choose_state)
        self._is_showing = False

    def refresh(self) -> None:
        draft = self.session.draft
        self._is_showing = True
        place = self.table.currentIndex().row()
        self.model.show(draft)
        if draft.columns:
            self.table.setCurrentIndex(self.model.index(max(place, 0), _GOES_TO))
        self.remembered.setVisible(self.session.is_remembered)
        self._say_consent()
        self._programme.setVisible(self.session.programme_id is not None)
        name = self.session.programme_name
        width = self.fontMetrics().averageCharWidth() * _NAME_LETTERS
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)
        self.joins.setText(self.tr("They take part in “{0}”").format(shown).replace("&", "&&"))
        set_tip(self.joins, name if shown != name else "")
        self.joins.setChecked(draft.takes_part)
        needs_role = draft.takes_part and not draft.columns_of(Target.ROLE)
        self._role_label.setVisible(needs_role)
        self.role.setVisible(needs_role)
        self.role.setCurrentIndex(self.role.findData(str(draft.role_for_all or "")))
        needs_state = draft.takes_part and not draft.columns_of(Target.STATE)
        for part in (self._state_label, self.state):
            part.setVisible(needs_state)
        self.state.setCurrentIndex(self.state.findData(str(draft.state_for_new)))
        self._is_showing = False

    def take_focus(self) -> None:
        self.table.setFocus()

    def _lay_out(self) -> None:
        for value, words in [
            ("", self.tr("Please choose")),
            *((str(role), name) for role, name in role_names().items()),
        ]:
            self.role.addItem(words, value)
        self.role.setMinimumWidth(170)
        for state, words in (
            (ParticipationState.CONFIRMED, self.tr("Confirmed: they have a place")),
            (ParticipationState.APPLIED, self.tr("Applied: to be read and decided")),
            (ParticipationState.INVITED, self.tr("Invited: they have not answered yet")),
        ):
            self.state.addItem(words, str(state))
        self._programme = Card()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.joins)
        row.addStretch(1)
        row.addWidget(self._state_label)
        row.addWidget(self.state)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addStretch(1)
        second.addWidget(self._role_label)
        second.addWidget(self.role)
        self._programme.body.addLayout(row)
        self._programme.body.addLayout(second)
        header = self.table.horizontalHeader()
        header.resizeSection(0, 290)
        header.resizeSection(1, 250)
        self.body.addWidget(self.remembered)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.consent)
        self.body.addWidget(self._programme)

    def _say_consent(self) -> None:
        """Say which answers come in that nobody's consent comes with."""
        fields = self.session.draft.unconsented
        self.consent.setVisible(bool(fields))
        self.consent.setText(
            self.tr(
                "Answers to {0} are not used before each person has agreed. If the file says on"
                " which day they did, put that column to “Consent to …”; otherwise record it for"
                " each of them on the People page."
            ).format(", ".join(f"“{own.label}”" for own in fields))
        )

    def _choose(self, column: int, target: AnyTarget | None) -> None:
        self.session.update(with_column(self.session.draft, column, target))

    def _join(self, joins: bool) -> None:
        if not self._is_showing:
            self.session.update(replace(self.session.draft, takes_part=joins))

    def _choose_role(self, _place: int) -> None:
        code = self.role.currentData()
        role = Role(code) if code else None
        self.session.update(replace(self.session.draft, role_for_all=role))

    def _choose_state(self, _place: int) -> None:
        state = ParticipationState(self.state.currentData())
        self.session.update(replace(self.session.draft, state_for_new=state))
