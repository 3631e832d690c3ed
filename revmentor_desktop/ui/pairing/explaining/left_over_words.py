"""Why somebody has no partner, in sentences, and each change that would help."""

from __future__ import annotations

from collections.abc import Mapping

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.matching.left_over import Remedy, RemedyKind, WhyLeftOver
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.ui.pairing.explaining.doing import pair_on
from revmentor_desktop.ui.pairing.explaining.outcome_words import lowest_words, moves, total_words
from revmentor_desktop.ui.pairing.explaining.rule_words import obstacle_words
from revmentor_desktop.ui.pairing.words import name_of, names_of, short_reason, translate
from revmentor_desktop.ui.roles import counted_role


def new_in_best(found: WhyLeftOver, board: Board) -> list[ScoredPair]:
    """Return the pairs of somebody in the best plan that the board does not have."""
    return [one for one in found.in_best if pair_on(board, one) is None]


def best_line(one: ScoredPair, who: Participant) -> str:
    """Return that the best plan has a partner for somebody."""
    other = one.leader if one.mentor == who else one.mentor
    words = translate(
        "Pairing", "That need not be: in the best plan {0} is paired with {1}, with a fit of {2}."
    )
    if not one.total:  # nothing that counts is known of both
        words = translate("Pairing", "That need not be: in the best plan {0} is paired with {1}.")
    return words.format(name_of(who), name_of(other), whole_points(one.total))


def short_best_line(one: ScoredPair, who: Participant) -> str:
    """Return the same short enough for the card about somebody."""
    other = one.leader if one.mentor == who else one.mentor
    words = translate("Pairing", "Best plan: {0} ({1})")
    if not one.total:
        words = translate("Pairing", "Best plan: {0}")
    return words.format(name_of(other), whole_points(one.total))


def obstacle_lines(found: WhyLeftOver, labels: Mapping[str, str]) -> list[str]:
    """Return what keeps somebody from the other side, the most first."""
    lines = [obstacle_words(one, found.participant, labels) for one in found.obstacles]
    return list(dict.fromkeys(lines))


def obstacle_title(found: WhyLeftOver) -> str:
    """Return over what the obstacles count: "Of 14 leaders:"."""
    other = found.participant.participation.role.other
    count = sum(len(one.people) for one in found.obstacles)
    if not count:
        return translate("Pairing", "There is no {0} to be paired with.").format(
            counted_role(other, 1)
        )
    return translate("Pairing", "Of {0} {1}:").format(count, counted_role(other, count))


def remedy_line(remedy: Remedy, board: Board) -> str:
    """Return what would have to change."""
    if remedy.person is not None:
        return _room_line(remedy.person)
    if remedy.pair is None:
        raise ValueError("a remedy without a person is about a pair")
    names = names_of((remedy.pair.mentor, remedy.pair.leader))
    if remedy.kind is RemedyKind.RULE:
        words = translate("Pairing", "Set a rule aside for {0}: {1}")
        return words.format(names, short_reason(remedy.error) if remedy.error else remedy.rule)
    pair = pair_on(board, remedy.pair)
    if pair is not None and pair.is_proposed:
        return translate("Pairing", "Unlock the pair of {0}").format(names)
    return translate("Pairing", "End the agreed pair of {0}").format(names)


def effect_lines(remedy: Remedy, board: Board) -> list[str]:
    """Return what comes of a remedy: points, the lowest fit, who moves on the board.

    An agreed pair only ends; what else could come of that is told as such.
    """
    change = remedy.outcome.from_board
    figures = [f"{total_words(change)}.", lowest_words(change)]
    couple = remedy.pair.couple if remedy.kind is RemedyKind.RULE and remedy.pair else (0, 0)
    lines = [" ".join(filter(None, figures)), *moves(remedy.outcome, couple)]
    pair = None if remedy.pair is None else pair_on(board, remedy.pair)
    if remedy.kind is RemedyKind.LOCK and pair is not None and not pair.is_proposed:
        lines.insert(
            0, translate("Pairing", "By that nobody moves yet. The best plan would then be:")
        )
    return lines


def _room_line(one: Participant) -> str:
    part = one.participation
    words = translate("Pairing", "Let {0} have {1} {2} instead of {3}")
    more = part.most_partners + 1
    return words.format(name_of(one), more, counted_role(part.role.other, more), part.most_partners)


def nothing_helps(found: WhyLeftOver) -> str:
    """Return that no single change would help, or that the best plan has partners enough."""
    who = found.participant
    if found.in_best:
        partners = [one.leader if one.mentor == who else one.mentor for one in found.in_best]
        words = translate("Pairing", "In the best plan {0} has {1}, and nobody else.")
        return words.format(name_of(who), names_of(partners))
    words = translate(
        "Pairing",
        "No single change would give {0} a {1} without taking one from somebody else.",
    )
    return words.format(name_of(who), counted_role(who.participation.role.other, 1))


def left_over_title(who: Participant, board: Board) -> str:
    """Return the question that is answered."""
    words = translate("Pairing", "Why is {0} left over?")
    if board.pairs_of(who):
        words = translate("Pairing", "Why has {0} no further partner?")
    return words.format(name_of(who))
