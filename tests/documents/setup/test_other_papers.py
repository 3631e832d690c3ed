"""Forms, briefs, scripts and the assessment say what was answered."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfWriter

from revmentor_desktop.documents.setup.content import paper_words
from revmentor_desktop.documents.setup.papers import setup_pdf
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.services.documents.setup_papers import setup_values
from tests.documents.reading_back import bookmarks, pages, reader, text
from tests.documents.setup_example import DETAILS_OF_IT, LEAST, ORGANISATION, PLAN, TAKING_PART

FULL = setup_values(DETAILS_OF_IT, PLAN, ORGANISATION, [])
BARE = setup_values(LEAST, Plan(), "", [])


def said(key: str, plan: Plan | None = None) -> str:
    values = FULL if plan is None else setup_values(DETAILS_OF_IT, plan, ORGANISATION, [])
    return text(setup_pdf(key, values))


def form(key: str, plan: Plan | None = None) -> str:
    return "Application" + said(key, plan).partition("APPLICATION")[2]


def test_the_form_asks_what_the_plan_asks() -> None:
    mentors = form("call-mentor")
    for label in ("Name", "E-mail", "Job title", "Grade", "How I would rather meet", "Mon Tue"):
        assert label in mentors
    assert "please return by Tue 8 December 2026" in mentors
    part = replace(TAKING_PART, asked=("department",))
    few = form("call-mentor", replace(PLAN, taking_part=part))
    assert "Department" in few
    for label in ("Job title", "Grade", "Mon Tue", "How I would rather meet", "Why I want"):
        assert label not in few


def test_skills_and_options_are_boxes_to_tick() -> None:
    mentors = form("call-mentor")
    assert "Life on a ward" in mentors
    assert "Speaking to a board" in mentors
    assert "Shift pattern tick one · my partner will read this Days Nights Rotating" in mentors
    assert "Professional groups I know tick all that fit" in mentors
    assert "Years in care a number" in mentors


def test_own_fields_are_asked_of_their_role_only() -> None:
    leaders = form("call-leader")
    assert "Professional groups I know" in leaders
    assert "Shift pattern" not in leaders
    assert "Disability" not in leaders
    assert "Only if you wish" not in leaders


def test_a_special_field_stands_with_its_purpose_and_a_consent() -> None:
    mentors = form("call-mentor")
    after = mentors.partition("Only if you wish")[2]
    assert "Disability or long-term condition" in after
    assert "What it is asked for: pairs for the strand on access can be formed" in after
    assert "I agree that this answer is used for this" in after
    assert "Belief" not in mentors  # no purpose is recorded
    off = tuple(replace(one, is_on=False) for one in TAKING_PART.own_fields)
    none = form("call-mentor", replace(PLAN, taking_part=replace(TAKING_PART, own_fields=off)))
    assert "Only if you wish" not in none


def test_the_form_begins_on_a_page_of_its_own() -> None:
    found = pages(setup_pdf("call-leader", FULL))
    assert "Learn what no report tells you" in found[0]
    assert "APPLICATION" not in found[0]
    assert bookmarks(setup_pdf("call-leader", FULL)) == [
        "Learn what no report tells you",
        "Application",
    ]


def test_places_and_who_may_apply_are_left_out_while_open() -> None:
    assert "Places 14 places" in said("call-mentor")
    assert "Places Twelve places" in said("call-leader")
    bare = text(setup_pdf("call-mentor", BARE))
    assert "Places" not in bare
    assert "Who may apply" not in bare


def test_the_sponsors_brief_has_dates_agreements_and_answers() -> None:
    brief = said("sponsor-brief")
    assert "Says in public why this matters" in brief
    assert "The sponsor’s part, as agreed" in brief
    assert "Tue 10 November 2026 The call goes out" in brief
    assert "“I have no time.” Six times 60 minutes" in brief
    bare = text(setup_pdf("sponsor-brief", BARE))
    assert "as agreed" not in bare
    assert "Dates for your diary" not in bare
    assert "“I have no time.”" in bare


def test_the_script_ends_with_room_for_what_was_heard() -> None:
    script = said("reluctant-leader")
    assert "What they still need to hear, and from whom" in script
    assert "for the organiser’s eyes only" in script


def test_the_exercise_has_a_handout_with_the_two_questions() -> None:
    found = pages(setup_pdf("launch-exercise", FULL))
    assert len(found) == 2
    assert "Minute by minute" in found[0]
    assert "Reverse mentoring is…" in found[1]
    assert "We would do it here because…" in found[1]


def test_the_reading_list_gives_the_addresses_whole() -> None:
    shown = re.sub(r"\s", "", said("reading-list"))
    addresses = [
        line.strip("| ").rpartition("|")[2].strip()
        for part in ("doubters", "mentors", "organisers")
        for line in paper_words("reading-list").sections[part].body.splitlines()
    ]
    assert len(addresses) >= 10
    for address in addresses:
        assert address in shown


def test_the_assessment_is_marked_as_needing_advice() -> None:
    assert "A draft that needs your own advice." in said("risk-assessment")
    assert all("draft" in page for page in pages(setup_pdf("risk-assessment", FULL)))


def test_the_assessment_lists_special_fields_with_purpose_and_who_sees_them() -> None:
    assessment = said("risk-assessment")
    assert "pairs for the strand on access can be formed" in assessment
    assert "not asked, because no purpose is recorded: Belief." in assessment
    assert "Yes, they may: special-category details are asked." in assessment
    plain_part = replace(TAKING_PART, own_fields=TAKING_PART.own_fields[:3])
    plain = said("risk-assessment", replace(PLAN, taking_part=plain_part))
    assert "No such details are asked for." in plain
    assert "Not as planned: none are asked." in plain


def test_the_assessment_says_until_when_data_are_kept() -> None:
    assessment = said("risk-assessment")
    assert "Tue 6 Jul 2027" in assessment  # special answers: the close
    assert "Tue 8 Jun 2027" in assessment  # applications: six months after they closed
    assert "Thu 6 Jul 2028" in assessment  # the rest: a year after the close


def test_risks_are_answered_as_far_as_the_plan_goes() -> None:
    assessment = said("risk-assessment")
    assert "There is a sponsor who has agreed" in assessment
    assert "Say who supports mentors" in assessment  # answered "partly"
    assert "Have line managers grant the time" in assessment  # answered "no"
    yes = said("risk-assessment", replace(PLAN, readiness=dict.fromkeys(QUESTIONS, Answer.YES)))
    assert "Say who supports mentors" not in yes
    open_plan = Plan(
        pairing=PairingChoices(rules=frozenset()),
        agreement=AgreementChoices(has_no_fault_exit=False),
    )
    bare = text(setup_pdf("risk-assessment", setup_values(LEAST, open_plan, "", [])))
    for to_do in (
        "Find a sponsor",
        "Write a purpose and at least one objective",
        "Set the dates, so that briefings have a day",
        "Set the dates, so that there is an end",
        "Name a contact for concerns outside the line",
        "Put leaving without blame into the agreement",
        "Switch on the rule on lines of management",
        "Link each objective",
    ):
        assert to_do in bare


@pytest.mark.parametrize("key", ["explainer", "call-mentor", "call-leader", "reluctant-leader"])
def test_papers_promise_no_easier_way_out_than_the_agreement_gives(key: str) -> None:
    assert "without blame and without giving a reason" in said(key, PLAN)
    choices = replace(PLAN.agreement, has_no_fault_exit=False)
    bound = said(key, replace(PLAN, agreement=choices))
    assert "after a word with the organiser, and nobody is blamed" in bound
    assert "without giving a reason" not in bound


def test_the_call_promises_another_line_only_where_that_is_a_rule() -> None:
    assert "Your partner is outside your line." in said("call-mentor", PLAN)
    loose = replace(PLAN, pairing=PairingChoices(rules=frozenset()))
    assert "outside your line." not in said("call-mentor", loose)
    assert "“Can it harm me?” Nothing from it" in said("call-mentor", loose)


def test_a_sponsor_stands_behind_it_only_when_they_have_agreed() -> None:
    assert "Amara Diallo stands behind it." in said("explainer", PLAN)
    asked = replace(PLAN, sponsor=replace(PLAN.sponsor, agreed_on=None))
    assert "Amara Diallo" not in said("explainer", asked)


def test_whom_to_ask_and_where_the_form_goes_is_who_signs_the_letters() -> None:
    assert "Talk to the organiser of the programme by" in said("explainer", PLAN)
    assert "Please return this form by Tue 8 December 2026 to:" in said("call-mentor", PLAN)
    words = {"letter.sender": "Dana Whitfield", "letter.contact": "extension 4711"}
    named = replace(PLAN, words=words)
    assert "Talk to Dana Whitfield, the organiser of the programme (extension 4711) by" in said(
        "explainer", named
    )
    assert "form to Dana Whitfield (extension 4711) by" in said("call-leader", named)


def fields_of(key: str, plan: Plan | None = None) -> dict[str, str]:
    """Return the fields of a paper's file: what a reader calls each, and its kind."""
    values = FULL if plan is None else setup_values(DETAILS_OF_IT, plan, ORGANISATION, [])
    found = reader(setup_pdf(key, values)).get_fields() or {}
    return {str(field["/TU"]): str(field["/FT"]) for field in found.values()}


def test_the_form_can_be_filled_in_on_the_screen_and_sent() -> None:
    fields = fields_of("call-mentor")
    for line in (
        "Name",
        "E-mail",
        "Why I want to take part (line 1 of 3)",
        "Years in care",
        "Signature",
    ):
        assert fields[line] == "/Tx"
    for box in ("How I would rather meet: By video", "Tue, Afternoon", "Shift pattern: Nights"):
        assert fields[box] == "/Btn"
    assert fields["What I could offer: Or:"] == "/Tx"
    few = replace(TAKING_PART, asked=(), own_fields=())
    assert "Shift pattern: Nights" not in fields_of("call-mentor", replace(PLAN, taking_part=few))


def test_a_filled_in_form_keeps_what_was_typed() -> None:
    writer = PdfWriter(clone_from=reader(setup_pdf("call-leader", FULL)))
    page = next(page for page in writer.pages if "/Annots" in page)
    writer.update_page_form_field_values(page, {"field-1": "Zofia Adamska", "field-9": "/Yes"})
    file = io.BytesIO()
    writer.write(file)
    found = reader(file.getvalue()).get_fields() or {}
    assert found["field-1"]["/V"] == "Zofia Adamska"
    assert found["field-9"]["/V"] == "/Yes"


def test_the_assessment_can_be_completed_on_the_screen() -> None:
    fields = fields_of("risk-assessment")
    assert fields["Unclear purpose: medium"] == "/Btn"
    assert fields["Advice of the data protection officer or adviser (line 1 of 2)"] == "/Tx"


@pytest.mark.parametrize("key", ["explainer", "plan", "sponsor-brief", "reading-list"])
def test_papers_to_read_have_no_fields(key: str) -> None:
    assert fields_of(key) == {}
