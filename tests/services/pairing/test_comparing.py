"""Two plans beside each other: what each is worth, leader by leader."""

from __future__ import annotations

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.applying import apply
from revmentor_desktop.services.pairing.comparing import Placed, Placing, PlanComparison, comparing
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, drafts
from revmentor_desktop.services.pairing.drafts import copy_draft, make_draft
from revmentor_desktop.services.pairing.proposing import propose, rearrange, take_apart
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import person_details
from tests.services.pairing.plans import suggested
from tests.services.pairing.stage import Two


def compared(data: DataFile, programme: int, first: int, second: int) -> PlanComparison:
    return run_to_end(comparing(data, programme, first, second))


def name(one: Participant) -> str:
    return one.person.full_name


def test_two_good_plans_with_different_aims(data: DataFile, care: int) -> None:
    first = apply(data, care, suggested(data, care)).draft
    second = make_draft(data, care, "Kind")
    apply(data, care, suggested(data, care, Aim.NOBODY_LEFT))
    assert first is not None
    found = compared(data, care, first.id, second)
    here, there = found.first.figures, found.second.figures
    assert found.second.draft is not None
    assert found.second.draft.name == "Kind"
    assert (here.pairs, here.leaders, there.leaders) == (9, 9, 9)
    assert here.total > there.total
    assert here.lowest is not None
    assert there.lowest is not None
    assert here.lowest < there.lowest
    assert here.broken == there.broken == 0
    assert len(found.placings) == len({one.leader.person.id for one in found.placings})
    assert found.in_both + len(found.moves) == 9
    # What leaders gain and lose adds up to what the plan does, but for the rounding of points.
    gained = sum(one.difference or 0 for one in found.placings)
    assert abs(gained - (there.total - here.total) / 100) < len(found.moves)
    same = compared(data, care, second, second)
    assert (same.moves, same.in_both, same.first) == ([], 9, same.second)


def test_the_fits_are_those_of_the_matrix(data: DataFile, care: int) -> None:
    best = suggested(data, care)
    draft = apply(data, care, best).draft
    assert draft is not None
    found = compared(data, care, NO_DRAFT, draft.id)
    assert found.second.figures.total == best.solution.total


def test_who_moves_and_which_mentors_only_one_plan_needs(data: DataFile, two: Two) -> None:
    (first,) = drafts(data, two.programme)
    second = copy_draft(data, first.id)
    copied = [one.id for one in pairs(data, two.programme, second)]
    rearrange(data, two.programme, copied, [(two.mei, two.helen)])
    found = compared(data, two.programme, first.id, second)
    assert {
        name(move.leader): tuple(
            tuple(name(one.mentor) for one in side) for side in (move.first, move.second)
        )
        for move in found.moves
    } == {"David Price": (("Mei Brown",), ()), "Helen Ward": (("Jonas Tamm",), ("Mei Brown",))}
    assert [name(one) for one in found.mentors_only_first] == ["Jonas Tamm"]
    assert found.mentors_only_second == ()
    assert (found.first.figures.leaders, found.second.figures.leaders) == (2, 1)
    back = compared(data, two.programme, second, first.id)
    assert [name(one) for one in back.mentors_only_second] == ["Jonas Tamm"]


def test_agreed_pairs_stand_in_both_and_can_be_compared_alone(data: DataFile, two: Two) -> None:
    (first,) = drafts(data, two.programme)
    agree(data, two.programme, two.pairs[:1], today())
    found = compared(data, two.programme, NO_DRAFT, first.id)
    assert found.first.draft is None
    assert (found.first.figures.pairs, found.second.figures.pairs, found.in_both) == (1, 2, 1)
    assert [name(move.leader) for move in found.moves] == ["Helen Ward"]


def test_where_a_fit_is_not_known_there_is_no_difference(data: DataFile, two: Two) -> None:
    mei_david, jonas_helen = pairs(data, two.programme)
    david, good = mei_david.mentee, Placed(mei_david.mentor, 80, False)
    unknown = Placed(jonas_helen.mentor, None, False)
    assert Placing(david, (good,), ()).difference == -80
    assert Placing(david, (), (good, good)).difference == 160
    assert Placing(david, (good,), (unknown,)).difference is None


def test_pairs_that_break_a_rule_are_counted_and_marked(data: DataFile, two: Two) -> None:
    (first,) = drafts(data, two.programme)
    save_person(data, two.mei, person_details("Mei Brown", line_manager_id=two.david))
    found = compared(data, two.programme, NO_DRAFT, first.id)
    assert (found.first.figures.broken, found.second.figures.broken) == (0, 1)
    marked = {name(one.leader): one.second[0].is_broken for one in found.placings}
    assert marked == {"David Price": True, "Helen Ward": False}


def test_a_leader_without_a_mentor_in_both_plans_is_there(data: DataFile, two: Two) -> None:
    (first,) = drafts(data, two.programme)
    take_apart(data, two.programme, two.pairs)
    propose(data, two.programme, two.mei, two.helen)
    found = compared(data, two.programme, first.id, NO_DRAFT)
    (david,) = [one for one in found.placings if name(one.leader) == "David Price"]
    assert (david.is_same, david.difference) == (True, 0)


def test_it_says_how_far_it_is(data: DataFile, care: int) -> None:
    draft = apply(data, care, suggested(data, care)).draft
    assert draft is not None
    steps = list(comparing(data, care, draft.id, NO_DRAFT))
    assert [(one.done, one.total) for one in steps] == [(0, 9)]
