from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.delimited import TextFormat, detect, read_delimited
from revmentor_desktop.exchange.spreadsheets.source import open_source
from tests.exchange.files import PEOPLE, csv_text, write

ROWS = tuple(tuple(map(str, row)) for row in PEOPLE)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", b""),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_any_delimiter_and_unicode_encoding_is_detected(
    tmp_path: Path, delimiter: str, encoding: str, mark: bytes
) -> None:
    path = write(tmp_path, "people.csv", mark + csv_text(PEOPLE, delimiter).encode(encoding))
    source = open_source(path)
    assert source.text_format == TextFormat(encoding, delimiter)
    assert source.read().rows == ROWS


def test_windows_1252_is_taken_for_what_is_not_unicode() -> None:
    content = "Name;Ort\r\nZoë O’Neil;Köln\r\n".encode("cp1252")
    assert detect(content) == TextFormat("cp1252", ";")
    assert read_delimited(content, detect(content)).rows[1] == ("Zoë O’Neil", "Köln")


def test_another_encoding_can_be_chosen() -> None:
    content = "Name;Email\nWójcik;w@a.example\n".encode("cp1250")
    grid = read_delimited(content, TextFormat("cp1250", ";"))
    assert grid.rows[1] == ("Wójcik", "w@a.example")


def test_a_few_broken_characters_do_not_make_unicode_another_encoding() -> None:
    content = "Name\n" + "Żółć\n" * 20
    broken = content.encode() + b"Y\xfflmaz\n"
    grid = read_delimited(broken, detect(broken))
    assert grid.rows[1] == ("Żółć",)
    assert grid.rows[21] == ("Y\ufffdlmaz",)
    assert grid.lost_characters == 1


def test_commas_inside_the_cells_of_a_semicolon_file_do_not_mislead() -> None:
    content = b"Name;Skills;Post\nA;x, y, z;Head of Finance, Ward 4\nB;x, y;Nurse, night\n"
    assert detect(content).delimiter == ";"


def test_a_first_line_that_states_the_delimiter_is_obeyed_and_not_read() -> None:
    content = b"sep=|\r\na|b,c\r\nd|e,f\r\n"
    assert read_delimited(content, detect(content)).rows == (("a", "b,c"), ("d", "e,f"))


def test_line_breaks_inside_quotes_stay_and_rows_keep_their_numbers() -> None:
    content = b'a;"x\r\ny"\r\n;\r\nb;z\r\n'
    assert read_delimited(content, TextFormat("utf-8", ";")).rows == (("a", "x\ny"), (), ("b", "z"))


def test_vertical_tabs_and_line_separators_do_not_begin_rows() -> None:
    content = "a,b\x0bc\nd\u2028e,f\n".encode()
    assert read_delimited(content, TextFormat("utf-8", ",")).rows == (
        ("a", "b\x0bc"),
        ("d\u2028e", "f"),
    )


def test_a_quote_that_never_closes_is_refused_with_its_row() -> None:
    content = b'Name,Note\nA,fine\nB,"never closed\nC,lost\nD,lost\n'
    with pytest.raises(KnownError) as caught:
        read_delimited(content, TextFormat("utf-8", ","))
    assert (caught.value.code, caught.value.params["row"]) == ("csv-quote-open", 3)


def test_a_field_of_200_kilobytes_is_read() -> None:
    content = b"Name,Note\nA," + b"x" * 200_000 + b"\n"
    assert len(str(read_delimited(content, detect(content)).cell(1, 1))) == 200_000


def test_a_nul_stays_inside_its_cell(tmp_path: Path) -> None:
    path = write(tmp_path, "nul.csv", b"Name,Email\nA\x00nn,ann@a.example\nBob,bob@a.example\n")
    assert open_source(path).read().cell(1, 0) == "A\x00nn"


def test_our_own_guard_against_formulas_is_taken_off_exactly_once() -> None:
    content = b"a,'=1+1\nb,''=1+1\nc,'tis\nd,'@x\n"
    rows = read_delimited(content, TextFormat("utf-8", ",")).rows
    assert [row[1] for row in rows] == ["=1+1", "''=1+1", "'tis", "@x"]


def test_a_row_of_16384_columns_is_refused_and_empty_ones_are_not() -> None:
    wide = b"a,b\n" + b",".join([b"x"] * 16_384) + b"\n"
    with pytest.raises(KnownError) as caught:
        read_delimited(wide, TextFormat("utf-8", ","))
    assert caught.value.code == "sheet-too-far"
    assert caught.value.params["cell"] == "XFD2"
    empty = b"a,b" + b"," * 16_382 + b"\nc,d" + b"," * 16_382 + b"\n"
    assert read_delimited(empty, TextFormat("utf-8", ",")).rows == (("a", "b"), ("c", "d"))


def test_more_than_20000_rows_are_refused() -> None:
    assert len(read_delimited(b"x\n" * 20_000, TextFormat("utf-8", ",")).rows) == 20_000
    with pytest.raises(KnownError) as caught:
        read_delimited(b"x\n" * 20_001, TextFormat("utf-8", ","))
    assert caught.value.params["cell"] == "A20001"


def test_a_sheet_asked_of_a_text_file_is_refused_not_passed_over(tmp_path: Path) -> None:
    source = open_source(write(tmp_path, "people.csv", csv_text(PEOPLE).encode()))
    assert source.sheets == ()
    with pytest.raises(KnownError) as raised:
        source.read("Leaders")
    assert raised.value.code == "sheet-of-text"
    assert raised.value.params == {"name": "people.csv", "sheet": "Leaders"}
