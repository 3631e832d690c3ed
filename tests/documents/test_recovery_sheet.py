"""The recovery sheet shows the code so that it can be typed."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.documents.recovery_sheet import (
    BLANKS,
    RecoverySheetValues,
    recovery_sheet_pdf,
)
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.documents.wording import read_wording
from revmentor_desktop.storage.keys import recovery_code
from revmentor_desktop.system.resources import resource
from tests.documents.reading_back import check_structure, pages, text

CODE = recovery_code(bytes(range(16)))
VALUES = RecoverySheetValues(
    file_name="Harbour Care.revmentor",
    code=CODE,
    made_on=date(2027, 1, 9),
    organisation="Harbour Care",
)


@pytest.mark.parametrize("paper", list(Paper))
def test_one_page_with_the_code_the_file_and_the_day(paper: Paper, tmp_path: Path) -> None:
    pdf = recovery_sheet_pdf(VALUES, paper=paper)
    assert len(pages(pdf)) == 1
    found = text(pdf)
    assert " ".join(CODE.split("-")) in found
    assert "Harbour Care.revmentor · made on Sat 9 January 2027" in found
    assert "open the file Harbour Care.revmentor." in found
    assert "Kept by" in found
    check_structure(pdf, tmp_path)


def test_groups_of_the_code_are_whole_in_large_print() -> None:
    found = text(recovery_sheet_pdf(VALUES, styles=Styles(1.6)))
    assert all(group in found.split() for group in CODE.split("-"))


def test_hostile_file_names_stand_as_they_are() -> None:
    hostile = replace(VALUES, organisation="<b>Org</b>", file_name="<img src=x> {code} **a**")
    found = text(recovery_sheet_pdf(hostile))
    assert "<b>Org</b>" in found
    assert "<img src=x> {code} **a** · made on" in found


def test_the_foot_says_whose_it_is_and_when_it_was_made() -> None:
    assert "Harbour Care Recovery sheet · Sat 9 Jan 2027 Page 1 of 1" in text(
        recovery_sheet_pdf(VALUES)
    )
    nobody = text(recovery_sheet_pdf(replace(VALUES, organisation="")))
    assert "Harbour Care.revmentor Recovery sheet" in nobody


def test_the_wording_has_no_unknown_blank() -> None:
    words = tomllib.loads(resource("content/recovery_sheet.toml").read_text(encoding="utf-8"))
    sources = [words["title"], words["subtitle"], words["foot"]]
    for section in words["sections"]:
        sources.extend([section.get("text", ""), *section.get("points", ())])
    used = frozenset[str]().union(*(read_wording(source, BLANKS).blanks for source in sources))
    assert used == BLANKS
