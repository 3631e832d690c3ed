"""The packs say to each of a pair what they need, in the officer's wording where it differs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from revmentor_desktop.documents.packs.content import document_text
from revmentor_desktop.documents.packs.papers import pair_pdf
from revmentor_desktop.documents.styles import LARGE_PRINT, Paper, Styles
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.plan.sessions import SessionPlan
from tests.documents.packs_example import DAVID, FOCUS, MEI, pair, programme
from tests.documents.reading_back import check_structure, pages, text
from tests.documents.structure import tree

PACKS = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)
CHANGED = {
    "document.mentor.rapport.heading": "How to talk",
    "document.mentor.rapport": "Say **hello**, {partner}.\n\n- once\n- twice",
}


def said(kind: PaperKind, **more: object) -> str:
    return text(pair_pdf(kind, pair(**more)))


def test_each_is_addressed_and_told_of_the_other() -> None:
    mentor, leader = said(PaperKind.MENTOR_PACK), said(PaperKind.LEADER_PACK)
    assert "Mei, this is your briefing pack" in mentor
    assert "David, this is your briefing pack" in leader
    assert "I learn best by walking round. Tell me straight." in mentor
    assert "I sing in a choir." not in mentor
    assert "I sing in a choir." in leader
    assert "Shift pattern: Rotating" in leader
    assert "Would like to learn: Life on a ward" in mentor
    assert "Can tell about: Life on a ward; Night shifts" in leader


@pytest.mark.parametrize("kind", PACKS)
def test_every_section_of_its_file_stands_in_the_pack(kind: PaperKind) -> None:
    file = {PaperKind.MENTOR_PACK: "mentor", PaperKind.LEADER_PACK: "leader"}[kind]
    found = said(kind)
    own, shared = document_text(file).sections, document_text("shared").sections
    headings = [one.heading for one in (*own.values(), *shared.values())]
    missing = [
        one for one in headings if one not in found and one not in {"Your partner", "Your dates"}
    ]
    assert missing == []
    assert "YOUR PARTNER" in found
    assert "YOUR DATES" in found


@pytest.mark.parametrize("kind", PACKS)
def test_another_version_of_the_agreement_makes_no_other_pack(kind: PaperKind) -> None:
    assert said(kind, version=1) == said(kind, version=2)


def test_the_words_of_the_focus_stand_in_them() -> None:
    words = {key: " ".join(one.split()) for key, one in FOCUS["words"].items()}
    mentor, leader = said(PaperKind.MENTOR_PACK), said(PaperKind.LEADER_PACK)
    assert words["pack.mentor.why-you"] in mentor
    assert words["pack.mentor.start"] in mentor
    assert words["pack.leader.why"] in leader
    assert words["pack.leader.listen"] in leader


def test_prompts_dates_limits_and_contacts_are_those_of_the_programme() -> None:
    for kind in PACKS:
        found = said(kind)
        assert "What takes longer than it should, and since when?" in found
        assert "First meeting from Tue 19 January 2027" in found
        assert "A risk of harm to anyone" in found
        assert "Sam Okoro, sam.okoro@harbourcare.example" in found
        assert "Ruth Lane, Freedom to Speak Up Guardian, 01632 960117" in found


def test_what_the_officer_changed_stands_instead() -> None:
    about = programme()
    plan = replace(about.plan, words={**about.plan.words, **CHANGED})
    found = said(PaperKind.MENTOR_PACK, programme=replace(about, plan=plan))
    assert "How to talk" in found
    assert "Say hello, David." in found
    assert "Names first." not in found
    assert "Finding a way to talk across ranks" not in found


def test_signs_that_do_not_match_stand_as_they_were_written() -> None:
    about = programme(document__mentor__rapport="A **bold {nobody} [[ <b>")
    assert "A **bold {nobody} [[ <b>" in said(PaperKind.MENTOR_PACK, programme=about)


def test_what_happens_when_goes_with_the_length_of_a_meeting() -> None:
    about = programme()
    short = replace(about, details=replace(about.details, session_minutes=30))
    found = said(PaperKind.MENTOR_PACK, programme=short)
    assert "25–30" in found
    assert "50–60" not in found


@pytest.mark.parametrize("kind", PACKS)
@pytest.mark.parametrize("styles", [Styles(), LARGE_PRINT, Styles(in_colour=False)])
@pytest.mark.parametrize("paper", list(Paper))
def test_they_are_whole_tagged_and_the_same_each_time(
    kind: PaperKind, styles: Styles, paper: Paper, tmp_path: Path
) -> None:
    pdf = pair_pdf(kind, pair(), paper=paper, styles=styles)
    check_structure(pdf, tmp_path)
    found = tree(pdf)
    assert len(found.find("H1")) == 1
    assert len(found.find("H2")) > 10
    assert found.find("LI", "TR", "H3")
    sheets = pages(pdf)
    assert all(f"Page {at} of {len(sheets)}" in page for at, page in enumerate(sheets, start=1))
    assert pdf == pair_pdf(kind, pair(), paper=paper, styles=styles)


def test_the_learner_ticks_where_they_sit() -> None:
    pdf = pair_pdf(PaperKind.LEADER_PACK, pair())
    (table,) = [one for one in tree(pdf).find("Table") if "I asked more than I told" in one.read()]
    ticks = [found for one in table.walk() for found in one.annotations]
    assert len(ticks) == 12
    assert "[ ]" not in text(pdf)


@pytest.mark.parametrize("kind", PACKS)
def test_questions_of_the_officer_s_own_stand_in_them(kind: PaperKind) -> None:
    about = programme()
    own = SessionPlan(title="The night shift", prompts=("Who decides at four in the morning?",))
    plan = replace(about.plan, sessions=(*about.plan.sessions[:2], own, *about.plan.sessions[3:]))
    found = said(kind, programme=replace(about, plan=plan))
    assert "THE NIGHT SHIFT" in found
    assert "Who decides at four in the morning?" in found


@pytest.mark.parametrize("kind", PACKS)
def test_hostile_text_stands_as_it_is(kind: PaperKind) -> None:
    hostile = '<b>{partner}</b> **x** [[y]] <img src="/etc/hostname"> {{ }} &amp;'
    both = {"mentor": replace(MEI, about=hostile), "mentee": replace(DAVID, about=hostile)}
    # It may part within its long words.
    assert hostile.replace(" ", "") in said(kind, **both).replace(" ", "")


def test_an_empty_and_a_very_long_about_me_have_their_place() -> None:
    long = replace(DAVID, about="We walk. " * 550, job="Head of " * 50, name="Wolfgang " * 7)
    found = said(PaperKind.MENTOR_PACK, mentee=long)
    assert found.count("walk.") == 550  # a page may end within it
    empty = replace(DAVID, about="", job="", wants=())
    assert "“”" not in said(PaperKind.MENTOR_PACK, mentee=empty)
