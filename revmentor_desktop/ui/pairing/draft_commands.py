"""Drafts on the board: which one is shown, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairing_drafts import PairingDraft, free_name
from revmentor_desktop.domain.pairs import PairOrigin
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.pairing.dialogs.name import NameDialog
from revmentor_desktop.ui.pairing.words import step_words
from revmentor_desktop.ui.widgets.text import without_mnemonic

if TYPE_CHECKING:
    from revmentor_desktop.services.pairing.trying import Trial

_SHOWN: Final = frozenset({"shown_draft"})


class DraftCommands(QObject):
    """Makes, copies, renames, removes and shows drafts; all but showing is one undo step each."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._board: Board | None = None

    def show_board(self, board: Board) -> None:
        """Work on the drafts of that board from now on."""
        self._board = board

    @property
    def words(self) -> str:
        """What is shown, for the button that opens the menu."""
        draft = self._draft
        return self.tr("“{0}” · saved").format(draft.name) if draft else self.tr("Drafts")

    def fill_menu(self, menu: QMenu) -> None:
        """Put the drafts and what can be done with the one that is shown into a menu."""
        menu.clear()
        for draft in self._board.drafts if self._board else ():
            words = self.tr("{0} ({1} proposed)").format(draft.name, draft.proposals)
            action = self._add(menu, words, "", partial(self.show, draft))
            action.setCheckable(True)
            action.setChecked(draft == self._draft)
        menu.addSeparator()
        self._add(menu, self.tr("New draft…"), "plus", self.make)
        shown = self._draft
        if shown is not None:
            self._add(menu, self.tr("Copy this draft…"), "copy", lambda: self.copy(shown))
            self._add(menu, self.tr("Rename…"), "pencil", lambda: self.rename(shown))
            self._add(menu, self.tr("Remove"), "trash-2", lambda: self.remove(shown))

    def show(self, draft: PairingDraft) -> None:
        """Show another draft, which is no change to be undone."""

        def action(data: DataFile) -> bool:
            from revmentor_desktop.services.pairing.drafts import show_draft

            show_draft(data, draft.id)
            return True

        if self._context.run("", action):
            self._context.changed.emit(_SHOWN)

    def make(self) -> None:
        """Ask for a name and make an empty draft."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return

        def act(name: str) -> None:
            from revmentor_desktop.services.pairing.drafts import make_draft

            words = self.tr("Make the draft “{0}”").format(name)
            self._context.attempt(words, lambda data: make_draft(data, programme_id, name))

        self._ask(self.tr("New draft"), self.tr("Make the draft"), self._free_name(), act)

    def copy(self, draft: PairingDraft) -> None:
        """Ask for a name and make a draft of the same proposals."""

        def act(name: str) -> None:
            from revmentor_desktop.services.pairing.drafts import copy_draft

            words = self.tr("Copy the draft “{0}”").format(draft.name)
            self._context.attempt(words, lambda data: copy_draft(data, draft.id, name))

        heading = self.tr("Copy of “{0}”").format(draft.name)
        self._ask(heading, self.tr("Make the copy"), self._free_name(), act)

    def rename(self, draft: PairingDraft) -> None:
        """Ask for another name."""

        def act(name: str) -> None:
            from revmentor_desktop.services.pairing.drafts import rename_draft

            words = self.tr("Rename the draft “{0}”").format(draft.name)
            self._context.attempt(words, lambda data: rename_draft(data, draft.id, name))

        self._ask(self.tr("Rename the draft"), self.tr("Rename"), draft.name, act)

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
        self, change: Rearrangement, reason: str = "", origin: PairOrigin = PairOrigin.BOARD
    ) -> None:
        """What if: make a change in a copy of the draft that is shown, and show the copy.

        It is one undo step. With a `reason` the rules against it are set aside.
        """
        programme_id = self._context.programme_id
        if programme_id is None:
            return

        def action(data: DataFile) -> Trial:
            from revmentor_desktop.services.pairing.trying import try_in_copy

            return try_in_copy(data, programme_id, change, reason=reason, origin=origin)

        words = self.tr("Try in a copy: {0}").format(step_words(change))
        said = self.tr("This is tried in a copy. The draft itself is as it was.")
        self._context.run(words, action, notice=said)

    @property
    def _draft(self) -> PairingDraft | None:
        return self._board.draft if self._board else None

    def _free_name(self) -> str:
        taken = [one.name for one in self._board.drafts] if self._board else []
        return free_name(self.tr("Draft"), taken)

    def _ask(self, heading: str, verb: str, name: str, act: Callable[[str], None]) -> None:
        dialog = NameDialog((heading, verb), name, act, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, menu: QMenu, words: str, name: str, act: Callable[[], None]) -> QAction:
        action = menu.addAction(without_mnemonic(words))
        if name:
            action.setIcon(icon(name))
        action.triggered.connect(lambda _checked: act())
        return action
