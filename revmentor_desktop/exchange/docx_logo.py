"""The organisation's logo in a Word document: its pixels as PNG, and where they stand."""

from __future__ import annotations

import struct
import zlib
from typing import Final
from xml.sax.saxutils import quoteattr

from revmentor_desktop.domain.logo import Logo

NAMESPACES: Final = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_TO_THE_MM: Final = 36_000
"""Word's own units in a millimetre."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_UNFILTERED: Final = b"\0"


def png(logo: Logo) -> bytes:
    """Return a logo as a PNG file, of nothing but its pixels."""
    pixels, row = zlib.decompress(logo.colours), logo.width * 3
    rows = b"".join(_UNFILTERED + pixels[at * row : (at + 1) * row] for at in range(logo.height))
    head = struct.pack(">IIBBBBB", logo.width, logo.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def drawing(logo: Logo, said: str, relation: str, number: int) -> str:
    """Return the run that shows a logo; `said` tells whose it is, `number` it among all pictures.

    `relation` leads to its pixels.
    """
    width, height = (round(side * _TO_THE_MM) for side in logo.in_head())
    size = f'cx="{width}" cy="{height}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="Logo {number}" descr={quoteattr(said)}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect">'
        "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
