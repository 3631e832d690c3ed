"""OpenDocument spreadsheets (ODS): whether the sheets of a package are fit to be read."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.extent import Extent
from revmentor_desktop.exchange.spreadsheets.grid import COLUMN_LIMIT, ROW_LIMIT
from revmentor_desktop.exchange.spreadsheets.markup import Attributes, local_name, walk
from revmentor_desktop.exchange.spreadsheets.packages import Parts, pack

_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_VALUES: Final = frozenset({"value", "date-value", "time-value", "boolean-value", "string-value"})


def checked_ods(parts: Parts) -> bytes:
    """Return a package with nothing but the checked content of every sheet.

    A cell or a row can say that it repeats a million times; that is added up first. Raises
    KnownError ``source-encrypted``, ``source-damaged``, ``sheet-too-far`` or
    ``sheet-too-many-cells``.
    """
    if not {_CONTENT, _MANIFEST} <= parts.keys():
        raise KnownError("source-damaged")
    walk(parts[_MANIFEST], _refuse_encrypted)
    scan = _ContentScan()
    walk(parts[_CONTENT], scan.start, scan.end, scan.text)
    return pack(parts, [name for name in ("mimetype", _MANIFEST, _CONTENT) if name in parts])


def _refuse_encrypted(name: str, _attributes: Attributes) -> None:
    if local_name(name) == "encryption-data":
        raise KnownError("source-encrypted")


def _repeats(attributes: Attributes, kind: str) -> int:
    for name, value in attributes.items():
        if local_name(name) == kind:
            if not (value.isascii() and value.isdigit() and len(value) <= 9):
                raise KnownError("source-damaged")
            return int(value)
    return 1


class _ContentScan:
    """Follows the rows and cells of all sheets with their repeats."""

    def __init__(self) -> None:
        self._extent = Extent()
        self._row = self._row_repeats = 0
        self._column = self._cell_repeats = 0
        self._in_cell = False
        self._filled = False
        self._characters = 0

    def start(self, name: str, attributes: Attributes) -> None:
        element = local_name(name)
        if element == "table":
            self._extent.next_sheet()
            self._row = self._row_repeats = 0
        elif element == "table-row":
            self._row += self._row_repeats
            self._row_repeats = _repeats(attributes, "number-rows-repeated")
            self._column = self._cell_repeats = 0
        elif element in _CELLS:
            self._column += self._cell_repeats
            self._cell_repeats = _repeats(attributes, "number-columns-repeated")
            self._in_cell = True
            values = [v for k, v in attributes.items() if local_name(k) in _VALUES]
            self._filled = bool(values)
            self._characters = sum(map(len, values))
        elif element == "s" and self._in_cell:
            # Spaces can be written as a number of spaces.
            self._characters += _repeats(attributes, "c")

    def end(self, name: str) -> None:
        if local_name(name) in _CELLS and self._in_cell:
            self._in_cell = False
            if self._filled or self._characters:
                self._take()

    def text(self, characters: str) -> None:
        if self._in_cell:
            self._characters += len(characters)

    def _take(self) -> None:
        self._extent.add(
            self._row + max(self._row_repeats, 1) - 1,
            self._column + max(self._cell_repeats, 1) - 1,
        )
        times = min(self._row_repeats, ROW_LIMIT) * min(self._cell_repeats, COLUMN_LIMIT)
        self._extent.add_text(times * self._characters)
