"""Beside the list: one application or several, and what can be decided about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.applications import Applicant, Decision
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.applications.content import content
from revmentor_desktop.services.letters.content import refusal_reasons
from revmentor_desktop.ui.applications.commands import ApplicationCommands
from revmentor_desktop.ui.applications.form import ApplicationForm
from revmentor_desktop.ui.applications.words import decision_words, summary
from revmentor_desktop.ui.widgets.buttons import button, menu_button, set_button_text
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.surfaces import EmptyState, rule, scrolled
from revmentor_desktop.ui.widgets.text import plain_label, set_tip, without_mnemonic


class ApplicationPanel(QFrame):
    """Shows who is chosen; the decisions stand at its foot, for one and for several alike."""

    letter_wanted = Signal()

    def __init__(self, commands: ApplicationCommands) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("The chosen application"))
        self._commands = commands
        self._chosen: list[Applicant] = []
        self.form = ApplicationForm(commands)
        self._stack = QStackedWidget()
        self._nobody = EmptyState(
            "users",
            self.tr("Nobody chosen"),
            self.tr("Choose an application in the list to read and decide about it."),
        )
        around = QWidget()
        inner = QVBoxLayout(around)
        inner.setContentsMargins(18, 16, 14, 16)
        inner.addWidget(self.form)
        self._one = scrolled(around)
        self._several = QWidget()
        self.several = plain_label("", "heading", "wrap")
        self._names = plain_label("", "body", "wrap")
        several = QVBoxLayout(self._several)
        several.setContentsMargins(18, 16, 18, 16)
        several.setSpacing(8)
        several.addWidget(self.several)
        several.addWidget(self._names)
        several.addStretch(1)
        for page in (self._nobody, self._one, self._several):
            self._stack.addWidget(page)
        self._make_decisions()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot)

    def show_chosen(
        self, chosen: Sequence[Applicant], asked: TakingPart, managers: dict[int, str]
    ) -> None:
        """Be about these applications; `managers` gives line managers' names by person id."""
        if len(chosen) != 1:
            self.form.leave()
            self.form.forget()
        before, self._chosen = self._chosen, list(chosen)
        self._foot.setVisible(bool(chosen))
        self._offer_decisions()
        if len(chosen) == 1:
            (one,) = chosen
            self.form.show_applicant(one, asked, managers.get(one.person.id, ""))
            self._stack.setCurrentWidget(self._one)
            if [other.person.id for other in before] != [one.person.id]:
                self._one.verticalScrollBar().setValue(0)
        elif chosen:
            self.several.setText(self.tr("{0:,} applications chosen").format(len(chosen)))
            self._names.setText("\n".join(map(summary, chosen)))
            self._stack.setCurrentWidget(self._several)
        else:
            self._stack.setCurrentWidget(self._nobody)

    def _make_decisions(self) -> None:
        self.accept = button(decision_words(Decision.ACCEPT), "primary", "check")
        self.reserve = button(decision_words(Decision.RESERVE))
        menu = QMenu()
        menu.setAccessibleName(self.tr("Why it is refused"))
        menu.setToolTipsVisible(True)
        self.reasons: dict[str, QAction] = {}
        for reason in content().reasons:
            action = menu.addAction(without_mnemonic(reason.label))
            said = self.tr("The letter says: “{0}”").format(refusal_reasons()[reason.key])
            set_tip(action, f"{reason.note}\n{said}")
            action.triggered.connect(
                lambda _=False, key=reason.key: self._commands.decide(
                    self._chosen, Decision.REFUSE, key
                )
            )
            self.reasons[reason.key] = action
        self.refuse = menu_button(self.tr("Kindly refuse"), menu)
        self.reopen = button(self.tr("Take the decision back"), "quiet", "undo-2")
        self.write = button(self.tr("Write to them…"), "quiet", "mail")
        self.accept.clicked.connect(lambda: self._decide(Decision.ACCEPT))
        self.reserve.clicked.connect(lambda: self._decide(Decision.RESERVE))
        self.reopen.clicked.connect(lambda: self._commands.reopen(self._decided()))
        self.write.clicked.connect(self.letter_wanted)
        self._foot = QWidget()
        row = QWidget()
        flow = FlowLayout(row, gap=8)
        flow.setContentsMargins(12, 10, 10, 12)
        for part in (self.accept, self.reserve, self.refuse, self.reopen, self.write):
            flow.addWidget(part)
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addWidget(row)

    def _decide(self, decision: Decision) -> None:
        self._commands.decide(self._chosen, decision)

    def _decided(self) -> list[Applicant]:
        return [one for one in self._chosen if not one.is_waiting]

    def _offer_decisions(self) -> None:
        """Offer what would change something, and say for how many."""
        states = {one.participation.state for one in self._chosen}
        many = len(self._chosen)
        accept = decision_words(Decision.ACCEPT)
        set_button_text(
            self.accept, self.tr("{0} {1:,}").format(accept, many) if many > 1 else accept
        )
        self.accept.setVisible(states != {Decision.ACCEPT.state})
        self.reserve.setVisible(states != {Decision.RESERVE.state})
        self.reopen.setVisible(bool(self._decided()))
