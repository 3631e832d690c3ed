"""What the officer can ask about the board, and what is done of what the answers offer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.pairs import Pair, couple_of
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.matching.explaining import WhyNot, best_others, why_not, why_not_by_rules
from revmentor_desktop.matching.left_over import Remedy, RemedyKind, WhyLeftOver, why_left_over
from revmentor_desktop.matching.letting_go import let_go
from revmentor_desktop.matching.scoring import fit
from revmentor_desktop.matching.situation import Situation
from revmentor_desktop.matching.standing import Standing
from revmentor_desktop.matching.suggestion import Suggestion
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.best_plan import BestPlan
from revmentor_desktop.ui.pairing.board.cards import Card, PairCard
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.explaining.alternatives_dialog import AlternativesDialog, Others
from revmentor_desktop.ui.pairing.explaining.dialog import ExplainingDialog
from revmentor_desktop.ui.pairing.explaining.doing import all_of, pair_on
from revmentor_desktop.ui.pairing.explaining.left_over_dialog import LeftOverDialog
from revmentor_desktop.ui.pairing.explaining.left_over_words import (
    left_over_title,
    remedy_line,
    short_best_line,
)
from revmentor_desktop.ui.pairing.explaining.why_not_chooser import WhyNotChooser
from revmentor_desktop.ui.pairing.explaining.why_not_dialog import WhyNotDialog
from revmentor_desktop.ui.pairing.explaining.why_not_words import brief
from revmentor_desktop.ui.pairing.words import done_words, name_of, names_of
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.menus import add_entry

T = TypeVar("T")
_SOON: Final = 2_000
"""Boards of up to so many possible pairs are solved from nothing between two key presses."""


class Explaining(QObject):
    """Asks the best plan why, why not and who else, and shows the answers."""

    change_wanted = Signal(Rearrangement)
    copy_wanted = Signal(Rearrangement)
    unlocked_copy_wanted = Signal(Rearrangement, Pair)
    """A change is to be tried in a copy in which that locked proposal is let go."""
    partner_wanted = Signal(Held)
    end_wanted = Signal(Pair)
    unlock_wanted = Signal(Pair)
    reason_wanted = Signal(Pair)
    """A pair on the board breaks a rule, and is to stay for a written reason."""
    done = Signal(Rearrangement, list)
    """A change was made that would help; with the ids of the new pairs."""

    def __init__(self, context: Context, window: QWidget, best: BestPlan) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._best = best
        self._scored: ScoredBoard | None = None

    def show_board(self, scored: ScoredBoard) -> None:
        """Explain that board from now on."""
        self._scored = scored

    @property
    def _board(self) -> Board | None:
        return self._scored.board if self._scored else None

    def fill_menu(self, menu: QMenu, card: Card) -> None:
        """Add to the menu of a card what can be asked about it."""
        menu.addSeparator()
        if isinstance(card, PairCard):
            add_entry(menu, self.tr("Alternatives…"), "users", partial(self.alternatives_of, card))
            for role in (Role.MENTOR, Role.MENTEE):
                self._add_question(menu, card.held(role))
            return
        self._add_question(menu, card.held())
        who = card.participant
        if self._board is not None and not self._board.takes_nobody(who):
            add_entry(menu, self.tr("Alternatives…"), "users", partial(self.alternatives_of, card))
        words = left_over_title(who, self._board) if self._board else ""
        add_entry(menu, words, "info", partial(self.left_over, who))

    def alternatives_of(self, card: Card) -> None:
        """Show the three best others for somebody, or for each of the two of a pair.

        For a pair that stays they are there to be read.
        """
        if not isinstance(card, PairCard):
            self.alternatives(card.held())
            return
        kept = card.pair if card.pair.is_fixed else None
        self.alternatives(*(card.held(role) for role in (Role.MENTOR, Role.MENTEE)), kept=kept)

    def ask_why_not(self, held: Held) -> None:
        """Ask with whom somebody might be, then say why they are not."""
        if self._scored is None:
            return
        dialog = WhyNotChooser(self._scored, held, self._context.theme, self._window)
        self.answer_in(dialog)
        self._open(dialog)

    def answer_in(self, chooser: PartnerDialog) -> None:
        """Answer what is asked in a list of partners; it stays open until something is done."""
        chooser.tell_price(self.price)
        self._best.known.connect(chooser.tell_anew)
        chooser.why_asked.connect(
            lambda mentor, leader: self.why_not(mentor, leader, behind=chooser)
        )

    def why_not(
        self, mentor: Participant, leader: Participant, behind: Dialog | None = None
    ) -> None:
        """Say why two people are not a pair; what is done then closes the dialog `behind` too."""
        couple = couple_of(mentor, leader)
        words = self.tr("Why not {0}?").format(names_of((mentor, leader)))

        def question(situation: Situation, standing: Standing) -> WhyNot | None:
            try:
                return why_not(situation, standing, *couple)
            except KeyError:
                return self._without_a_plan(situation, mentor, leader)

        self._ask(words, question, partial(self._show_why_not, behind))

    def _without_a_plan(
        self, situation: Situation, mentor: Participant, leader: Participant
    ) -> WhyNot | None:
        """Explain two of whom one is in no plan, having withdrawn; None where one is gone."""
        if any(situation.board.participant(one.person.id) is None for one in (mentor, leader)):
            return None
        scores = situation.scores
        return why_not_by_rules(mentor, leader, fit(mentor, leader, scores.criteria), scores.facts)

    def price(self, mentor: Participant, leader: Participant) -> str:
        """Return in a line what pairing two people would come to; "" while that is not known."""
        found = self._best.suggestion
        if found is None or _takes_long(found):
            return ""
        couple = couple_of(mentor, leader)
        try:
            return brief(why_not(found.situation, found.standing, *couple))
        except KeyError:
            return ""

    def in_best(self, who: Participant) -> str:
        """Return whom the best plan has for somebody, short; "" while that is not known."""
        found, board = self._best.suggestion, self._board
        if found is None or board is None or found.situation.board is not board:
            return ""
        mine = [one for one in found.pairs if who.participation.id in one.couple]
        new = [one for one in mine if pair_on(board, one) is None]
        if new:
            return short_best_line(new[0], who)
        return "" if mine else self.tr("Best plan: no partner")

    def left_over(self, who: Participant) -> None:
        """Say why somebody has no partner, and what would help."""
        part_id = who.participation.id

        def question(situation: Situation, standing: Standing) -> WhyLeftOver | None:
            try:
                return why_left_over(situation, standing, part_id)
            except KeyError:
                return None

        words = self.tr("Why is {0} left over?").format(name_of(who))
        self._ask(words, question, self._show_left_over)

    def alternatives(self, *held: Held, kept: Pair | None = None) -> None:
        """Show the three best others for some people, or were a pair that is `kept` let go."""

        def question(situation: Situation, standing: Standing) -> list[Others] | None:
            if kept is not None:
                try:
                    situation, standing = let_go(situation, standing, kept)
                except KeyError:
                    return None
            return [Others(one, best_others(situation, standing, _id(one))) for one in held]

        names = names_of([one.participant for one in held])
        words = self.tr("Alternatives for {0}").format(names)
        self._ask(words, question, partial(self._show_alternatives, kept))

    def _ask(
        self,
        words: str,
        question: Callable[[Situation, Standing], T],
        then: Callable[[T, Board], object],
    ) -> None:
        def answered(found: T) -> None:
            if self._board is not None and found is not None:
                then(found, self._board)

        if not self._context.jobs.busy:
            self._best.ask(words, question, answered)

    def _show_why_not(self, behind: Dialog | None, found: WhyNot | None, board: Board) -> None:
        if found is None:
            return
        dialog = WhyNotDialog(found, board, behind or self._window)
        if behind is not None:
            dialog.accepted.connect(behind.reject)
        self._open(dialog)

    def _show_left_over(self, found: WhyLeftOver | None, board: Board) -> None:
        if found is not None:
            dialog = LeftOverDialog(found, board, board.facts.labels, self._window)
            dialog.remedy_wanted.connect(self._help, Qt.ConnectionType.QueuedConnection)
            dialog.trial_wanted.connect(self._try, Qt.ConnectionType.QueuedConnection)
            self._open(dialog)

    def _show_alternatives(
        self, kept: Pair | None, sides: list[Others] | None, board: Board
    ) -> None:
        if sides is None:
            return
        dialog = AlternativesDialog(sides, board, self._window, kept)
        dialog.partner_wanted.connect(self.partner_wanted, Qt.ConnectionType.QueuedConnection)
        self._open(dialog)

    def _help(self, remedy: Remedy) -> None:
        """Make the change that a remedy names, with the pairs that come of it, as one step."""
        if self._board is None:
            return
        change = all_of(self._board, remedy.outcome.from_board, remedy.pair)
        pair = None if remedy.pair is None else pair_on(self._board, remedy.pair)
        if remedy.kind is RemedyKind.RULE and pair is not None:
            self.reason_wanted.emit(pair)
        elif remedy.kind is RemedyKind.RULE:
            self.change_wanted.emit(change)
        elif remedy.person is not None:
            self._give_room(remedy, remedy.person, change)
        elif pair is not None and pair.is_proposed:
            self._unlock(pair, change)
        elif pair is not None:
            self.end_wanted.emit(pair)

    def _try(self, remedy: Remedy) -> None:
        """Try such a change in a copy of the draft; one partner more wants a reason there.

        How many somebody may have is no matter of a draft: it stays as it is.
        """
        if self._board is None:
            return
        found = remedy.outcome.from_board
        gaining = (one for one in found.joined if remedy.person in (one.mentor, one.leader))
        change = all_of(self._board, found, remedy.pair or next(gaining, None))
        pair = None if remedy.pair is None else pair_on(self._board, remedy.pair)
        if pair is not None:
            self.unlocked_copy_wanted.emit(change, pair)
        else:
            self.copy_wanted.emit(change)

    def _give_room(self, remedy: Remedy, one: Participant, change: Rearrangement) -> None:
        def action(data: DataFile, programme_id: int) -> list[int]:
            from revmentor_desktop.services.pairing.helping import rearrange_with_room

            return rearrange_with_room(data, programme_id, one.person.id, *_numbers(change))

        if self._board is not None:
            self._run(remedy_line(remedy, self._board), action, change)

    def _unlock(self, pair: Pair, change: Rearrangement) -> None:
        def action(data: DataFile, programme_id: int) -> list[int]:
            from revmentor_desktop.services.pairing.helping import rearrange_unlocked

            return rearrange_unlocked(data, programme_id, pair.id, *_numbers(change))

        names = names_of((pair.mentor, pair.mentee))
        self._run(self.tr("Unlock the pair of {0}").format(names), action, change)

    def _run(
        self, words: str, action: Callable[[DataFile, int], list[int]], change: Rearrangement
    ) -> None:
        programme_id = self._context.programme_id
        if programme_id is None:
            return
        made = self._context.run(
            words, lambda data: action(data, programme_id), notice=done_words(change)
        )
        if made is not None:
            self.done.emit(change, made)

    def _add_question(self, menu: QMenu, held: Held) -> None:
        words = self.tr("Why not {0} with…").format(name_of(held.participant))
        add_entry(menu, words, "info", partial(self.ask_why_not, held))

    def _open(self, dialog: Dialog) -> None:
        # What is wanted is done after the dialog is gone, so that the focus is where it was.
        if isinstance(dialog, ExplainingDialog):
            queued = Qt.ConnectionType.QueuedConnection
            dialog.change_wanted.connect(self.change_wanted, queued)
            dialog.copy_wanted.connect(self.copy_wanted, queued)
            dialog.end_wanted.connect(self.end_wanted, queued)
            dialog.unlock_wanted.connect(self.unlock_wanted, queued)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _takes_long(found: Suggestion) -> bool:
    """Tell whether a price takes so long to say that somebody who goes along a list would feel it.

    Of *nobody left behind* some prices are worked out from nothing.
    """
    size = len(found.situation.scores.mentors) * len(found.situation.scores.leaders)
    return found.solution.aim is Aim.NOBODY_LEFT and size > _SOON


def _id(held: Held) -> int:
    return held.participant.participation.id


def _numbers(change: Rearrangement) -> tuple[list[int], list[tuple[int, int]]]:
    parted = [pair.id for pair in change.parted]
    return parted, [(mentor.person.id, mentee.person.id) for mentor, mentee in change.joined]
