"""What a scan of a signed paper may be: known by what is in the file, never by its name."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

MOST_MEGABYTES: Final = 10
"""How large a scan may be: a page in colour at 300 dots per inch has two or three."""
MEGABYTE: Final = 1_000_000
_NEAR_THE_END: Final = 4096
"""Within how many of the last bytes a whole file says that it ends."""


class ScanKind(StrEnum):
    """A kind of file that scanners write, by the ending of its name."""

    PDF = "pdf"
    JPG = "jpg"
    PNG = "png"


_BEGINS: Final = {
    ScanKind.PDF: b"%PDF-",
    ScanKind.JPG: b"\xff\xd8\xff",
    ScanKind.PNG: b"\x89PNG\r\n\x1a\n",
}
_ENDS: Final = {
    ScanKind.PDF: b"%%EOF",
    ScanKind.JPG: b"\xff\xd9",
    ScanKind.PNG: b"IEND",
}


def scan_kind(content: bytes) -> ScanKind | None:
    """Return which kind of scan a file is, or None for any other file."""
    for kind, begins in _BEGINS.items():
        if content.startswith(begins):
            return kind
    return None


def is_whole(kind: ScanKind, content: bytes) -> bool:
    """Tell whether a scan was written to its end."""
    return _ENDS[kind] in content[-_NEAR_THE_END:]
