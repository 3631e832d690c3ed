"""Drafts are kept as typed; a programme made of one has its plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Consultation, Evidence, Purpose
from revmentor_desktop.domain.plan.readiness import Answer
from revmentor_desktop.domain.plan.schedule import ClosedPeriod, Schedule
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.services.setup import reading, writing
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import change_programme, dump, stored_leader, stored_mentor, stored_programme

FULL = Plan(
    purpose=Purpose(
        focus="floor",
        why_now="Leavers say nobody asked.",
        evidence=(Evidence(text="9 of 21 left", is_confidential=True), Evidence(text="Survey")),
        consultations=(Consultation(who="Night staff", asked_on=date(2027, 1, 4), said="At last"),),
    ),
    objectives=(Objective(title="Listen", measure="Pulse", due=date(2027, 12, 1)),),
    readiness={"senior-backing": Answer.PARTLY},
    schedule=Schedule(
        region="GB-SCT",
        closed=(ClosedPeriod(first=date(2027, 12, 24), last=date(2028, 1, 2), label="Closed"),),
        moved={"call": date(2027, 2, 1)},
    ),
    taking_part=TakingPart(
        own_fields=(
            OwnField(key="own-1", label="Shift", kind=FieldKind.ONE_OF, options=("A", "B")),
        )
    ),
    pairing=PairingChoices(
        rules=frozenset({"line"}),
        own_rules=(OwnRule(field="own-1", kind=OwnRuleKind.MUST_DIFFER),),
        own_criteria=(OwnCriterion(field="own-1", kind=OwnCriterionKind.SAME, weight=5),),
        mentor_partners=2,
        mentee_partners=3,
    ),
    words={"letter.invitation": "Dear {first_name}"},
)


def draft(name: str = "Voices", **more: Any) -> Draft:
    details = ProgrammeDetails(name=name, purpose="Leaders listen.", start_date=date(2027, 5, 4))
    return replace(Draft(details=details, plan=FULL), **more)


def test_a_draft_comes_back_just_as_typed(data: DataFile) -> None:
    typed = draft(name="  half a na", step=Step.DATES, seen=frozenset({Step.PURPOSE}))
    assert reading.draft(data) is None
    writing.keep_draft(data, draft())
    writing.keep_draft(data, typed)
    assert reading.draft(data) == typed
    assert data.undo_words is None
    writing.drop_draft(data)
    assert reading.draft(data) is None


def test_a_programme_is_made_of_a_draft_in_one_undo_step(data: DataFile) -> None:
    before = dump(data)
    writing.keep_draft(data, draft())
    with data.words("Create"):
        programme_id = writing.create_programme(data, draft())
    assert programme(data, programme_id).name == "Voices"
    assert reading.plan(data, programme_id) == FULL
    assert reading.draft(data) is None
    data.undo()
    assert dump(data) == before


def test_a_draft_is_kept_raw_and_a_programme_is_stored_clean(data: DataFile) -> None:
    typed = replace(draft(), plan=replace(FULL, purpose=Purpose(why_now=" now\x00 ")))
    writing.keep_draft(data, typed)
    assert reading.draft(data) == typed
    programme_id = writing.create_programme(data, typed)
    assert reading.plan(data, programme_id).purpose.why_now == "now"


@pytest.mark.parametrize("purpose", ["", "  "])
def test_without_purpose_nothing_is_created_and_the_draft_stays(
    data: DataFile, purpose: str
) -> None:
    incomplete = replace(draft(), details=ProgrammeDetails(name="Voices", purpose=purpose))
    writing.keep_draft(data, incomplete)
    with pytest.raises(InvalidField, match="plan-purpose-missing"):
        writing.create_programme(data, incomplete)
    assert reading.draft(data) == incomplete


def test_a_name_in_use_is_refused(data: DataFile) -> None:
    stored_programme(data, "Voices")
    with pytest.raises(InvalidField, match="plan-name-taken"):
        writing.create_programme(data, draft(name="VOICES "))


def test_people_are_invited_again_in_their_role_and_nothing_else_of_them(data: DataFile) -> None:
    earlier = stored_programme(data, "Voices 2026")
    mentor = stored_mentor(data, earlier, "Mei Brown", motivation="Curious", own_partners=2)
    stored_leader(data, earlier, "David Price")
    new = writing.create_programme(data, draft(copied_from=earlier, invited=frozenset({mentor})))
    (part,) = participants(data, new)
    assert part.person.full_name == "Mei Brown"
    assert part.participation.role is Role.MENTOR
    assert part.participation.state is ParticipationState.INVITED
    assert part.participation.most_partners == 2
    assert part.participation.motivation == ""


def test_inviting_people_of_a_programme_that_has_gone_is_refused(data: DataFile) -> None:
    with pytest.raises(KnownError, match="programme-gone"):
        writing.create_programme(data, draft(copied_from=99, invited=frozenset({1})))
    assert data.rows("SELECT * FROM programme") == []


def test_a_section_is_stored_alone(data: DataFile) -> None:
    programme_id = stored_programme(data, "Voices")
    assert reading.plan(data, programme_id) == Plan()
    writing.save_section(data, programme_id, "purpose", FULL.purpose)
    assert reading.plan(data, programme_id) == Plan(purpose=FULL.purpose)
    with pytest.raises(KnownError, match="programme-gone"):
        writing.save_section(data, 99, "purpose", FULL.purpose)
    with pytest.raises(ValueError, match="no section"):
        writing.save_section(data, programme_id, "colour", 1)


def test_settings_keep_the_name_of_their_own_programme_and_refuse_another_s(data: DataFile) -> None:
    voices = stored_programme(data, "Voices")
    stored_programme(data, "Other")
    change_programme(data, voices, name="VOICES", purpose="Heard.", start_date=date(2027, 1, 19))
    change_programme(data, voices, start_date=None)
    assert (programme(data, voices).name, programme(data, voices).purpose) == ("VOICES", "Heard.")
    assert programme(data, voices).start_date is None
    before = dump(data)
    with pytest.raises(InvalidField, match="programme-name-taken") as raised:
        change_programme(data, voices, name=" öther ")
    assert raised.value.field == "name"
    assert dump(data) == before
