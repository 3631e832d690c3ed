"""The dialog that says why two people are not a pair, and what pairing them would come to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.matching.explaining import WhyNot
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.ui.pairing.explaining.dialog import ExplainingDialog
from revmentor_desktop.ui.pairing.explaining.doing import all_of, only_the_two, pair_on
from revmentor_desktop.ui.pairing.explaining.outcome_words import freed_words
from revmentor_desktop.ui.pairing.explaining.why_not_words import (
    against_lines,
    fit_line,
    other_lines,
    price_lines,
)
from revmentor_desktop.ui.pairing.words import couple_words, name_of


class WhyNotDialog(ExplainingDialog):
    """Which rule forbids two people, or what pairing them would cost and whom it would move."""

    def __init__(self, found: WhyNot, board: Board, parent: QWidget | None = None) -> None:
        names = self.tr("{0} with {1}").format(name_of(found.mentor), name_of(found.leader))
        super().__init__(self.tr("Why not {0}?").format(names), fit_line(found), parent)
        self._found, self._board = found, board
        for text in against_lines(found)[: len(found.against)]:
            self.line(f"! {text}", "error")
        for text in (*against_lines(found)[len(found.against) :], *other_lines(found, board)):
            self.line(text)
        self.add_cancel(self.tr("Close"))
        if found.outcome is not None:
            self._show_price(found)
        elif found.kept:
            self._offer_letting_go()
        elif not found.against or found.can_be_set_aside:
            self._offer(only_the_two(board, found.mentor, found.leader), None)
        self.settle()

    def _show_price(self, found: WhyNot) -> None:
        outcome = found.outcome
        if outcome is None:
            return
        two = ScoredPair(found.mentor, found.leader, found.fit.total)
        everything = all_of(self._board, outcome.from_board, two)
        only = only_the_two(self._board, found.mentor, found.leader)
        if set(everything.parted) == set(only.parted) and everything.joined == only.joined:
            if found.against:
                self.title(self.tr("If that is set aside"))
            self._list(price_lines(found))
            self._offer(only, None)
            return
        self.title(self.tr("If only these two are paired"))
        self._list([freed_words(only.freed) or self.tr("Nobody else moves.")])
        self.title(self.tr("If others move with them"))
        self._list(price_lines(found))
        self._offer(only, everything)

    def _list(self, lines: list[str]) -> None:
        if len(lines) == 1:
            self.line(lines[0])
        else:
            self.points(lines)

    def _offer(self, only: Rearrangement, everything: Rearrangement | None) -> None:
        self.add_copy(only)
        if everything is not None:
            self.add_change(self.tr("Move the others too"), everything)
        words = self.tr("Give a reason…") if self._found.against else self.tr("Pair them anyway")
        self.add_change(words, only, "primary")

    def _offer_letting_go(self) -> None:
        for one in self._found.kept:
            pair = pair_on(self._board, one)
            if pair is not None and pair.is_fixed:
                self._add_letting_go(pair)
        one_more = Rearrangement((), ((self._found.mentor, self._found.leader),))
        if self._board.is_possible(one_more):
            excusable = bool(self._board.excusable(one_more))
            words = self.tr("As one more, with a reason…") if excusable else self.tr("As one more")
            self.add_change(words, one_more, "primary")

    def _add_letting_go(self, pair: Pair) -> None:
        words = self.tr("Unlock {0}") if pair.is_proposed else self.tr("End {0}…")
        made = self.add_button(words.format(couple_words(pair)))
        made.clicked.connect(lambda: self.let_go(pair))
