"""How far the filled cells of a sheet reach, measured before anything makes room for them."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.grid import (
    CELL_LIMIT,
    COLUMN_LIMIT,
    ROW_LIMIT,
    cell_name,
)

TEXT_LIMIT: Final = 50 * 1024 * 1024
"""Most characters in the cells of a sheet. One long text can be used by a million cells."""


class Extent:
    """Watches the filled cells of a sheet, or of several read at once, go by; refuses too many.

    Its methods raise KnownError ``sheet-too-far`` or ``sheet-too-many-cells``.
    """

    def __init__(self) -> None:
        """Begin with an empty sheet."""
        self._last_row = self._last_column = -1
        self._cells_before = 0
        self._characters = 0

    def next_sheet(self) -> None:
        """Begin another sheet that is in memory together with those before."""
        self._cells_before += self._cells
        self._last_row = self._last_column = -1

    @property
    def _cells(self) -> int:
        return (self._last_row + 1) * (self._last_column + 1)

    def add(self, row: int, column: int) -> None:
        """Take note of a filled cell, counted from 0."""
        if row <= self._last_row and column <= self._last_column:
            return
        if row >= ROW_LIMIT or column >= COLUMN_LIMIT:
            raise KnownError(
                "sheet-too-far", cell=cell_name(row, column), rows=ROW_LIMIT, columns=COLUMN_LIMIT
            )
        self._last_row = max(row, self._last_row)
        self._last_column = max(column, self._last_column)
        if self._cells_before + self._cells > CELL_LIMIT:
            raise KnownError("sheet-too-many-cells", limit=CELL_LIMIT)

    def add_text(self, characters: int) -> None:
        """Take note of how long the text of a cell, or of several together, is."""
        self._characters += characters
        if self._characters > TEXT_LIMIT:
            raise KnownError("sheet-too-many-cells", limit=CELL_LIMIT)
