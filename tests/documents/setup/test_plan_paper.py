"""The implementation plan holds the whole plan, and no heading without what belongs below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from revmentor_desktop.documents.setup.content import paper_words
from revmentor_desktop.documents.setup.papers import setup_pdf
from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    AgreementChoices,
    Notes,
    Told,
    Who,
)
from revmentor_desktop.domain.plan.pairing_choices import CRITERIA, RULES, PairingChoices
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.domain.plan.taking_part import RoleName
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.setup_papers import setup_values
from tests.documents.reading_back import text
from tests.documents.setup_example import DETAILS_OF_IT, LEAST, ORGANISATION, PLAN

MISSING = "No sponsor is named."
SAID = text(setup_pdf("plan", setup_values(DETAILS_OF_IT, PLAN, ORGANISATION, [MISSING])))


def plan_of(plan: Plan, details: ProgrammeDetails = DETAILS_OF_IT) -> str:
    return text(setup_pdf("plan", setup_values(details, plan, ORGANISATION, [])))


def test_purpose_and_open_evidence() -> None:
    assert "Our leaders hear how decisions land on the wards, and act on what they hear." in SAID
    assert "31 % of new starters left within twelve months" in SAID
    assert "Ward council Mon 14 Sep 2026 Good, if somebody does something with it." in SAID


def test_the_verdict_and_what_is_done_about_weak_answers() -> None:
    assert "Go as a pilot." in SAID
    assert "plan cover for shifts and front desks" in SAID
    assert "What we do about weak points" not in plan_of(
        replace(PLAN, readiness=dict.fromkeys(QUESTIONS, Answer.YES))
    )
    not_yet = plan_of(replace(PLAN, readiness={"senior-backing": Answer.NO}))
    assert "Not yet." in not_yet


def test_objectives_with_measure_from_to_and_day() -> None:
    for words in ("Leaders know daily work", "Self-rating, five-point scale", "2.4", "3.5"):
        assert words in SAID
    assert "Serves: Safe care, every shift" in SAID
    assert "Fri 30 Jul 2027" in SAID


def test_the_sponsor_and_what_they_agreed_to() -> None:
    assert "Amara Diallo, Chief Executive, sponsors the programme and agreed on" in SAID
    assert "Says in public why this matters" in SAID


def test_every_milestone_has_its_day_and_a_moved_one_says_so() -> None:
    values = setup_values(DETAILS_OF_IT, PLAN, ORGANISATION, [])
    assert "Tue 15 Dec 2026 Briefings (moved by hand)" in SAID
    for duty in values.duties:
        assert f"{duty.title}" in SAID
    assert SAID.count("(moved by hand)") == 1


def test_the_sessions_have_their_days() -> None:
    assert "How each of us came to be here Tue 19 Jan 2027" in SAID


def test_who_takes_part_and_what_is_asked() -> None:
    assert "MENTORS Places 14" in SAID
    assert "Everybody who works with patients, at any grade." in SAID
    assert "shift pattern (mentors)" in SAID
    assert "disability or long-term condition (mentors)" in SAID
    assert "belief" not in SAID.lower()  # without a purpose it is not asked


def test_rules_are_sentences() -> None:
    assert "Never in the same line of management, upwards or downwards." in SAID
    assert "Place of work: must differ." in SAID
    assert "the weightiest first: what one offers and the other wants to learn" in SAID
    loose = plan_of(replace(PLAN, pairing=PairingChoices(rules=frozenset(), weights={})))
    assert "Never in the same" not in loose
    assert "the weightiest first" not in loose
    assert "Nobody is paired who has no place" in loose


def test_how_many_partners_each_side_has_is_told_in_the_words_of_the_programme() -> None:
    one = "As a rule a mentor has one leader, and a leader one mentor; another number can be"
    assert one in SAID
    part = replace(PLAN.taking_part, mentor_name=RoleName(one="Guide", several="Guides"))
    several = PairingChoices(mentor_partners=1, mentee_partners=3)
    said = plan_of(replace(PLAN, pairing=several, taking_part=part))
    assert "As a rule a guide has one leader, and a leader up to three guides; another" in said


def test_every_rule_and_criterion_has_words() -> None:
    said = plan_of(replace(PLAN, pairing=PairingChoices(rules=frozenset(RULES))))
    words = paper_words("plan").around
    for key in (*(f"rule_{rule}" for rule in RULES), *(f"criterion_{one}" for one in CRITERIA)):
        assert words[key] in said


def test_agreement_choices_are_sentences() -> None:
    assert "a risk of harm to anyone, a breach of the law and a serious breach of policy." in SAID
    assert "The leader books the sessions, the mentor leads the conversation." in SAID
    assert "Between sessions" not in SAID
    assert "For a year after the end" in SAID
    assert "Notes belong to whoever takes them and are destroyed at the end." in SAID
    other = plan_of(
        replace(
            PLAN,
            agreement=AgreementChoices(
                told=Told.THAT_THEY_MET_AND_TOPICS,
                books=Who.EITHER,
                has_no_fault_exit=False,
                apart_months=0,
                notes_destroyed=False,
                limits=(),
            ),
        )
    )
    assert "about which kind of topic" in other
    assert "Either of the two books the sessions" in other
    for gone in ("Either may end it", "neither sits", "destroyed", "cannot stay", "Concerns go"):
        assert gone not in other


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("private", "What is said stays between the two."),
        ("private", "The organiser hears that a pair has met"),
        ("limits", "What cannot stay between the two"),
        ("drive", "The leader books the sessions"),
        ("cancel", "Whoever cannot come says so 48 hours ahead."),
        ("contact", "Between sessions each answers the other within 48 hours."),
        ("end", "Either may end it at any time"),
        ("apart", "For a year after the end"),
        ("notes", "Notes belong to whoever takes them"),
        ("concern", "Concerns go, outside the pair"),
    ],
)
def test_only_what_stands_on_the_agreement_is_said_of_it(clause: str, words: str) -> None:
    def said(*clauses: str) -> str:
        agreement = replace(PLAN.agreement, clauses=clauses, concern_contact="Petra Vale")
        return plan_of(replace(PLAN, agreement=agreement))

    assert words in said(clause)
    assert words not in said(*(one for one in CLAUSES if one != clause))


def test_what_becomes_of_notes_is_said_as_it_was_chosen() -> None:
    def said(**chosen: Any) -> str:
        return plan_of(replace(PLAN, agreement=AgreementChoices(**chosen)))

    assert "by both together and are destroyed six months after" in said(
        notes=Notes.SHARED, notes_months=6
    )
    assert "Notes belong to whoever takes them." in said(notes_destroyed=False)
    assert "No notes are taken of what is said." in said(notes=Notes.NOBODY)


def test_who_hears_what_when() -> None:
    assert "Who hears what, and when" in SAID
    assert "Tue 10 Nov 2026 Everybody What reverse mentoring is" in SAID


def test_what_is_missing_is_said() -> None:
    assert "What is still missing" in SAID
    assert MISSING in SAID


def test_without_answers_no_heading_stands_alone() -> None:
    said = plan_of(Plan(), LEAST)
    for heading in (
        "Why now",
        "What those affected think",
        "The programme along its months",
        "What it is to achieve",
        "Who stands behind it",
        "Dates, and what is due",
        "The sessions",
        "Who hears what, and when",
        "What is still missing",
    ):
        assert heading not in said
    assert "We want to hear each other." in said
    assert "as many as volunteer" in said


def test_a_year_of_sessions_and_a_start_in_december_are_drawn() -> None:
    long = replace(DETAILS_OF_IT, session_count=24, weeks_between=6, start_date=date(2027, 2, 18))
    assert "The programme along its months" in plan_of(PLAN, long)
    short = replace(DETAILS_OF_IT, session_count=1, session_minutes=45)
    assert "Once for 45 minutes." in plan_of(PLAN, short)
