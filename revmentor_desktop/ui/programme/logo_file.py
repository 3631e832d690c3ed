"""A picture that is chosen as logo: read from its file with all care, whatever is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODeviceBase, QSize
from PySide6.QtGui import QColorSpace, QImage, QImageReader

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.scans import MEGABYTE, ScanKind, is_whole, scan_kind
from revmentor_desktop.ui.programme.logo_drawing import is_drawing, read_drawing

PICTURES: Final = "*.png *.jpg *.jpeg *.svg"
"""The names of files that can be chosen."""
_MOST_MEGABYTES: Final = 20
_MOST_ACROSS: Final = 12_000
_MOST_PIXELS: Final = 40_000_000
_MOST_MEMORY: Final = 256
"""Megabytes that Qt may take for a picture; 40 million pixels take 160."""
_WORKED_ON: Final = 2400
"""Pixels along the longer side that what follows looks at, so that it is quick."""
_FORMATS: Final = {ScanKind.PNG: b"png", ScanKind.JPG: b"jpeg"}


def read_picture(path: Path) -> QImage:
    """Return what a file shows, upright, in the colours of screens, as 32 bits with opacity.

    It is known by what is in it, and nothing but its pixels is taken. Raises KnownError
    ``source-unreadable``, ``logo-empty``, ``logo-too-large``, ``logo-of-no-kind``,
    ``logo-too-many-pixels``, ``logo-not-whole`` or ``logo-drawing-too-much``.
    """
    content = _content(path)
    if is_drawing(content):
        return read_drawing(path.name, content)
    kind = scan_kind(content)
    if kind not in _FORMATS:
        raise KnownError("logo-of-no-kind", name=path.name)
    image = _decoded(path.name, content, _FORMATS[kind]) if is_whole(kind, content) else QImage()
    if image.isNull():
        raise KnownError("logo-not-whole", name=path.name)
    if image.colorSpace().isValid():
        on_screens = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
        image = image if on_screens.isNull() else on_screens
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _MOST_MEGABYTES * MEGABYTE:
            megabytes = f"{size / MEGABYTE:.1f}"
            raise KnownError("logo-too-large", name=path.name, size=megabytes, most=_MOST_MEGABYTES)
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise KnownError("source-unreadable", name=path.name, reason=reason) from error
    if not content:
        raise KnownError("logo-empty", name=path.name)
    return content


def _decoded(name: str, content: bytes, kind: bytes) -> QImage:
    """Return the picture, smaller where it has more pixels than are looked at; or a null one."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODeviceBase.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_MOST_MEMORY)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    # What it says of its size is read first: a small file can say that it fills a wall.
    size = reader.size()
    most = max(size.width(), size.height())
    if most > _MOST_ACROSS or size.width() * size.height() > _MOST_PIXELS:
        raise KnownError(
            "logo-too-many-pixels", name=name, width=size.width(), height=size.height()
        )
    if most > _WORKED_ON:
        part = _WORKED_ON / most
        reader.setScaledSize(
            QSize(max(1, round(size.width() * part)), max(1, round(size.height() * part)))
        )
    return reader.read()
