"""What the officer can do to several chosen cards at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.cards import Card, PairCard
from revmentor_desktop.ui.pairing.board_commands import Commands
from revmentor_desktop.ui.widgets.menus import add_entry

Act = tuple[str, str, Callable[[], None]]
"""What an act is called, its icon, and the act."""


class SeveralCommands(Commands):
    """Changes several pairs, each change as one undo step, or suggests for several people."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        agree: Callable[[Sequence[Pair], int], None],
        suggest: Callable[[Sequence[Participant]], None],
        ask_days: Callable[[Sequence[Pair]], None],
    ) -> None:
        super().__init__(context, window)
        self._suggest = suggest
        self._ask_days = ask_days
        self._agree = agree

    def acts(self, chosen: Sequence[Card]) -> list[Act]:
        """Return what can be done to some cards as they stand: to the pairs, and for the people."""
        cards = [card for card in chosen if isinstance(card, PairCard)]
        single = [one for card in chosen if not isinstance(card, PairCard) for one in card.people]
        if not cards:
            words = self.tr("Suggest for these {0}…").format(len(single))
            return [(words, "link", partial(self._suggest, single))]
        proposed = [card.pair for card in cards if card.pair.is_proposed]
        ready = [card.pair for card in cards if card.pair.is_proposed and not card.broken]
        locked = [pair for pair in proposed if pair.is_locked]
        loose = [pair for pair in proposed if not pair.is_locked]
        left_out = len(proposed) - len(ready)
        anew = self.tr("Suggest anew for these {0}…")
        if len(loose) == 1:
            anew = self.tr("Suggest anew for one of them…")
        to_suggest: Sequence[object] = loose
        if single:
            anew, to_suggest = self.tr("Suggest for all of them…"), single
        offered = (
            (self.tr("Agree {0}…"), "check", ready, lambda: self._agree(ready, left_out)),
            (self.tr("Note {0} as asked…"), "mail", proposed, partial(self._ask_days, proposed)),
            (self.tr("Lock {0}"), "lock", loose, partial(self.lock, loose, locked=True)),
            (self.tr("Unlock {0}"), "lock-open", locked, partial(self.lock, locked, locked=False)),
            (self.tr("Unpair {0}"), "unlink", loose, partial(self.unpair, loose)),
            (anew, "link", to_suggest, partial(self._anew, loose, single)),
        )
        return [
            (words.format(len(pairs)), sign, act) for words, sign, pairs, act in offered if pairs
        ]

    def menu(self, cards: Sequence[Card]) -> QMenu:
        """Return the menu of several chosen cards."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, sign, act in self.acts(cards):
            add_entry(menu, words, sign, act)
        return menu

    def lock(self, pairs: Sequence[Pair], *, locked: bool) -> None:
        """Lock some proposals, or let them go again."""

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.proposing import set_locked

            set_locked(data, programme_id, [pair.id for pair in pairs], locked=locked)

        words, said = self._lock_words(locked=locked, is_one=len(pairs) == 1)
        self._run(words.format(len(pairs)), action, said.format(len(pairs)))

    def _lock_words(self, *, locked: bool, is_one: bool) -> tuple[str, str]:
        """Return how the step is called, and what a notice says of it."""
        if is_one:
            if locked:
                return self.tr("Lock 1 pair"), self.tr("1 pair is locked and stays together.")
            return self.tr("Unlock 1 pair"), self.tr("1 pair is unlocked and may move.")
        if locked:
            return self.tr("Lock {0} pairs"), self.tr("{0} pairs are locked and stay together.")
        return self.tr("Unlock {0} pairs"), self.tr("{0} pairs are unlocked and may move.")

    def unpair(self, pairs: Sequence[Pair]) -> None:
        """Take some proposals apart."""

        def action(data: DataFile, programme_id: int) -> None:
            from revmentor_desktop.services.pairing.proposing import take_apart

            take_apart(data, programme_id, [pair.id for pair in pairs])

        words, said = self.tr("Unpair 1 pair"), self.tr("1 pair is taken apart.")
        if len(pairs) > 1:
            words, said = self.tr("Unpair {0} pairs"), self.tr("{0} pairs are taken apart.")
        self._run(words.format(len(pairs)), action, said.format(len(pairs)))

    def _anew(self, pairs: Sequence[Pair], single: Sequence[Participant]) -> None:
        """Suggest other pairs for the people in some, and pairs for others."""
        people = {one.person.id: one for one in single}
        for pair in pairs:
            people |= {one.person.id: one for one in (pair.mentor, pair.mentee)}
        self._suggest(list(people.values()))
