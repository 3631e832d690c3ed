"""What a change touches is said before it is made, with numbers that come true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.focus import NO_FOCUS, with_focus
from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    CAPACITY,
    DEFAULT_RULES,
    WITHDRAWN,
    PairingChoices,
)
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.plan.taking_part import DETAILS, RoleName, TakingPart
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.setup_files import write_setup_papers
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.pairing.reading import agreed_pairs, board
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.people.writing import save_participation, save_person, set_state
from revmentor_desktop.services.setup.effects import Effect, EffectKind, effects
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.services.setup.writing import save_plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import ConsentRow, OwnValueRow
from revmentor_desktop.system.detail_words import detail_label
from tests.builders import person_details, stored_leader, stored_pair, stored_programme
from tests.services.documents.agreements import write_agreements

PURPOSE = "Pairing of different experience"
BELIEF = OwnField(key="own-1", label="Belief", is_special=True, special_purpose=PURPOSE)
SHIFT = OwnField(key="own-2", label="Shift", kind=FieldKind.ONE_OF, options=("Days", "Nights"))


@pytest.fixture
def programme(data: DataFile) -> int:
    """Two pairs, of which all four people answered both own fields and agreed to the first."""
    made = stored_programme(data, "Voices", start_date=date(2027, 1, 19))
    for mentor, leader in (("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")):
        stored_pair(data, made, mentor, leader)
    before = decided(data, made)
    part = TakingPart(own_fields=(BELIEF, SHIFT), own_fields_made=2)
    save_plan(data, made, before.details, replace(before.plan, taking_part=part))
    with data.transaction() as session:
        for (part_id,) in data.rows("SELECT id FROM participation"):
            session.add(OwnValueRow(participation_id=part_id, field="own-1", value="Quaker"))
            shift = "Nights" if part_id % 2 else "Days"
            session.add(OwnValueRow(participation_id=part_id, field="own-2", value=shift))
            session.add(
                ConsentRow(participation_id=part_id, field="own-1", given_on=date(2026, 9, 1))
            )
    return made


def planned(draft: Draft, **sections: Any) -> Draft:
    return replace(draft, plan=replace(draft.plan, **sections))


def with_fields(draft: Draft, *fields: OwnField) -> Draft:
    return planned(draft, taking_part=replace(draft.plan.taking_part, own_fields=fields))


def test_no_change_touches_nothing(data: DataFile, programme: int) -> None:
    now = decided(data, programme)
    assert effects(data, programme, now, now) == ()
    sentence = planned(now, words={"a": "b"})
    assert effects(data, programme, now, sentence) == ()


def test_agreements_of_the_old_wording_are_counted(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    before = decided(data, programme)
    after = planned(before, agreement=AgreementChoices(notice_hours=24))
    assert effects(data, programme, before, after) == ()
    run_to_end(write_agreements(data, programme, tmp_path))
    assert effects(data, programme, before, after) == (Effect(EffectKind.OLD_AGREEMENTS, 2),)
    save_plan(data, programme, after.details, after.plan)
    run_to_end(write_agreements(data, programme, tmp_path, [1]))
    # One has the new wording by now; going back makes that one old, and the other right again.
    assert effects(data, programme, after, before) == (Effect(EffectKind.OLD_AGREEMENTS, 1),)


def test_set_up_papers_of_the_old_wording_are_counted(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    before = decided(data, programme)
    after = planned(before, sponsor=Sponsor(name="Amara Diallo"))
    assert effects(data, programme, before, after) == ()
    run_to_end(write_setup_papers(data, programme, tmp_path, ["sponsor-brief", "reading-list"]))
    assert effects(data, programme, before, after) == (Effect(EffectKind.OLD_PAPERS, 1),)
    save_plan(data, programme, after.details, after.plan)
    # Going back makes what was issued right again.
    assert effects(data, programme, after, before) == ()


@pytest.mark.parametrize("field", ["name", "purpose", "session_minutes"])
def test_agreements_follow_the_details_too(
    data: DataFile, programme: int, tmp_path: Path, field: str
) -> None:
    run_to_end(write_agreements(data, programme, tmp_path))
    before = decided(data, programme)
    changed: dict[str, Any] = {field: 45 if field == "session_minutes" else "Other"}
    after = replace(before, details=replace(before.details, **changed))
    assert Effect(EffectKind.OLD_AGREEMENTS, 2) in effects(data, programme, before, after)


def test_where_the_number_of_partners_comes_to_be_a_wish_no_pair_is_too_many(
    data: DataFile, programme: int
) -> None:
    usual = decided(data, programme)
    lax = planned(usual, pairing=PairingChoices(rules=DEFAULT_RULES - {CAPACITY}))
    mentor = board(data, programme).pairs[0].mentor.person.id
    save_plan(data, programme, lax.details, lax.plan)
    agree_at_once(data, programme, mentor, stored_leader(data, programme, "Sue Grant"))
    assert Effect(EffectKind.PAIRS_BREAK_RULE, 2) in effects(data, programme, lax, usual)
    save_plan(data, programme, usual.details, usual.plan)
    assert Effect(EffectKind.PAIRS_KEEP_RULES_AGAIN, 2) in effects(data, programme, usual, lax)


def test_pairs_that_would_break_a_new_rule_are_counted_as_the_board_marks_them(
    data: DataFile, programme: int
) -> None:
    pair = board(data, programme).pairs[0]
    for one in (pair.mentor.person, pair.mentee.person):
        save_person(data, one.id, person_details(one.full_name, department="Nursing"))
    strict = decided(data, programme)
    lax = planned(strict, pairing=PairingChoices(rules=frozenset({"line"})))
    assert effects(data, programme, lax, strict) == (Effect(EffectKind.PAIRS_BREAK_RULE, 1),)
    assert effects(data, programme, strict, lax) == (Effect(EffectKind.PAIRS_KEEP_RULES_AGAIN, 1),)
    shown = board(data, programme)
    assert sum(bool(breaches(p.mentor, p.mentee, shown.facts)) for p in shown.pairs) == 1


def test_another_number_of_partners_is_told_of_who_withdrew_where_they_may_be_paired(
    data: DataFile, programme: int
) -> None:
    gone = board(data, programme).pairs[0].mentor.person.id
    set_state(data, programme, [gone], ParticipationState.WITHDRAWN)

    def told(rules: frozenset[str]) -> Effect:
        one, two = (
            planned(
                decided(data, programme),
                pairing=PairingChoices(mentor_partners=number, rules=rules),
            )
            for number in (1, 2)
        )
        return effects(data, programme, one, two)[-1]

    assert told(DEFAULT_RULES) == Effect(EffectKind.PARTNERS_ALLOWED, 1, "Mentors")
    assert told(DEFAULT_RULES - {WITHDRAWN}) == Effect(EffectKind.PARTNERS_ALLOWED, 2, "Mentors")


def test_another_number_of_partners_is_told_for_whom_and_which_pairs_are_beyond_it(
    data: DataFile, programme: int
) -> None:
    one, two = (
        planned(decided(data, programme), pairing=PairingChoices(mentor_partners=number))
        for number in (1, 2)
    )
    assert effects(data, programme, one, two) == (
        Effect(EffectKind.PARTNERS_ALLOWED, 2, "Mentors"),
    )
    save_plan(data, programme, two.details, two.plan)
    mei, jonas = (board(data, programme).pairs[at].mentor.person.id for at in (0, 1))
    for mentor, name in ((mei, "Sue Grant"), (jonas, "Tom Khan")):
        agree_at_once(data, programme, mentor, stored_leader(data, programme, name))
    part = participation(data, programme, jonas)
    assert part is not None
    save_participation(data, programme, jonas, replace(part, own_partners=2))
    assert effects(data, programme, two, one) == (
        Effect(EffectKind.PAIRS_BREAK_RULE, 2),
        Effect(EffectKind.PARTNERS_ALLOWED, 1, "Mentors"),
        Effect(EffectKind.OWN_PARTNERS_KEPT, 1, "Mentors"),
    )
    before = [pair.id for pair in agreed_pairs(data, programme)]
    save_plan(data, programme, one.details, one.plan)
    shown = board(data, programme)
    assert [pair.id for pair in agreed_pairs(data, programme)] == before
    marked = [p.mentor.person.id for p in shown.pairs if breaches(p.mentor, p.mentee, shown.facts)]
    assert marked == [mei, mei]
    assert effects(data, programme, one, two)[0] == Effect(EffectKind.PAIRS_KEEP_RULES_AGAIN, 2)


def test_answers_and_consents_of_a_removed_field_are_counted_and_go(
    data: DataFile, programme: int
) -> None:
    before = decided(data, programme)
    after = with_fields(before, SHIFT)
    assert effects(data, programme, before, after) == (
        Effect(EffectKind.ANSWERS_REMOVED, 4, "Belief"),
        Effect(EffectKind.CONSENTS_LAPSE, 4, "Belief"),
    )
    with data.words("Change who takes part"):
        save_plan(data, programme, after.details, after.plan)
    assert data.rows("SELECT * FROM own_value WHERE field = 'own-1'") == []
    assert data.rows("SELECT * FROM consent") == []
    data.undo()
    assert len(data.rows("SELECT * FROM own_value WHERE field = 'own-1'")) == 4
    assert len(data.rows("SELECT * FROM consent")) == 4
    assert decided(data, programme) == before


def test_answers_of_another_programme_stay(data: DataFile, programme: int) -> None:
    other = stored_programme(data, "Other")
    stored_pair(data, other, "Ann Bee", "Cem Dee")
    part = data.rows("SELECT id FROM participation WHERE programme_id = ?", (other,))[0][0]
    with data.transaction() as session:
        session.add(OwnValueRow(participation_id=part, field="own-1", value="Quaker"))
    before = decided(data, programme)
    after = with_fields(before)
    save_plan(data, programme, after.details, after.plan)
    assert len(data.rows("SELECT * FROM own_value")) == 1
    assert participation(data, other, 1) is None


def test_consents_lapse_with_their_purpose(data: DataFile, programme: int) -> None:
    before = decided(data, programme)
    same = with_fields(before, replace(BELIEF, special_purpose=f" {PURPOSE}\n"), SHIFT)
    assert effects(data, programme, before, same) == ()
    other = with_fields(before, replace(BELIEF, special_purpose="A report"), SHIFT)
    assert effects(data, programme, before, other) == (
        Effect(EffectKind.CONSENTS_LAPSE, 4, "Belief"),
    )
    save_plan(data, programme, other.details, other.plan)
    assert data.rows("SELECT * FROM consent") == []
    assert len(data.rows("SELECT * FROM own_value")) == 8


def test_a_field_that_becomes_sensitive_needs_consents(data: DataFile, programme: int) -> None:
    before = decided(data, programme)
    sensitive = replace(SHIFT, is_special=True, special_purpose="x")
    assert Effect(EffectKind.CONSENTS_NEEDED, 4, "Shift") in effects(
        data, programme, before, with_fields(before, BELIEF, sensitive)
    )


def test_answers_that_can_be_chosen_no_more_are_counted(data: DataFile, programme: int) -> None:
    before = decided(data, programme)
    after = with_fields(before, BELIEF, replace(SHIFT, options=("Days", "Rotating")))
    assert effects(data, programme, before, after) == (Effect(EffectKind.OPTIONS_GONE, 2, "Shift"),)


def test_dates_that_move_are_counted(data: DataFile, programme: int) -> None:
    before = decided(data, programme)
    after = replace(before, details=replace(before.details, start_date=date(2027, 2, 16)))
    (effect,) = effects(data, programme, before, after)
    assert effect.kind is EffectKind.DATES_MOVE
    assert effect.count > 8
    schedule = replace(before.plan.schedule, moved={"call": date(2026, 10, 1)})
    moved = planned(before, schedule=schedule)
    assert effects(data, programme, before, moved) == (Effect(EffectKind.DATES_MOVE, 1),)
    unset = replace(before, details=replace(before.details, start_date=None))
    assert effects(data, programme, unset, before) == ()


def test_more_people_than_places_are_told(data: DataFile, programme: int) -> None:
    before = decided(data, programme)
    part = replace(
        before.plan.taking_part,
        mentor_places=1,
        mentee_places=2,
        mentor_name=RoleName(one="Guide", several="Guides"),
    )
    assert effects(data, programme, before, planned(before, taking_part=part)) == (
        Effect(EffectKind.MORE_THAN_PLACES, 1, "Guides"),
    )


def test_what_is_decided_is_all_of_the_programme(data: DataFile) -> None:
    made = stored_programme(data, "New", purpose="Why")
    found = decided(data, made)
    assert (found.details.name, found.details.purpose, found.plan) == ("New", "Why", Plan())


@pytest.mark.parametrize(
    ("changed", "count"),
    [
        (replace(SHIFT, is_on=False), 4),
        (replace(SHIFT, label=" "), 4),
        (replace(SHIFT, asked_of=AskedOf.MENTOR), 2),
        (replace(SHIFT, asked_of=AskedOf.MENTEE), 2),
        (replace(SHIFT, label="When do you work?"), 0),
    ],
)
def test_answers_to_what_is_asked_no_more_are_kept_and_counted(
    data: DataFile, programme: int, changed: OwnField, count: int
) -> None:
    before = decided(data, programme)
    after = with_fields(before, BELIEF, changed)
    expected = (Effect(EffectKind.ANSWERS_KEPT, count, "Shift"),) if count else ()
    assert effects(data, programme, before, after) == expected
    save_plan(data, programme, after.details, after.plan)
    assert len(data.rows("SELECT * FROM own_value WHERE field = 'own-2'")) == 4


def test_answers_of_another_kind_are_counted_and_stay(data: DataFile, programme: int) -> None:
    before = decided(data, programme)
    number = with_fields(before, BELIEF, replace(SHIFT, kind=FieldKind.NUMBER))
    assert effects(data, programme, before, number) == (
        Effect(EffectKind.ANSWERS_OF_ANOTHER_KIND, 4, "Shift"),
    )
    several = with_fields(before, BELIEF, replace(SHIFT, kind=FieldKind.SEVERAL_OF))
    assert effects(data, programme, before, several) == ()


def test_what_is_known_of_details_that_are_asked_no_more_is_counted(
    data: DataFile, programme: int
) -> None:
    everything = person_details(
        "Mei Brown",
        job_title="Nurse",
        department="Nursing",
        site="Harbour",
        line_manager_text="Ruth Lane",
        grade="6",
        start_date=date(2025, 9, 1),
        offers=("Shifts",),
        wants=("Budgets",),
        slots=frozenset({Slot.MON_AM}),
        meeting_mode=MeetingMode.VIDEO,
        interests=("Chess",),
        about_me="I like nights.",
    )
    mei = board(data, programme).pairs[0].mentor
    save_person(data, mei.person.id, everything)
    part = ParticipationDetails(role=Role.MENTOR, motivation="To be heard.")
    save_participation(data, programme, mei.person.id, part)
    before = decided(data, programme)
    for key in DETAILS:
        asked = tuple(one for one in DETAILS if one != key)
        after = planned(before, taking_part=replace(before.plan.taking_part, asked=asked))
        label = detail_label(key)
        assert effects(data, programme, before, after) == (
            Effect(EffectKind.DETAILS_KEPT, 1, label),
        ), key
        assert effects(data, programme, after, before) == ()


def test_what_another_focus_fills_in_is_counted(data: DataFile, programme: int) -> None:
    now = decided(data, programme)
    floor = with_focus(now, NO_FOCUS, focus("floor"))
    digital = with_focus(floor, focus("floor"), focus("digital"))
    own = planned(floor, purpose=replace(floor.plan.purpose, why_now="Now."))
    assert Effect(EffectKind.FILLED_IN_ANEW, 4) in effects(data, programme, floor, digital)
    assert effects(data, programme, floor, own) == ()
