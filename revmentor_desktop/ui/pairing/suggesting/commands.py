"""Suggesting pairs from the board: asked for in a dialog, found by a job, put into a draft."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import free_name
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.suggestion import Suggestion, suggestion
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.services.pairing.suggesting import suggesting
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.best_plan import BestPlan
from revmentor_desktop.ui.pairing.board_commands import Commands
from revmentor_desktop.ui.pairing.drafts.name_dialog import NameDialog
from revmentor_desktop.ui.pairing.suggesting.dialog import SuggestDialog
from revmentor_desktop.ui.pairing.suggesting.suggested import Wish, suggested
from revmentor_desktop.ui.pairing.suggesting.words import done_words, step_words
from revmentor_desktop.ui.prompts import words_of

if TYPE_CHECKING:
    from revmentor_desktop.services.pairing.applying import Applied


class SuggestCommands(Commands):
    """Opens the dialog and does what it asks for; a plan in a draft is one undo step."""

    put_beside = Signal(int, int)
    """A plan stands in a new draft: the number of the one that it was made for, and its own."""

    def __init__(self, context: Context, best_plan: BestPlan, window: QWidget) -> None:
        super().__init__(context, window)
        self._best_plan = best_plan
        self._scored: ScoredBoard | None = None

    def show_board(self, scored: ScoredBoard) -> None:
        """Suggest for that board from now on."""
        self._scored = scored

    def ask_for(self, chosen: Sequence[Participant]) -> None:
        """Ask what to suggest for some people."""
        self.ask(chosen, for_chosen=True)

    def ask(self, chosen: Sequence[Participant] = (), *, for_chosen: bool = False) -> None:
        """Ask what to suggest; `chosen` are offered as those to suggest for."""
        scored = self._scored
        if scored is None:
            return
        dialog = SuggestDialog(scored, chosen, self._window, for_chosen=for_chosen)
        dialog.asked.connect(lambda wish: self._find(dialog, scored, wish))
        dialog.taken.connect(lambda found: self._put(dialog, found))
        dialog.taken_to_new.connect(lambda found: self._ask_name(dialog, found))
        dialog.rules_asked.connect(dialog.reject)
        dialog.rules_asked.connect(lambda: self._context.requested.emit("settings:pairing"))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _find(self, dialog: SuggestDialog, scored: ScoredBoard, wish: Wish) -> None:
        """Find the best plan as a job, and show it."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return
        data, known = self._context.data, self._best_plan.suggestion

        def work() -> Generator[Progress, None, Suggestion]:
            if known is not None:
                # Who fits whom is known; only the plan is to be found.
                return suggestion(known.situation, wish.aim, wish.floor, wish.extent)
            return suggesting(data, programme_id, wish.aim, wish.floor, wish.extent)

        self._context.jobs.start(
            self.tr("Looking for the best pairs…"),
            work,
            lambda found: dialog.show_plan(suggested(scored, found, wish.extent)),
            dialog,
        )

    def _put(self, dialog: SuggestDialog, found: Suggestion) -> None:
        """Put a plan into the draft that is shown, or say why that cannot be done any more."""

        def action(data: DataFile, programme_id: int) -> Applied:
            from revmentor_desktop.services.pairing.applying import apply

            return apply(data, programme_id, found)

        try:
            self._apply(found, action)
        except KnownError as error:
            dialog.show_wishes()
            dialog.show_problem(words_of(error))
        else:
            dialog.accept()

    def _ask_name(self, dialog: SuggestDialog, found: Suggestion) -> None:
        """Ask for a name, and put a plan into a new draft of that name."""

        def act(name: str) -> None:
            def action(data: DataFile, programme_id: int) -> Applied:
                from revmentor_desktop.services.pairing.applying import apply_to_new

                return apply_to_new(data, programme_id, found, name)

            applied, before = self._apply(found, action), found.situation.board.draft
            if applied is not None and applied.draft is not None and before is not None:
                self.put_beside.emit(before.id, applied.draft.id)

        words = self.tr("New draft"), self.tr("Put the plan into it")
        taken = [one.name for one in found.situation.board.drafts]
        asked = NameDialog(words, free_name(self.tr("Draft"), taken), act, dialog)
        asked.accepted.connect(dialog.accept)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _apply(
        self, found: Suggestion, action: Callable[[DataFile, int], Applied]
    ) -> Applied | None:
        """Put a plan into a draft as one step, and say so. Raises KnownError."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return None
        changed = len(found.joined), len(found.parted)
        applied = self._context.attempt(
            step_words(*changed), lambda data: action(data, programme_id)
        )
        name = applied.draft.name if applied.draft else ""
        self._context.offer_undo(done_words(*changed, name))
        return applied
