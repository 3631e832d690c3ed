"""The look: one palette per theme, the application's style sheet, following the system live."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from revmentor_desktop.system.resources import resource
from revmentor_desktop.ui.palettes import palette


class ThemeChoice(StrEnum):
    """What the officer chose: a theme of their own, or the system's."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


# Text sizes relative to the system's own, by the name that the style sheet uses.
_SIZES: Final = {
    "number_size": 2.1,
    "title_size": 1.65,
    "heading_size": 1.2,
    "strong_size": 1.08,
    "body_size": 1.0,
    "small_size": 0.92,
}
_TOKEN = re.compile(r"@([a-z_]+)")
_ROLES: Final = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "brand",
    QPalette.ColorRole.HighlightedText: "brand_ink",
    QPalette.ColorRole.Accent: "brand",
    QPalette.ColorRole.Link: "brand",
    QPalette.ColorRole.LinkVisited: "brand",
    QPalette.ColorRole.ToolTipBase: "notice",
    QPalette.ColorRole.ToolTipText: "notice_ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "control",
}


class Theme(QObject):
    """The application's one theme: palette, style sheet, and the colours by name.

    `changed` is emitted after another palette was put on; whoever paints by hand repaints then.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._system_is_dark = _is_dark(QGuiApplication.styleHints().colorScheme())
        self._name = ""
        self._colours: dict[str, str] = {}
        self._known: dict[str, QColor] = {}
        self._base_size = QFontInfo(app.font()).pointSizeF()
        app.setProperty("theme", self)
        self._tell_platform()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._put_on()

    @property
    def choice(self) -> ThemeChoice:
        """What the officer chose."""
        return self._choice

    @property
    def name(self) -> str:
        """The theme now on: "light" or "dark"."""
        return self._name

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system, or keep to one theme."""
        self._choice = choice
        self._tell_platform()
        self._put_on()

    def colour(self, name: str) -> QColor:
        """Return a colour of the palette now on. Raises KeyError for a name it does not have."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = QColor(self._colours[name])
        return known

    def hex(self, name: str) -> str:
        """Return a colour as "#RRGGBB"."""
        return self._colours[name]

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """Return the system's font in one of the sizes title, heading, strong, body, small."""
        font = QFont(self._app.font())
        font.setPointSizeF(self._base_size * _SIZES[f"{size}_size"])
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _tell_platform(self) -> None:
        # So that window frames and file dialogs follow the choice as well.
        hints = QGuiApplication.styleHints()
        if self._choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        elif self._choice is ThemeChoice.DARK:
            hints.setColorScheme(Qt.ColorScheme.Dark)
        else:
            hints.setColorScheme(Qt.ColorScheme.Light)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._system_is_dark = _is_dark(scheme)
        self._put_on()

    def _put_on(self) -> None:
        name = str(self._choice)
        if self._choice is ThemeChoice.SYSTEM:
            name = "dark" if self._system_is_dark else "light"
        if name == self._name:
            return
        self._name = name
        self._colours = palette(name)
        self._known.clear()
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _palette(self) -> QPalette:
        filled = QPalette()
        for role, name in _ROLES.items():
            filled.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            filled.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return filled

    def _style_sheet(self) -> str:
        # A search path keeps the style sheet free of file names that would need quoting.
        QDir.setSearchPaths(f"theme{self._name}", [str(resource(f"themes/{self._name}"))])
        tokens = dict(self._colours)
        tokens["theme"] = f"theme{self._name}"
        for size, factor in _SIZES.items():
            tokens[size] = f"{self._base_size * factor:.1f}pt"
        template = resource("themes/style.qss").read_text(encoding="utf-8")
        return _TOKEN.sub(lambda match: tokens[match[1]], template)


def current_theme() -> Theme:
    """Return the application's theme. Raises LookupError before one was made."""
    app = QApplication.instance()
    theme = app.property("theme") if app is not None else None
    if isinstance(theme, Theme):
        return theme
    raise LookupError("no theme yet")


def _is_dark(scheme: Qt.ColorScheme) -> bool:
    return scheme is Qt.ColorScheme.Dark
