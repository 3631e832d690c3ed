"""What the officer notes of papers: for one, for many, by the reference on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark, marks_of
from revmentor_desktop.services.documents.pair_rows import PairRow
from revmentor_desktop.services.documents.tracking import (
    PaperId,
    mark_papers,
    pair_of_reference,
    take_back,
)
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import long_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.tracking.back_dialog import BackDialog
from revmentor_desktop.ui.documents.tracking.mark_dialog import MarkDialog, Noted
from revmentor_desktop.ui.documents.tracking.mark_words import mark_names

_BRIEFING: Final = "briefings"


class TrackingCommands(QObject):
    """Carries out what is noted; each is one step of undo."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def note_for(self, rows: Sequence[PairRow], kinds: Collection[PaperKind]) -> None:
        """Ask what happened to papers of some pairs, and note it."""
        dialog = MarkDialog(len(rows), kinds, _briefing(rows), self._window)
        if dialog.exec() and dialog.answer is not None:
            noted = dialog.answer
            papers = [(row.pair.id, kind) for row in rows for kind in noted.kinds]
            self._note(papers, noted)

    def enter_references(self) -> None:
        """Ask for the references of agreements that came back, and note each at once."""
        BackDialog(self._came_back, self._window).exec()

    def add_to(self, menu: QMenu, row: PairRow, kind: PaperKind) -> None:
        """Add what can be noted of a paper to its menu, and what can be taken back."""
        noted = row.marks[kind]
        paper = [(row.pair.id, kind)]
        for mark in marks_of(kind):
            action = menu.addAction(mark_names()[mark])
            action.setCheckable(True)
            action.setChecked(mark in noted)
            change = partial(self._take_back, paper, mark)
            if mark not in noted:
                change = partial(self._note, paper, Noted(mark, frozenset({kind}), today()))
            action.triggered.connect(lambda _=False, change=change: change())

    def _note(self, papers: Sequence[PaperId], noted: Noted) -> None:
        words = self.tr("Note of papers: {0}").format(mark_names()[noted.mark])
        if noted.at_briefing:
            words = self.tr("Note of papers: handed out at the briefing on {0}")
            words = words.format(long_date(noted.day))
        self._context.run(words, lambda data: mark_papers(data, papers, noted.mark, noted.day))

    def _take_back(self, papers: Sequence[PaperId], mark: Mark) -> None:
        words = self.tr("Take back of papers: {0}").format(mark_names()[mark])
        self._context.run(words, lambda data: take_back(data, papers, mark))

    def _came_back(self, typed: str) -> str:
        """Note that the agreement with that reference is back; return whose it is."""
        context = self._context
        pair = pair_of_reference(context.data, context.programme_id or 0, typed)
        paper = [(pair.id, PaperKind.AGREEMENT)]
        context.attempt(
            self.tr("Agreement is back"),
            lambda data: mark_papers(data, paper, Mark.BACK, today()),
        )
        names = (pair.mentor.person.full_name, pair.mentee.person.full_name)
        return self.tr("{0} with {1}").format(*names)


def _briefing(rows: Sequence[PairRow]) -> date | None:
    """Return the day of the programme's briefing, where it has one."""
    papers = [paper for row in rows[:1] for paper in row.papers.values()]
    return papers[0].values.programme.day(_BRIEFING) if papers else None
