"""The PDF file around the pages: small objects packed together, no trace of who made it.

reportlab writes each object by itself, which would make the thousands that say how pages are read
slow and large. They stand here, packed and compressed (object streams), and so does the table of
where everything is.
"""

from __future__ import annotations

import io
import struct
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFIndirectObject, PDFObject

_IN_A_PACK: Final = 400
"""How many objects are compressed together; a reader unpacks all of them to see one."""
_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PLACE: Final = struct.Struct(">BIH")
"""An entry of the table: what kind it is, and two numbers by which the object is found."""
_PLACE_WIDTHS: Final = "/W[1 4 2]"
_BY_OFFSET: Final = 1
_IN_PACK: Final = 2


def pdf_text(text: str) -> str:
    """Return `text` as it stands in an object; nothing in it can end the text."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


class Packed(PDFObject):
    """A stream that is compressed at once, so that pages that are done take little memory."""

    # The name is reportlab's, which writes such an object by itself, wherever it is used.
    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: str = "", *, is_deflated: bool = False) -> None:
        """Keep `content`, which is compressed here unless it `is_deflated` already."""
        self._data = content if is_deflated else zlib.compress(content)
        self._entries = entries

    # reportlab hands every object the document; this one needs none to answer.
    def format(self, _: object = None) -> bytes:
        """Return the stream as it stands in the file, and keep it no longer: it is written once."""
        data, self._data = self._data, b""
        about = f"<<{self._entries}/Filter/FlateDecode/Length {len(data)}>>"
        return b"".join((about.encode(), b"\nstream\n", data, b"\nendstream"))


class StoredStream(PDFObject):
    """A stream that was compressed before; many files may have it."""

    # The name is reportlab's, as above.
    __RefOnly__ = 1

    def __init__(self, compressed: bytes, entries: str = "") -> None:
        self._data = compressed
        self._entries = entries

    def format(self, _: object = None) -> bytes:
        """Return the stream as it stands in the file."""
        about = f"<<{self._entries}/Filter/FlateDecode/Length {len(self._data)}>>"
        return b"".join((about.encode(), b"\nstream\n", self._data, b"\nendstream"))


@dataclass(frozen=True, slots=True)
class _Pack:
    """An object stream: its own number and those of the objects in it."""

    number: int
    members: array[int]
    stream: Packed


class Packs:
    """Small objects of a document that are not reportlab's; each has a number before it is made."""

    def __init__(self, document: PDFDocument) -> None:
        self._document = document
        self._packs: list[_Pack] = []
        self._waiting: list[tuple[int, str]] = []

    def number(self) -> int:
        """Return a number for an object that is added later."""
        self._document.objectcounter += 1
        return self._document.objectcounter

    def add(self, number: int, content: str) -> None:
        """Take in an object, which is written in ASCII."""
        self._waiting.append((number, content))
        if len(self._waiting) == _IN_A_PACK:
            self._close()

    def stream(self, stream: PDFObject) -> int:
        """Take in a stream, which stands by itself in the file; return its number."""
        reportlabs: Any = self._document
        name = reportlabs.Reference(stream).name
        return int(reportlabs.idToObjectNumberAndVersion[name][0])

    def all(self) -> Iterator[_Pack]:
        """Yield every pack, with what waited in the last."""
        if self._waiting:
            self._close()
        yield from self._packs

    def _close(self) -> None:
        places, at = [], 0
        for number, content in self._waiting:
            places.append(f"{number} {at}")
            at += len(content) + 1
        index = (" ".join(places) + "\n").encode()
        body = "\n".join(content for _, content in self._waiting).encode("ascii")
        entries = f"/Type/ObjStm/N {len(places)}/First {len(index)}"
        members = array("L", (number for number, _ in self._waiting))
        self._packs.append(_Pack(self.number(), members, Packed(index + body, entries)))
        self._waiting = []


class _Places:
    """The table of where each object is, by its number."""

    def __init__(self) -> None:
        self._table = bytearray()
        self.set(0, 0, 0, 0xFFFF)

    def set(self, number: int, kind: int, first: int, second: int) -> None:
        """Say where an object is."""
        missing = (number + 1) * _PLACE.size - len(self._table)
        if missing > 0:
            self._table.extend(bytes(missing))
        _PLACE.pack_into(self._table, number * _PLACE.size, kind, first, second)

    @property
    def content(self) -> bytes:
        """The table as it stands in the file."""
        return bytes(self._table)


def written(document: Any, packs: Packs, title: str) -> bytes:
    """Return the file of a document whose pages and bookmarks are done.

    It names `title` and the program, and nothing else.
    """
    about = packs.number()
    packs.add(about, f"<</Title{pdf_text(title)}/Creator(RevMentor)>>")
    root = document.idToObjectNumberAndVersion[document.Reference(document.Catalog).name][0]
    file, places = io.BytesIO(), _Places()
    file.write(_HEAD)
    for pack in packs.all():
        places.set(pack.number, _BY_OFFSET, file.tell(), 0)
        file.write(_as_object(pack.number, pack.stream.format()))
        for at, member in enumerate(pack.members):
            places.set(member, _IN_PACK, pack.number, at)
    number = 0
    # Writing an object may bring others, which get the numbers that follow.
    while number < document.objectcounter:
        number += 1
        name = document.numberToId.get(number)
        if name is not None:
            places.set(number, _BY_OFFSET, file.tell(), 0)
            file.write(PDFIndirectObject(name, document.idToObject[name]).format(document))
    _end(file, number + 1, places, f"/Root {root} 0 R/Info {about} 0 R")
    return file.getvalue()


def _as_object(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, content)


def _end(file: io.BytesIO, number: int, places: _Places, entries: str) -> None:
    """Write the table of places, which is an object with that number, and the end of the file."""
    start = file.tell()
    places.set(number, _BY_OFFSET, start, 0)
    # The file is known by what is in it, so that the same input gives the same bytes.
    name = sha256(file.getvalue()).hexdigest()[:32]
    about = f"/Type/XRef/Size {number + 1}{_PLACE_WIDTHS}{entries}/ID[<{name}><{name}>]"
    file.write(_as_object(number, Packed(places.content, about).format()))
    file.write(b"startxref\n%d\n%%%%EOF\n" % start)
