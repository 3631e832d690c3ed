"""A file that an officer picked: told by its content, checked, and ready to be read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import StrEnum
from pathlib import Path
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets import workbook
from revmentor_desktop.exchange.spreadsheets.delimited import TextFormat, detect, read_delimited
from revmentor_desktop.exchange.spreadsheets.grid import Grid
from revmentor_desktop.exchange.spreadsheets.ods import checked_ods
from revmentor_desktop.exchange.spreadsheets.packages import unpack
from revmentor_desktop.exchange.spreadsheets.xls import check_xls
from revmentor_desktop.exchange.spreadsheets.xlsx import XlsxWorkbook, open_xlsx

FILE_LIMIT: Final = 50 * 1024 * 1024
TEXT_FILE_LIMIT: Final = 20 * 1024 * 1024
"""Most bytes of a plain text; 20,000 people take about 5 MB."""


class Kind(StrEnum):
    """What a file is, by its first bytes."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


SUFFIXES: Final[dict[str, Kind]] = {
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".txt": Kind.CSV,
    ".xlsx": Kind.XLSX,
    ".xls": Kind.XLS,
    ".ods": Kind.ODS,
}
"""The endings of names that can be imported, and what they say the file is."""

_OTHER_BEGINNINGS: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"SQLite format 3",
    b"{\\rtf",
)
_WEB_BEGINNINGS: Final = (b"<!doctype html", b"<html", b"<table", b"<head", b"<?xml", b"<meta")


class Source(ABC):
    """An opened file. `sheets` is empty for plain text, whose detected `text_format` is set."""

    def __init__(self, name: str, kind: Kind, text_format: TextFormat | None = None) -> None:
        """Keep what is known before anything is read; `name` is the file's name without folders."""
        self.name = name
        self.kind = kind
        self.text_format = text_format
        self.sheets: tuple[str, ...] = ()

    @abstractmethod
    def read(self, sheet: str = "", text_format: TextFormat | None = None) -> Grid:
        """Return the cells of a sheet ("": the first), or of plain text in the format given.

        Raises KnownError ``sheet-...``, ``csv-...`` or ``source-...`` with the file's `name`.
        """


class _TextSource(Source):
    def __init__(self, name: str, content: bytes) -> None:
        self._detected = detect(content)
        super().__init__(name, Kind.CSV, self._detected)
        self._content = content

    def read(self, sheet: str = "", text_format: TextFormat | None = None) -> Grid:
        with _Named(self.name):
            if sheet:
                raise KnownError("sheet-of-text", sheet=sheet)
            return read_delimited(self._content, text_format or self._detected)


class _WorkbookSource(Source):
    """XLS and ODS: every sheet is parsed when the library opens them, so all are checked first."""

    def __init__(self, name: str, kind: Kind, content: bytes) -> None:
        super().__init__(name, kind)
        self._content = content
        self.sheets = workbook.sheet_names(content)
        if not self.sheets:
            raise KnownError("source-no-sheets")

    # Every kind of source is read by the same call; a workbook needs not all of it.
    def read(self, sheet: str = "", text_format: TextFormat | None = None) -> Grid:  # noqa: ARG002
        with _Named(self.name):
            return workbook.read_sheet(self._content, _chosen(sheet, self.sheets))


class _XlsxSource(Source):
    """XLSX: one sheet is checked, and read, at a time."""

    def __init__(self, name: str, opened: XlsxWorkbook) -> None:
        super().__init__(name, Kind.XLSX)
        self._opened = opened
        self.sheets = tuple(opened.sheets)

    # Every kind of source is read by the same call; a workbook needs not all of it.
    def read(self, sheet: str = "", text_format: TextFormat | None = None) -> Grid:  # noqa: ARG002
        with _Named(self.name):
            chosen = _chosen(sheet, self.sheets)
            package, empty_formulas = self._opened.package_of(chosen)
            return workbook.read_sheet(package, chosen, empty_formulas)


def open_source(path: Path) -> Source:
    """Open a spreadsheet, told by its content; nothing of it is read before it passed the guards.

    The file is read once, here; it may change or go away afterwards. Raises KnownError
    ``source-...`` with the file's `name`, for what cannot be a spreadsheet or should not be opened.
    """
    with _Named(path.name):
        content = _content(path)
        kind, parts = _kind_of(content)
        if kind is Kind.XLS:
            # An XLSX with a password looks like an XLS from outside: its own words go first.
            check_xls(content)
        stated = SUFFIXES.get(path.suffix.lower())
        if stated is not None and stated is not kind:
            raise KnownError("source-not-its-name", said=path.suffix.lower(), found=f".{kind}")
        if kind is Kind.CSV:
            return _TextSource(path.name, content)
        if kind is Kind.XLSX:
            return _XlsxSource(path.name, open_xlsx(parts))
        if kind is Kind.XLS:
            return _WorkbookSource(path.name, kind, content)
        return _WorkbookSource(path.name, kind, checked_ods(parts))


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise KnownError("source-missing")
        with path.open("rb") as file:
            content = file.read(FILE_LIMIT + 1)
    except OSError as error:
        raise KnownError("source-unreadable", reason=error.strerror or "") from error
    if not content:
        raise KnownError("source-empty")
    if len(content) > FILE_LIMIT:
        raise KnownError("source-large", limit=FILE_LIMIT // 1024**2)
    return content


def _kind_of(content: bytes) -> tuple[Kind, dict[str, bytes]]:
    """Return what a file is, with the parts of a package."""
    if content.startswith(b"PK"):
        parts = unpack(content)
        if "xl/workbook.xml" in parts:
            return Kind.XLSX, parts
        if "content.xml" in parts and b"opendocument.spreadsheet" in parts.get("mimetype", b""):
            return Kind.ODS, parts
        raise KnownError("source-not-spreadsheet")
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.XLS, {}
    beginning = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if beginning.startswith(_WEB_BEGINNINGS):
        raise KnownError("source-web-page")
    if content.startswith(_OTHER_BEGINNINGS) or _is_binary(content):
        raise KnownError("source-not-spreadsheet")
    if len(content) > TEXT_FILE_LIMIT:
        raise KnownError("source-large", limit=TEXT_FILE_LIMIT // 1024**2)
    return Kind.CSV, {}


def _is_binary(content: bytes) -> bool:
    """Tell text, in whatever encoding and with a stray NUL, from anything else."""
    text_format = detect(content[:8000])
    sample = content[:8000].decode(text_format.encoding, errors="replace")
    odd = sum(c < " " and c not in "\t\n\r\x0b\x0c" for c in sample) + sample.count("\ufffd")
    return odd > max(len(sample) // 50, 3)


def _chosen(sheet: str, sheets: tuple[str, ...]) -> str:
    if not sheet:
        return sheets[0]
    if sheet not in sheets:
        raise KnownError("sheet-unknown", sheet=sheet, sheets=", ".join(sheets))
    return sheet


class _Named:
    """Adds the file's name to a known error that passes."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, KnownError):
            error.params.setdefault("name", self._name)
