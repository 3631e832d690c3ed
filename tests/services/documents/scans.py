"""Small files as scanners write them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from tests.documents.reading_back import agreement_pdf, values


def _picture(kind: bytes) -> bytes:
    image = QImage(40, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


PDF: Final = agreement_pdf(values())
JPG: Final = _picture(b"JPG")
PNG: Final = _picture(b"PNG")


def large_pdf(size: int) -> bytes:
    """Return a file of that many bytes that begins and ends as a PDF does."""
    begins, ends = b"%PDF-1.7\n", b"\n%%EOF\n"
    room = size - len(begins) - len(ends)
    return begins + (bytes(range(256)) * (room // 256 + 1))[:room] + ends
