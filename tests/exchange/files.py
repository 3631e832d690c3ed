"""Spreadsheets made for tests, in every kind, sound and hostile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter
import xlwt

DATA = Path(__file__).parents[1] / "data"

Rows = Sequence[Sequence[object]]

PEOPLE: Rows = [
    ["First name", "Surname", "Email", "Taking part as"],
    ["Zoë", "Żółkowski", "zoe@ward.example", "Mentor"],
    ["Tom", "Ward", "tom@ward.example", "Leader"],
]


def csv_text(rows: Rows, delimiter: str = ",") -> str:
    return "".join(delimiter.join(map(str, row)) + "\r\n" for row in rows)


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def xlsx(rows: Rows, sheet: str = "People") -> bytes:
    return xlsx_of({sheet: rows})


def xlsx_of(sheets: Mapping[str, Rows]) -> bytes:
    packed = io.BytesIO()
    workbook = xlsxwriter.Workbook(packed, {"in_memory": True, "strings_to_formulas": False})
    for name, rows in sheets.items():
        worksheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            worksheet.write_row(number, 0, row)
    workbook.close()
    return packed.getvalue()


def xls(rows: Rows, sheet: str = "People") -> bytes:
    workbook = xlwt.Workbook()
    worksheet = workbook.add_sheet(sheet)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            worksheet.write(number, column, value)
    packed = io.BytesIO()
    workbook.save(packed)
    return packed.getvalue()


ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="People">'
)
ODS_FOOT = "</table:table></office:spreadsheet></office:body></office:document-content>"


def ods_row(cells: Sequence[object]) -> str:
    written = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{written}</table:table-row>"


def ods(rows: Rows) -> bytes:
    return ods_with("".join(map(ods_row, rows)))


def ods_with(table: str, manifest: str = "<manifest/>") -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": ODS_HEAD + table + ODS_FOOT,
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def with_parts(package: bytes, changed: Mapping[str, str | bytes]) -> bytes:
    """The package with some parts replaced or added."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        parts: dict[str, str | bytes] = {name: opened.read(name) for name in opened.namelist()}
    return zipped(parts | dict(changed))


SHEET_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
SHEET_FOOT = "</sheetData></worksheet>"
STRINGS_HEAD = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def xlsx_with_sheet(sheet_data: str, strings: str | None = None) -> bytes:
    """A workbook whose one sheet, and maybe shared strings, are as given."""
    changed = {"xl/worksheets/sheet1.xml": SHEET_HEAD + sheet_data + SHEET_FOOT}
    if strings is not None:
        changed["xl/sharedStrings.xml"] = strings
    return with_parts(xlsx(PEOPLE), changed)
