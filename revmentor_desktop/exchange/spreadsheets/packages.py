"""Zip packages (XLSX, ODS), unpacked within limits and packed again from checked parts only."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Final

from revmentor_desktop.domain.errors import KnownError

UNPACKED_LIMIT: Final = 50 * 1024 * 1024
"""Most bytes that the parts of a package may have together, counted while they stream out."""
MEMBER_LIMIT: Final = 100
_CHUNK = 1024 * 1024
_KEPT = (".xml", ".rels", ".bin")

Parts = Mapping[str, bytes]
"""The parts of a package by name."""


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the XML parts of a package by name; pictures and the like are counted, not kept.

    Raises KnownError ``source-many-parts``, ``source-unpacks-large``, ``source-encrypted`` or
    ``source-damaged``. Sizes that the package states are not believed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _parts(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        LookupError,
        RuntimeError,
        struct.error,
    ) as error:
        raise KnownError("source-damaged") from error


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    members = [member for member in package.infolist() if not member.filename.endswith("/")]
    if len(members) > MEMBER_LIMIT:
        raise KnownError("source-many-parts", count=len(members), limit=MEMBER_LIMIT)
    if len({member.filename.lower() for member in members}) < len(members):
        raise KnownError("source-damaged")
    parts: dict[str, bytes] = {}
    room = UNPACKED_LIMIT
    for member in members:
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise KnownError("source-damaged")
        if member.flag_bits & 1:
            raise KnownError("source-encrypted")
        unpacked = _stream(package, member, room)
        room -= len(unpacked)
        if member.filename.lower().endswith(_KEPT) or member.filename == "mimetype":
            parts[member.filename] = unpacked
    return parts


def _stream(package: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    unpacked = io.BytesIO()
    with package.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            if unpacked.tell() + len(chunk) > room:
                raise KnownError("source-unpacks-large", limit=UNPACKED_LIMIT // 1024**2)
            unpacked.write(chunk)
    return unpacked.getvalue()


def pack(parts: Parts, names: Iterable[str]) -> bytes:
    """Return a package of the named parts, uncompressed.

    What was checked is then all there is to read: two readers of zip files can disagree about
    an odd one, and a part that nobody checked cannot be reached.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as package:
        for name in names:
            package.writestr(name, parts[name])
    return packed.getvalue()
