"""Why two people are not a pair, in sentences: rules, places that are taken, or the price of it."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.pairs import couple_of
from revmentor_desktop.matching.explaining import WhyNot
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.ui.pairing.explaining.doing import pair_on
from revmentor_desktop.ui.pairing.explaining.outcome_words import cost_lines, is_board_best, moves
from revmentor_desktop.ui.pairing.words import name_of, names_of, translate
from revmentor_desktop.ui.prompts import words_of

_BRIEF: Final = 3
"""So many sentences have room beneath a list."""


def fit_line(found: WhyNot) -> str:
    """Return how well the two fit."""
    if not found.fit.is_known:
        return translate("Pairing", "Nothing that counts is known of both, so there is no fit.")
    return translate("Pairing", "They would have a fit of {0}.").format(
        whole_points(found.fit.total)
    )


def against_lines(found: WhyNot) -> list[str]:
    """Return the rules that forbid the two, each a sentence, and whether a reason would do."""
    lines = [words_of(one.error) for one in found.against if one.error is not None]
    if found.can_be_set_aside:
        one = translate("Pairing", "A written reason sets this rule aside for the two of them.")
        more = translate("Pairing", "A written reason sets these rules aside for the two of them.")
        lines.append(one if len(lines) == 1 else more)
    elif lines:
        lines.append(translate("Pairing", "No reason can set that aside."))
    return lines


def other_lines(found: WhyNot, board: Board) -> list[str]:
    """Return what stands in the way beside rules: the lowest fit asked for, pairs that stay."""
    lines = []
    if found.is_below_floor:
        lines.append(translate("Pairing", "That is below the lowest fit that was asked for."))
    lines += [_kept_line(one, found, board) for one in found.kept]
    return lines


def price_lines(found: WhyNot) -> list[str]:
    """Return what pairing them, with others moved as well as can be, would come to.

    Nothing where it cannot be.
    """
    if found.outcome is None:
        return []
    couple = couple_of(found.mentor, found.leader)
    return [*_best_line(found), *cost_lines(found.outcome), *moves(found.outcome, couple)]


def brief(found: WhyNot) -> str:
    """Return the price in a line or two, for beneath a list; "" where a rule forbids the two."""
    if found.against or found.outcome is None:
        return ""
    if _best_line(found) or not is_board_best(found.outcome):
        return " ".join((*_best_line(found), *cost_lines(found.outcome)[:1])[:1])
    first, *moved = price_lines(found)[:_BRIEF]
    if not moved:
        return first
    # Pairing the two moves nobody else by itself: that is what the best answer to it would be.
    others = translate("Pairing", "If others move with them: {0}")
    return " ".join((others.format(first[:1].lower() + first[1:]), *moved))


def _best_line(found: WhyNot) -> list[str]:
    if found.outcome is None or found.outcome.from_best.joined:
        return []
    names = names_of((found.mentor, found.leader))
    return [translate("Pairing", "The best plan has {0} as a pair.").format(names)]


def _kept_line(one: ScoredPair, found: WhyNot, board: Board) -> str:
    """Return who of the two is in a pair that stays, and so has no place."""
    who, partner = (one.mentor, one.leader)
    if who != found.mentor:
        who, partner = partner, who
    pair = pair_on(board, one)
    words = translate("Pairing", "{0} is in an agreed pair with {1} and has no further place.")
    if pair is not None and not pair.is_fixed:
        words = translate(
            "Pairing", "{0} is in a pair with {1} and has more partners than agreed; they stay."
        )
    elif pair is not None and pair.is_proposed:
        words = translate("Pairing", "{0} is in a locked pair with {1} and has no further place.")
    return words.format(name_of(who), name_of(partner))
