"""How far the plan on the board is from the best one, in words."""

from __future__ import annotations

from dataclasses import dataclass

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.matching.suggestion import Gap
from revmentor_desktop.ui.pairing.fit_words import points_word
from revmentor_desktop.ui.pairing.words import translate
from revmentor_desktop.ui.roles import counted_role, named


@dataclass(frozen=True, slots=True)
class BestWords:
    """What a chip says of a plan, and its tip at more length."""

    chip: str
    tip: str
    is_best: bool


def best_words(gap: Gap) -> BestWords | None:
    """Say how good a plan is; None where the proof of the best one does not hold."""
    if not gap.is_proven:
        return None
    aim = gap.best.aim
    tip = proof_words(aim) if gap.is_best else f"{proof_words(aim)} {_best_plan(gap)}"
    chip = _praise(aim) if gap.is_best else _shortfall(gap)
    return BestWords(chip, tip, gap.is_best)


def points_apart(hundredths: int) -> str:
    """Return a difference of points as one says it: "1 point", "12 points"."""
    whole = whole_points(hundredths)
    if whole < 1:
        return translate("Pairing", "less than 1 point")
    if whole == 1:
        return translate("Pairing", "1 point")
    return translate("Pairing", "{0:,} points").format(whole)


def _praise(aim: Aim) -> str:
    if aim is Aim.NOBODY_LEFT:
        return translate("Pairing", "✓ Fairest possible plan")
    return translate("Pairing", "✓ Best possible total")


def _shortfall(gap: Gap) -> str:
    """Say by what the plan on the board falls short, what matters most first."""
    away = gap.distance
    if away.mentees > 0 and gap.best.aim is not Aim.FIT:
        return translate("Pairing", "{0:,} more could be paired").format(away.mentees)
    if gap.best.aim is Aim.NOBODY_LEFT:
        if away.lowest > 0:
            lowest = translate("Pairing", "Lowest fit could be {0} higher")
            return lowest.format(points_apart(away.lowest))
        return translate("Pairing", "Could be fairer")
    if away.total > 0:
        below = translate("Pairing", "{0} below the best total")
        return below.format(points_apart(away.total))
    return translate("Pairing", "Not the best plan")


def proof_words(aim: Aim) -> str:
    """Say what no plan is better at, and how that is known."""
    words = {
        Aim.EVERYONE: translate(
            "Pairing",
            "The best plan pairs as many {leaders} as possible, then has the highest total of "
            "fits. Agreed and locked pairs stay. A check apart from the search proves it.",
        ),
        Aim.FIT: translate(
            "Pairing",
            "The best plan has only pairs from your lowest fit upwards, and of these the highest "
            "total. Agreed and locked pairs stay. A check apart from the search proves it.",
        ),
        Aim.NOBODY_LEFT: translate(
            "Pairing",
            "The fairest plan pairs as many {leaders} as possible, then makes the lowest fit as "
            "high as it can be, then the next lowest. Agreed and locked pairs stay. A check apart "
            "from the search proves it.",
        ),
    }
    return named(words[aim])


def _best_plan(gap: Gap) -> str:
    said = translate("Pairing", "There, {0} are paired, with a total of {1}.")
    if gap.best.paired == 1:
        said = translate("Pairing", "There, {0} is paired, with a total of {1}.")
    return said.format(_leaders(gap.best.paired), points_word(gap.best.total))


def _leaders(count: int) -> str:
    return f"{count:,} {counted_role(Role.MENTEE, count)}"
