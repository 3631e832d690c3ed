"""The readiness check: ten questions, and where the answers lead, said at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer, Verdict, verdict
from revmentor_desktop.services.setup.readiness import (
    ReadinessQuestion,
    readiness_questions,
    verdict_text,
)
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.surfaces import Card, Chip, ChipKind, rule
from revmentor_desktop.ui.widgets.text import plain_label

_KINDS: dict[Verdict, ChipKind] = {
    Verdict.UNANSWERED: "neutral",
    Verdict.GO: "ok",
    Verdict.PILOT: "warn",
    Verdict.NOT_YET: "bad",
}


class ReadinessCheck(QWidget):
    """Asks the ten questions; beneath each weak answer stands what to do about it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = {one.key: _Question(one) for one in readiness_questions()}
        self.verdict = VerdictCard()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.verdict)
        for place, row in enumerate(self.rows.values()):
            if place:
                layout.addWidget(rule())
            layout.addWidget(row)
            row.answers.answered.connect(self._answered)

    def answers(self) -> dict[str, Answer]:
        """Return the answers given, by question."""
        given = {key: row.answers.answer for key, row in self.rows.items()}
        return {key: Answer(answer) for key, answer in given.items() if answer}

    def put(self, answers: Mapping[str, Answer]) -> None:
        """Show answers by question."""
        for key, row in self.rows.items():
            row.answers.put(answers.get(key, ""))
            row.advise()
        self.verdict.show_verdict(self.answers())

    def _answered(self) -> None:
        for row in self.rows.values():
            row.advise()
        self.verdict.show_verdict(self.answers())
        self.edited.emit()


class VerdictCard(Card):
    """Where the answers lead: one word, and what to do now."""

    def __init__(self) -> None:
        super().__init__(role="panel")
        self.headline = Chip()
        self.advice = plain_label("", "body", "wrap")
        self.count = plain_label("", "small")
        self.body.addWidget(self.headline, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.count)

    def show_verdict(self, answers: Mapping[str, Answer]) -> None:
        """Show where these answers lead."""
        reached = verdict(answers)
        said = verdict_text(reached)
        self.headline.setText(said.headline)
        self.headline.set_kind(_KINDS[reached])
        self.advice.setText(said.advice)
        done = self.tr("{0} of {1} questions answered").format(len(answers), len(QUESTIONS))
        self.count.setText(done)


class _Question(QWidget):
    def __init__(self, question: ReadinessQuestion) -> None:
        super().__init__()
        self._question = question
        self.answers = Segments(
            question.text,
            {
                Answer.YES: self.tr("Yes"),
                Answer.PARTLY: self.tr("Partly"),
                Answer.NO: self.tr("No"),
            },
        )
        self.advice = plain_label("", "body", "wrap")
        self.advice.setProperty("role", "advice")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.addWidget(plain_label(question.text, "strong", "wrap"), 0, 0)
        grid.addWidget(plain_label(question.why, "small", "wrap"), 1, 0)
        grid.addWidget(self.answers, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.advice, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.advise()

    def advise(self) -> None:
        """Say what to do about the answer, if it is a weak one."""
        given = self.answers.answer
        advice = self._question.advice(Answer(given)) if given else ""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
