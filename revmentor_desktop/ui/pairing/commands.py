"""What the officer can do on the board, from the menu, the keyboard or a drop alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.pairing.best_plan import BestPlan
from revmentor_desktop.ui.pairing.board.cards import Card, PairCard
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.comparing.commands import ComparingCommands
from revmentor_desktop.ui.pairing.drafts.commands import DraftCommands
from revmentor_desktop.ui.pairing.explaining.commands import Explaining
from revmentor_desktop.ui.pairing.pairs.commands import PairCommands
from revmentor_desktop.ui.pairing.pairs.finding import FoundEachOther
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.pairing.pairs.replacing import Replacing
from revmentor_desktop.ui.pairing.pairs.several_commands import SeveralCommands
from revmentor_desktop.ui.pairing.sharing import SharingCommands
from revmentor_desktop.ui.pairing.shortlists.commands import ShortlistCommands
from revmentor_desktop.ui.pairing.suggesting.commands import SuggestCommands
from revmentor_desktop.ui.pairing.words import done_words, name_of, step_words
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.menus import add_entry


class PairingCommands(QObject):
    """Carries changes out through the context and says what came of them."""

    begun = Signal()
    """A change begins: the board is read again, then what is new is chosen."""
    done = Signal(Rearrangement, list)
    """A change was made; with the ids of the new pairs."""
    ended = Signal()
    """Whatever came of the change that had begun."""

    def __init__(self, context: Context, window: QWidget, best: BestPlan) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._scored: ScoredBoard | None = None
        self.pairs = PairCommands(context, window)
        self.replacing = Replacing(context, window)
        self.replacing.done.connect(self.done)
        self.replacing.end_alone_wanted.connect(self.pairs.end_alone)
        self.finding = FoundEachOther(context, window)
        self.finding.done.connect(self.done)
        self.shortlists = ShortlistCommands(context, window)
        self.shortlists.done.connect(self.done)
        # After the dialog that asked for it is gone.
        queued = Qt.ConnectionType.QueuedConnection
        self.pairs.partner_wanted.connect(self.replacing.ask, queued)
        self.drafts = DraftCommands(context, window)
        self.sharing = SharingCommands(context, window)
        self.comparing = ComparingCommands(context, window, self.drafts, self.pairs.agree_ready)
        self.drafts.tried.connect(self.comparing.compare)
        self.suggest = SuggestCommands(context, best, window)
        # Once the dialogs that asked for the plan have closed.
        self.suggest.put_beside.connect(self.comparing.compare, queued)
        self.several = SeveralCommands(
            context, window, self.pairs.agree, self.suggest.ask_for, self.pairs.asked.ask_days
        )
        self.explaining = Explaining(context, window, best)
        self.explaining.change_wanted.connect(self._make_or_excuse)
        self.explaining.copy_wanted.connect(self._try_or_excuse)
        self.explaining.unlocked_copy_wanted.connect(
            lambda change, pair: self.drafts.try_in_copy(change, unlocked=pair)
        )
        self.explaining.partner_wanted.connect(self.pair_with)
        self.explaining.end_wanted.connect(self.pairs.end)
        self.explaining.unlock_wanted.connect(lambda pair: self.pairs.lock(pair, False))
        self.explaining.reason_wanted.connect(self.pairs.give_reason)
        self.explaining.done.connect(self.done)

    def show_board(self, scored: ScoredBoard) -> None:
        """Work on that board from now on."""
        self._scored = scored
        self.pairs.show_board(scored.board)
        self.replacing.show_board(scored)
        self.shortlists.show_board(scored)
        self.finding.show_board(scored)
        self.drafts.show_board(scored.board)
        self.explaining.show_board(scored)
        self.comparing.show_board(scored)
        self.suggest.show_board(scored)

    @property
    def _board(self) -> Board | None:
        return self._scored.board if self._scored else None

    def apply(self, change: Rearrangement, reason: str = "") -> None:
        """Make a change; it is one undo step, and a notice offers to take it back.

        With a `reason` the rules against it are set aside.
        """
        programme_id = self._context.programme_id
        if programme_id is None:
            return
        parted = [pair.id for pair in change.parted]
        joined = [(mentor.person.id, mentee.person.id) for mentor, mentee in change.joined]

        def action(data: DataFile) -> list[int]:
            if reason:
                from revmentor_desktop.services.pairing.overriding import rearrange_anyway

                return rearrange_anyway(data, programme_id, parted, joined, reason)
            from revmentor_desktop.services.pairing.proposing import rearrange

            return rearrange(data, programme_id, parted, joined)

        self.begun.emit()
        try:
            made = self._context.run(step_words(change), action, notice=done_words(change))
            if made is not None:
                self.done.emit(change, made)
        finally:
            self.ended.emit()

    def refuse(self, reason: KnownError, change: Rearrangement) -> None:
        """Say why something cannot be done, and offer what would make it possible, if anything."""
        notices, said = self._context.notices, words_of(reason)
        agreed = next((pair for pair in change.parted if not pair.is_proposed), None)
        locked = next((pair for pair in change.parted if pair.is_locked), None)
        if agreed is not None:
            notices.show(said, self.tr("End the pair…"), lambda: self.pairs.end(agreed))
        elif locked is not None:
            notices.show(said, self.tr("Unlock"), lambda: self.pairs.lock(locked, False))
        elif self._board is not None and self._board.excusable(change):
            notices.show(said, self.tr("Give a reason…"), lambda: self.ask_reason(change))
        else:
            notices.show(said)

    def ask_reason(self, change: Rearrangement) -> None:
        """Ask why the rules against a change are set aside, then make it."""
        self._ask_reason(change, self.apply)

    def ask_reason_in_copy(self, change: Rearrangement) -> None:
        """Ask why the rules against a change are set aside, then try it in a copy of the draft."""
        self._ask_reason(change, self.drafts.try_in_copy)

    def _ask_reason(
        self, change: Rearrangement, act: Callable[[Rearrangement, str], object]
    ) -> None:
        against = self._board.excusable(change) if self._board else []
        if not against:
            return
        dialog = ReasonDialog(change.joined[0], against, self._window)
        dialog.accepted.connect(lambda: act(change, dialog.reason.text()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_or_excuse(self, change: Rearrangement) -> None:
        """Make a change that was explained; a rule against it wants a reason first."""
        if self._is_excusable(change):
            self.ask_reason(change)
        else:
            self.attempt(change)

    def _try_or_excuse(self, change: Rearrangement) -> None:
        """Try such a change in a copy, likewise."""
        if self._is_excusable(change):
            self.ask_reason_in_copy(change)
        else:
            self.drafts.try_in_copy(change)

    def _is_excusable(self, change: Rearrangement) -> bool:
        return self._board is not None and bool(self._board.excusable(change))

    def unpair(self, pair: Pair) -> None:
        """Take a proposal apart, or ask how an agreed pair ended."""
        if pair.is_proposed:
            self.attempt(Rearrangement(parted=(pair,)))
        else:
            self.pairs.end(pair)

    def attempt(self, change: Rearrangement) -> None:
        """Make a change, or say why it cannot be made."""
        reason = self._board.objection_to(change) if self._board else None
        if reason is None:
            self.apply(change)
        else:
            self.refuse(reason, change)

    def pair_with(self, held: Held, *, in_copy: bool = False) -> None:
        """Ask whom somebody is to be paired with; an agreed pair ends first.

        With `in_copy` that is tried in a copy of the draft, which stays as it is.
        """
        if self._scored is None:
            return
        if held.pair is not None and not held.pair.is_proposed:
            self.pairs.end(held.pair, held.role)
            return
        theme = self._context.theme
        dialog = PartnerDialog(self._scored, held, theme, self._window, in_copy=in_copy)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # After the dialog is gone, so that what follows finds the focus where it was.
        queued = Qt.ConnectionType.QueuedConnection
        dialog.picked.connect(self.drafts.try_in_copy if in_copy else self.apply, queued)
        ask = self.ask_reason_in_copy if in_copy else self.ask_reason
        dialog.reason_needed.connect(ask, queued)
        self.explaining.answer_in(dialog)
        dialog.open()

    def menu(self, card: Card) -> QMenu:
        """Return the menu of a card."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        enter, delete = QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Delete)
        if isinstance(card, PairCard):
            add_entry(menu, self.other_leader_words(card), "link", self._asks(card, Role.MENTOR))
            add_entry(menu, self.other_mentor_words(card), "link", self._asks(card, Role.MENTEE))
            menu.actions()[0].setShortcut(enter)
            self.pairs.fill_menu(menu, card.pair)
            if card.pair.is_proposed:
                self.shortlists.fill_menu(menu, card.pair.mentee)
                menu.addMenu(self._trials(menu, card))
                menu.addSeparator()
                unpair = add_entry(menu, self.tr("Unpair"), "unlink", self._unpairs(card.pair))
                unpair.setShortcut(delete)
            else:
                menu.actions()[-1].setShortcut(delete)
        else:
            words = self.tr("Pair {0} with…").format(card.name)
            add_entry(menu, words, "link", self._asks(card, None)).setShortcut(enter)
            self.shortlists.fill_menu(menu, card.participant)
            menu.addMenu(self._trials(menu, card))
        self.explaining.fill_menu(menu, card)
        for action in menu.actions():
            # The list itself answers these keys; here they are only shown.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
        return menu

    def fill_drafts_menu(self, menu: QMenu) -> None:
        """Put the drafts into their menu, and what can be done with them."""
        menu.clear()
        self.drafts.fill_menu(menu)
        menu.addSeparator()
        words = self.tr("Compare drafts…")
        compare = add_entry(menu, words, "columns-3", self.comparing.open)
        compare.setEnabled(self.comparing.is_possible)
        words = self.tr("Enter a pair that found each other…")
        add_entry(menu, words, "handshake", self.finding.ask)
        add_entry(menu, self.tr("Earlier pairs…"), "eye", self.pairs.show_history)
        if self._board is not None:
            menu.addSeparator()
            self.sharing.fill_menu(menu, self._board)
        self.drafts.offer_removal(menu)

    def open_menu(self, card: Card, at: QPoint) -> None:
        """Open the menu of a card at a point of the screen."""
        self.menu(card).popup(at)

    def other_leader_words(self, card: PairCard) -> str:
        """Return how the command is called that finds the mentor of a pair another leader."""
        return named(self.tr("Another {leader} for {0}…"), name_of(card.pair.mentor))

    def other_mentor_words(self, card: PairCard) -> str:
        """Return how the command is called that finds the leader of a pair another mentor."""
        return named(self.tr("Another {mentor} for {0}…"), name_of(card.pair.mentee))

    def _trials(self, menu: QMenu, card: Card) -> QMenu:
        """Return the menu of what can be tried in a copy of the draft."""
        made = QMenu(self.tr("What if, in a copy"), menu)
        made.setIcon(icon("copy"))
        if isinstance(card, PairCard):
            offered = [
                (self.other_leader_words(card), Role.MENTOR),
                (self.other_mentor_words(card), Role.MENTEE),
            ]
        else:
            offered = [(self.tr("Pair {0} with…").format(card.name), card.role)]
        for words, role in offered:
            add_entry(made, words, "link", self._asks(card, role, in_copy=True))
        if isinstance(card, PairCard) and not card.pair.is_locked:
            without = Rearrangement(parted=(card.pair,))
            words = self.tr("Without this pair")
            add_entry(made, words, "unlink", partial(self.drafts.try_in_copy, without))
        return made

    def _unpairs(self, pair: Pair) -> Callable[[], None]:
        return lambda: self.unpair(pair)

    def _asks(self, card: Card, role: Role | None, *, in_copy: bool = False) -> Callable[[], None]:
        return lambda: self.pair_with(card.held(role), in_copy=in_copy)
