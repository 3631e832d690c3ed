"""The invented programme: whole, marked, and gone again in one act without touching real data."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.pairs import EndReason
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.problems import problems
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.reading import agreed_pairs, history, pairs
from revmentor_desktop.services.people.reading import participants, people, person_by_email
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.services.programmes.writing import remove_programme
from revmentor_desktop.services.sample import add_sample, has_sample, remove_sample
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.reading import decided, plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import dump, stored_pair, stored_person, stored_programme


def test_the_sample_has_fourteen_leaders_and_seventeen_mentors(data: DataFile) -> None:
    sample = add_sample(data)
    assert programme(data, sample).is_sample
    roles = [one.participation.role for one in participants(data, sample)]
    assert (roles.count(Role.MENTEE), roles.count(Role.MENTOR)) == (14, 17)
    assert {one.email.partition("@")[2] for one in people(data)} == {"harbour-care.example"}


def test_its_pairs_keep_every_rule(data: DataFile) -> None:
    sample = add_sample(data)
    found = pairs(data, sample)
    known = facts(data, sample)
    assert [breaches(pair.mentor, pair.mentee, known) for pair in found] == [[]] * len(found)


def test_some_pairs_are_agreed_some_proposed_and_one_has_ended(data: DataFile) -> None:
    sample = add_sample(data)
    shown = shown_draft(data, sample)
    assert shown is not None
    assert (shown.name, shown.proposals) == ("Draft 1", 4)
    assert sum(pair.is_locked for pair in pairs(data, sample)) == 1
    assert len(agreed_pairs(data, sample)) == 8
    (ended,) = history(data, sample)
    assert ended.end_reason is EndReason.NO_TIME
    days = [ended.created_on, ended.mentor_asked_on, ended.agreed_on, ended.ended_on, today()]
    assert days == sorted(day for day in days if day)


@pytest.mark.parametrize("by_programme", [True, False])
def test_it_leaves_in_one_act_and_takes_nothing_real_along(
    data: DataFile, *, by_programme: bool
) -> None:
    stored_pair(data, stored_programme(data), "Mei Brown", "David Price")
    before = dump(data)
    sample = add_sample(data)
    assert has_sample(data)
    if by_programme:
        remove_programme(data, sample)
    else:
        remove_sample(data)
    assert dump(data) == before
    assert not has_sample(data)
    data.undo()
    assert has_sample(data)
    data.undo()
    assert dump(data) == before


def test_there_is_one_sample_at_a_time(data: DataFile) -> None:
    add_sample(data)
    with pytest.raises(KnownError) as raised:
        add_sample(data)
    assert raised.value.code == "sample-present"
    remove_sample(data)
    add_sample(data)
    assert len(people(data)) == 31


def test_an_address_of_the_sample_may_be_somebody_s_by_now(data: DataFile) -> None:
    add_sample(data)
    taken = people(data)[0].email
    remove_sample(data)
    real = stored_person(data, "Real Person", email=taken)
    add_sample(data)
    assert person_by_email(data, taken).id == real


def test_an_invented_person_whom_the_officer_edits_stays_invented(data: DataFile) -> None:
    add_sample(data)
    somebody = people(data)[0]
    save_person(data, somebody.id, somebody)
    remove_sample(data)
    assert people(data) == []


def test_its_plan_is_whole_and_warns_of_nothing(data: DataFile) -> None:
    draft = decided(data, add_sample(data))
    # As if it were set up weeks before its first date: some of them lie in the past any autumn.
    before = date(draft.details.start_date.year - 1, 6, 1) if draft.details.start_date else today()
    assert problems(draft, frozenset(), free_days(draft.plan.schedule), before) == ()


def test_nothing_in_it_was_done_on_a_weekend(data: DataFile) -> None:
    sample = add_sample(data)
    chosen = plan(data, sample)
    days = [one.asked_on for one in chosen.purpose.consultations]
    days += [chosen.sponsor.agreed_on, *(one.agreed_on for one in pairs(data, sample))]
    done = [day for day in days if day is not None]
    assert len(done) > 8
    assert all(day.weekday() < 5 for day in done)
