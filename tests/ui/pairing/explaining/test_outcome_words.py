"""What another plan comes to is said in points, lowest fits and names."""

from __future__ import annotations

import pytest

from revmentor_desktop.matching.explaining import Outcome
from revmentor_desktop.ui.pairing.explaining.outcome_words import (
    cost_lines,
    few_names,
    figures_lines,
    freed_words,
    lowest_words,
    moves,
    points_of,
)
from tests.ui.pairing.explaining.stage import (
    AMIR,
    DAVID,
    HELEN,
    JONAS,
    KARL,
    MEI,
    NGOZI,
    ROB,
    SANA,
    SUE,
    both,
    changed,
    scored,
)

COUPLE = scored(MEI, DAVID).couple
SWAP = changed(
    joined=(scored(MEI, DAVID), scored(JONAS, HELEN)),
    parted=(scored(MEI, HELEN), scored(JONAS, DAVID)),
    total=-420,
    lowest=(6_400, 6_400),
)


@pytest.mark.parametrize(
    ("hundredths", "said"),
    [
        (420, "4.2 points"),
        (-420, "4.2 points"),
        (96, "1 point"),
        (100, "1 point"),
        (1_200, "12 points"),
        (4, "less than 0.1 points"),
        (5, "0.1 points"),
    ],
)
def test_points_are_said_with_a_tenth_at_most(hundredths: int, said: str) -> None:
    assert points_of(hundredths) == said


def test_a_plan_that_is_the_best_is_this_plan() -> None:
    assert cost_lines(both(SWAP)) == ["This plan would lose 4.2 points in all."]
    assert cost_lines(both(changed())) == ["This plan would lose no points."]


def test_a_plan_that_is_not_the_best_is_told_apart_from_it() -> None:
    gain = changed(joined=(scored(MEI, DAVID),), total=6_400, leaders=1)
    assert cost_lines(Outcome(SWAP, gain)) == [
        "The best plan would lose 4.2 points in all.",
        "The plan on the board would gain 64 points in all.",
    ]
    assert cost_lines(Outcome(changed(), gain)) == [
        "The plan on the board would gain 64 points in all."
    ]


def test_figures_say_total_and_lowest() -> None:
    assert figures_lines(both(SWAP)) == ["4.2 points less in all. The lowest fit stays 64."]
    gain = changed(joined=(scored(MEI, DAVID),), total=6_400, leaders=1, lowest=(6_400, 5_300))
    assert figures_lines(Outcome(SWAP, gain)) == [
        "4.2 points less in all than in the best plan.",
        "64 points more in all. The lowest fit goes from 64 to 53.",
    ]
    assert figures_lines(Outcome(changed(), gain))[0] == "This is the best plan."
    assert lowest_words(changed(lowest=(None, 5_300))) == ""
    assert figures_lines(both(changed())) == ["As many points in all."]
    level = changed(joined=(scored(MEI, DAVID),))
    assert figures_lines(Outcome(level, gain))[0] == "As many points in all as in the best plan."


def test_who_moves_is_said_by_name_and_that_nobody_is_left_without() -> None:
    assert moves(both(SWAP), COUPLE) == [
        "Jonas Tamm would move to Helen Ward.",
        "No leader would be left without a mentor by it.",
    ]


def test_who_is_left_over_and_who_is_not_any_more_is_said() -> None:
    change = changed(
        joined=(scored(MEI, DAVID), scored(SANA, ROB)),
        parted=(scored(JONAS, DAVID), scored(MEI, HELEN)),
        leaders=0,
        left=(JONAS, HELEN),
    )
    assert moves(both(change), COUPLE) == [
        "Sana Khan would be paired with Rob Clarke.",
        "Helen Ward would be left without a mentor.",
        "Jonas Tamm would be free.",
        "1 other leader would have a mentor instead.",
    ]
    two = changed(joined=(scored(MEI, DAVID), scored(SANA, ROB)), leaders=2)
    assert moves(both(two), COUPLE)[-1] == "2 more leaders would have a mentor."


def test_of_many_moves_the_first_are_told() -> None:
    pairs = [(JONAS, HELEN), (SANA, ROB), (AMIR, SUE), (NGOZI, KARL)]
    change = changed(joined=tuple(scored(*each) for each in pairs), leaders=4)
    said = moves(both(change), COUPLE)
    assert said[2:4] == [
        "Amir Haddad would be paired with Sue Grant.",
        "1 other pair would be new as well.",
    ]
    more = changed(joined=(*change.joined, scored(NGOZI, DAVID)), leaders=4)
    assert "2 other pairs would be new as well." in moves(both(more), COUPLE)


def test_of_many_names_the_first_are_told() -> None:
    assert freed_words([]) == ""
    assert freed_words([HELEN, ROB]) == "Helen Ward and Rob Clarke would be free then."
    assert few_names([DAVID, HELEN, ROB, SUE]).endswith("Rob Clarke and Sue Grant")
    five = [DAVID, HELEN, ROB, SUE, KARL]
    assert few_names(five) == "David Price, Helen Ward, Rob Clarke and 2 others"
