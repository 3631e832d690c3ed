"""Old Excel workbooks (XLS): whether the records inside are fit to be read."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.extent import Extent

_BOF, _CONTINUE, _FILEPASS, _SHEET, _STRINGS = 0x0809, 0x003C, 0x002F, 0x0085, 0x00FC
_DIMENSIONS, _TEXT_CELL, _NUMBERS = 0x0200, 0x00FD, 0x00BD
_OTHER_CELLS: Final = frozenset({0x0006, 0x00D6, 0x0203, 0x0204, 0x0205, 0x027E})
_ROWS, _COLUMNS = 65_536, 256

Record = tuple[int, int, bytes]
"""Where a record begins, its kind, and its bytes."""


def check_xls(content: bytes) -> None:
    """Refuse a workbook that is encrypted, damaged or too big to lay out.

    Raises KnownError ``source-encrypted``, ``source-damaged``, ``source-not-spreadsheet``,
    ``sheet-too-far`` or ``sheet-too-many-cells``.
    """
    try:
        _check_records(list(_records(_workbook_stream(content))))
    except (struct.error, IndexError) as error:
        raise KnownError("source-damaged") from error


def _workbook_stream(content: bytes) -> bytes:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as document:
            if document.exists("EncryptedPackage"):
                raise KnownError("source-encrypted")
            for name in ("Workbook", "Book"):
                if document.exists(name):
                    stream: bytes = document.openstream(name).read()
                    return stream
    # A crafted container makes the library stumble in many ways; each means the same here.
    except (OSError, ValueError, TypeError, AttributeError, LookupError, struct.error) as error:
        raise KnownError("source-damaged") from error
    raise KnownError("source-not-spreadsheet")


def _records(stream: bytes) -> Iterator[Record]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield at, kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _check_records(records: list[Record]) -> None:
    begins = {at for at, kind, _ in records if kind == _BOF}
    lengths: list[int] = []
    extent = Extent()
    for index, (_, kind, body) in enumerate(records):
        if kind == _FILEPASS:
            raise KnownError("source-encrypted")
        if kind == _BOF:
            extent.next_sheet()
        elif kind == _SHEET:
            # A sheet that begins inside another record would not have been seen here.
            if struct.unpack_from("<I", body)[0] not in begins:
                raise KnownError("source-damaged")
        elif kind == _STRINGS:
            lengths = _string_lengths(_with_continuations(records, index))
        elif kind == _DIMENSIONS:
            _check_dimensions(body)
        else:
            _take_cell(extent, kind, body, lengths)


def _take_cell(extent: Extent, kind: int, body: bytes, lengths: list[int]) -> None:
    if kind == _NUMBERS:
        row, first = struct.unpack_from("<HH", body)
        extent.add(row, first + max((len(body) - 6) // 6, 1) - 1)
    elif kind in _OTHER_CELLS or kind == _TEXT_CELL:
        row, column = struct.unpack_from("<HH", body)
        extent.add(row, column)
        if kind == _TEXT_CELL:
            (string,) = struct.unpack_from("<I", body, 6)
            extent.add_text(lengths[string])


def _check_dimensions(body: bytes) -> None:
    """Readers make room for what a sheet says of itself."""
    long = len(body) >= 14
    first_row, end_row, first_column, end_column = struct.unpack_from(
        "<IIHH" if long else "<HHHH", body
    )
    if not (first_row <= end_row <= _ROWS and first_column <= end_column <= _COLUMNS):
        raise KnownError("source-damaged")


def _with_continuations(records: list[Record], index: int) -> list[bytes]:
    bodies = [records[index][2]]
    for _, kind, body in records[index + 1 :]:
        if kind != _CONTINUE:
            break
        bodies.append(body)
    return bodies


def _string_lengths(bodies: list[bytes]) -> list[int]:
    """Return the length of each shared string [MS-XLS 2.4.265 and 2.5.293]."""
    (count,) = struct.unpack_from("<I", bodies[0], 4)
    if count > sum(map(len, bodies)):
        raise KnownError("source-damaged")
    reader = _Strings(bodies)
    return [reader.pass_one() for _ in range(count)]


class _Strings:
    """Steps over the strings of a table that may go on in further records."""

    def __init__(self, bodies: list[bytes]) -> None:
        self._bodies = bodies
        self._body = 0
        self._at = 8

    def pass_one(self) -> int:
        """Step over one string and return its length in characters."""
        length, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & 0x08 else 0
        phonetic = struct.unpack("<I", self._take(4))[0] if flags & 0x04 else 0
        self._pass_characters(length, wide=bool(flags & 0x01))
        self._pass_bytes(4 * runs + phonetic)
        return int(length)

    def _take(self, count: int) -> bytes:
        taken = b""
        while True:
            piece = self._bodies[self._body][self._at : self._at + count - len(taken)]
            taken += piece
            self._at += len(piece)
            if len(taken) == count:
                return taken
            self._next_body()

    def _next_body(self) -> None:
        self._body += 1
        self._at = 0

    def _pass_bytes(self, count: int) -> None:
        while count:
            fit = min(count, len(self._bodies[self._body]) - self._at)
            self._at += fit
            count -= fit
            if count:
                self._next_body()

    def _pass_characters(self, count: int, *, wide: bool) -> None:
        while count:
            size = 2 if wide else 1
            fit = min(count, (len(self._bodies[self._body]) - self._at) // size)
            self._at += fit * size
            count -= fit
            if count:
                self._next_body()
                # A text that goes on says anew how wide its characters are.
                wide = bool(self._bodies[self._body][0] & 0x01)
                self._at = 1
