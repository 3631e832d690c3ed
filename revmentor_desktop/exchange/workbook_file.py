"""Tables as an Excel workbook (XLSX) that spreadsheet programs open as they are.

Text stays text, whatever it begins with: nothing that somebody typed becomes a formula or a link,
neither when the file is opened nor when the cell is edited.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
"""What stands in a cell; None and "" leave it empty."""

_MOST_CHARACTERS: Final = 32_767
"""What a cell takes; a program that meets more calls the file damaged."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_NOT_TEXT: Final = ("=", "+", "-", "@", "\t", "\r")
"""How text begins that a program might take for a formula once somebody edits the cell."""
_DATE: Final = "yyyy-mm-dd"
_HEADER: Final = {"bold": True, "bg_color": "#E3EFEC", "bottom": 1, "text_wrap": True}
_TOP: Final = {"valign": "top"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and how wide it is, in characters; long text goes on below."""

    title: str
    width: int = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table under a name of at most 31 characters, each row as long as there are columns."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def workbook(sheets: Sequence[Sheet], title: str, made_on: date) -> bytes:
    """Return a workbook of tables; the same values give the same bytes.

    Each table has its titles in a row that stays in sight, with filters on it.
    """
    from xlsxwriter import Workbook

    packed = io.BytesIO()
    book = Workbook(packed, {"in_memory": True})
    made_at = datetime(made_on.year, made_on.month, made_on.day)
    book.set_properties({"title": _text(title), "created": made_at})
    writer = _Writer(book)
    for sheet in sheets:
        writer.add(sheet)
    book.close()
    return packed.getvalue()


class _Writer:
    """Writes tables into a workbook, each in the same look."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._header = book.add_format({**_HEADER, **_TOP})
        self._plain = book.add_format({**_TOP, "text_wrap": True})
        self._quoted = book.add_format({**_TOP, "text_wrap": True, "quote_prefix": True})
        self._number = book.add_format(_TOP)
        self._date = book.add_format({**_TOP, "num_format": _DATE, "align": "left"})

    def add(self, sheet: Sheet) -> None:
        """Write a table."""
        page: Worksheet = self._book.add_worksheet(sheet.name)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width)
            page.write_string(0, at, _text(column.title), self._header)
        for row, cells in enumerate(sheet.rows, start=1):
            for at, cell in enumerate(cells):
                self._write(page, (row, at), cell)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _write(self, page: Worksheet, place: tuple[int, int], cell: Cell) -> None:
        match cell:
            case None | "":
                return
            case str():
                style = self._quoted if cell.startswith(_NOT_TEXT) else self._plain
                page.write_string(*place, _text(cell), style)
            case date():
                at = datetime(cell.year, cell.month, cell.day)
                page.write_datetime(*place, at, self._date)
            case _:
                page.write_number(*place, cell, self._number)


def _text(text: str) -> str:
    """Return `text` without what the format cannot hold."""
    return _CONTROL.sub(" ", text)[:_MOST_CHARACTERS]
