"""Letters on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.documents.letter import LetterValues, letters_pdf
from revmentor_desktop.documents.styles import Paper, Styles
from tests.documents.reading_back import bookmarks, check_structure, pages, text

VALUES = LetterValues(
    title="Mei Brown",
    subject="You have a place: Front-line voices",
    body=(
        "Hello Mei,\n\nThese are the dates:\n– Briefing: Mon 4 January 2027\n– Close: later\n\n"
        "With kind regards\n\nDana Whitfield"
    ),
    day=date(2027, 1, 2),
    organisation="Harbour Care",
    programme="Front-line voices 2027",
)


@pytest.mark.parametrize("paper", list(Paper))
def test_a_letter_is_one_page_with_organisation_day_and_text(paper: Paper, tmp_path: Path) -> None:
    pdf = letters_pdf([VALUES], "Letters", paper=paper)
    (page,) = pages(pdf)
    found = " ".join(page.split())
    assert found.startswith("Harbour Care Saturday 2 January 2027 You have a place")
    assert "– Briefing: Mon 4 January 2027 – Close: later" in found
    assert "With kind regards Dana Whitfield" in found
    assert "Page 1 of 1" in found
    check_structure(pdf, tmp_path)


def test_a_letter_names_who_it_goes_to_above_the_day() -> None:
    found = " ".join(text(letters_pdf([replace(VALUES, to="Mei Brown")], "Letters")).split())
    assert found.startswith("Harbour Care Mei Brown Saturday 2 January 2027")


def test_each_letter_begins_a_page_and_has_a_bookmark() -> None:
    other = replace(VALUES, title="David Price", body="Hello David,")
    pdf = letters_pdf([VALUES, other], "Letters")
    assert bookmarks(pdf) == ["Mei Brown", "David Price"]
    assert [("Mei," in page, "David," in page) for page in pages(pdf)] == [
        (True, False),
        (False, True),
    ]


def test_a_long_letter_goes_on_and_its_name_is_never_alone_on_a_page() -> None:
    for words in range(560, 700, 10):
        body = "word " * words + "\n\nWith kind regards\n\nDana Whitfield"
        *before, last = pages(letters_pdf([replace(VALUES, body=body)], "Letters"))
        assert "kind regards" in last
        assert last.count("word") > 10
        assert sum(page.count("word") for page in (*before, last)) == words


def test_no_value_is_read_as_markup() -> None:
    hostile = "<b>Mei</b> {name} **x** [[y]] ____ & <img src=x>"
    found = text(letters_pdf([replace(VALUES, subject=hostile, body=hostile)], "L"))
    assert found.count(hostile) == 2


def test_large_print_and_no_organisation() -> None:
    bare = replace(VALUES, organisation="")
    assert "Front-line voices 2027" in text(letters_pdf([bare], "L", styles=Styles(1.6)))
