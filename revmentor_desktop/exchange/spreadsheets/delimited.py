"""Plain text with a delimiter (CSV): its encoding, its delimiter, its rows."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.extent import Extent
from revmentor_desktop.exchange.spreadsheets.grid import Grid

ENCODINGS: Final[dict[str, str]] = {
    "utf-8": "Unicode (UTF-8)",
    "utf-16-le": "Unicode (UTF-16)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
    "cp1252": "Western European (Windows)",
    "cp1250": "Central European (Windows)",
    "cp1254": "Turkish (Windows)",
    "mac_roman": "Western European (older Mac)",
    "cp850": "Western European (DOS)",
}
"""The encodings to choose from, with the names people know them by."""

DELIMITERS: Final = (";", ",", "\t", "|")

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAMPLE_ROWS = 60
_SAMPLE_CHARACTERS = 200_000
# A character of Unicode's private area cannot stand in a real list of people.
_END = "\uf8ffend"
# What our own lists put an apostrophe before, so that no spreadsheet takes it for a formula.
_FORMULA_BEGINNINGS: Final = ("'=", "'+", "'-", "'@", "'\t", "'＝", "'＋", "'－", "'＠")

csv.field_size_limit(2**31 - 1)  # a long field is one row's problem, not the whole file's


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How plain text is to be read: one of `ENCODINGS` and one of `DELIMITERS`."""

    encoding: str
    delimiter: str


def detect(content: bytes) -> TextFormat:
    """Guess how a text file is to be read."""
    encoding = _encoding(content)
    return TextFormat(encoding, _delimiter(_decoded(content, encoding)[0]))


def read_delimited(content: bytes, text_format: TextFormat) -> Grid:
    """Return the rows of a text file.

    Raises KnownError ``csv-quote-open`` with the `row` in which a quotation mark opens that never
    closes, ``sheet-too-far`` or ``sheet-too-many-cells``.
    """
    text, lost = _decoded(content, text_format.encoding)
    if _stated_delimiter(text):
        text = text.split("\n", 1)[1]
    extent = Extent()
    rows: list[tuple[str, ...]] = []
    for number, cells in enumerate(_parsed(text, text_format.delimiter)):
        row = _trimmed(cells)
        if row:
            extent.add(number, len(row) - 1)
        rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    return Grid(tuple(rows), lost_characters=lost)


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    # Without a closing mark, the last cell would swallow the line put at the end.
    rows = list(csv.reader(chain(_lines(text), (_END,)), delimiter=delimiter))
    if rows[-1] != [_END]:
        raise KnownError("csv-quote-open", row=len(rows))
    rows.pop()
    return rows


def _lines(text: str) -> Iterator[str]:
    """Return the lines with their ends; `str.splitlines` would see more ends than there are."""
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end]
        at = end


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    kept = len(cells)
    while kept and not cells[kept - 1].strip():
        kept -= 1
    return tuple(
        cell[1:] if cell.startswith(_FORMULA_BEGINNINGS) else cell for cell in cells[:kept]
    )


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return encoding
    even, odd = content[:4000:2].count(0), content[1:4000:2].count(0)
    half = max(min(len(content), 4000) // 2, 1)
    if max(even, odd) > half * 0.4:
        return "utf-16-be" if even > odd else "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _mostly_utf8(content) else "cp1252"
    return "utf-8"


def _mostly_utf8(content: bytes) -> bool:
    """Tell UTF-8 with a few broken characters from text in an encoding of single bytes."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return sound > 10 * broken


def _decoded(content: bytes, encoding: str) -> tuple[str, int]:
    """Return the text with one kind of line end, and how many characters were unreadable."""
    for mark, marked in _MARKS.items():
        if content.startswith(mark) and marked == encoding:
            content = content[len(mark) :]
    present = 0 if encoding.startswith("utf-16") else content.count("\ufffd".encode())
    text = content.decode(encoding, errors="replace")
    lost = max(text.count("\ufffd") - present, 0)
    return text.replace("\r\n", "\n").replace("\r", "\n"), lost


def _stated_delimiter(text: str) -> str | None:
    """Return the delimiter of a first line ``sep=;``, as Excel writes it."""
    first = text.split("\n", 1)[0].strip('" ')
    if len(first) == 5 and first.lower().startswith("sep=") and "\n" in text:
        return first[4]
    return None


def _delimiter(text: str) -> str:
    stated = _stated_delimiter(text)
    if stated in DELIMITERS:
        return str(stated)
    return max(DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> float:
    """Say how much the text looks like a table when split at `delimiter`."""
    sample = _lines(text[:_SAMPLE_CHARACTERS])
    widths: Counter[int] = Counter()
    for number, cells in enumerate(csv.reader(sample, delimiter=delimiter)):
        if number >= _SAMPLE_ROWS:
            break
        if any(cell.strip() for cell in cells):
            widths[len(cells)] += 1
    tables = {width: count for width, count in widths.items() if width > 1}
    if not tables:
        return 0.0
    width, count = max(tables.items(), key=lambda item: (item[1], item[0]))
    return count / widths.total() + min(width, 20) / 100
