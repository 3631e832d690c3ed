"""Start from an earlier programme: which one, when it begins, whom to invite again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.plan.copying import is_likely_again, next_start
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.services.setup.copying import (
    draft_from,
    earlier_programmes,
    those_who_took_part,
)
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.text import plain_label

_PERSON = Qt.ItemDataRole.UserRole


class CopyDialog(Dialog):
    """Gives a `draft` to go on with, or none when it was cancelled."""

    def __init__(self, context: Context, replaces: bool, parent: QWidget | None = None) -> None:
        text = self.tr(
            "Plan, wording, rules and open lessons are taken over; you can change all of it."
            " Pairs, sessions and answers never are. Evidence, what people said, the sponsor’s"
            " agreement and the readiness check are asked anew."
        )
        if replaces:
            text += " " + self.tr("What you have filled in so far is replaced.")
        super().__init__(self.tr("Start from an earlier programme"), text, parent)
        self.draft: Draft | None = None
        self._context = context
        self.programme = KeyedCombo(
            {str(one.id): one.name for one in earlier_programmes(context.data)}
        )
        self.start = OptionalDateField()
        self._start_field = LabelledField(self.tr("First session of the new programme"), self.start)
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("Invite again"))
        self.everybody = button(self.tr("All"), "quiet")
        self.nobody = button(self.tr("None"), "quiet")
        self._count = plain_label("", "small")
        self._lay_out()
        self.add_cancel()
        self.take = self.add_button(self.tr("Start from this programme"), "primary")
        self.take.clicked.connect(self._take)
        self.everybody.clicked.connect(lambda: self._tick(on=True))
        self.nobody.clicked.connect(lambda: self._tick(on=False))
        self.people.itemChanged.connect(self._say_count)
        self.programme.chosen.connect(self._show)
        self._show()

    def invited(self) -> frozenset[int]:
        """Return the ids of the people who are ticked."""
        return frozenset(
            item.data(_PERSON)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def _show(self, *_: object) -> None:
        programme_id = int(self.programme.key)
        data = self._context.data
        chosen = next(one for one in earlier_programmes(data) if one.id == programme_id)
        self.start.set_value(next_start(chosen.start_date, today()))
        self._start_field.set_help(
            self.tr("A year later on the same weekday. Leave it empty to decide later.")
            if chosen.start_date
            else self.tr("May be left empty.")
        )
        part = plan(data, programme_id).taking_part
        names = {role: part.name_of(role).one for role in Role}
        self.people.blockSignals(True)
        self.people.clear()
        for one in those_who_took_part(data, programme_id):
            self.people.addItem(_item(one, names[one.participation.role], self._state(one)))
        self.people.blockSignals(False)
        self.people.setCurrentRow(0)
        self._say_count()

    def _state(self, one: Participant) -> str:
        """Say of a state what one may want to think of before inviting somebody again."""
        words = {
            ParticipationState.WITHDRAWN: self.tr("withdrew"),
            ParticipationState.PAUSED: self.tr("paused"),
            ParticipationState.INVITED: self.tr("was invited, has not answered"),
            ParticipationState.APPLIED: self.tr("applied, undecided"),
            ParticipationState.RESERVE: self.tr("was kept in reserve"),
            ParticipationState.REFUSED: self.tr("was refused"),
        }
        return words.get(one.participation.state, "")

    def _tick(self, *, on: bool) -> None:
        state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        for item in self._items():
            item.setCheckState(state)

    def _items(self) -> list[QListWidgetItem]:
        return [self.people.item(row) for row in range(self.people.count())]

    def _say_count(self, *_: object) -> None:
        there = self.people.count()
        self._count.setText(
            self.tr("{0} of {1} ticked").format(len(self.invited()), there)
            if there
            else self.tr("Nobody took part in it.")
        )
        for one in (self.people, self.everybody, self.nobody):
            one.setVisible(bool(there))

    def _take(self) -> None:
        self._start_field.show_problem(self.start.problem())
        if self.start.problem():
            self.start.setFocus()
            return
        programme_id = int(self.programme.key)
        try:
            self.draft = draft_from(
                self._context.data, programme_id, self.start.value(), self.invited()
            )
        except KnownError as error:
            self.show_problem(words_of(error))
            return
        self.accept()

    def _lay_out(self) -> None:
        self.setMinimumWidth(560)
        self.body.addWidget(LabelledField(self.tr("Programme"), self.programme))
        self.body.addWidget(self._start_field)
        head = QHBoxLayout()
        head.setSpacing(10)
        label = plain_label(self.tr("Whom do you want to invite again?"), "label")
        label.setBuddy(self.people)
        head.addWidget(label)
        head.addWidget(self._count, 1)
        head.addWidget(self.everybody)
        head.addWidget(self.nobody)
        part = QVBoxLayout()
        part.setSpacing(4)
        part.addLayout(head)
        part.addWidget(self.people, 1)
        self.body.addLayout(part, 1)
        self.people.setMinimumHeight(150)
        size_within_screen(self, 620, 620)


def _item(one: Participant, role: str, state: str) -> QListWidgetItem:
    words = " · ".join(part for part in (one.person.full_name, role, state) if part)
    item = QListWidgetItem(words)
    item.setData(_PERSON, one.person.id)
    likely = is_likely_again(one.participation.state)
    item.setCheckState(Qt.CheckState.Checked if likely else Qt.CheckState.Unchecked)
    return item
