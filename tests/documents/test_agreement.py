"""The agreement says what it should, whatever the people are called."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from revmentor_desktop.documents.agreement import (
    agreement_clauses,
)
from revmentor_desktop.documents.agreement_clauses import parts_chosen
from revmentor_desktop.documents.packs.blanks import BLANKS
from revmentor_desktop.documents.packs.content import document_text, texts
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.documents.wording import read_wording
from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    LIMITS,
    REBOOKED_WITHIN,
    AgreementChoices,
    Notes,
    Place,
    Told,
    Who,
)
from tests.documents.reading_back import (
    agreement_pdf,
    agreements_pdf,
    bookmarks,
    check_structure,
    drawn_lines,
    pages,
    reader,
    text,
    values,
)

HOSTILE = [
    "<b>Ann</b>",
    '<img src="/etc/hostname">',
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('id')]]]\">x",
    '<a href="file:///c:/x">y</a>',
    "Tom &amp; Jerry & co",
    "{{ }} {mentor} {0} %s [[x]] **y**",
    "ann____ O'Neil <HR>",
]


def without_spaces(words: str) -> str:
    return re.sub(r"\s", "", words)


def test_a_usual_agreement_is_one_page_with_everything_on_it(tmp_path: Path) -> None:
    pdf = agreement_pdf(values())
    (found,) = pages(pdf)
    for words in (
        "Mei Brown and David Price",
        "Nurse, Ward 4",
        "Chief Executive",
        "Front-line voices 2027 · Harbour Care",
        "Why we do this. Our leaders hear how decisions land on the wards.",
        "Mentor’s signature",
        "Leader’s signature",
        "Agreement RM-0042 · version 1",
        "Page 1 of 1",
    ):
        assert words in found
    flat = " ".join(found.split())
    assert (
        "We meet six times for 60 minutes, about every four weeks, from Tue 19 January to"
        " Tue 6 July 2027, in working hours" in flat
    )
    assert "David books; Mei leads" in flat
    assert "halfway (about Tue 13 April) and at the end" in flat
    check_structure(pdf, tmp_path)


def test_the_clauses_are_numbered() -> None:
    found = pages(agreement_pdf(values()))[0].splitlines()
    numbers = [line.split()[0] for line in found if re.match(r"\d+ [A-Z]", line)]
    assert numbers == [str(number) for number in range(1, len(agreement_clauses(values())) + 1)]


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("purpose", ["", "Leaders hear how decisions land, " * 3])
def test_ordinary_input_stays_on_one_page(paper: Paper, purpose: str) -> None:
    pdf = agreement_pdf(
        values(
            mentor="Alexandra Featherstone-Williams",
            leader="Bartholomew Montgomery-Hughes",
            mentor_short="Alexandra",
            leader_short="Bartholomew",
            mentor_job="Senior Clinical Nurse Specialist, Paediatrics",
            leader_job="Deputy Director of Estates and Facilities",
            purpose=purpose,
        ),
        paper=paper,
    )
    assert len(pages(pdf)) == 1


@pytest.mark.parametrize(
    ("more", "words", "times"),
    [
        ({"mentor": "Wolfe " * 33}, "Wolfe", 3 * 33),
        ({"leader": "Ä" * 120}, "Ä", 3 * 120),
        ({"mentor_job": "Senior " * 28}, "Senior", 28),
        ({"leader_job": "§" * 400}, "§", 400),
        ({"purpose": "because " * 625}, "ecause", 625),
        ({"programme": "¶" * 200, "organisation": "µ" * 200}, "µ", 200),
    ],
)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_long_input_is_complete_and_signed_on_a_page_with_a_clause(
    more: dict[str, str], words: str, times: int, scale: float
) -> None:
    pdf = agreement_pdf(values(**more), styles=Styles(scale))
    assert text(pdf).count(words) >= times
    last = " ".join(pages(pdf)[-1].split())
    assert "A question, or a worry?" in last
    assert "Mentor’s signature" in last
    assert "Leader’s signature" in last
    assert "Signed three times. This copy is for:" in last


def test_no_clause_is_split_in_large_print() -> None:
    found = pages(agreement_pdf(values(), styles=Styles(1.5)))
    assert len(found) > 1
    for clause in agreement_clauses(values()):
        words = " ".join(clause.split()).replace("\xa0", " ").removesuffix("…")
        on = [page for page in found if words.strip() in " ".join(page.split())]
        assert len(on) == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"first_day": None, "last_day": None}, "about every four weeks, in working hours"),
        ({"session_count": 1}, "We meet once for 60 minutes, from"),
        ({"session_count": 1}, "We look back when we have met."),
        ({"session_count": 2}, "We meet twice for"),
        ({"session_count": 2}, "after the first meeting and at the end"),
        ({"session_count": 4}, "after the second meeting and at the end"),
        ({"first_day": None, "last_day": None}, "after the second meeting, halfway and at the end"),
        ({"weeks_between": 1}, "about every week, from"),
        ({"first_day": date(2026, 11, 3)}, "halfway (about Tue 26 January 2027) and"),
        ({"last_day": date(2028, 1, 4)}, "Tue 19 January 2027 to Tue 4 January 2028"),
        ({"last_day": date(2027, 1, 19)}, "from Tue 19 January 2027, in working"),
    ],
)
def test_the_wording_follows_the_programme(more: dict[str, Any], words: str) -> None:
    assert words in text(agreement_pdf(values(**more)))


def test_what_is_not_known_leaves_no_trace() -> None:
    bare = values(
        mentor_job="", leader_job="", organisation="", purpose="", first_day=None, last_day=None
    )
    found = text(agreement_pdf(bare))
    for sign in ("None", "{", "}", "[[", "]]", "**", " ,", " .", "()", "Why we do this", "· ·"):
        assert sign not in found
    assert "Front-line voices 2027 MENTOR" in found


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stands_as_it_is(
    hostile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement_pdf(values())

    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("a document opens no connection")

    monkeypatch.setattr(socket, "socket", refuse)
    fields = ("mentor", "leader", "mentor_short", "leader_job", "programme", "organisation")
    pdf = agreement_pdf(values(**dict.fromkeys(fields, hostile)))
    assert without_spaces(text(pdf)).count(without_spaces(hostile)) >= len(fields)
    for page in reader(pdf).pages:
        resources: Any = page["/Resources"]
        assert "/XObject" not in resources
    assert all(
        note["/Subtype"] == "/Widget" and "/A" not in note for note in page.annotations or []
    )
    check_structure(pdf, tmp_path)


@pytest.mark.parametrize("text_in", ["a\x00b", "a\u202eb", "a\u200bb", "a\x1bb"])
def test_control_characters_are_left_out(text_in: str) -> None:
    assert "ab and David Price" in text(agreement_pdf(values(mentor=text_in)))


@pytest.mark.parametrize(
    "name",
    [
        "Siân Llŷr Ŵyn-Žižek",
        "Łukasz Żółć",
        "Nguyễn Thị Ánh",
        "Ọlúwáṣeun Ẹ́niọlá",
        "Άννα Παπαδοπούλου",
        "Дмитрий Щербаков",
        "Հայկ Գրիգորյան",
        "გიორგი ბერიძე",
    ],
)
def test_names_read_back_in_any_script(name: str) -> None:
    found = text(agreement_pdf(values(mentor=name, leader_job=name)))
    assert f"{name} and David Price" in found
    assert found.count(name) >= 4


@pytest.mark.parametrize("name", ["محمد عبد الله", "דוד כהן", "علی رضا پژمان", "ملاك ممرض"])
def test_names_from_right_to_left_read_back(name: str, qapp: QApplication) -> None:
    lines = drawn_lines(agreement_pdf(values(mentor=name, leader_job=name)))
    assert lines.count(name) >= 2


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_makes_a_file_that_opens(name: str, job: str) -> None:
    pdf = agreement_pdf(values(mentor=name, leader_job=job, organisation=job))
    assert "RM-0042" in text(pdf)


def test_several_pairs_make_one_file_with_a_bookmark_each() -> None:
    pairs = [values(reference=f"RM-{n:04d}", mentor=f"Mentor {n}") for n in range(3)]
    pdf = agreements_pdf(pairs, title="All agreements")
    found = pages(pdf)
    assert len(found) == 3
    assert all("Page 1 of 1" in page for page in found)
    assert bookmarks(pdf) == [f"Mentor {n} and David Price" for n in range(3)]


def test_the_same_pair_gives_the_same_bytes() -> None:
    assert agreement_pdf(values()) == agreement_pdf(values())


def test_every_clause_has_its_words_and_every_blank_is_known() -> None:
    sections = document_text("agreement").sections
    assert set(CLAUSES) <= set(sections)
    for line in texts("agreement"):
        read_wording(line, BLANKS)
    instead = {
        *("limits-none", "end-talk", "doors-closed", "doors-open", "place-open", "review-open"),
        *("concern-open", "feedback-written", "feedback-reviews"),
    }
    assert set(sections) == {*CLAUSES, *instead}


@pytest.mark.parametrize("meetings", [1, 3, 6])
def test_every_choice_has_words_of_the_agreements_own(meetings: int) -> None:
    around = document_text("agreement").around
    parts = {part for part in around if "." in part}
    chosen: set[str] = set()
    for choices in every_choice():
        for ones in parts_chosen(choices, meetings).values():
            chosen.update(ones)
    assert chosen <= parts
    if meetings == 6:
        assert parts - chosen == {"look-back.met"}


def every_choice() -> Iterator[AgreementChoices]:
    """Yield choices of which each is made by one of them."""
    usual = AgreementChoices(limits=LIMITS, told_to="HR", notes_months=3)
    yield usual
    yield replace(usual, notes_months=0)
    for who in Who:
        yield replace(usual, books=who, leads=who)
        yield from (replace(usual, books=who, leads=other) for other in Who)
    yield from (replace(usual, place=place) for place in Place)
    yield from (replace(usual, rebook_days=days) for days in REBOOKED_WITHIN)
    yield from (replace(usual, told=told) for told in Told)
    yield from (replace(usual, notes=notes) for notes in Notes)


# ---- what the programme has chosen ---------------------------------------------------------------


def said(**chosen: Any) -> str:
    """Return the whole agreement's words under some choices."""
    return text(agreement_pdf(values(choices=AgreementChoices(**chosen))))


def test_without_choices_the_clauses_are_the_usual_ones() -> None:
    clauses = agreement_clauses(values())
    assert len(clauses) == 14
    assert clauses[5:9] == [
        "What we say stays between us. Each of us may pass on what we ourselves have learnt, never"
        " the other’s words. The organiser hears that we met, not what we said.",
        "Three things cannot stay between us: a risk of harm to anyone, a breach of the law and a"
        " serious breach of policy. We tell each other first, if it is safe to.",
        "Notes belong to whoever takes them and are destroyed at the end.",
        "This is not line management, appraisal or a way to promotion. While it lasts and for a"
        " year after, neither of us sits on a panel about the other or writes a reference for the"
        " other.",
    ]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"limits": ("harm",)}, "One thing cannot stay between us: a risk of harm to anyone."),
        (
            {"limits": ("harm", "safeguarding"), "own_limits": (" fraud. ", " ")},
            "Three things cannot stay between us: a risk of harm to anyone, a child or an adult at"
            " risk of abuse or neglect and fraud. We",
        ),
        ({"limits": ()}, "Only what the law obliges us to tell cannot stay between us."),
        ({"told": Told.THAT_THEY_MET_AND_TOPICS}, "that we met and which topics we chose, not"),
        ({"told_to": "the sponsor "}, "not what we said. The sponsor hears totals without names."),
        ({"place": Place.ON_SCREEN}, "Where we meet: On screen, where nobody else can listen."),
        ({"place": Place.EITHER}, "nobody’s office, or on screen."),
        ({"place": Place.OWN, "own_place": "At the library."}, "Where we meet: At the library."),
        ({"place": Place.OWN}, "Where and how we meet:"),
        ({"place": Place.OPEN, "own_place": "At the library"}, "Where and how we meet:"),
        ({"books": Who.MENTOR}, "who leads: Mei books and leads the conversation."),
        ({"leads": Who.EITHER}, "David books; we lead the conversation by turns."),
        ({"books": Who.EITHER}, "Either of us books; Mei leads the conversation."),
        (
            {"books": Who.EITHER, "leads": Who.EITHER},
            "We book and lead the conversation by turns.",
        ),
        ({"notice_hours": 24}, "we say so 24 hours ahead where we can"),
        ({"rebook_days": 2}, "where we can, and offer a new date within two days."),
        ({"rebook_days": 7}, "where we can, and offer a new date within a week."),
        ({"notes": Notes.SHARED}, "Notes are kept by both of us together and are destroyed at the"),
        ({"notes": Notes.NOBODY}, "Notes are not taken at our meetings."),
        ({"notes_months": 6}, "Notes belong to whoever takes them and are destroyed six months"),
        ({"reviews": ("end",)}, "We look back at the end."),
        ({"reviews": ("meeting", "end")}, "We look back after the second meeting and at the end."),
        ({"has_no_fault_exit": False}, "If one of us wants to end this, we talk to the organiser"),
        ({"apart_months": 6}, "While it lasts and for six months after, neither"),
        ({"apart_months": 24}, "While it lasts and for two years after, neither"),
        ({"apart_months": 0}, "While it lasts, neither of us sits"),
        ({"notes_destroyed": False}, "Notes belong to whoever takes them."),
        (
            {"concern_contact": "Staff Guardian, ext. 204"},
            "outside both our teams and lines: Staff Guardian, ext. 204",
        ),
    ],
)
def test_a_choice_becomes_a_clause(chosen: dict[str, Any], words: str) -> None:
    assert words in said(**chosen)
    assert len(pages(agreement_pdf(values(choices=AgreementChoices(**chosen))))) == 1


def test_own_clauses_stand_last_and_are_no_markup() -> None:
    found = said(own_clauses=("  ", "We meet **outdoors** {mentor}.", "<b>No</b> phones."))
    assert "15 We meet **outdoors** {mentor}." in found
    assert "16 <b>No</b> phones." in found
    assert found.index("We look back") < found.index("outdoors") < found.index("signature")


def test_without_a_fault_free_exit_it_is_not_promised() -> None:
    assert "without giving a reason" in said()
    assert "without giving a reason" not in said(has_no_fault_exit=False)


@pytest.mark.parametrize("limit", LIMITS)
def test_every_limit_has_words(limit: str) -> None:
    assert "One thing cannot stay between us: a" in said(limits=(limit,))


def test_long_choices_flow_and_the_signatures_stay_with_a_clause() -> None:
    clause = "We keep to what was said at the briefing, and more of the same. " * 6
    pdf = agreement_pdf(values(choices=AgreementChoices(own_clauses=(clause,) * 6)))
    found = pages(pdf)
    assert len(found) == 2
    assert text(pdf).count("We keep to what was said at the briefing") == 36
    assert "Mentor’s signature" in found[-1]
    assert "at the briefing" in found[-1]


def test_the_sides_are_called_as_the_programme_calls_them() -> None:
    found = text(agreement_pdf(values(mentor_word="Guide", leader_word="Sponsor of <change>")))
    for words in (
        "GUIDE",
        "SPONSOR OF <CHANGE>",
        "Guide’s signature",
        "Sponsor of <change>’s signature",
    ):
        assert words in found
    assert "Mentor" not in found.replace("Mentoring", "")
    assert "Leader’s" not in found
