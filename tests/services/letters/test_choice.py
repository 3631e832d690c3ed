"""The page on which a leader reads of mentors: only what they share, and no fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.services.letters.choice import (
    ChoicePage,
    choice_page,
    write_choice_draft,
    write_choice_page,
)
from revmentor_desktop.services.pairing.reading import shortlists
from revmentor_desktop.services.pairing.shortlists import offer
from revmentor_desktop.services.people.writing import add_person, take_part
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import person_details, stored_leader, stored_programme
from tests.documents.reading_back import pages

DAY = date(2027, 1, 12)
ABOUT = "I like to talk while walking."


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme in which Helen was offered Jonas, who shares all, and Sána, who does not."""
    made = stored_programme(data)
    helen = stored_leader(data, made, "Helen Ward")
    candidates = []
    for name, agreed in (("Jonas Tamm", True), ("Sána Khan", False)):
        details = person_details(
            name,
            job_title="Engineer",
            department="IT",
            offers=("AI tools", "Data"),
            interests=("Cycling",),
            about_me=ABOUT,
        )
        candidates.append(add_person(data, details))
        part = ParticipationDetails(role=Role.MENTOR, answers_agreed=agreed)
        take_part(data, made, candidates[-1:], part)
    offer(data, made, helen, candidates, DAY)
    return made


def page(data: DataFile, programme: int, *, are_named: bool) -> ChoicePage:
    (offered,) = shortlists(data, programme)
    return choice_page(data, programme, offered, are_named=are_named)


def test_named_mentors_say_who_they_are_and_what_they_offer(data: DataFile, programme: int) -> None:
    said = page(data, programme, are_named=True).values
    assert said.subject.startswith("Your choice of mentors: ")
    assert said.to == "Helen Ward"
    paragraphs = said.body.split("\n\n")
    assert paragraphs[0] == "Hello Helen,"
    assert "two people in mind" in paragraphs[1]
    assert paragraphs[2] == (
        "1. Jonas Tamm, Engineer, IT\n– Offers: AI tools, Data\n– Interests: Cycling\n"
        f"– About me: {ABOUT}"
    )
    # Who did not agree that their answers are used is named, and no more.
    assert paragraphs[3] == "2. Sána Khan, Engineer, IT\n– Tells you more in person."
    assert "fit" not in said.body.split()


def test_before_they_agree_nothing_tells_who_they_are(data: DataFile, programme: int) -> None:
    said = page(data, programme, are_named=False).values
    assert "Mentor 1\n– Offers: AI tools, Data\n– Interests: Cycling" in said.body
    assert "Their names follow" in said.body
    for word in ("Jonas", "Tamm", "Engineer", ABOUT, "Khan"):
        assert word not in said.body


def test_answers_are_shown_that_are_for_the_partner_and_never_special_ones(
    data: DataFile, programme: int
) -> None:
    from revmentor_desktop.services.setup.writing import save_section

    fields = (
        OwnField(key="", label="Languages", is_shown_to_partner=True, kind=FieldKind.TEXT),
        OwnField(key="", label="Shift pattern"),
        OwnField(
            key="",
            label="Belief",
            is_shown_to_partner=True,
            is_special=True,
            special_purpose="Difference",
        ),
    )
    asked = TakingPart()
    for field in fields:
        asked = asked.with_own_field(field)
    save_section(data, programme, "taking_part", asked)
    (offered,) = shortlists(data, programme)
    jonas = offered.candidates[0]
    keys = [one.key for one in asked.own_fields]
    answers = dict(zip(keys, ("Welsh", "Nights", "Quaker"), strict=True))
    part = replace(jonas.participation, own_values=answers, consents={keys[2]: DAY})
    changed: Shortlist = replace(
        offered, candidates=(replace(jonas, participation=part), *offered.candidates[1:])
    )
    named = choice_page(data, programme, changed, are_named=True).values.body
    assert "– Languages: Welsh" in named
    assert "Nights" not in named
    assert "Quaker" not in named
    assert "Belief" not in named
    # In their own words colleagues would know them.
    unnamed = choice_page(data, programme, changed, are_named=False).values.body
    assert "Welsh" not in unnamed


def test_characters_without_a_font_are_known_wherever_they_stand(
    data: DataFile, programme: int
) -> None:
    made = page(data, programme, are_named=True)
    for place in ("to", "subject", "body", "organisation", "programme"):
        odd: dict[str, Any] = {place: "Ann 李"}
        said = replace(made.values, **odd)
        assert replace(made, values=said).unprintable == "李"


def test_it_is_written_as_pdf_and_as_a_draft(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    made = page(data, programme, are_named=True)
    assert made.unprintable == ""
    pdf = run_to_end(write_choice_page(made, tmp_path / made.pdf_name))
    (page_of_it,) = pages(pdf.read_bytes())
    assert "Jonas Tamm, Engineer, IT" in page_of_it
    draft = run_to_end(write_choice_draft(made, tmp_path / made.draft_name))
    content = draft.read_text(encoding="utf-8")
    assert "X-Unsent: 1" in content
    assert "Jonas" not in draft.name
    assert "Jonas" not in pdf.name
    assert made.link is not None
    assert made.link.startswith("mailto:")
