"""Icons of the one set that comes with the program, drawn in the colours of the theme now on."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

from revmentor_desktop.system.resources import resource
from revmentor_desktop.ui.theme import current_theme


def icon(name: str, colour: str = "ink") -> QIcon:
    """Return the icon `name` in a colour of the palette; it follows the theme by itself.

    Raises FileNotFoundError for a name that is not in ``resources/icons``.
    """
    _drawing(name)
    return QIcon(_ThemedEngine(name, colour))


def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square of `size` logical pixels for a screen of that pixel ratio."""
    shade = current_theme().hex(colour)
    key = f"icon:{name}:{shade}:{size}:{ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _drawn(name, shade, round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


@cache
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def _drawn(name: str, shade: str, pixels: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", shade).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


class _ThemedEngine(QIconEngine):
    """Draws in the colour that a name has at the moment of drawing."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        drawing = icon_pixmap(self._name, self._shade(mode), side, ratio)
        painter.drawPixmap(_corner(rect, side), drawing)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        # `size` is in logical pixels, the result in the screen's own.
        size = QSize(round(size.width() * scale), round(size.height() * scale))
        side = max(1, min(size.width(), size.height()))
        drawing = icon_pixmap(self._name, self._shade(mode), side)
        if size.width() <= side and size.height() <= side:
            return drawing
        canvas = QPixmap(size)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.drawPixmap(_corner(QRect(QPoint(), size), side), drawing)
        painter.end()
        return canvas

    def _shade(self, mode: QIcon.Mode) -> str:
        return "faint" if mode is QIcon.Mode.Disabled else self._colour


def _corner(room: QRect, side: int) -> QPoint:
    """Return where a square goes in `room`: at the left, half way down."""
    return QPoint(room.x(), room.y() + (room.height() - side) // 2)
