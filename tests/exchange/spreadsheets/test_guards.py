from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.source import open_source
from revmentor_desktop.system.messages import sentence
from tests.exchange.files import (
    PEOPLE,
    STRINGS_HEAD,
    csv_text,
    ods,
    ods_row,
    ods_with,
    with_parts,
    write,
    xls,
    xlsx,
    xlsx_with_sheet,
    zipped,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CELL = '<row r="{row}"><c r="{cell}"><v>1</v></c></row>'


def refusal(folder: Path, name: str, content: bytes | str) -> str:
    """The code of the error that opening and reading the file raises; it must have a sentence."""
    path = write(folder, name, content)
    with pytest.raises(KnownError) as caught:
        open_source(path).read()
    words = sentence(caught.value.code, caught.value.params)
    assert name in words
    assert words.endswith(".")
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.xlsx", b"", "source-empty"),
        ("program.xlsx", b"MZ\x90\x00\x03" + bytes(range(256)) * 20, "source-not-spreadsheet"),
        ("paper.csv", b"%PDF-1.7 ...", "source-not-spreadsheet"),
        ("page.xls", b"<html><table><tr><td>Name</td></tr></table></html>", "source-web-page"),
        ("page.xlsx", b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><html>", "source-web-page"),
        ("sheet.xml", b"<?xml version='1.0'?><Workbook/>", "source-web-page"),
        ("people.xlsx", csv_text(PEOPLE), "source-not-its-name"),
        ("people.csv", xlsx(PEOPLE), "source-not-its-name"),
        ("people.xlsx", xls(PEOPLE), "source-not-its-name"),
        ("people.xls", ods(PEOPLE), "source-not-its-name"),
        ("letter.xlsx", zipped({"word/document.xml": "<w/>"}), "source-not-spreadsheet"),
        ("binary.xlsx", zipped({"xl/workbook.bin": b"x"}), "source-not-spreadsheet"),
        ("cut.xlsx", xlsx(PEOPLE)[:900], "source-damaged"),
        ("cut.xls", xls(PEOPLE)[:600], "source-damaged"),
        ("noise.xls", OLE + bytes(600), "source-damaged"),
        ("noise.csv", bytes(range(256)) * 10, "source-not-spreadsheet"),
        ("macros.xlsx", with_parts(xlsx(PEOPLE), {"xl/vbaProject.bin": b"x"}), "source-macros"),
    ],
)
def test_a_file_that_is_not_what_it_seems_is_refused(
    tmp_path: Path, name: str, content: bytes | str, code: str
) -> None:
    assert refusal(tmp_path, name, content) == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(KnownError) as caught:
            open_source(path)
        assert caught.value.code == "source-missing"


def test_a_file_over_50_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    with pytest.raises(KnownError) as caught:
        open_source(path)
    assert caught.value.code == "source-large"


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://example.invalid/e"> %e;]>',
    ],
)
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_markup_that_could_unfold_or_fetch_is_refused(
    tmp_path: Path, prolog: str, part: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx(PEOPLE))) as package:
        markup = package.read(part).decode()
    head, _, rest = markup.partition("?>")
    content = with_parts(xlsx(PEOPLE), {part: f"{head}?>{prolog}{rest}"})
    assert refusal(tmp_path, "entities.xlsx", content) == "source-markup"


def test_markup_in_an_ods_is_refused_too(tmp_path: Path) -> None:
    content = ods_with("", manifest='<!DOCTYPE x [<!ENTITY a "b">]><manifest/>')
    assert refusal(tmp_path, "entities.ods", content) == "source-markup"


def test_a_large_sheet_in_a_small_zip_is_refused(tmp_path: Path) -> None:
    # One of 500 MB is unpacked as little: test_memory.py sees to that from outside.
    parts = {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * 51 * 1024**2}
    content = zipped(parts)
    assert len(content) < 60_000
    assert refusal(tmp_path, "bomb.xlsx", content) == "source-unpacks-large"


def test_a_part_that_lies_about_its_size_is_found_out(tmp_path: Path) -> None:
    content = bytearray(zipped({"xl/workbook.xml": b" " * 60 * 1024 * 1024}))
    size = struct.pack("<I", 60 * 1024 * 1024)
    for _ in range(content.count(size)):
        at = content.index(size)
        content[at : at + 4] = struct.pack("<I", 100)
    assert refusal(tmp_path, "liar.xlsx", bytes(content)) in {
        "source-damaged",
        "source-unpacks-large",
    }


def test_more_than_100_parts_are_refused(tmp_path: Path) -> None:
    content = with_parts(xlsx(PEOPLE), {f"xl/x{n}.xml": "<x/>" for n in range(100)})
    assert refusal(tmp_path, "many.xlsx", content) == "source-many-parts"


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    content = with_parts(xlsx(PEOPLE), {"XL/workbook.xml": "<workbook/>"})
    assert refusal(tmp_path, "twice.xlsx", content) == "source-damaged"


def test_a_part_without_a_name_is_refused(tmp_path: Path) -> None:
    content = ods(PEOPLE).replace(b"content.xml", b"\0ontent.xml")
    assert refusal(tmp_path, "nameless.ods", content) == "source-not-spreadsheet"


def test_a_part_packed_in_an_unusual_way_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    assert refusal(tmp_path, "lzma.xlsx", packed.getvalue()) == "source-damaged"


@pytest.mark.parametrize(
    ("cell", "row"), [("XFD1048576", 1_048_576), ("A20001", 20_001), ("SG1", 1)]
)
def test_a_cell_far_out_is_refused_with_its_name(tmp_path: Path, cell: str, row: int) -> None:
    sheet = CELL.format(row=1, cell="A1") + CELL.format(row=row, cell=cell)
    path = write(tmp_path, "far.xlsx", xlsx_with_sheet(sheet))
    with pytest.raises(KnownError) as caught:
        open_source(path).read()
    assert (caught.value.code, caught.value.params["cell"]) == ("sheet-too-far", cell)


def test_an_empty_formatted_cell_far_out_is_no_matter(tmp_path: Path) -> None:
    sheet = CELL.format(row=1, cell="A1") + '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert open_source(write(tmp_path, "a.xlsx", xlsx_with_sheet(sheet))).read().rows == ((1.0,),)


def test_too_many_cells_within_the_limits_are_refused(tmp_path: Path) -> None:
    sheet = CELL.format(row=1, cell="A1") + CELL.format(row=19_000, cell="IA19000")
    content = xlsx_with_sheet(sheet)
    assert refusal(tmp_path, "wide.xlsx", content) == "sheet-too-many-cells"


def test_one_long_text_shown_by_many_cells_is_added_up(tmp_path: Path) -> None:
    strings = f'{STRINGS_HEAD} uniqueCount="1"><si><t>{"x" * 1_000_000}</t></si></sst>'
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100))
    content = xlsx_with_sheet(cells, strings)
    assert refusal(tmp_path, "shared.xlsx", content) == "sheet-too-many-cells"


@pytest.mark.parametrize("stated", ["99999999999", "5000000", "-1", "many"])
def test_a_stated_number_of_strings_is_not_believed(tmp_path: Path, stated: str) -> None:
    strings = f'{STRINGS_HEAD} uniqueCount="{stated}"><si><t>x</t></si></sst>'
    content = xlsx_with_sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings)
    assert refusal(tmp_path, "stated.xlsx", content) == "source-damaged"


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="1"><c r="A0"><v>1</v></c></row>',
        '<row r="1"><c r="AAAAAAA1"><v>1</v></c></row>',
        '<row r="1"><c r="A99999999999"><v>1</v></c></row>',
        '<row r="99999999999999999999"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>77</v></c></row>',
        '<row r="1"><c r="A1"><v>1</row>',
    ],
)
def test_nonsense_in_a_sheet_is_refused(tmp_path: Path, sheet: str) -> None:
    assert refusal(tmp_path, "odd.xlsx", xlsx_with_sheet(sheet)) == "source-damaged"


def test_a_workbook_that_points_elsewhere_is_not_followed(tmp_path: Path) -> None:
    content = with_parts(
        xlsx(PEOPLE),
        {
            "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" '
            'Target="file:///etc/passwd"/></Relationships>'
        },
    )
    assert refusal(tmp_path, "elsewhere.xlsx", content) == "source-no-sheets"


def test_encrypted_files_are_named_as_such(tmp_path: Path) -> None:
    sound = ods_with("", manifest="<manifest><encryption-data/></manifest>")
    assert refusal(tmp_path, "a.ods", sound) == "source-encrypted"
    content = bytearray(zipped({"xl/workbook.xml": "<workbook/>"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(tmp_path, "b.xlsx", bytes(content)) == "source-encrypted"


def test_an_xls_with_a_password_is_named_as_such(tmp_path: Path) -> None:
    content = xls(PEOPLE)
    begin = content.index(struct.pack("<HH", 0x0809, 16)) + 20
    kind, length = struct.unpack_from("<HH", content, begin)
    assert length >= 2
    protected = content[:begin] + struct.pack("<H", 0x002F) + content[begin + 2 :]
    assert kind != 0x002F
    assert refusal(tmp_path, "protected.xls", protected) == "source-encrypted"


def test_an_encrypted_xlsx_is_named_as_such(tmp_path: Path) -> None:
    # Excel puts an encrypted workbook into an OLE container, in a stream of this name.
    renamed = _renamed_stream(xls(PEOPLE), "Workbook", "EncryptedPackage")
    assert refusal(tmp_path, "encrypted.xlsx", renamed) == "source-encrypted"


def _renamed_stream(content: bytes, name: str, other: str) -> bytes:
    entry = (name.encode("utf-16-le") + bytes(64))[:64]
    at = content.index(entry)
    renamed = (other.encode("utf-16-le") + bytes(64))[:64] + struct.pack("<H", 2 * len(other) + 2)
    return content[:at] + renamed + content[at + 66 :]


def test_an_xls_sheet_with_a_cell_far_out_is_refused(tmp_path: Path) -> None:
    far = [["x"], *[[]] * 30_000, ["y"]]
    assert refusal(tmp_path, "far.xls", xls(far)) == "sheet-too-far"


def test_an_xls_that_states_impossible_dimensions_is_refused(tmp_path: Path) -> None:
    content = bytearray(xls(PEOPLE))
    at = content.index(struct.pack("<HH", 0x0200, 14))
    content[at + 4 : at + 18] = struct.pack("<IIHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)
    assert refusal(tmp_path, "stated.xls", bytes(content)) == "source-damaged"


def test_long_texts_of_an_xls_go_on_in_further_records(tmp_path: Path) -> None:
    rows = [["é" * 6_000, "ż" * 6_000, f"text {n}" * 40] for n in range(40)]
    grid = open_source(write(tmp_path, "long.xls", xls(rows))).read()
    assert [list(row) for row in grid.rows] == rows


@pytest.mark.parametrize(
    "table",
    [
        ods_row(["x"]).replace(
            "<table:table-row>", '<table:table-row table:number-rows-repeated="1000000">'
        ),
        ods_row(["x"]).replace(
            "office:value-type", 'table:number-columns-repeated="16384" office:value-type'
        ),
        '<table:table-row table:number-rows-repeated="30000"/>' + ods_row(["x"]),
    ],
)
def test_repeats_of_an_ods_are_added_up(tmp_path: Path, table: str) -> None:
    assert refusal(tmp_path, "repeats.ods", ods_with(table)) == "sheet-too-far"


def test_a_number_of_spaces_in_an_ods_is_added_up(tmp_path: Path) -> None:
    table = ods_row(['<text:s text:c="900000000"/>'])
    assert refusal(tmp_path, "spaces.ods", ods_with(table)) == "sheet-too-many-cells"


def test_the_empty_filler_of_an_ods_is_no_matter(tmp_path: Path) -> None:
    filler = (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    content = ods_with("".join(map(ods_row, PEOPLE)) + filler)
    rows = open_source(write(tmp_path, "filled.ods", content)).read().rows
    assert rows == tuple(tuple(row) for row in PEOPLE)
