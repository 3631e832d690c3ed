"""Each rule has its words: kept when two people were checked, and what it comes to for somebody."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Overridden, Override
from revmentor_desktop.domain.participation import Participant, ParticipationState
from revmentor_desktop.domain.plan.pairing_choices import RULES
from revmentor_desktop.matching.left_over import Bound, Obstacle
from revmentor_desktop.ui.pairing.explaining.rule_words import kept_words, obstacle_words
from tests.ui.pairing.explaining.stage import DAVID, HELEN, KARL, MEI, ROB, SUE, with_part

MANY = (DAVID, HELEN, ROB, SUE, KARL)
OWN = "own:own-1:must_differ"


def words(what: str, people: tuple[Participant, ...], one: Participant = MEI) -> str:
    return obstacle_words(Obstacle(what, people), one, {"own-1": "Shift"})


def test_every_rule_has_words_for_having_been_kept() -> None:
    found = kept_words([(rule, None) for rule in (*RULES, "no-place", OWN)])
    assert len(found) == len(RULES) + 2
    assert found[0] == "not in one line of management"
    assert found[-2:] == ["both with a place", "the programme’s own rules"]


def test_what_is_broken_or_set_aside_was_not_kept() -> None:
    broken = KnownError("pair-same-line", chain="", mentor="", leader="")
    aside = Override(mentor_id=1, mentee_id=2, rule="department", reason="R", day=date(2027, 1, 4))
    checked = [
        ("line", broken),
        ("department", Overridden(KnownError("pair-same-department"), aside)),
        ("conflict", None),
        (OWN, None),
        ("own:own-2:must_differ", KnownError("pair-own-must-differ", field="")),
    ]
    assert kept_words(checked) == ["no conflict of interest declared"]


@pytest.mark.parametrize("what", [*RULES, "no-place", *Bound])
def test_everything_that_keeps_people_apart_has_words_for_one_and_for_many(what: str) -> None:
    many, single = words(what, MANY), words(what, (DAVID,))
    assert many.startswith("5 ")
    assert single.startswith("1 ")
    assert single.endswith(": David Price")
    assert "{" not in many + single


def test_a_few_are_named_and_many_are_counted() -> None:
    assert words("line", (DAVID, HELEN)) == (
        "2 are in the same line of management: David Price and Helen Ward"
    )
    assert words("line", MANY) == "5 are in the same line of management"
    assert words(Bound.TAKEN, MANY) == "5 have another partner in the best plan"


def test_a_rule_of_the_officer_s_own_is_named_but_nobody_whom_it_keeps_apart() -> None:
    assert words(OWN, (DAVID,)) == "1 is ruled out by the rule on “Shift”"
    assert words(OWN, MANY) == "5 are ruled out by the rule on “Shift”"


def test_what_somebody_is_alone_is_not_said_of_the_others() -> None:
    state = ParticipationState
    away = with_part(MEI, state=state.PAUSED)
    applied = with_part(MEI, state=state.APPLIED)
    assert words("paused", MANY, away) == "Mei Brown has paused"
    withdrawn = with_part(MEI, state=state.WITHDRAWN)
    assert words("withdrawn", MANY, withdrawn) == "Mei Brown has withdrawn"
    reserve = with_part(MEI, state=state.RESERVE)
    assert words("no-place", MANY, reserve) == "Mei Brown is in reserve"
    assert words("confirmed", MANY, applied) == "Mei Brown is not confirmed yet"
    confirmed = with_part(MEI, state=state.CONFIRMED)
    assert words("confirmed", MANY, confirmed) == "5 are not confirmed yet"
