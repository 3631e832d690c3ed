"""What the officer can do on the board, from the menu, the keyboard or a drop alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.pairing.cards import Card, PairCard
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.words import done_words, name_of, step_words
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.text import without_mnemonic


class PairingCommands(QObject):
    """Carries changes out through the context and says what came of them."""

    done = Signal(Rearrangement, list)
    """A change was made; with the ids of the new pairs."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._board: Board | None = None

    def show_board(self, board: Board) -> None:
        """Work on that board from now on."""
        self._board = board

    def apply(self, change: Rearrangement) -> None:
        """Make a change; it is one undo step, and a notice offers to take it back."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return
        parted = [pair.id for pair in change.parted]
        joined = [(mentor.person.id, mentee.person.id) for mentor, mentee in change.joined]

        def action(data: DataFile) -> list[int]:
            from revmentor_desktop.services.pairing.writing import rearrange

            return rearrange(data, programme_id, parted, joined)

        made = self._context.run(step_words(change), action, notice=done_words(change))
        if made is not None:
            self.done.emit(change, made)

    def refuse(self, reason: KnownError) -> None:
        """Say why something cannot be done."""
        self._context.notices.show(words_of(reason))

    def unpair(self, pair: Pair) -> None:
        """Take a pair apart."""
        self.apply(Rearrangement(parted=(pair,)))

    def pair_with(self, held: Held) -> None:
        """Ask whom somebody is to be paired with."""
        if self._board is None:
            return
        dialog = PartnerDialog(self._board, held, self._context.theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # After the dialog is gone, so that what follows finds the focus where it was.
        dialog.picked.connect(self.apply, Qt.ConnectionType.QueuedConnection)
        dialog.open()

    def menu(self, card: Card) -> QMenu:
        """Return the menu of a card."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        enter, delete = QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Delete)
        if isinstance(card, PairCard):
            self._add(menu, self.other_leader_words(card), "link", self._asks(card, Role.MENTOR))
            self._add(menu, self.other_mentor_words(card), "link", self._asks(card, Role.MENTEE))
            menu.actions()[0].setShortcut(enter)
            menu.addSeparator()
            pair = card.pair
            unpair = self._add(menu, self.tr("Unpair"), "unlink", lambda: self.unpair(pair))
            unpair.setShortcut(delete)
        else:
            words = self.tr("Pair {0} with…").format(card.name)
            self._add(menu, words, "link", self._asks(card, None)).setShortcut(enter)
        for action in menu.actions():
            # The list itself answers these keys; here they are only shown.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        return menu

    def open_menu(self, card: Card, at: QPoint) -> None:
        """Open the menu of a card at a point of the screen."""
        self.menu(card).popup(at)

    def other_leader_words(self, card: PairCard) -> str:
        """Return how the command is called that finds the mentor of a pair another leader."""
        return named(self.tr("Another {leader} for {0}…"), name_of(card.pair.mentor))

    def other_mentor_words(self, card: PairCard) -> str:
        """Return how the command is called that finds the leader of a pair another mentor."""
        return named(self.tr("Another {mentor} for {0}…"), name_of(card.pair.mentee))

    def _asks(self, card: Card, role: Role | None) -> Callable[[], None]:
        return lambda: self.pair_with(card.held(role))

    def _add(self, menu: QMenu, words: str, name: str, act: Callable[[], None]) -> QAction:
        action = menu.addAction(icon(name), without_mnemonic(words))
        action.triggered.connect(lambda _checked: act())
        return action
