"""Pictures as somebody would choose them for a logo, drawn by Qt and written as real files."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

RED, WHITE = "#C02020", "#FFFFFF"


def drawn(
    width: int = 400, height: int = 100, colour: str = RED, *, around: int = 0, ground: str = ""
) -> QImage:
    """Return a box of a colour, with empty room of that many pixels around it."""
    size = width + 2 * around, height + 2 * around
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(QColor(ground) if ground else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(QRect(around, around, width, height), QColor(colour))
    painter.end()
    return image


def stored(path: Path, image: QImage) -> Path:
    """Write a picture in the format of its name and return the place."""
    assert image.save(str(path))
    return path


def png_that_claims(width: int, height: int) -> bytes:
    """Return a small PNG file that says it is that large, and is whole as a file."""
    rows = zlib.compress(bytes(100_000), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    )
