"""Excel workbooks (XLSX): what is in the package, and whether a sheet is fit to be read."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.extent import Extent
from revmentor_desktop.exchange.spreadsheets.markup import Attributes, local_name, walk
from revmentor_desktop.exchange.spreadsheets.packages import Parts, pack

_WORKBOOK: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedStrings.xml"
# What a reader needs beside the sheet itself; all of it is small or was walked through here.
_GROUND: Final = (
    "[Content_Types].xml",
    "_rels/.rels",
    _WORKBOOK,
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    _STRINGS,
)
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_STRAY_COUNT: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class XlsxWorkbook:
    """An unpacked workbook: its parts, and for each sheet's name the name of its part."""

    parts: Parts
    sheets: dict[str, str]
    string_lengths: list[int]

    def package_of(self, sheet: str) -> tuple[bytes, int]:
        """Return a checked package with that one sheet, and its count of formulas without results.

        Raises KnownError ``sheet-too-far``, ``sheet-too-many-cells`` or ``source-damaged``.
        """
        part = self.sheets[sheet]
        scan = _SheetScan(self.string_lengths)
        walk(self.parts[part], scan.start, scan.end, scan.text)
        ground = [name for name in _GROUND if name in self.parts]
        return pack(self.parts, [*ground, part]), scan.empty_formulas


def open_xlsx(parts: Parts) -> XlsxWorkbook:
    """Look through a package with a ``xl/workbook.xml``. Raises KnownError ``source-...``."""
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise KnownError("source-macros")
    targets = _relations(parts)
    sheets: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if local_name(name) == "sheet":
            relation = next((v for k, v in attributes.items() if local_name(k) == "id"), "")
            part = targets.get(relation, "")
            # Chart sheets live elsewhere and hold no cells.
            if "chartsheets/" not in part and part in parts:
                sheets[attributes.get("name", "")] = part

    for name in _GROUND:
        if name in parts and name != _STRINGS:
            walk(parts[name], start if name == _WORKBOOK else _ignore)
    if not sheets:
        raise KnownError("source-no-sheets")
    return XlsxWorkbook(parts, sheets, _string_lengths(parts))


def _ignore(_name: str, _attributes: Attributes) -> None:
    """Walk through for the sake of the checks alone."""


def _relations(parts: Parts) -> dict[str, str]:
    """Return for each relation of the workbook the part it leads to."""
    targets: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if local_name(name) == "Relationship":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join("xl", target)
            relation = attributes.get("Id", "")
            if relation in targets:
                raise KnownError("source-damaged")
            targets[relation] = posixpath.normpath(path)

    relations = parts.get("xl/_rels/workbook.xml.rels")
    if relations is None:
        raise KnownError("source-damaged")
    walk(relations, start)
    return targets


def _string_lengths(parts: Parts) -> list[int]:
    """Return the length of each shared string, so that what cells show can be added up."""
    if _STRINGS not in parts:
        return []
    lengths: list[int] = []
    stated = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal stated
        match local_name(name):
            case "si":
                lengths.append(0)
            case "sst":
                stated = _number(attributes.get("uniqueCount", "0"))

    def text(characters: str) -> None:
        if lengths:
            lengths[-1] += len(characters)

    walk(parts[_STRINGS], start, text=text)
    # Readers make room for the stated number before they see the strings.
    if stated > len(lengths) + _STRAY_COUNT:
        raise KnownError("source-damaged")
    return lengths


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise KnownError("source-damaged")
    return int(text)


class _SheetScan:
    """Follows the cells of a sheet with their places, lengths and formulas."""

    def __init__(self, string_lengths: list[int]) -> None:
        self.empty_formulas = 0
        self._lengths = string_lengths
        self._extent = Extent()
        self._row = self._column = -1
        self._shared = self._formula = self._filled = False
        self._value: list[str] | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        match local_name(name):
            case "row":
                self._row = _number(attributes["r"]) - 1 if "r" in attributes else self._row + 1
                self._column = -1
            case "c":
                self._place(attributes.get("r"))
                self._shared = attributes.get("t") == "s"
                self._formula = self._filled = False
            case "f":
                self._formula = True
            case "v" | "t":
                self._value = []

    def end(self, name: str) -> None:
        match local_name(name):
            case "c":
                self.empty_formulas += self._formula and not self._filled
            case "v" | "t" if self._value is not None:
                self._take("".join(self._value))
                self._value = None

    def text(self, characters: str) -> None:
        if self._value is not None:
            self._value.append(characters)

    def _place(self, reference: str | None) -> None:
        if reference is None:
            self._column += 1
            return
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            raise KnownError("source-damaged")
        self._column = -1
        for letter in match[1].upper():
            self._column = (self._column + 1) * 26 + ord(letter) - 65
        self._row = int(match[2]) - 1

    def _take(self, value: str) -> None:
        if not value:
            return
        self._filled = True
        self._extent.add(max(self._row, 0), max(self._column, 0))
        length = len(value)
        if self._shared:
            index = _number(value.strip())
            if index >= len(self._lengths):
                raise KnownError("source-damaged")
            length = self._lengths[index]
        self._extent.add_text(length)
