"""A logo as a drawing (SVG): copied without all that could reach outside of it, then drawn.

Only shapes, their colours and gradients are copied, by a short list of elements. What names other
files, runs, moves, is set in a font of somebody else's computer, or grows endlessly, is on no list.
"""

from __future__ import annotations

import re
from time import thread_time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QBuffer,
    QIODeviceBase,
    QRectF,
    QSize,
    Qt,
    QXmlStreamReader,
    QXmlStreamWriter,
)
from PySide6.QtGui import QImage, QPainter

from revmentor_desktop.domain.errors import KnownError

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_MOST_BYTES: Final = 500_000
_MOST_ELEMENTS: Final = 2_000
_DEEPEST: Final = 40
_TRIED: Final = 60
_SIDES: Final = ((0.02, 1200), (0.05, 600), (0.12, 300))
"""Pixels along the longer side, by the seconds at most that a drawing takes with `_TRIED` of them.

Lines that cross one another thousands of times would take minutes at full size.
"""
_SVG: Final = "http://www.w3.org/2000/svg"
_LINK: Final = "http://www.w3.org/1999/xlink"
_GRADIENTS: Final = frozenset({"linearGradient", "radialGradient", "stop"})
_SHAPES: Final = frozenset(
    {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "style"}
)
_COPIED: Final = frozenset({"svg", "g", "defs"}) | _GRADIENTS | _SHAPES
_PASSED_OVER: Final = frozenset({"title", "desc", "metadata"})
"""What says something of the drawing and shows nothing."""
_FRAME: Final = "clipPath"
"""Around a plain rectangle this is the edge of the sheet that was drawn on; Qt does not know it."""
_OUTSIDE: Final = re.compile(r"@import|@font|url\(\s*[\"']?(?!#)|javascript:", re.IGNORECASE)
_Kind = QXmlStreamReader.TokenType


def is_drawing(content: bytes) -> bool:
    """Tell whether a file is an SVG drawing, by what is in it."""
    return b"<svg" in content[:8192] and b"\0" not in content


def read_drawing(name: str, content: bytes) -> QImage:
    """Return a drawing as pixels, its ground left transparent.

    Raises KnownError ``logo-drawing-too-much``.
    """
    from PySide6.QtSvg import QSvgRenderer

    copied = _Copy(content).made if len(content) <= _MOST_BYTES else None
    renderer = QSvgRenderer(copied) if copied is not None else QSvgRenderer()
    if not renderer.isValid() or renderer.defaultSize().isEmpty():
        raise KnownError("logo-drawing-too-much", name=name)
    began = thread_time()
    _drawn(renderer, _TRIED)
    took = thread_time() - began
    side = next((side for most, side in _SIDES if took <= most), None)
    if side is None:
        raise KnownError("logo-drawing-too-much", name=name)
    return _drawn(renderer, side)


def _drawn(renderer: QSvgRenderer, side: int) -> QImage:
    size = renderer.defaultSize().scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


class _Copy:
    """A copy of a drawing; `made` is None where the drawing has anything that is not copied."""

    def __init__(self, content: bytes) -> None:
        self._reader = QXmlStreamReader(content.decode("utf-8", "replace"))
        copied = QBuffer()
        copied.open(QIODeviceBase.OpenModeFlag.WriteOnly)
        self._writer = QXmlStreamWriter(copied)
        self._depth = 0
        self._elements = 0
        self.made = copied.data() if self._copy() else None

    def _copy(self) -> bool:
        reader = self._reader
        while not reader.atEnd():
            kind = reader.readNext()
            if kind == _Kind.StartElement:
                if not self._begin():
                    return False
            elif kind == _Kind.EndElement:
                self._depth -= 1
                self._writer.writeEndElement()
            elif kind == _Kind.Characters:
                if not self._say(reader.text()):
                    return False
            elif kind == _Kind.DTD and reader.entityDeclarations():
                return False
        return not reader.hasError() and self._elements > 0

    def _begin(self) -> bool:
        """Copy the beginning of an element, or pass over all of it; False where that cannot be."""
        reader, name = self._reader, self._reader.name()
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or self._depth >= _DEEPEST:
            return False
        if reader.namespaceUri() not in {_SVG, ""} or name in _PASSED_OVER:
            reader.skipCurrentElement()
            return True
        if name == _FRAME:
            return self._is_plain_frame()
        if name not in _COPIED:
            return False
        self._writer.writeStartElement(name)
        if not self._depth:
            self._writer.writeDefaultNamespace(_SVG)
            self._writer.writeNamespace(_LINK, "xlink")
        self._depth += 1
        return self._attributes()

    def _attributes(self) -> bool:
        found = self._reader.attributes()
        for one in map(found.at, range(found.size())):
            name, value = one.name(), one.value()
            if name == "href":
                if not value.startswith("#"):
                    return False
                self._writer.writeAttribute(_LINK, name, value)
            elif one.namespaceUri() == "" and not name.startswith("on") and name != "clip-path":
                if _OUTSIDE.search(value):
                    return False
                self._writer.writeAttribute(name, value)
        return True

    def _say(self, text: str) -> bool:
        """Copy text, which can only be that of styles."""
        if _OUTSIDE.search(text):
            return False
        if self._depth:
            self._writer.writeCharacters(text)
        return True

    def _is_plain_frame(self) -> bool:
        """Pass over a frame; tell whether it is no more than a rectangle."""
        inside = []
        while self._reader.readNextStartElement():
            inside.append(self._reader.name())
            self._reader.skipCurrentElement()
        return inside == ["rect"]
