"""What each criterion is worth, that what is missing drops out, and which way points may move."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations
from typing import Any

import pytest

from revmentor_desktop.domain.field_values import OwnValues
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.pairing_choices import (
    CRITERIA,
    DEFAULT_WEIGHTS,
    CurvePoint,
    OwnCriterion,
    OwnCriterionKind,
    PairingChoices,
)
from revmentor_desktop.matching.criteria import Criterion, Missing, Side
from revmentor_desktop.matching.criteria_chosen import SIDES, criteria_of
from revmentor_desktop.matching.criteria_words import WISH_WORTH
from revmentor_desktop.matching.scoring import fit
from revmentor_desktop.matching.scoring_fit import Part
from tests.builders import participant
from tests.matching.scored_people import known

MENTOR = participant(1, Role.MENTOR, "Mei Brown")
LEADER = participant(2, Role.MENTEE, "David Price")
HERE, THERE = MENTOR.participation.id, LEADER.participation.id

OWN_KINDS = (OwnCriterionKind.SAME, OwnCriterionKind.DIFFERENT, OwnCriterionKind.OVERLAP)


def criterion(key: str, own_values: OwnValues | None = None, **more: Any) -> Criterion:
    """Return one of the usual criteria by itself."""
    choices = PairingChoices(weights={key: 10}, **more)
    (only,) = criteria_of(choices, own_values or {})
    return only


def own(kind: OwnCriterionKind, here: object, there: object, field: str = "own-1") -> Part:
    """Return the part of a criterion made from an own field, for two answers to it."""
    values: Any = {HERE: {field: here} if here else {}, THERE: {field: there} if there else {}}
    made = OwnCriterion(field=field, kind=kind, weight=10)
    (only,) = criteria_of(PairingChoices(weights={}, own_criteria=(made,)), values)
    return part(only)


def part(one: Criterion, mentor: Participant = MENTOR, leader: Participant = LEADER) -> Part:
    (only,) = fit(mentor, leader, [one]).parts
    return only


def points(key: str, here: dict[str, Any], there: dict[str, Any], **more: Any) -> int | None:
    return part(criterion(key, **more), known(MENTOR, **here), known(LEADER, **there)).points


# ---- what is offered and wished for --------------------------------------------------------------


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        (("Rotas",), 0),
        (("a",), 8_368),
        (("b",), 6_276),
        (("c",), 4_707),
        (("a", "b"), 9_623),
        (("b", "c"), 8_159),
        (("a", "b", "c"), 10_000),
        (("A", "Rotas", "É"), 8_368),
    ],
)
def test_the_first_wish_counts_most(offers: tuple[str, ...], expected: int) -> None:
    assert points("offers", {"offers": offers}, {"wants": ("a", "b", "c")}) == expected


def test_case_and_accents_make_no_difference_and_a_wish_counts_once() -> None:
    assert points("offers", {"offers": ("CAFE culture",)}, {"wants": ("Café Culture",)}) == 10_000
    twice = {"wants": ("a", "A", "b")}
    assert points("offers", {"offers": ("a",)}, twice) == points(
        "offers", {"offers": ("a",)}, {"wants": ("a", "b")}
    )


def test_more_wishes_met_are_worth_more_and_earlier_ones_most() -> None:
    wants = tuple("abcdefg")
    worth = {
        offers: points("offers", {"offers": offers}, {"wants": wants})
        for count in range(1, 5)
        for offers in combinations(wants, count)
    }
    for offers, found in worth.items():
        assert found is not None
        for more in wants:
            wider = worth.get(tuple(sorted({*offers, more})))
            assert wider is None or more in offers or wider > found
        for at, word in enumerate(offers):
            earlier = wants[wants.index(word) - 1] if word != "a" else word
            if earlier not in offers:
                better = worth[tuple(sorted({*offers[:at], earlier, *offers[at + 1 :]}))]
                is_last = wants.index(earlier) >= len(WISH_WORTH) - 1
                assert better == found if is_last else (better or 0) > found


def test_the_order_of_offers_counts_for_nothing_that_of_wishes_does() -> None:
    wants = {"wants": ("a", "b", "c")}
    found = {points("offers", {"offers": order}, wants) for order in permutations("abx")}
    assert len(found) == 1
    assert points("offers", {"offers": ("c",)}, {"wants": ("c", "b", "a")}) == 8_368


# ---- times, interests, places, grades ------------------------------------------------------------


@pytest.mark.parametrize(
    ("shared", "expected"), [(0, 0), (1, 5_000), (2, 8_000), (3, 10_000), (5, 10_000)]
)
def test_half_days_in_common(shared: int, expected: int) -> None:
    both = tuple(Slot)[:shared]
    here, there = {"slots": (*both, Slot.SAT_AM)}, {"slots": (Slot.SUN_PM, *both)}
    assert points("availability", here, there) == expected


@pytest.mark.parametrize(
    ("shared", "expected"), [(0, 0), (1, 6_000), (2, 8_500), (3, 10_000), (4, 10_000)]
)
def test_interests_in_common(shared: int, expected: int) -> None:
    both = ("Choir", "Chess", "Films", "Hiking")[:shared]
    here, there = {"interests": (*both, "Golf")}, {"interests": ("CYCLING", *map(str.upper, both))}
    assert points("interests", here, there) == expected


@pytest.mark.parametrize(
    ("mode", "other", "together", "apart", "unknown"),
    [
        (MeetingMode.IN_PERSON, MeetingMode.IN_PERSON, 10_000, 3_000, None),
        (MeetingMode.IN_PERSON, MeetingMode.EITHER, 10_000, 4_000, None),
        (MeetingMode.EITHER, MeetingMode.EITHER, 10_000, 7_000, None),
        (MeetingMode.VIDEO, MeetingMode.EITHER, 9_000, 9_000, 9_000),
        (MeetingMode.VIDEO, MeetingMode.VIDEO, 10_000, 10_000, 10_000),
        (MeetingMode.VIDEO, MeetingMode.IN_PERSON, 0, 0, 0),
        (None, MeetingMode.VIDEO, None, None, None),
        (None, None, None, None, None),
    ],
)
def test_place_and_mode(
    mode: MeetingMode | None,
    other: MeetingMode | None,
    together: int | None,
    apart: int | None,
    unknown: int | None,
) -> None:
    for one, two in ((mode, other), (other, mode)):
        for site, its_site, expected in (
            ("North", "NORTH", together),
            ("North", "South", apart),
            ("Home", "home", apart),
            ("", "North", unknown),
            ("", "", unknown),
        ):
            here = {"meeting_mode": one, "site": site}
            there = {"meeting_mode": two, "site": its_site}
            assert points("place", here, there) == expected


def test_a_wider_gap_in_grade_is_worth_more_on_the_usual_curve_and_what_the_officer_says() -> None:
    def gap(grade: str, other: str, **more: Any) -> int | None:
        return points("grade-gap", {"grade": grade}, {"grade": other}, **more)

    assert [gap("4", str(grade)) for grade in (4, 5, 6, 7, 9)] == [0, 3_000, 5_500, 8_000, 10_000]
    flat = (CurvePoint(0, 40), CurvePoint(1, 40))
    assert gap("4", "9", grade_curve=flat) == 4_000
    assert gap("Nurse", "Chief", grade_order=("Nurse", "Matron", "Chief")) == 5_500


def test_grades_of_two_scales_are_not_compared_and_that_is_said() -> None:
    one = criterion("grade-gap")
    found = part(one, known(MENTOR, grade="Band 7"), known(LEADER, grade="SCS 1"))
    assert (found.points, found.missing) == (None, Missing.NOT_COMPARABLE)
    assert part(one, known(MENTOR, grade="7")).missing is Missing.UNKNOWN


# ---- difference, style, the officer's own --------------------------------------------------------


def test_difference_is_the_mean_of_the_fields_that_are_known_of_both() -> None:
    fields = {"difference_fields": ("department", "site", "interests", "job_title")}
    here = {"department": "Care", "site": "North", "interests": ("Choir", "Chess")}
    there = {"department": "IT", "site": "north", "interests": ("Chess", "Golf", "Films")}
    # 100, 0 and 75 of 100; the job titles are not known.
    assert points("difference", here, there, **fields) == 5_833
    assert points("difference", {"job_title": "Nurse"}, {"site": "North"}, **fields) is None
    assert part(criterion("difference", difference_fields=())).missing is Missing.NOT_ASKED


def test_style_complements_where_the_answers_to_its_field_differ() -> None:
    for here, there, expected in (
        ("Talks", "Listens", 10_000),
        ("Talks", "talks", 0),
        ("Talks", "", None),
    ):
        values: Any = {HERE: {"own-1": here}, THERE: {"own-1": there}}
        assert part(criterion("style", values, style_field="own-1")).points == expected
    assert part(criterion("style")).missing is Missing.NOT_ASKED


@pytest.mark.parametrize(
    ("kind", "here", "there", "expected"),
    [
        (OwnCriterionKind.SAME, "Welsh", "WELSH", 10_000),
        (OwnCriterionKind.SAME, "Welsh", "Polish", 0),
        (OwnCriterionKind.SAME, ("a", "b"), ("b", "a"), 10_000),
        (OwnCriterionKind.SAME, 2.0, 2.5, 0),
        (OwnCriterionKind.DIFFERENT, "Welsh", "Polish", 10_000),
        (OwnCriterionKind.DIFFERENT, "Welsh", "welsh", 0),
        (OwnCriterionKind.DIFFERENT, ("a", "b"), ("b", "c"), 6_667),
        (OwnCriterionKind.OVERLAP, ("a", "b"), ("b", "c"), 6_000),
        (OwnCriterionKind.OVERLAP, ("a",), ("b",), 0),
    ],
)
def test_a_criterion_of_the_officer_s_own(
    kind: OwnCriterionKind, here: object, there: object, expected: int
) -> None:
    assert own(kind, here, there).points == own(kind, there, here).points == expected
    for one, other in ((here, None), (None, there), (None, None)):
        assert own(kind, one, other).missing is Missing.UNKNOWN


def test_offers_and_wishes_of_own_fields_stand_in_no_order() -> None:
    made = OwnCriterion(
        field="own-1", wanted_field="own-2", kind=OwnCriterionKind.OFFERS_WANTS, weight=5
    )
    found = set()
    for offered in ("a", "b", "c"):
        values: Any = {HERE: {"own-1": (offered,)}, THERE: {"own-2": ("a", "b", "c")}}
        (only,) = criteria_of(PairingChoices(weights={}, own_criteria=(made,)), values)
        found.add(part(only).points)
        assert part(only).side is Side.PROFESSIONAL
    assert found == {6_410}
    (half,) = criteria_of(
        PairingChoices(weights={}, own_criteria=(replace(made, wanted_field=""),)), {}
    )
    assert part(half).missing is Missing.NOT_ASKED


# ---- all together --------------------------------------------------------------------------------

FULLY_KNOWN = {
    "department": "Care", "site": "North", "grade": "4", "offers": ("a",), "wants": ("a",),
    "interests": ("Choir",), "slots": (Slot.MON_AM,), "meeting_mode": MeetingMode.EITHER,
}  # fmt: skip
VALUES: Any = {HERE: {"own-1": "Talks"}, THERE: {"own-1": "Listens"}}
CHOICES = PairingChoices(style_field="own-1")
WHAT_IS_COMPARED = {
    "offers": ("offers", "wants"),
    "difference": ("department", "site", "grade"),
    "place": ("meeting_mode",),
    "availability": ("slots",),
    "interests": ("interests",),
    "grade-gap": ("grade",),
}


def unknown(one: Participant, fields: tuple[str, ...]) -> Participant:
    empty = participant(one.person.id, one.participation.role).person
    return known(one, **{name: getattr(empty, name) for name in fields})


def test_every_criterion_has_a_side_a_weight_and_a_part() -> None:
    mentor, leader = known(MENTOR, **FULLY_KNOWN), known(LEADER, **FULLY_KNOWN)
    found = fit(mentor, leader, criteria_of(CHOICES, VALUES))
    assert [part.criterion for part in found.parts] == list(CRITERIA)
    assert {part.criterion: part.weight for part in found.parts} == DEFAULT_WEIGHTS
    assert {part.criterion: part.side for part in found.parts} == SIDES
    assert found.missing == ()


@pytest.mark.parametrize("key", WHAT_IS_COMPARED)
def test_what_is_missing_of_one_drops_out_and_never_counts(key: str) -> None:
    mentor, leader = known(MENTOR, **FULLY_KNOWN), known(LEADER, **FULLY_KNOWN)
    fields = WHAT_IS_COMPARED[key]
    for one, other in (
        (unknown(mentor, fields), leader),
        (mentor, unknown(leader, fields)),
        (unknown(mentor, fields), unknown(leader, fields)),
    ):
        found = fit(one, other, criteria_of(CHOICES, VALUES))
        (dropped,) = [part for part in found.parts if part.criterion == key]
        assert (dropped.points, dropped.missing) == (None, Missing.UNKNOWN)
        assert (dropped.share, dropped.most) == (0, 0)
        # Its weight goes to the others, as if it were not weighed at all.
        weights = {other: weight for other, weight in DEFAULT_WEIGHTS.items() if other != key}
        without = replace(CHOICES, weights=weights)
        assert found.total == fit(one, other, criteria_of(without, VALUES)).total


def test_answers_of_who_did_not_agree_count_for_nothing_but_what_is_on_record_does() -> None:
    mentor, leader = known(MENTOR, **FULLY_KNOWN), known(LEADER, **FULLY_KNOWN)
    silent = replace(mentor, participation=replace(mentor.participation, answers_agreed=False))
    for found in (
        fit(silent, leader, criteria_of(CHOICES, VALUES)),
        fit(
            known(MENTOR, **FULLY_KNOWN),
            replace(leader, participation=replace(leader.participation, answers_agreed=False)),
            criteria_of(CHOICES, VALUES),
        ),
    ):
        counted = {part.criterion for part in found.parts if part.points is not None}
        assert counted == {"difference", "grade-gap"}
        assert {part.missing for part in found.missing} == {Missing.WITHHELD}
        assert {part.criterion for part in found.missing} == set(CRITERIA) - counted


def test_what_looks_at_both_alike_is_the_same_both_ways() -> None:
    here = known(MENTOR, **{**FULLY_KNOWN, "grade": "9", "site": "South", "interests": ("Golf",)})
    there = known(LEADER, **FULLY_KNOWN)
    symmetric = [one for one in criteria_of(CHOICES, VALUES) if one.key != "offers"]
    swapped = {HERE: VALUES[THERE], THERE: VALUES[HERE]}
    again = [one for one in criteria_of(CHOICES, swapped) if one.key != "offers"]
    forth = fit(here, there, symmetric)
    back = fit(replace(here, person=there.person), replace(there, person=here.person), again)
    assert forth == back


def test_what_weighs_nothing_has_no_part_and_a_weight_is_held_to_its_bounds() -> None:
    weights = {"offers": 0, "place": -5, "interests": 900}
    (only,) = criteria_of(PairingChoices(weights=weights), {})
    assert (only.key, only.weight) == ("interests", 100)


def test_a_criterion_chosen_twice_counts_once() -> None:
    made = OwnCriterion(field="site", kind=OwnCriterionKind.SAME, weight=5)
    chosen = PairingChoices(weights={}, own_criteria=(made, replace(made, weight=50)))
    assert [one.weight for one in criteria_of(chosen, {})] == [5]


@pytest.mark.parametrize("kind", OWN_KINDS)
def test_an_own_criterion_belongs_to_work_where_its_field_does(kind: OwnCriterionKind) -> None:
    for field, side in (
        ("grade", Side.PROFESSIONAL),
        ("wants", Side.PROFESSIONAL),
        ("slots", Side.PERSONAL),
        ("own-1", Side.PERSONAL),
    ):
        made = OwnCriterion(field=field, kind=kind, weight=5)
        (only,) = criteria_of(PairingChoices(weights={}, own_criteria=(made,)), {})
        assert only.side is side
