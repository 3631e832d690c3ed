"""Why somebody is left over, and what would help, in sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.matching.left_over import Bound, Obstacle, Remedy, RemedyKind, WhyLeftOver
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
from tests.builders import pair
from tests.ui.pairing.explaining.stage import (
    DAVID,
    HELEN,
    JONAS,
    MEI,
    ROB,
    SANA,
    board,
    both,
    changed,
    scored,
)

GAIN = both(changed(joined=(scored(MEI, DAVID, 7_000),), total=7_000, leaders=1))


def found(*obstacles: Obstacle) -> WhyLeftOver:
    return WhyLeftOver(DAVID, obstacles, (scored(SANA, DAVID, 8_600),), ())


def test_the_question_fits_who_has_no_partner_and_who_has_one() -> None:
    assert left_over_title(DAVID, board()) == "Why is David Price left over?"
    there = board(pair(1, MEI, DAVID))
    assert left_over_title(DAVID, there) == "Why has David Price no further partner?"


def test_the_partner_in_the_best_plan_is_named_unless_the_board_has_the_pair() -> None:
    one = scored(SANA, DAVID, 8_600)
    assert new_in_best(found(), board()) == [one]
    assert new_in_best(found(), board(pair(1, SANA, DAVID))) == []
    assert best_line(one, DAVID) == (
        "That need not be: in the best plan David Price is paired with Sana Khan, with a fit of 86."
    )
    assert short_best_line(one, DAVID) == "Best plan: Sana Khan (86)"
    assert short_best_line(one, SANA) == "Best plan: David Price (86)"


def test_obstacles_are_counted_of_how_many() -> None:
    why = found(Obstacle(Bound.TAKEN, (MEI, JONAS)), Obstacle("line", (SANA,)))
    assert obstacle_title(why) == "Of 3 mentors:"
    assert obstacle_lines(why, {}) == [
        "2 have another partner in the best plan: Mei Brown and Jonas Tamm",
        "1 is in the same line of management: Sana Khan",
    ]
    assert obstacle_title(found()) == "There is no mentor to be paired with."
    assert nothing_helps(found()) == "In the best plan David Price has Sana Khan, and nobody else."
    assert nothing_helps(replace(found(), in_best=())) == (
        "No single change would give David Price a mentor without taking one from somebody else."
    )


def test_a_remedy_says_what_would_have_to_change() -> None:
    error = KnownError("pair-same-department", department="IT", mentor="", leader="")
    rule = Remedy(RemedyKind.RULE, GAIN, pair=scored(MEI, DAVID), rule="department", error=error)
    assert remedy_line(rule, board()) == (
        "Set a rule aside for Mei Brown and David Price: Both work in IT"
    )
    room = Remedy(RemedyKind.ROOM, GAIN, person=MEI)
    assert remedy_line(room, board()) == "Let Mei Brown have 2 leaders instead of 1"
    lock = Remedy(RemedyKind.LOCK, GAIN, pair=scored(MEI, HELEN))
    locked = board(pair(1, MEI, HELEN, is_locked=True))
    assert remedy_line(lock, locked) == "Unlock the pair of Mei Brown and Helen Ward"
    agreed = board(pair(1, MEI, HELEN, state=PairState.AGREED))
    assert remedy_line(lock, agreed) == "End the agreed pair of Mei Brown and Helen Ward"
    with pytest.raises(ValueError, match="about a pair"):
        remedy_line(Remedy(RemedyKind.LOCK, GAIN), board())


def test_a_remedy_says_what_comes_of_it() -> None:
    room = Remedy(RemedyKind.ROOM, GAIN, person=MEI)
    assert effect_lines(room, board()) == [
        "70 points more in all.",
        "Mei Brown would be paired with David Price.",
        "1 more leader would have a mentor.",
    ]
    moved = both(
        changed(
            joined=(scored(MEI, DAVID), scored(JONAS, ROB)),
            parted=(scored(MEI, ROB),),
            total=-100,
            leaders=1,
            lowest=(5_300, 5_500),
        )
    )
    rule = Remedy(RemedyKind.RULE, moved, pair=scored(MEI, DAVID), rule="line")
    assert effect_lines(rule, board()) == [
        "1 point less in all. The lowest fit goes from 53 to 55.",
        "Jonas Tamm would be paired with Rob Clarke.",
        "1 more leader would have a mentor.",
    ]


def test_of_an_agreed_pair_it_is_said_that_ending_moves_nobody_yet() -> None:
    lock = Remedy(RemedyKind.LOCK, GAIN, pair=scored(MEI, HELEN))
    said = "By that nobody moves yet. The best plan would then be:"
    agreed = board(pair(1, MEI, HELEN, state=PairState.AGREED))
    assert effect_lines(lock, agreed)[0] == said
    assert said not in effect_lines(lock, board(pair(1, MEI, HELEN, is_locked=True)))
