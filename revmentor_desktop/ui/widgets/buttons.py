"""Buttons in the few kinds that the program has."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from revmentor_desktop.ui.icons import icon as themed_icon
from revmentor_desktop.ui.widgets.text import set_tip, without_mnemonic

Kind = Literal["plain", "primary", "quiet", "danger"]
_ICON_COLOURS = {"plain": "ink", "primary": "brand_ink", "quiet": "brand", "danger": "bad"}
ICON_SIZE = 16


def button(text: str, kind: Kind = "plain", icon: str | None = None) -> QPushButton:
    """Return a button that says `text` literally, with the named icon before it."""
    made = QPushButton(without_mnemonic(text))
    made.setAccessibleName(text)
    made.setProperty("kind", kind)
    # Enter presses the button that has the focus, in a dialog and on a page alike.
    made.setAutoDefault(True)
    if icon is not None:
        made.setIcon(themed_icon(icon, _ICON_COLOURS[kind]))
        # Wider than the drawing: the style leaves too little room before the words.
        made.setIconSize(QSize(ICON_SIZE + 5, ICON_SIZE))
    return made


def set_button_text(made: QPushButton, text: str) -> None:
    """Change what a button says, to the eye and to a screen reader."""
    made.setText(without_mnemonic(text))
    made.setAccessibleName(text)


def menu_button(
    text: str, menu: QMenu, kind: Kind = "plain", icon: str | None = None
) -> QPushButton:
    """Return a button that opens `menu`."""
    made = button(text, kind, icon)
    made.setProperty("has_menu", "icon" if icon and not text else "true")
    menu.setParent(made, menu.windowFlags())
    made.setMenu(menu)
    return made


def icon_button(name: str, words: str, colour: str = "muted") -> QToolButton:
    """Return a small button that shows only an icon; `words` are its name and tooltip."""
    made = QToolButton()
    made.setIcon(themed_icon(name, colour))
    made.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    made.setAccessibleName(words)
    set_tip(made, words)
    return made
