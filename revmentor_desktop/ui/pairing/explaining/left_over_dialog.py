"""The dialog that says why somebody has no partner, with each change that would help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.matching.left_over import Remedy, RemedyKind, WhyLeftOver
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.ui.pairing.explaining.dialog import ExplainingDialog, panel
from revmentor_desktop.ui.pairing.explaining.doing import only_the_two, pair_on
from revmentor_desktop.ui.pairing.explaining.left_over_words import (
    best_line,
    effect_lines,
    left_over_title,
    new_in_best,
    nothing_helps,
    obstacle_lines,
    obstacle_title,
    remedy_line,
    short_best_line,
)
from revmentor_desktop.ui.pairing.explaining.outcome_words import freed_words
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import Card


class LeftOverDialog(ExplainingDialog):
    """Which rules and places bind, and the cheapest changes, each with a button that makes it."""

    remedy_wanted = Signal(Remedy)
    """That is to be changed, with what comes of it on the board."""
    trial_wanted = Signal(Remedy)
    """The same is to be tried in a copy of the draft."""

    def __init__(
        self,
        found: WhyLeftOver,
        board: Board,
        labels: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(left_over_title(found.participant, board), "", parent)
        self._found, self._board = found, board
        self.add_cancel(self.tr("Close"))
        in_best = new_in_best(found, board)
        if len(in_best) == 1:
            self._show_best(in_best[0])
        elif in_best:
            self._show_several(in_best)
        else:
            self.line(obstacle_title(found), "strong")
            self.points(obstacle_lines(found, labels))
            self._show_remedies()
        self.settle()

    def _show_best(self, one: ScoredPair) -> None:
        """Say whom the best plan has for them, and offer that."""
        change = only_the_two(self._board, one.mentor, one.leader)
        self.line(best_line(one, self._found.participant))
        self.line(freed_words(change.freed) or self.tr("Nobody else moves."), "muted")
        self.add_copy(change)
        self.add_change(self.tr("Pair them"), change, "primary")

    def _show_several(self, in_best: list[ScoredPair]) -> None:
        """Say whom the best plan has for somebody with several places, each with its buttons."""
        who = self._found.participant
        self.line(
            self.tr("That need not be: the best plan has {0} more partners for {1}.").format(
                len(in_best), name_of(who)
            )
        )
        for one in in_best:
            change = only_the_two(self._board, one.mentor, one.leader)
            title = short_best_line(one, who)
            card = panel(title, freed_words(change.freed) or self.tr("Nobody else moves."))
            wants = partial(self._want_copy, change), partial(self._want_change, change)
            words = self.tr("Try it in a copy"), self.tr("Pair them")
            for said, act in zip(words, wants, strict=True):
                card.foot.addWidget(_button(said, title, act))
            card.foot.addStretch(1)
            self.rows.addWidget(card)

    def _show_remedies(self) -> None:
        if not self._found.remedies:
            self.rows.addSpacing(8)
            self.line(nothing_helps(self._found))
            return
        self.title(self.tr("What would help, the cheapest first"))
        for remedy in self._found.remedies:
            self.rows.addWidget(self._remedy_card(remedy))

    def _remedy_card(self, remedy: Remedy) -> Card:
        title = remedy_line(remedy, self._board)
        card = panel(title, "\n".join(effect_lines(remedy, self._board)))
        if self._can_be_tried(remedy):
            words = self.tr("Try it in a copy")
            card.foot.addWidget(_button(words, title, partial(self._try, remedy)))
        card.foot.addWidget(_button(self._verb(remedy), title, partial(self._take, remedy)))
        card.foot.addStretch(1)
        return card

    def _can_be_tried(self, remedy: Remedy) -> bool:
        """Tell whether a copy can have it: agreed pairs, and reasons for a pair, are in all."""
        pair = None if remedy.pair is None else pair_on(self._board, remedy.pair)
        if remedy.kind is RemedyKind.LOCK:
            return pair is not None and pair.is_proposed
        return pair is None

    def _verb(self, remedy: Remedy) -> str:
        if remedy.kind is RemedyKind.RULE:
            return self.tr("Give a reason…")
        if remedy.kind is RemedyKind.ROOM:
            return self.tr("Do that and pair them")
        pair = None if remedy.pair is None else pair_on(self._board, remedy.pair)
        if pair is not None and not pair.is_proposed:
            return self.tr("End the pair…")
        return self.tr("Unlock and move them")

    def _try(self, remedy: Remedy) -> None:
        self.accept()
        self.trial_wanted.emit(remedy)

    def _take(self, remedy: Remedy) -> None:
        self.accept()
        self.remedy_wanted.emit(remedy)


def _button(words: str, about: str, act: Callable[[], None]) -> QPushButton:
    """Return a button of a card; a screen reader hears what the card is about."""
    made = button(words)
    made.setAccessibleDescription(about)
    made.clicked.connect(lambda _checked: act())
    return made
