"""The fourth step: what their words mean in ours."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from revmentor_desktop.exchange.people_file.draft import value_choices, with_value
from revmentor_desktop.exchange.people_file.targets import AnyTarget
from revmentor_desktop.ui.people.importing.choices import ROW_ROOM, ChoiceDelegate, ChoiceTable
from revmentor_desktop.ui.people.importing.mapping_models import ValuesModel
from revmentor_desktop.ui.people.importing.session import ImportSession
from revmentor_desktop.ui.people.importing.step_page import StepPage
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.surfaces import EmptyState
from revmentor_desktop.ui.widgets.tables import set_up_table
from revmentor_desktop.ui.widgets.text import plain_label

_MEANS = 3


class ValuesPage(StepPage):
    """A row for each different value, with what it means; the undecided stand first."""

    def __init__(self, session: ImportSession, theme: Theme) -> None:
        super().__init__(
            session,
            self.tr("What do their words mean?"),
            self.tr(
                "Roles, states, times and answers can be worded in any way. Check what each one"
                " means; what is unclear stands on top."
            ),
        )
        self.model = ValuesModel(self)
        self.table = ChoiceTable(_MEANS)
        self.table.setModel(self.model)
        set_up_table(self.table, self.tr("Values in the file"))
        self.table.verticalHeader().setDefaultSectionSize(
            self.table.fontMetrics().height() + ROW_ROOM
        )
        self.table.setItemDelegateForColumn(_MEANS, ChoiceDelegate(self.table, theme))
        header = self.table.horizontalHeader()
        for column, width in enumerate((230, 70, 160)):
            header.resizeSection(column, width)
        self.waiting = plain_label("", "strong", "wrap")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "circle-check",
                self.tr("Nothing to decide here"),
                self.tr("No column holds roles, states, times or answers to translate."),
            )
        )
        self.body.addWidget(self.waiting)
        self.body.addWidget(self._stack, 1)
        self.model.chosen.connect(self._choose)

    def refresh(self) -> None:
        choices = value_choices(self.session.draft)
        self.model.show(choices)
        self._stack.setCurrentIndex(0 if choices else 1)
        if choices and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, _MEANS))
        waiting = sum(choice.code is None for choice in choices)
        self.waiting.setVisible(waiting > 0)
        if waiting == 1:
            self.waiting.setText(self.tr("1 value waits for your choice."))
        else:
            self.waiting.setText(self.tr("{0} values wait for your choice.").format(waiting))

    def take_focus(self) -> None:
        self.table.setFocus()

    def _choose(self, target: AnyTarget, key: str, code: str) -> None:
        self.session.update(with_value(self.session.draft, target, key, code))
