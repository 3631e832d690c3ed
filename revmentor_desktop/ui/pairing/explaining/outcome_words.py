"""What another plan would come to, in words: points in all, the lowest fit, and who moves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.matching.explaining import Change, Outcome
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.ui.pairing.words import name_of, names_of, translate
from revmentor_desktop.ui.roles import capital, named

_MOST_MOVES: Final = 3
"""So many moves are told one by one; of more, how many others there are."""
Couple = tuple[int, int]
"""A mentor and a leader, by participation ids."""


def points_of(hundredths: int) -> str:
    """Return points as one says them: "4.2 points", "1 point"."""
    tenths = (abs(hundredths) + 5) // 10
    if not tenths:
        return translate("Pairing", "less than 0.1 points")
    if tenths == 10:
        return translate("Pairing", "1 point")
    whole, part = divmod(tenths, 10)
    return translate("Pairing", "{0} points").format(f"{whole}.{part}" if part else str(whole))


def cost_lines(outcome: Outcome) -> list[str]:
    """Return what pairing two people would cost the best plan, and the board where it is another.

    Where the two are in the best plan, that is said by whoever asks.
    """
    best = _cost(outcome.from_best)
    if is_board_best(outcome):
        return [best.format(translate("Pairing", "This plan"))]
    board = _cost(outcome.from_board).format(translate("Pairing", "The plan on the board"))
    if not outcome.from_best.joined:
        return [board]
    return [best.format(translate("Pairing", "The best plan")), board]


def is_board_best(outcome: Outcome) -> bool:
    """Tell whether the plan on the board is the best one, so that both come to the same."""
    return outcome.from_best == outcome.from_board


def lowest_words(change: Change) -> str:
    """Return what becomes of the lowest fit of a plan, or ""."""
    before, after = change.lowest
    if before is None or after is None:
        return ""
    was, will = whole_points(before), whole_points(after)
    if was == will:
        return translate("Pairing", "The lowest fit stays {0}.").format(was)
    return translate("Pairing", "The lowest fit goes from {0} to {1}.").format(was, will)


def total_words(change: Change) -> str:
    """Return what becomes of the total, short: "4.2 points less in all"."""
    if not change.total:
        return translate("Pairing", "As many points in all")
    words = translate("Pairing", "{0} less in all")
    if change.total > 0:
        words = translate("Pairing", "{0} more in all")
    return capital(words.format(points_of(change.total)))


def figures_lines(outcome: Outcome) -> list[str]:
    """Return total and lowest fit beside the plan, and beside the best where that is another."""
    change = outcome.from_board
    here = " ".join(filter(None, (f"{total_words(change)}.", lowest_words(change))))
    if is_board_best(outcome):
        return [here]
    if not outcome.from_best.joined:
        return [translate("Pairing", "This is the best plan."), here]
    words = translate("Pairing", "{0} than in the best plan.")
    if not outcome.from_best.total:
        words = translate("Pairing", "{0} as in the best plan.")
    return [words.format(total_words(outcome.from_best)), here]


def moves(outcome: Outcome, couple: Couple) -> list[str]:
    """Return who would move on the board beside the couple itself, and who would be left over."""
    change = outcome.from_board
    found = [_move(change, one) for one in change.joined if one.couple != couple]
    lines = found[:_MOST_MOVES]
    others = len(found) - len(lines)
    if others:
        words = translate("Pairing", "{0} other pairs would be new as well.")
        one = translate("Pairing", "1 other pair would be new as well.")
        lines.append(one if others == 1 else words.format(others))
    return [*lines, *_left(change)]


def freed_words(people: Iterable[Participant]) -> str:
    """Return who would have no partner (any more) after the two alone were paired, or ""."""
    freed = list(people)
    if not freed:
        return ""
    words = translate("Pairing", "{0} would be free then.")
    return words.format(few_names(freed))


def few_names(people: Iterable[Participant]) -> str:
    """Return names, of many only the first ones and how many others there are."""
    found = list(people)
    if len(found) <= _MOST_MOVES + 1:
        return names_of(found)
    named_ones = ", ".join(map(name_of, found[:_MOST_MOVES]))
    return translate("Pairing", "{0} and {1} others").format(named_ones, len(found) - _MOST_MOVES)


def _cost(change: Change) -> str:
    """Return what becomes of the total, with a blank for the plan."""
    if not change.total:
        return translate("Pairing", "{0} would lose no points.")
    words = translate("Pairing", "{0} would lose {1} in all.")
    if change.total > 0:
        words = translate("Pairing", "{0} would gain {1} in all.")
    return words.format("{0}", points_of(change.total))


def _move(change: Change, one: ScoredPair) -> str:
    """Return how a new pair comes about: its mentor leaves somebody, or was free."""
    mentor, leader = name_of(one.mentor), name_of(one.leader)
    if any(each.mentor == one.mentor for each in change.parted):
        return translate("Pairing", "{0} would move to {1}.").format(mentor, leader)
    return translate("Pairing", "{0} would be paired with {1}.").format(mentor, leader)


def _left(change: Change) -> list[str]:
    """Return who would be left over, and how many would not be any more."""
    mentors = [one for one in change.left if one.participation.role is Role.MENTOR]
    leaders = [one for one in change.left if one.participation.role is Role.MENTEE]
    gained = change.leaders + len(leaders)
    lines = []
    if leaders:
        words = translate("Pairing", "{0} would be left without a {mentor}.")
        lines.append(named(words, few_names(leaders)))
    if mentors:
        lines.append(translate("Pairing", "{0} would be free.").format(few_names(mentors)))
    if gained > 0:
        lines.append(_gained(gained, others_lose=bool(leaders)))
    elif not leaders:
        words = translate("Pairing", "No {leader} would be left without a {mentor} by it.")
        lines.append(named(words))
    return lines


def _gained(leaders: int, *, others_lose: bool) -> str:
    """Return how many get a mentor; “more” would count wrong where somebody else loses theirs."""
    if others_lose:
        one = translate("Pairing", "1 other {leader} would have a {mentor} instead.")
        some = translate("Pairing", "{0} other {leaders} would have a {mentor} instead.")
        return named(one if leaders == 1 else some, leaders)
    if leaders == 1:
        return named(translate("Pairing", "1 more {leader} would have a {mentor}."))
    return named(translate("Pairing", "{0} more {leaders} would have a {mentor}."), leaders)
