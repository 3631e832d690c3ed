"""The dialog that notes for many papers at once what happened to them, and when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark, marks_of
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import long_date
from revmentor_desktop.ui.documents.tracking.mark_words import mark_names, paper_names
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import LabelledField

_WIDTH: Final = 480


@dataclass(frozen=True, slots=True)
class Noted:
    """What the officer said: what happened, to which papers, when; and whether at the briefing."""

    mark: Mark
    kinds: frozenset[PaperKind]
    day: date
    at_briefing: bool = False


class MarkDialog(Dialog):
    """Asks what happened to the papers of some pairs; `kinds` are ticked at first.

    Once the day of the `briefing` has come, a click says that all were handed out there.
    """

    def __init__(
        self,
        pairs: int,
        kinds: Collection[PaperKind],
        briefing: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        about = (
            self.tr("For the pair that is chosen.")
            if pairs == 1
            else self.tr("For the {0} pairs that are ticked.").format(pairs)
        )
        super().__init__(self.tr("What happened to the papers?"), about, parent)
        self.answer: Noted | None = None
        self._briefing = briefing if briefing and briefing <= today() else None
        self.setMinimumWidth(_WIDTH)
        self.mark = KeyedCombo(mark_names())
        self.day = OptionalDateField()
        self.day.set_value(today())
        self.day_field = LabelledField(self.tr("On"), self.day)
        self.kinds = {kind: QCheckBox(words) for kind, words in paper_names().items()}
        row = QHBoxLayout()
        for kind, box in self.kinds.items():
            box.setChecked(kind in kinds)
            box.toggled.connect(self._check)
            row.addWidget(box)
        row.addStretch(1)
        self.at_briefing = button("", "plain", "calendar")
        self.at_briefing.clicked.connect(self._put_briefing)
        self.at_briefing.setVisible(self._briefing is not None)
        if self._briefing is not None:
            words = self.tr("All handed out at the briefing on {0}")
            set_button_text(self.at_briefing, words.format(long_date(self._briefing)))
        self.body.addWidget(self.at_briefing, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(LabelledField(self.tr("What happened"), self.mark))
        self.body.addLayout(row)
        self.body.addWidget(self.day_field)
        self.add_cancel()
        self.note = self.add_button(self.tr("Note it"), "primary")
        self.note.clicked.connect(self._take)
        self.mark.currentIndexChanged.connect(self._check)
        self._check()

    @property
    def chosen(self) -> frozenset[PaperKind]:
        """The papers that are ticked and of which this can be noted."""
        return frozenset(k for k, box in self.kinds.items() if box.isEnabled() and box.isChecked())

    def _put_briefing(self) -> None:
        """Say that everything was handed out at the briefing; it is noted by the usual button."""
        self.mark.put(Mark.HANDED_OUT)
        self.day.set_value(self._briefing)
        for box in self.kinds.values():
            box.setChecked(True)
        self._check()
        self.note.setFocus()

    def _check(self) -> None:
        mark = Mark(self.mark.key)
        for kind, box in self.kinds.items():
            box.setEnabled(mark in marks_of(kind))
        self.note.setEnabled(bool(self.chosen))

    def _take(self) -> None:
        day = self.day.value()
        problem = self.day.problem()
        if day is None:
            problem = problem or self.tr("On which day was it?")
        elif day > today():
            problem = self.tr("This day has not come yet. Note it when it has happened.")
        self.day_field.show_problem(problem)
        if problem or day is None:
            self.day.setFocus()
            return
        mark = Mark(self.mark.key)
        at_briefing = mark is Mark.HANDED_OUT and day == self._briefing
        self.answer = Noted(mark, self.chosen, day, at_briefing)
        self.accept()
