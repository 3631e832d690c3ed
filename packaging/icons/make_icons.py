"""Draw the application icon's sizes from ``revmentor.svg``. Needed only when the drawing changes.

python packaging/icons/make_icons.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE: Final = Path(__file__).parent
WINDOW_ICON: Final = HERE.parents[1] / "resources" / "revmentor.png"
PNG_SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)


def draw(drawing: QSvgRenderer, side: int) -> Image.Image:
    """Return the icon as a square of `side` pixels, drawn at that size (not scaled down)."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Image.frombytes("RGBA", (side, side), bytes(plain.constBits()))


def main() -> None:
    """Write ``revmentor-SIZE.png``, ``.ico`` (Windows), ``.icns`` (macOS) and the window's icon."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    drawing = QSvgRenderer(str(HERE / "revmentor.svg"))
    pictures = {side: draw(drawing, side) for side in PNG_SIZES}
    for side, picture in pictures.items():
        picture.save(HERE / f"revmentor-{side}.png", optimize=True)
    pictures[128].save(WINDOW_ICON, optimize=True)
    largest, *others = (pictures[side] for side in reversed(ICO_SIZES))
    largest.save(
        HERE / "revmentor.ico", sizes=[(side, side) for side in ICO_SIZES], append_images=others
    )
    pictures[512].save(HERE / "revmentor.icns", append_images=list(pictures.values()))
    app.quit()


if __name__ == "__main__":
    main()
