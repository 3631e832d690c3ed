from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.grid import cell_name, text_of
from revmentor_desktop.exchange.spreadsheets.source import Kind, open_source
from tests.exchange.files import PEOPLE, ods, write, xls, xlsx, xlsx_of, xlsx_with_sheet

ROWS = tuple(tuple(row) for row in PEOPLE)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("people.xlsx", xlsx(PEOPLE), Kind.XLSX),
        ("people.xls", xls(PEOPLE), Kind.XLS),
        ("people.ods", ods(PEOPLE), Kind.ODS),
        ("people", xlsx(PEOPLE), Kind.XLSX),
    ],
)
def test_each_kind_is_told_by_its_content_and_read(
    tmp_path: Path, name: str, content: bytes, kind: Kind
) -> None:
    source = open_source(write(tmp_path, name, content))
    assert (source.kind, source.sheets) == (kind, ("People",))
    assert source.read().rows == ROWS


def test_a_sheet_is_chosen_by_name_and_the_first_is_the_default(tmp_path: Path) -> None:
    content = xlsx_of({"Notes": [["read me"]], "People": PEOPLE})
    source = open_source(write(tmp_path, "two.xlsx", content))
    assert source.sheets == ("Notes", "People")
    assert source.read().rows == (("read me",),)
    assert source.read("People").rows == ROWS
    with pytest.raises(KnownError) as caught:
        source.read("Staff")
    assert caught.value.code == "sheet-unknown"
    assert caught.value.params["sheets"] == "Notes, People"


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", xlsx), ("a.xls", xls)])
def test_blank_rows_and_columns_before_the_list_keep_its_place(
    tmp_path: Path, name: str, make: object
) -> None:
    assert callable(make)
    content = make([[], [], ["", "Name"], ["", "Ann"]])
    grid = open_source(write(tmp_path, name, content)).read()
    assert grid.rows == ((), (), ("", "Name"), ("", "Ann"))


def test_a_huge_second_sheet_does_not_keep_the_first_out(tmp_path: Path) -> None:
    far: list[list[str]] = [*[[]] * 20_500, ["x"]]
    content = xlsx_of({"People": PEOPLE, "Archive": far})
    source = open_source(write(tmp_path, "two.xlsx", content))
    assert source.read("People").rows == ROWS
    with pytest.raises(KnownError):
        source.read("Archive")


def test_a_formula_written_as_text_is_text(tmp_path: Path) -> None:
    content = xlsx([["Name"], ['=HYPERLINK("http://example.invalid")']])
    grid = open_source(write(tmp_path, "a.xlsx", content)).read()
    assert grid.cell(1, 0) == '=HYPERLINK("http://example.invalid")'


def test_formulas_without_results_are_counted(tmp_path: Path) -> None:
    sheet = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><f>1+1</f><v>2</v></c></row>'
    )
    grid = open_source(write(tmp_path, "a.xlsx", xlsx_with_sheet(sheet))).read()
    assert grid.empty_formulas == 1
    assert grid.rows == (("Name",), ("", 2.0))


def test_cells_without_their_own_names_follow_each_other(tmp_path: Path) -> None:
    sheet = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    grid = open_source(write(tmp_path, "a.xlsx", xlsx_with_sheet(sheet))).read()
    assert grid.rows == ((1.0, 2.0), (3.0,))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (9.0, "9"),
        (9.5, "9.5"),
        (1e20, "1e+20"),
        (True, "Yes"),
        (date(2026, 1, 24), "2026-01-24"),
        (datetime(2026, 10, 5, 9, 4), "2026-10-05 09:04"),
        (datetime(2026, 10, 5), "2026-10-05"),
        ("as it is ", "as it is "),
    ],
)
def test_a_cell_reads_as_a_person_would_say_it(cell: object, text: str) -> None:
    assert text_of(cell) == text  # type: ignore[arg-type]  # the cases are cells


@pytest.mark.parametrize(
    ("row", "column", "name"), [(0, 0, "A1"), (6, 25, "Z7"), (0, 26, "AA1"), (0, 16_383, "XFD1")]
)
def test_cells_are_named_as_spreadsheets_name_them(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name
