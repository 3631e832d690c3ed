"""From a picture to the logo that papers print: what to leave out, what lies behind it, its greys.

Only pixels are passed on, laid on white as on paper: nothing that a file holds beside what is seen.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.logo import LARGEST, MOST_BYTES, Logo

_GROUND: Final = "#1F2430"
"""What a light logo stands on: nearly black, as the ink of papers."""
_AROUND: Final = 0.16
"""How much of the ground shows around a light logo, in parts of its shorter side."""
_ROUNDED: Final = 0.08
_WHITE: Final = 250
"""From here on a pixel is paper: files that lose a little, as JPG does, have no pure white."""
_OPAQUE: Final = 255
_HARDLY: Final = 40
"""What has less opacity is hardly seen."""
_MARKS_DARKER: Final = bytes(int(one < _WHITE) for one in range(256))
_MARKS_SHOWN: Final = bytes(int(one > _HARDLY) for one in range(256))
_LONGEST: Final = 20
"""A picture that is longer than so many times its other side is a line on paper."""
_LIGHT: Final = 0.92
"""A logo of which so much is too light to be seen on white is a light one."""
_SEEN: Final = 225
"""How light something may be, at most, and still be seen on white."""
_LOOKED_AT: Final = 96
"""Pixels along a side that tell how light a picture is."""
_DARK_ENOUGH: Final = 150
"""How much darker than paper the darkest of a logo is in grey."""
_MOST_DARKER: Final = 3.0
_DARKEST_PART: Final = 0.03
_SMALLER: Final = 0.8


def is_light(picture: QImage) -> bool:
    """Tell whether next to nothing of a picture would be seen on white paper."""
    small = _small(picture)
    opacity = _packed(small, QImage.Format.Format_Alpha8)
    greys = _packed(_on(small, "#000000"), QImage.Format.Format_Grayscale8)
    shown = [pixel for pixel in zip(opacity, greys, strict=True) if pixel[0] > _HARDLY]
    light = sum(opaque for opaque, grey in shown if grey * 255 >= _SEEN * opaque)
    return bool(shown) and light >= _LIGHT * sum(opaque for opaque, _ in shown)


def has_own_ground(picture: QImage) -> bool:
    """Tell whether nothing lies behind a picture: all of it is opaque."""
    return min(_packed(_small(picture), QImage.Format.Format_Alpha8)) == _OPAQUE


def logo_of(picture: QImage, *, on_dark: bool = False) -> Logo:
    """Return a picture as a logo, without the empty edge around it.

    With `on_dark` it stands on a dark ground. Raises KnownError ``logo-shows-nothing`` or
    ``logo-too-long``.
    """
    shown = _trimmed(_on_ground(picture) if on_dark else _on(picture, "#FFFFFF"))
    size = shown.size()
    if max(size.width(), size.height()) > _LONGEST * min(size.width(), size.height()):
        raise KnownError("logo-too-long", times=_LONGEST)
    if size.width() > LARGEST[0] or size.height() > LARGEST[1]:
        size = size.scaled(QSize(*LARGEST), Qt.AspectRatioMode.KeepAspectRatio)
    while True:
        made = _logo(shown, size.expandedTo(QSize(1, 1)))
        if made.size <= MOST_BYTES:
            return made
        size = size * _SMALLER


def picture_of(logo: Logo) -> QImage:
    """Return a logo as a picture, to be shown."""
    content = zlib.decompress(logo.colours)
    row = logo.width * 3
    return QImage(content, logo.width, logo.height, row, QImage.Format.Format_RGB888).copy()


def _logo(shown: QImage, size: QSize) -> Logo:
    scaled = shown.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return Logo(
        scaled.width(),
        scaled.height(),
        zlib.compress(_packed(scaled, QImage.Format.Format_RGB888), 9),
        zlib.compress(_greys(scaled), 9),
    )


def _on(picture: QImage, colour: str) -> QImage:
    """Return a picture laid on a colour."""
    ground = QImage(picture.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor(colour))
    painter = QPainter(ground)
    painter.drawImage(0, 0, picture)
    painter.end()
    return ground


def _on_ground(picture: QImage) -> QImage:
    """Return a picture on a dark ground with round corners, and that on white."""
    opacity = _packed(picture, QImage.Format.Format_Alpha8)
    inner = picture.copy(_bounds(opacity.translate(_MARKS_SHOWN), picture))
    around = round(min(inner.width(), inner.height()) * _AROUND)
    size = inner.size() + QSize(2 * around, 2 * around)
    laid = QImage(size, QImage.Format.Format_RGB32)
    laid.fill(Qt.GlobalColor.white)
    painter = QPainter(laid)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(_GROUND))
    painter.setPen(Qt.PenStyle.NoPen)
    radius = min(size.width(), size.height()) * _ROUNDED
    painter.drawRoundedRect(laid.rect(), radius, radius)
    painter.drawImage(QPoint(around, around), inner)
    painter.end()
    return laid


def _trimmed(shown: QImage) -> QImage:
    """Return a picture without the white around it."""
    greys = _packed(shown, QImage.Format.Format_Grayscale8)
    return shown.copy(_bounds(greys.translate(_MARKS_DARKER), shown))


def _bounds(marks: bytes, picture: QImage) -> QRect:
    """Return the least rectangle around all pixels that have a mark, which is not 0."""
    width, height = picture.width(), picture.height()
    empty = bytes(width)
    rows = [at for at in range(height) if marks[at * width : (at + 1) * width] != empty]
    if not rows:
        raise KnownError("logo-shows-nothing")
    inside = marks[rows[0] * width : (rows[-1] + 1) * width]
    blank = bytes(rows[-1] - rows[0] + 1)
    left = next(at for at in range(width) if inside[at::width] != blank)
    right = next(at for at in reversed(range(width)) if inside[at::width] != blank)
    return QRect(left, rows[0], right - left + 1, len(blank))


def _greys(shown: QImage) -> bytes:
    """Return how light each pixel is in black and white; a pale logo comes out darker."""
    greys = _packed(shown, QImage.Format.Format_Grayscale8)
    up_to = list(accumulate(greys.count(value) for value in range(_WHITE)))
    darkest = bisect_right(up_to, up_to[-1] * _DARKEST_PART)
    darker = min(_MOST_DARKER, _DARK_ENOUGH / (255 - darkest))
    if darker <= 1:
        return greys
    return greys.translate(bytes(max(0, round(255 - (255 - one) * darker)) for one in range(256)))


def _small(picture: QImage) -> QImage:
    side = QSize(_LOOKED_AT, _LOOKED_AT)
    size = picture.size().scaled(side, Qt.AspectRatioMode.KeepAspectRatio)
    return picture.scaled(
        size.expandedTo(QSize(1, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _packed(picture: QImage, form: QImage.Format) -> bytes:
    """Return the pixels of a picture in that form without what fills its rows up."""
    image = picture.convertToFormat(form)
    row = image.width() * image.depth() // 8
    content, step = bytes(image.constBits()), image.bytesPerLine()
    if step == row:
        return content
    return b"".join(content[at * step : at * step + row] for at in range(image.height()))
