"""The organisation's logo in a dialog: how it stands on paper, and what can be done with it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.ui.programme.logo_choice import LogoChoice
from revmentor_desktop.ui.programme.logo_pixels import picture_of
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.text import optional_label, plain_label

_PIXELS_A_MM: Final = 4.0
"""How large the paper is shown."""
_PAPER: Final = QSize(440, 136)
_MARGIN: Final = 7.0
_RIGHT: Final = 12.0
_LEFT: Final = 12.0
_FEW_PIXELS: Final = 5.0
"""A logo with fewer pixels in a millimetre, about 125 in an inch, looks blurred on paper."""
_PAPER_WHITE: Final = "#FFFFFF"
_BARS: Final = ((10.0, 2.0, 22.0, "#B9C9C7"), (15.5, 4.4, 40.0, "#D5D7DC"))
"""What stands for the words of a paper: how far down, how high, how wide; in millimetres."""


class LogoSheet(QWidget):
    """The head of a paper, white in either theme, with the logo where it will stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_PAPER.width())
        self.setFixedHeight(_PAPER.height())
        self._picture = QImage()
        self._size = QSizeF()
        self._is_aimed = False

    def show_logo(self, logo: Logo | None) -> None:
        """Show a paper with that logo, or with none."""
        self._picture = picture_of(logo) if logo else QImage()
        self._size = QSizeF(*logo.in_head()) * _PIXELS_A_MM if logo else QSizeF()
        self.update()

    def aim(self, *, aimed: bool) -> None:
        """Show that a file is held over it."""
        self._is_aimed = aimed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        border = ("ok", 2.0) if self._is_aimed else ("line", 1.0)
        painter.setPen(QPen(QColor(current_theme().hex(border[0])), border[1]))
        painter.setBrush(QColor(_PAPER_WHITE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        for top, height, width, colour in _BARS:
            bar = (side * _PIXELS_A_MM for side in (_LEFT, top + _MARGIN, width, height))
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(*bar), 2, 2)
        if not self._picture.isNull():
            self._draw_logo(painter)

    def _draw_logo(self, painter: QPainter) -> None:
        # Made as small as it is shown in one go: drawn smaller, it would lose its fine lines.
        pixels = self._size * self.devicePixelRatioF()
        small = self._picture.scaled(
            pixels.toSize(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        left = self.width() - _RIGHT * _PIXELS_A_MM - self._size.width()
        painter.drawImage(QRectF(QPointF(left, _MARGIN * _PIXELS_A_MM), self._size), small)


class LogoField(QWidget):
    """Shows the logo; `wanted` asks for a file, a tick puts a light logo on a dark ground."""

    wanted = Signal()

    def __init__(self, logo: Logo | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice: LogoChoice | None = None
        self.logo: Logo | None = None
        """What is to be kept as logo."""
        self.sheet = LogoSheet()
        self._note = optional_label("", "muted")
        self.choose = button("", icon="folder-open")
        self.choose.clicked.connect(self.wanted)
        self.remove = button(self.tr("Remove the logo"), "quiet", "trash-2")
        self.remove.clicked.connect(self.take_away)
        self.on_dark = QCheckBox(self.tr("Put it on a dark ground, as a light logo needs"))
        self.on_dark.toggled.connect(self._ground)
        self._lay_out()
        self._show(logo)

    @property
    def note(self) -> str:
        """What is said of the logo beside it, or an empty text."""
        return self._note.text()

    def take(self, choice: LogoChoice) -> None:
        """Show what was made of a file; nothing is stored by that."""
        self._choice = choice
        self.on_dark.blockSignals(True)
        self.on_dark.setChecked(choice.is_light)
        self.on_dark.blockSignals(False)
        self._ground()

    def take_away(self) -> None:
        """Show no logo."""
        self._choice = None
        self._show(None)
        self.choose.setFocus()

    def aim(self, *, aimed: bool) -> None:
        """Show that a file is held over the dialog."""
        self.sheet.aim(aimed=aimed)

    def _ground(self) -> None:
        if self._choice is not None:
            both = self._choice.on_dark, self._choice.plain
            self._show(both[0] if self.on_dark.isChecked() else both[1])

    def _show(self, logo: Logo | None) -> None:
        self.logo = logo
        self.sheet.show_logo(logo)
        self.sheet.setAccessibleName(
            self.tr("The head of a paper with your logo at the right")
            if logo
            else self.tr("The head of a paper without a logo")
        )
        words = self.tr("Choose another picture…") if logo else self.tr("Choose a picture…")
        set_button_text(self.choose, words)
        self.remove.setVisible(logo is not None)
        choice = self._choice
        self.on_dark.setVisible(bool(choice and choice.on_dark and choice.plain))
        self._note.setText(self._said(logo))
        self._note.setVisible(bool(self._note.text()))

    def _said(self, logo: Logo | None) -> str:
        """Return what there is to know of the logo that is shown."""
        if logo is None:
            return self.tr(
                "Drop a PNG, JPG or SVG file here, or choose one. It stands at the head of every"
                " paper."
            )
        if self._choice is not None and self._choice.is_light and self.on_dark.isChecked():
            return self.tr(
                "Your logo is so light that it would hardly be seen on white paper, so it stands"
                " on a dark ground. A version of it for light grounds looks better still."
            )
        if logo.width < _FEW_PIXELS * logo.in_head()[0]:
            return self.tr(
                "This picture has few pixels and may look blurred on paper. If you have a larger"
                " one, choose that."
            )
        return ""

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(self.tr("Logo"), "label"))
        column.addWidget(self.sheet)
        column.addWidget(self._note)
        column.addWidget(self.on_dark)
        column.addLayout(row)
