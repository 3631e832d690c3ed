"""Where the window stands, remembered from one start to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from revmentor_desktop.system.preferences import Preferences

LEAST: Final = QSize(900, 540)
"""Fits a 1366×768 screen at 125 % with its task bar."""
_USUAL: Final = QSize(1280, 800)
_KEY: Final = "window"
_GRASP: Final = 80  # pixels of the window's top that must be on a screen to get hold of it


def fitted(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """Return `wanted` made to lie on the screen that shows most of it, or on the first.

    `screens` are the areas free of task bars, the main screen first.
    """
    home = max(screens, key=lambda screen: _area(screen.intersected(wanted)))
    size = wanted.size().expandedTo(LEAST).boundedTo(home.size())
    placed = QRect(wanted.topLeft(), size)
    top = QRect(placed.topLeft(), QSize(placed.width(), _GRASP))
    if any(screen.contains(top) for screen in screens):
        return placed
    placed.moveLeft(min(max(placed.left(), home.left()), home.right() - placed.width() + 1))
    placed.moveTop(min(max(placed.top(), home.top()), home.bottom() - placed.height() + 1))
    return placed


def restore(window: QMainWindow, preferences: Preferences) -> None:
    """Put the window where it was left, or in the middle of the screen."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    kept = _read(preferences.get(_KEY))
    if kept is None:
        usual = QRect(0, 0, _USUAL.width(), _USUAL.height())
        usual.moveCenter(screens[0].center())
        kept = usual
    window.setMinimumSize(LEAST.boundedTo(screens[0].size()))
    window.setGeometry(fitted(kept, screens))
    if preferences.get(f"{_KEY}_maximised") is True:
        window.showMaximized()


def keep(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where the window stands."""
    room = window.normalGeometry()
    preferences.set(_KEY, [room.x(), room.y(), room.width(), room.height()])
    preferences.set(f"{_KEY}_maximised", window.isMaximized())


def _read(kept: Any) -> QRect | None:
    if isinstance(kept, list) and len(kept) == 4 and all(type(part) is int for part in kept):
        rect = QRect(*kept)
        return rect if rect.isValid() else None
    return None


def _area(rect: QRect) -> int:
    return max(rect.width(), 0) * max(rect.height(), 0)
