"""The recovery sheet shows the code so that it can be typed."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from revmentor_desktop.documents.recovery_sheet import (
    BLANKS,
    RecoverySheetValues,
    recovery_sheet,
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
    found = text(recovery_sheet("<b>Org</b>", "<img src=x> {code} **a**", CODE, date(2027, 1, 9)))
    assert "<b>Org</b>" in found
    assert "<img src=x> {code} **a** · made on" in found


def test_it_is_dated_today_unless_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "revmentor_desktop.documents.recovery_sheet.today", lambda: date(2026, 12, 1)
    )
    assert "made on Tue 1 December 2026" in text(recovery_sheet("", "a.revmentor", CODE))


def test_the_wording_has_no_unknown_blank() -> None:
    words = tomllib.loads(resource("content/recovery_sheet.toml").read_text(encoding="utf-8"))
    sources = [words["title"], words["subtitle"], words["foot"]]
    for section in words["sections"]:
        sources.extend([section.get("text", ""), *section.get("points", ())])
    used = frozenset[str]().union(*(read_wording(source, BLANKS).blanks for source in sources))
    assert used == BLANKS
