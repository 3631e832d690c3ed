"""Cells of a checked workbook, by the calamine library."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.grid import Cell, Grid

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

RawCell = int | float | str | bool | time | date | datetime | timedelta


def sheet_names(content: bytes) -> tuple[str, ...]:
    """Return the names of the sheets that hold cells, in order. Raises KnownError."""
    from python_calamine import SheetTypeEnum

    return tuple(
        sheet.name
        for sheet in _opened(content).sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
    )


def read_sheet(content: bytes, sheet: str, empty_formulas: int = 0) -> Grid:
    """Return the cells of a sheet. `content` must have passed the guards.

    Raises KnownError ``source-damaged`` or ``source-encrypted``.
    """
    workbook = _opened(content)
    try:
        raw = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except BaseException as error:
        raise _explained(error) from error
    rows = [_trimmed(cells) for cells in raw]
    while rows and not rows[-1]:
        rows.pop()
    return Grid(tuple(rows), empty_formulas=empty_formulas)


def _opened(content: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except BaseException as error:
        raise _explained(error) from error


def _explained(error: BaseException) -> BaseException:
    """Turn what the library raises into a known error, and leave anything else as it is.

    Its panics derive from BaseException; nothing is left half-read by them.
    """
    from python_calamine import CalamineError, PasswordError

    if isinstance(error, PasswordError):
        return KnownError("source-encrypted")
    if isinstance(error, CalamineError | ValueError | OverflowError):
        return KnownError("source-damaged")
    if type(error).__name__ == "PanicException":
        return KnownError("source-damaged")
    return error


def _trimmed(raw: list[RawCell]) -> tuple[Cell, ...]:
    cells = [_cell(value) for value in raw]
    while cells and (cells[-1] == "" or (isinstance(cells[-1], str) and not cells[-1].strip())):
        cells.pop()
    return tuple(cells)


def _cell(value: RawCell) -> Cell:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return value
