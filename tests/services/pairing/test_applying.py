"""Plans put into a draft: one step, what stays, what refuses them, and into a new one."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairOrigin, couples_of
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.suggestion import Suggestion, gap
from revmentor_desktop.services.pairing import agreeing, drafts, proposing
from revmentor_desktop.services.pairing.applying import apply, apply_to_new
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, draft_id_of, shown_draft
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.pairing.suggesting import suggesting
from revmentor_desktop.services.people.conflicts import set_conflicts
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import dump
from tests.services.pairing.plans import person_ids, poorest, suggested


@pytest.mark.parametrize("aim", Aim)
def test_a_plan_is_proven_and_goes_into_a_draft_in_one_step(
    data: DataFile, care: int, aim: Aim
) -> None:
    before = dump(data)
    found = suggested(data, care, aim)
    assert found.is_proven
    assert found.solution.paired == 9
    with data.words("Suggest pairs"):
        applied = apply(data, care, found)
    assert applied.draft is not None
    assert (applied.draft.name, applied.draft.proposals) == ("Draft 1", 9)
    there = pairs(data, care)
    assert couples_of(there) == found.couples
    assert {pair.origin for pair in there} == {PairOrigin.SUGGESTED}
    assert gap(suggested(data, care, aim)).is_best
    assert data.undo_words == "Suggest pairs"
    data.undo()
    assert dump(data) == before


def test_agreed_and_locked_pairs_stay_what_fits_stays_and_the_rest_is_replaced(
    data: DataFile, care: int
) -> None:
    best = person_ids(suggested(data, care))
    crossed = [(best[0][0], best[1][1]), (best[1][0], best[2][1])]
    agreed = agreeing.agree_at_once(data, care, *crossed[0])
    locked = proposing.propose(data, care, *crossed[1])
    proposing.set_locked(data, care, [locked], locked=True)
    kept_too = proposing.propose(data, care, *best[5])
    gone = proposing.propose(data, care, *poorest(data, care, best[0][1]))
    found = suggested(data, care)
    assert found.is_proven
    applied = apply(data, care, found)
    now = {pair.id: (pair.mentor.person.id, pair.mentee.person.id) for pair in pairs(data, care)}
    assert applied.parted == (gone,)
    assert (now[agreed], now[locked]) == tuple(crossed)
    assert now[kept_too] == best[5]
    assert set(now) == {agreed, locked, kept_too, *applied.made}
    assert found.solution.paired == 9


def test_a_plan_for_another_board_is_refused(data: DataFile, care: int) -> None:
    found = suggested(data, care)
    made = proposing.propose(data, care, *person_ids(found)[0])
    assert refusal(data, care, found) == "suggestion-outdated"
    found = suggested(data, care)
    proposing.set_locked(data, care, [made], locked=True)
    assert refusal(data, care, found) == "suggestion-outdated"
    found = suggested(data, care)
    draft_id = draft_id_of(data, care, "draft 1")
    assert draft_id
    drafts.remove_draft(data, draft_id)
    assert refusal(data, care, found) == "suggestion-outdated"


def test_a_pair_that_a_rule_forbids_by_now_refuses_the_whole_plan(
    data: DataFile, care: int
) -> None:
    found = suggested(data, care)
    mentor, leader = person_ids(found)[-1]
    set_conflicts(data, mentor, {leader: ConflictCategory.UNSAID})
    assert refusal(data, care, found) == "pair-conflict"


def refusal(data: DataFile, programme: int, found: Suggestion) -> str:
    """The code with which applying a plan fails, with nothing changed."""
    before = dump(data)
    with pytest.raises(KnownError) as refused:
        apply(data, programme, found)
    assert dump(data) == before
    return refused.value.code


def test_a_plan_for_a_name_makes_the_draft(data: DataFile, care: int) -> None:
    number = draft_id_of(data, care, "Plan B")
    assert number == NO_DRAFT
    found = run_to_end(suggesting(data, care, Aim.EVERYONE, draft_id=number))
    applied = apply(data, care, found, "Plan B")
    assert applied.draft is not None
    assert applied.draft.name == "Plan B"
    assert draft_id_of(data, care, " plan b ") == applied.draft.id
    assert draft_id_of(data, care, None) is None


def test_a_draft_made_for_a_plan_is_looked_at(data: DataFile, care: int) -> None:
    first = drafts.make_draft(data, care, "First")
    found = run_to_end(suggesting(data, care, Aim.EVERYONE, draft_id=NO_DRAFT))
    made = apply(data, care, found, "Plan B").draft
    assert made is not None
    assert shown_draft(data, care) == made
    drafts.show_draft(data, first)
    apply(data, care, run_to_end(suggesting(data, care, Aim.FIT, 9_000, draft_id=made.id)))
    there = shown_draft(data, care)
    assert there is not None
    assert there.name == "First"


def test_a_draft_aims_at_what_was_last_suggested_for_it(data: DataFile, care: int) -> None:
    apply(data, care, suggested(data, care))
    assert aimed(data, care) == (Aim.EVERYONE, 5_000)
    before = dump(data)
    with data.words("Suggest pairs"):
        apply(data, care, run_to_end(suggesting(data, care, Aim.FIT, 8_000)))
    assert aimed(data, care) == (Aim.FIT, 8_000)
    data.undo()
    assert dump(data) == before
    data.redo()
    # The floor is kept for the next time that it counts.
    apply(data, care, suggested(data, care, Aim.NOBODY_LEFT))
    assert aimed(data, care) == (Aim.NOBODY_LEFT, 8_000)


def aimed(data: DataFile, programme: int) -> tuple[Aim, int]:
    draft = shown_draft(data, programme)
    assert draft is not None
    return draft.aim, draft.floor


def test_a_plan_in_a_new_draft_leaves_the_one_that_it_was_made_for(
    data: DataFile, care: int
) -> None:
    best = person_ids(suggested(data, care))
    locked = proposing.propose(data, care, best[0][0], best[1][1])
    proposing.set_locked(data, care, [locked], locked=True)
    proposing.propose(data, care, *poorest(data, care, best[2][1]))
    agreeing.agree_at_once(data, care, *best[5])
    first = shown_draft(data, care)
    assert first is not None
    here = pairs(data, care)
    found = suggested(data, care, Aim.NOBODY_LEFT)
    assert found.parted
    before = dump(data)
    with data.words("Suggest pairs"):
        applied = apply_to_new(data, care, found, "Kind")
    assert applied.draft == shown_draft(data, care)
    assert applied.draft is not None
    assert (applied.draft.name, applied.draft.aim) == ("Kind", Aim.NOBODY_LEFT)
    there = pairs(data, care)
    assert couples_of(there) == found.couples
    assert [one.couple for one in there if one.is_locked] == [
        one.couple for one in here if one.is_locked
    ]
    assert pairs(data, care, first.id) == here
    data.undo()
    assert dump(data) == before


def test_without_a_draft_a_new_one_is_made_and_its_name_must_be_free(
    data: DataFile, care: int
) -> None:
    found = suggested(data, care)
    draft = apply_to_new(data, care, found).draft
    assert draft is not None
    assert (draft.name, draft.proposals) == ("Draft 1", 9)
    again = suggested(data, care, Aim.NOBODY_LEFT)
    before = dump(data)
    with pytest.raises(KnownError, match="draft-name-taken"):
        apply_to_new(data, care, again, "draft 1")
    assert dump(data) == before
    # Agreed pairs are the same in every draft, so that the plan is for other pairs then.
    agreeing.agree(data, care, [pairs(data, care)[0].id], today())
    with pytest.raises(KnownError, match="suggestion-outdated"):
        apply_to_new(data, care, again, "Plan B")
