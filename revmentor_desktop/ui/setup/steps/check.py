"""Check and create: the whole plan on one page, and what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.domain.plan.problems import Problem, blocking
from revmentor_desktop.services.setup.checking import problems_of
from revmentor_desktop.services.setup.lessons import open_lessons
from revmentor_desktop.services.setup.problem_words import words_of_problem
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.blocked import BlockedCard
from revmentor_desktop.ui.setup.names import step_names
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.summary import summary
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import Card, Chip, IconLabel
from revmentor_desktop.ui.widgets.text import plain_label

_PLANNED = STEPS[:-1]
_LABEL_WIDTH = 150


class CheckStep(StepPage):
    """Shows the plan grouped by step, each with a way back; decides nothing itself."""

    step = Step.CHECK

    asked = Signal(object)
    """The officer wants to change something of a Step."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("The whole plan on one page"),
            self.tr(
                "Look it over, here or as the paper that it becomes. All of it can be changed"
                " later."
            ),
        )
        self.paper = button(self.tr("Show as paper…"), icon="file-text")
        self.paper.clicked.connect(self._show_paper)
        self._draft = Draft()
        self.blocked = BlockedCard()
        self.cards: dict[Step, StepSummary] = {}
        self.lessons = Card(self.tr("Learnt last time, and still open"))
        self.body.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.blocked)
        self.body.addWidget(self.lessons)
        for step in _PLANNED:
            card = self.cards[step] = StepSummary(step)
            card.change.clicked.connect(lambda _=False, step=step: self.asked.emit(step))
            self.body.addWidget(card)
        self.body.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        self._draft = draft
        found = problems_of(self.context.data, draft)
        self.blocked.show_problems(blocking(found))
        for step, card in self.cards.items():
            missing = [one for one in found if one.step is step and not one.blocks]
            card.show_step(draft, missing, is_seen=step in draft.seen)
        self._show_lessons(draft)

    def with_edits(self, draft: Draft) -> Draft:
        return draft

    def take_focus(self) -> None:
        """Go to the way back to where something has to be filled in."""
        ways = (*self.blocked.ways, self.cards[Step.PURPOSE].change)
        ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_paper(self) -> None:
        # What sets pages is loaded when it is first wanted.
        from revmentor_desktop.ui.draft_papers import DraftPapersDialog

        DraftPapersDialog(self.context, self._draft, self.window()).exec()

    def _show_lessons(self, draft: Draft) -> None:
        _empty(self.lessons.body)
        found = open_lessons(self.context.data, draft.copied_from)
        for one in found:
            self.lessons.body.addWidget(_Signed("info", "brand", one.text))
        if found:
            note = self.tr("They come along into the new programme. Has the plan taken them up?")
            self.lessons.body.addWidget(plain_label(note, "small", "wrap"))
        self.lessons.setVisible(bool(found))


class StepSummary(Card):
    """What is planned in one step, what it still lacks, and the button that leads there."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step
        name = step_names()[step]
        self.change: QPushButton = button(self.tr("Change"), "quiet")
        self.change.setAccessibleName(self.tr("Change {0}").format(name))
        self.unseen = Chip(self.tr("Not looked at yet"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(plain_label(name, "heading"))
        head.addWidget(self.unseen)
        head.addStretch(1)
        head.addWidget(self.change)
        self.body.addLayout(head)
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(5)
        self.body.addWidget(self._lines)
        self.body.addLayout(self._missing)

    @property
    def missing(self) -> list[str]:
        """What is said to be missing."""
        return [one.words for one in self.findChildren(_Signed) if not one.isHidden()]

    def show_step(self, draft: Draft, missing: list[Problem], *, is_seen: bool) -> None:
        """Show what a draft says to this step."""
        _empty(self._grid)
        _empty(self._missing)
        for row, (label, text) in enumerate(summary(self._step, draft)):
            self._grid.addWidget(
                plain_label(label, "muted", "wrap"), row, 0, Qt.AlignmentFlag.AlignTop
            )
            words = text or self.tr("–")
            self._grid.addWidget(plain_label(words, "body" if text else "muted", "wrap"), row, 1)
        for problem in missing:
            self._missing.addWidget(_Signed("triangle-alert", "warn", words_of_problem(problem)))
        self.unseen.setVisible(not is_seen)


class _Signed(QWidget):
    def __init__(self, icon: str, colour: str, words: str) -> None:
        super().__init__()
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(words, "body", "wrap"), 1)


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
