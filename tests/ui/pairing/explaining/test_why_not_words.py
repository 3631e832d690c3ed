"""Why two people are not a pair: the rule, the place that is taken, or the price of it."""

from __future__ import annotations

from typing import Any

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.matching.criteria import Side
from revmentor_desktop.matching.explaining import Checked, Outcome, WhyNot
from revmentor_desktop.matching.scoring_fit import Fit, Part
from revmentor_desktop.ui.pairing.explaining.why_not_words import (
    against_lines,
    brief,
    fit_line,
    other_lines,
    price_lines,
)
from tests.builders import pair
from tests.ui.pairing.explaining.stage import (
    DAVID,
    HELEN,
    JONAS,
    MEI,
    board,
    both,
    changed,
    scored,
)

LINE = KnownError("pair-same-line", chain="A → B", mentor="Mei Brown", leader="David Price")
TIME = KnownError("pair-no-common-time", mentor="Mei Brown", leader="David Price")
FIT = Fit(6_400, 6_400, None, (Part("offers", Side.PROFESSIONAL, 6_400, None, 35),))
SWAP = changed(
    joined=(scored(MEI, DAVID), scored(JONAS, HELEN)),
    parted=(scored(MEI, HELEN), scored(JONAS, DAVID)),
    total=-420,
)


def found(**more: Any) -> WhyNot:
    usual: dict[str, Any] = {
        "mentor": MEI,
        "leader": DAVID,
        "fit": FIT,
        "against": (),
        "can_be_set_aside": False,
        "is_below_floor": False,
        "kept": (),
        "outcome": None,
    }
    return WhyNot(**(usual | more))


def test_the_fit_that_they_would_have_is_said() -> None:
    assert fit_line(found()) == "They would have a fit of 64."
    assert "no fit" in fit_line(found(fit=Fit(0, None, None, ())))


def test_each_rule_is_a_sentence_and_whether_a_reason_would_do() -> None:
    one, two = (Checked("line", LINE),), (Checked("line", LINE), Checked("time", TIME))
    said = against_lines(found(against=one, can_be_set_aside=True))
    assert said[0].startswith("Mei Brown and David Price are in one line of management")
    assert said[1:] == ["A written reason sets this rule aside for the two of them."]
    assert "these rules" in against_lines(found(against=two, can_be_set_aside=True))[-1]
    assert against_lines(found(against=one))[-1] == "No reason can set that aside."
    assert against_lines(found()) == []


def test_who_is_in_a_pair_that_stays_is_said() -> None:
    agreed = board(pair(1, JONAS, DAVID, state=PairState.AGREED))
    locked = board(pair(1, MEI, HELEN, is_locked=True))
    assert other_lines(found(kept=(scored(JONAS, DAVID),)), agreed) == [
        "David Price is in an agreed pair with Jonas Tamm and has no further place."
    ]
    assert other_lines(found(kept=(scored(MEI, HELEN),)), locked) == [
        "Mei Brown is in a locked pair with Helen Ward and has no further place."
    ]
    assert other_lines(found(is_below_floor=True), board()) == [
        "That is below the lowest fit that was asked for."
    ]


def test_the_price_is_points_and_who_moves() -> None:
    assert price_lines(found()) == []
    said = [
        "This plan would lose 4.2 points in all.",
        "Jonas Tamm would move to Helen Ward.",
        "No leader would be left without a mentor by it.",
    ]
    assert price_lines(found(outcome=both(SWAP))) == said
    line = brief(found(outcome=both(SWAP)))
    assert line.startswith("If others move with them: this plan would lose 4.2 points in all. ")
    assert line.endswith(" ".join(said[1:]))


def test_what_the_best_plan_has_is_said_so() -> None:
    outcome = Outcome(changed(), SWAP)
    assert price_lines(found(outcome=outcome))[:2] == [
        "The best plan has Mei Brown and David Price as a pair.",
        "The plan on the board would lose 4.2 points in all.",
    ]
    assert brief(found(outcome=outcome)) == "The best plan has Mei Brown and David Price as a pair."


def test_beneath_a_list_stands_the_price_in_the_best_plan_alone() -> None:
    outcome = Outcome(SWAP, changed(joined=(scored(MEI, DAVID),), total=6_400))
    assert brief(found(outcome=outcome)) == "The best plan would lose 4.2 points in all."
    assert brief(found(against=(Checked("line", LINE),), outcome=outcome)) == ""
