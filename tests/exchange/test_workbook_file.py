"""Tables become a workbook that reads back as what was put in, and holds no formula."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from revmentor_desktop.exchange.workbook_file import Cell, Column, Sheet, workbook

MADE = date(2026, 11, 22)
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    '=HYPERLINK("http://evil.example","x")',
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "{=1+1}",
    "http://evil.example",
    "mailto:a@b.example",
)


def packed(*rows: tuple[Cell, ...], titles: tuple[str, ...] = ("A", "B")) -> bytes:
    columns = [Column(title, 20) for title in titles]
    return workbook([Sheet("Pairs", columns, rows)], "Voices", MADE)


def read(content: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def test_texts_numbers_and_days_read_back_as_such() -> None:
    rows = read(packed(("Zoë 李 محمد", 81), (None, 81.25), ("", date(2027, 1, 19))))
    assert rows == [["A", "B"], ["Zoë 李 محمد", 81], ["", 81.25], ["", date(2027, 1, 19)]]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    content = packed((text, text), titles=(text, "B"))
    assert read(content) == [[text, "B"], [text, text]]
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_what_looks_like_a_formula_stays_text_when_it_is_edited() -> None:
    assert 'quotePrefix="1"' in part(packed(("=1+1", 1)), "xl/styles.xml")


def test_titles_stay_in_sight_with_filters_and_columns_have_their_widths() -> None:
    sheet = part(packed(("x", 1), ("y", 2)), "xl/worksheets/sheet1.xml")
    assert 'ySplit="1"' in sheet
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:B3"/>' in sheet
    assert 'width="20.7109375"' in sheet


def test_a_table_without_rows_has_its_titles() -> None:
    assert read(packed()) == [["A", "B"]]


def test_what_the_format_cannot_hold_is_left_out() -> None:
    ((_, _), (cut, clean)) = read(packed(("x" * 40_000, "a\x00b\x0bc\ud800d")))
    assert len(cut) == 32_767
    assert clean == "a b c d"


def test_the_same_tables_give_the_same_file() -> None:
    assert packed(("x", 1)) == packed(("x", 1))
