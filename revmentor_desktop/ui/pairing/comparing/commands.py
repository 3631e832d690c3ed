"""Comparing drafts: which two, and what the officer does with them then."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Final

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.pairing_drafts import PairingDraft
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.pairing.comparing import PlanComparison, comparing
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board_commands import Commands
from revmentor_desktop.ui.pairing.comparing.dialog import CompareDialog
from revmentor_desktop.ui.pairing.comparing.head import Act
from revmentor_desktop.ui.pairing.drafts.commands import DraftCommands

_COMPARED: Final = frozenset({"pair", "pairing_draft", "shown_draft"})
"""Tables of which the comparison is made, as far as they can change while it is open."""


class ComparingCommands(Commands):
    """Opens the comparison, and keeps it true while drafts change."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        drafts_of: DraftCommands,
        agree: Callable[[], None],
    ) -> None:
        super().__init__(context, window)
        self._drafts = drafts_of
        self._agree = agree
        self._scored: ScoredBoard | None = None
        self._dialog: CompareDialog | None = None
        context.changed.connect(self._refresh)

    def show_board(self, scored: ScoredBoard) -> None:
        """Work on the drafts of that board from now on."""
        self._scored = scored

    @property
    def is_possible(self) -> bool:
        """Whether there are two plans to compare; what is agreed is one of them."""
        return len(self._plans()) > 1

    def open(self) -> None:
        """Compare the draft that is shown with the newest other plan."""
        shown = self._scored.board.draft if self._scored else None
        first = shown.id if shown else NO_DRAFT
        others = [one for one in self._plans() if one != first]
        if others:
            self.compare(first, max(others))

    def compare(self, first: int, second: int) -> None:
        """Compare two plans by the numbers of the drafts, if both are there."""
        if {first, second} <= self._plans().keys():
            self._compare(first, second)

    def _plans(self) -> dict[int, str]:
        """Return the names of the plans that there are, by the numbers of the drafts."""
        board = self._scored.board if self._scored else None
        if board is None:
            return {}
        agreed = any(not pair.is_proposed for pair in board.pairs)
        alone = {NO_DRAFT: self.tr("Agreed pairs only")} if agreed else {}
        return alone | {draft.id: draft.name for draft in board.drafts}

    def _compare(self, first: int, second: int) -> None:
        programme_id = self._context.programme_id
        if programme_id is None:
            return
        data, known = self._context.data, self._scored

        def work() -> Generator[Progress, None, PlanComparison]:
            return comparing(data, programme_id, first, second, known)

        over = self._dialog or self._window
        self._context.jobs.start(self.tr("Comparing the drafts…"), work, self._show, over)

    def _show(self, found: PlanComparison) -> None:
        board = self._scored.board if self._scored else None
        if board is None:
            return
        dialog = self._dialog or self._new_dialog()
        dialog.show_comparison(self._plans(), board.draft, found)
        dialog.open()

    def _new_dialog(self) -> CompareDialog:
        self._dialog = dialog = CompareDialog(self._window)
        dialog.chosen.connect(self._compare)
        dialog.asked.connect(self._act)
        dialog.finished.connect(self._forget)
        return dialog

    def _forget(self, *_: object) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _refresh(self, tables: frozenset[str]) -> None:
        """Compare anew after a change; where one of the two is gone, with another one."""
        if self._dialog is None or not tables & _COMPARED:
            return
        plans = self._plans()
        first, second = (head.draft_id for head in self._dialog.heads)
        if len(plans) < 2 or (first not in plans and second not in plans):
            self._dialog.accept()
            return
        if first not in plans:
            first = max(one for one in plans if one != second)
        if second not in plans:
            second = max(one for one in plans if one != first)
        self._compare(first, second)

    def _act(self, act: Act, draft_id: int, other_id: int) -> None:
        """Do something with one of the two drafts."""
        dialog, draft, other = self._dialog, self._draft(draft_id), self._draft(other_id)
        if dialog is None or draft is None:
            return
        match act:
            case Act.COPY:
                self._drafts.copy(draft, dialog)
            case Act.RENAME:
                self._drafts.rename(draft, dialog)
            case Act.REMOVE:
                self._drafts.remove(draft)
            case _:
                dialog.accept()
                self._drafts.show(draft)
        if act is Act.AGREE:
            self._agree_shown()
        elif act is Act.KEEP and other is not None:
            self._drafts.remove(other)

    def _agree_shown(self) -> None:
        """Agree what is ready in the draft that the board shows by now."""
        if self._scored is not None and self._scored.board.ready():
            self._agree()
        else:
            said = self.tr("No pair of this draft can be agreed now: each breaks a rule.")
            self._context.notices.show(said)

    def _draft(self, draft_id: int) -> PairingDraft | None:
        drafts = self._scored.board.drafts if self._scored else ()
        return next((one for one in drafts if one.id == draft_id), None)
