"""The cells of one sheet, as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

Cell = str | int | float | bool | date | datetime
"""What a cell can hold; a blank cell is ""."""

ROW_LIMIT: Final = 20_000
COLUMN_LIMIT: Final = 500
CELL_LIMIT: Final = 2_000_000
"""Most cells in the rectangle from the first cell to the last one filled."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a sheet from its first row on, each without the blank cells at its end.

    `empty_formulas` counts formulas whose result the file does not hold; they read as blank.
    `lost_characters` counts what the chosen encoding could not read, shown as "�".
    """

    rows: tuple[tuple[Cell, ...], ...]
    empty_formulas: int = 0
    lost_characters: int = 0

    @property
    def width(self) -> int:
        """The number of columns of the widest row."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell by its place, counted from 0; "" outside of what is filled."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""


def text_of(cell: Cell) -> str:
    """Return a cell as a person would read it: 9.0 as "9", a date as "2026-01-24"."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    return str(cell)


def column_letters(column: int) -> str:
    """Return the letters of a column, counted from 0: "A", "Z", "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return a cell's name as spreadsheets show it, "B7" for row 6 and column 1."""
    return f"{column_letters(column)}{row + 1}"
