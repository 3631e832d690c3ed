"""Plans for the board of a programme, with the people of a real spreadsheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.pairs import EndReason
from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.situation import Extent
from revmentor_desktop.matching.suggestion import Suggestion, gap, kept_up
from revmentor_desktop.services.pairing import agreeing, ending, overriding, proposing
from revmentor_desktop.services.pairing.applying import apply
from revmentor_desktop.services.pairing.reading import board, pairs
from revmentor_desktop.services.pairing.suggesting import suggesting
from revmentor_desktop.services.pairing.waiting import left_over_before, who_waited
from revmentor_desktop.services.people.conflicts import set_conflicts
from revmentor_desktop.services.people.writing import remove_people, set_state, take_part
from revmentor_desktop.services.programmes.writing import remove_programme
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import (
    dump,
    stored_leader,
    stored_mentor,
    stored_pair,
    stored_programme,
)
from tests.services.pairing.plans import person_ids, suggested
from tests.services.people_import.imports import draft, imported


def within(data: DataFile, programme: int, extent: Extent) -> Suggestion:
    return run_to_end(suggesting(data, programme, Aim.EVERYONE, 0, extent))


def test_filling_gaps_leaves_every_pair(data: DataFile, care: int) -> None:
    best = person_ids(suggested(data, care))
    odd = best[0][0], best[-1][1]
    proposing.propose(data, care, *odd)
    found = within(data, care, Extent(only_gaps=True))
    assert odd in person_ids(found)
    assert not found.parted
    assert (found.is_proven, found.solution.paired) == (True, 9)
    assert odd not in person_ids(suggested(data, care))


def test_for_some_people_only_they_get_partners_and_others_keep_theirs(
    data: DataFile, care: int
) -> None:
    best = suggested(data, care)
    one, two = best.pairs[:2]
    odd = proposing.propose(data, care, one.mentor.person.id, two.leader.person.id)
    other = best.pairs[4]
    kept = proposing.propose(data, care, best.pairs[5].mentor.person.id, other.leader.person.id)
    chosen = frozenset({two.leader.participation.id, best.pairs[6].leader.participation.id})
    found = within(data, care, Extent(people=chosen))
    by_couple = {pair.couple: pair.id for pair in pairs(data, care)}
    assert [by_couple[pair.couple] for pair in found.parted] in ([odd], [])
    assert {pair.leader.participation.id for pair in found.pairs} == {
        *chosen,
        other.leader.participation.id,
    }
    assert kept in {by_couple.get(pair.couple) for pair in found.pairs}
    assert found.is_proven


def test_an_exception_with_a_reason_is_honoured(data: DataFile, care: int) -> None:
    (uma,) = suggested(data, care).leaders_left
    remedy = suggested(data, care).why_leaders_left[0].remedies[0]
    assert remedy.pair is not None
    assert remedy.rule == "line"
    mentor = remedy.pair.mentor.person.id
    overriding.override(data, care, mentor, uma.person.id, ["line"], "Asked for by both.")
    found = suggested(data, care)
    assert (found.solution.paired, found.leaders_left, found.is_proven) == (10, [], True)
    apply(data, care, found)
    assert gap(suggested(data, care)).broken == 0


def test_broken_off_at_any_step_nothing_has_changed(data: DataFile, care: int) -> None:
    before = dump(data, ())
    steps = sum(1 for _ in suggesting(data, care, Aim.NOBODY_LEFT))
    assert steps > 3
    for most in range(1, steps + 1):
        work = suggesting(data, care, Aim.NOBODY_LEFT)
        for _ in range(most):
            next(work)
        work.close()
    assert dump(data, ()) == before
    assert suggested(data, care, Aim.NOBODY_LEFT).is_proven


def test_the_gap_says_how_far_the_board_is_from_the_best(data: DataFile, care: int) -> None:
    empty = gap(suggested(data, care))
    assert (empty.is_proven, empty.is_best, empty.distance.mentees) == (True, False, 9)
    found = suggested(data, care)
    assert empty.distance.total == found.solution.total
    apply(data, care, found)
    best = gap(suggested(data, care))
    assert (best.is_best, best.distance.mentees, best.distance.total) == (True, 0, 0)
    worst = pairs(data, care)[-1]
    proposing.take_apart(data, care, [worst.id])
    less = gap(suggested(data, care))
    assert (less.is_best, less.distance.mentees) == (False, 1)


def test_a_proposal_that_breaks_a_rule_by_now_is_no_best_plan(data: DataFile, care: int) -> None:
    found = suggested(data, care)
    apply(data, care, found)
    mentor, leader = person_ids(found)[0]
    set_conflicts(data, mentor, {leader: ConflictCategory.UNSAID})
    now = gap(suggested(data, care))
    assert (now.broken, now.is_best, now.is_proven) == (1, False, True)
    fixed = suggested(data, care)
    assert fixed.solution.paired == 9
    apply(data, care, fixed)
    assert gap(suggested(data, care)).is_best


@pytest.mark.parametrize("aim", Aim)
def test_the_order_of_an_import_decides_nothing(data: DataFile, aim: Aim) -> None:
    header = ("Name", "Email", "Mentor or leader?", "Offers", "Wants")
    rows = [
        *((f"Mentor {n}", f"m{n}@x.example", "Mentor", "Data", "") for n in "abcdef"),
        *((f"Leader {n}", f"l{n}@x.example", "Leader", "", "Data") for n in "abcd"),
    ]
    found = set()
    for step in (1, -1):
        programme = stored_programme(data)
        sheet = draft(*rows[::step], header=header)
        imported(data, programme, sheet)
        plan = suggested(data, programme, aim).pairs
        found.add(frozenset((one.mentor.person.email, one.leader.person.email) for one in plan))
        assert {one.total for one in plan} == {10_000}
        there = board(data, programme).participants
        remove_programme(data, programme)
        remove_people(data, [one.person.id for one in there])
    assert len(found) == 1


def test_of_equal_plans_the_one_for_whoever_was_left_over_before_wins(data: DataFile) -> None:
    for chosen in range(3):
        earlier, now = stored_programme(data), stored_programme(data)
        stored_pair(data, earlier, "Ann One", "Bo Two")
        leaders = [stored_leader(data, earlier, f"Leader {chosen}{n}") for n in range(3)]
        mentor = stored_mentor(data, now, f"Mentor {chosen}")
        for leader in leaders:
            part = board(data, earlier).participant(leader)
            assert part is not None
            take_part(data, now, [leader], replace(part.participation))
        met = [one for one in leaders if one != leaders[chosen]]
        for n, leader in enumerate(met):
            extra = stored_mentor(data, earlier, f"Extra {chosen}{n}")
            agreeing.agree_at_once(data, earlier, extra, leader)
        parts = {one.person.id: one.participation.id for one in board(data, now).participants}
        assert left_over_before(data, now) == {parts[leaders[chosen]]: 1}
        assert person_ids(suggested(data, now)) == [(mentor, leaders[chosen])]
        (waited,) = who_waited(data, now, board(data, now))
        assert (waited.participant.person.id, waited.times) == (leaders[chosen], 1)
        assert not waited.is_paired
        proposing.propose(data, now, mentor, leaders[chosen])
        assert [one.is_paired for one in who_waited(data, now, board(data, now))] == [True]
        set_state(data, now, [leaders[chosen]], ParticipationState.WITHDRAWN)
        assert who_waited(data, now, board(data, now)) == ()
        save_section(data, now, "pairing", PairingChoices(rules=frozenset()))
        assert len(who_waited(data, now, board(data, now))) == 1


def test_who_never_began_was_left_over_and_who_withdrew_was_not(data: DataFile) -> None:
    earlier, now = stored_programme(data), stored_programme(data)
    stored_pair(data, earlier, "Ann One", "Bo Two")
    pair_id = stored_pair(data, earlier, "Cy Three", "Di Four")
    ending.end(data, earlier, [pair_id], EndReason.NEVER_BEGAN, date(2030, 1, 1))
    for one in board(data, earlier).participants:
        take_part(data, now, [one.person.id], one.participation)
    by_id = {one.participation.id: one.person.full_name for one in board(data, now).participants}
    counted = {by_id[part]: times for part, times in left_over_before(data, now).items()}
    assert counted == {"Cy Three": 1, "Di Four": 1}


def kept(data: DataFile, programme: int, before: Suggestion) -> Suggestion:
    """The best plan for the board as it is now, from that for an earlier one."""
    choices, waiting = plan(data, programme).pairing, left_over_before(data, programme)
    there = board(data, programme)
    return run_to_end(kept_up(there, choices, waiting, before))


@pytest.mark.parametrize("aim", [Aim.EVERYONE, Aim.NOBODY_LEFT])
def test_after_a_change_the_best_plan_goes_on_from_what_was_known(
    data: DataFile, care: int, aim: Aim
) -> None:
    first = suggested(data, care, aim)
    couples = person_ids(first)
    apply(data, care, first)
    now = kept(data, care, first)
    assert now.situation.scores.totals is first.situation.scores.totals
    assert (now.solution.pairs, now.is_proven) == (first.solution.pairs, True)
    assert gap(now).is_best
    mentor, leader = couples[0]
    set_conflicts(data, mentor, {leader: ConflictCategory.UNSAID})
    now = kept(data, care, now)
    assert (now.couples, now.is_proven) == (suggested(data, care, aim).couples, True)
    assert first.standing.solution() == first.solution
    assert gap(now).broken == 1
    stored_mentor(data, care, "Somebody New")
    now = kept(data, care, now)
    assert now.couples == suggested(data, care, aim).couples
    assert now.standing is not first.standing
    other = replace(now.situation.scores.choices, weights={"offers": 100})
    save_section(data, care, "pairing", other)
    assert kept(data, care, now).couples == suggested(data, care, aim).couples


def test_who_has_paused_is_left_over_only_where_paused_people_are_paired(
    data: DataFile, programme: int
) -> None:
    david = stored_leader(data, programme, "David Price")
    set_state(data, programme, [david], ParticipationState.PAUSED)
    assert suggested(data, programme).leaders_left == []
    rules = plan(data, programme).pairing.rules - {"paused"}
    save_section(data, programme, "pairing", PairingChoices(rules=rules))
    assert [one.person.id for one in suggested(data, programme).leaders_left] == [david]
    mei = stored_mentor(data, programme, "Mei Brown")
    assert person_ids(suggested(data, programme)) == [(mei, david)]


def test_an_empty_programme_has_an_empty_plan(data: DataFile, programme: int) -> None:
    found = suggested(data, programme)
    assert (found.pairs, found.is_proven) == ((), True)
    assert apply(data, programme, found).draft is None


@pytest.mark.parametrize("aim", [Aim.EVERYONE, Aim.NOBODY_LEFT])
def test_another_number_of_partners_is_planned_with_at_once_and_nobody_scored_anew(
    data: DataFile, care: int, aim: Aim
) -> None:
    with data.transaction() as session:
        session.connection().exec_driver_sql("UPDATE participation SET own_partners = NULL")
    first = suggested(data, care, aim)
    assert apply(data, care, first).draft
    decided = plan(data, care).pairing
    for mentors, leaders in ((2, 1), (2, 2), (1, 1)):
        choices = replace(decided, mentor_partners=mentors, mentee_partners=leaders)
        save_section(data, care, "pairing", choices)
        now = kept(data, care, first)
        assert now.situation.scores.totals is first.situation.scores.totals
        assert (set(now.problem.mentor_room), set(now.problem.mentee_room)) == (
            {mentors},
            {leaders},
        )
        assert (now.couples, now.is_proven) == (suggested(data, care, aim).couples, True)
