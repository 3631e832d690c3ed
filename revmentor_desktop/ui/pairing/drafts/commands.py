"""Drafts on the board: which one is shown, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_drafts import PairingDraft, free_name
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board_commands import Commands
from revmentor_desktop.ui.pairing.drafts.name_dialog import NameDialog
from revmentor_desktop.ui.pairing.words import shortened, step_words
from revmentor_desktop.ui.widgets.menus import add_entry
from revmentor_desktop.ui.widgets.text import announce

if TYPE_CHECKING:
    from revmentor_desktop.services.pairing.trying import Trial

_ON_BUTTON: Final = 24
"""So many letters of a draft’s name stand on the button that opens the menu."""
_SHOWN: Final = frozenset({"shown_draft"})


class DraftCommands(Commands):
    """Makes, copies, renames, removes and shows drafts; all but showing is one undo step each."""

    tried = Signal(int, int)
    """A change was tried in a copy: the number of the draft that it was made of, and its own."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self._board: Board | None = None

    def show_board(self, board: Board) -> None:
        """Work on the drafts of that board from now on."""
        self._board = board

    @property
    def words(self) -> tuple[str, str]:
        """What is shown, short enough for the button that opens the menu, and in full."""
        draft = self._draft
        if draft is None:
            return self.tr("Drafts"), self.tr("No draft yet")
        said = self.tr("“{0}” · saved").format(draft.name)
        if len(draft.name) <= _ON_BUTTON:
            return said, said
        return self.tr("“{0}”").format(shortened(draft.name, _ON_BUTTON)), said

    def fill_menu(self, menu: QMenu) -> None:
        """Put the drafts into a menu, and what can be done with the one that is shown."""
        for draft in self._board.drafts if self._board else ():
            name = shortened(draft.name)
            words = self.tr("{0} ({1} proposed)").format(name, draft.proposals)
            action = add_entry(menu, words, "", partial(self.show, draft))
            action.setCheckable(True)
            action.setChecked(draft == self._draft)
        menu.addSeparator()
        add_entry(menu, self.tr("New draft…"), "plus", self.make)
        shown = self._draft
        if shown is not None:
            add_entry(menu, self.tr("Copy this draft…"), "copy", lambda: self.copy(shown))
            add_entry(menu, self.tr("Rename…"), "pencil", lambda: self.rename(shown))

    def offer_removal(self, menu: QMenu) -> None:
        """Put into a menu that the draft that is shown can be removed."""
        shown = self._draft
        if shown is not None:
            menu.addSeparator()
            words = self.tr("Remove “{0}”").format(shortened(shown.name))
            add_entry(menu, words, "trash-2", lambda: self.remove(shown))

    def show(self, draft: PairingDraft) -> None:
        """Show another draft, which is no change to be undone."""

        def action(data: DataFile) -> bool:
            from revmentor_desktop.services.pairing.drafts import show_draft

            show_draft(data, draft.id)
            return True

        if self._context.run("", action):
            self._context.changed.emit(_SHOWN)
            self._say_shown()

    def make(self) -> None:
        """Ask for a name and make an empty draft."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return

        def act(name: str) -> None:
            from revmentor_desktop.services.pairing.drafts import make_draft

            words = self.tr("Make the draft “{0}”").format(name)
            self._context.attempt(words, lambda data: make_draft(data, programme_id, name))
            self._say_shown()

        words = (self.tr("New draft"), self.tr("Make the draft"))
        self._ask(words, self._free_name(), act)

    def copy(self, draft: PairingDraft, over: QWidget | None = None) -> None:
        """Ask for a name, over a dialog if need be, and make a draft of the same proposals."""

        def act(name: str) -> None:
            from revmentor_desktop.services.pairing.drafts import copy_draft

            words = self.tr("Copy the draft “{0}”").format(draft.name)
            self._context.attempt(words, lambda data: copy_draft(data, draft.id, name))
            self._say_shown()

        heading = self.tr("Copy of “{0}”").format(draft.name)
        self._ask((heading, self.tr("Make the copy")), self._free_name(), act, over)

    def rename(self, draft: PairingDraft, over: QWidget | None = None) -> None:
        """Ask for another name, over a dialog if need be."""

        def act(name: str) -> None:
            from revmentor_desktop.services.pairing.drafts import rename_draft

            words = self.tr("Rename the draft “{0}”").format(draft.name)
            self._context.attempt(words, lambda data: rename_draft(data, draft.id, name))
            announce(self._window, self.tr("The draft is called “{0}” now.").format(name.strip()))

        words = (self.tr("Rename the draft"), self.tr("Rename"))
        self._ask(words, draft.name, act, over)

    def remove(self, draft: PairingDraft) -> None:
        """Remove a draft; a notice offers to take that back."""

        def action(data: DataFile) -> None:
            from revmentor_desktop.services.pairing.drafts import remove_draft

            remove_draft(data, draft.id)

        words = self.tr("Remove the draft “{0}”").format(draft.name)
        self._context.run(
            words, action, notice=self.tr("The draft “{0}” is removed.").format(draft.name)
        )

    def try_in_copy(
        self, change: Rearrangement, reason: str = "", unlocked: Pair | None = None
    ) -> None:
        """What if: make a change in a copy of the draft that is shown, and compare the two.

        It is one undo step. With a `reason` the rules against it are set aside; a locked proposal
        may be `unlocked` there for it.
        """
        programme_id, before = self._context.programme_id, self._draft
        if programme_id is None:
            return

        def action(data: DataFile) -> Trial:
            from revmentor_desktop.services.pairing.trying import try_in_copy

            return try_in_copy(data, programme_id, change, reason=reason, unlocked=unlocked)

        words = self.tr("Try in a copy: {0}").format(step_words(change))
        said = self.tr("Tried in a draft of its own.")
        if before is not None:
            said = self.tr("Tried in a copy. “{0}” is as it was.").format(before.name)
        trial = self._context.run(words, action, notice=said)
        if trial is not None:
            self.tried.emit(trial.before, trial.after)

    def _say_shown(self) -> None:
        """Tell a screen reader which draft the board shows by now; the eye has its button."""
        if self._draft is not None:
            announce(self._window, self.tr("The board shows “{0}”.").format(self._draft.name))

    @property
    def _draft(self) -> PairingDraft | None:
        return self._board.draft if self._board else None

    def _free_name(self) -> str:
        taken = [one.name for one in self._board.drafts] if self._board else []
        return free_name(self.tr("Draft"), taken)

    def _ask(
        self,
        words: tuple[str, str],
        name: str,
        act: Callable[[str], None],
        over: QWidget | None = None,
    ) -> None:
        dialog = NameDialog(words, name, act, over or self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
