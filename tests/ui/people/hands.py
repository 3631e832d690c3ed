"""What a person's hands do to a widget: press keys, type any text, click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_GRAB = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Without a screen, Qt says that a menu or a list of offers cannot grab the keyboard."""


def press(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and release a key on a widget."""
    QTest.keyClick(widget, key, modifiers)


def type_text(widget: QWidget, text: str) -> None:
    """Type a text letter by letter; QTest itself knows only ASCII."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def retype(widget: QWidget, text: str) -> None:
    """Replace what stands in a field: go there, select all, type."""
    widget.setFocus()
    press(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(widget, Qt.Key.Key_Delete)
    type_text(widget, text)


def click(widget: QWidget) -> None:
    """Click the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def focused() -> QWidget:
    """Return the widget with the focus, which must be somewhere."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def tab() -> None:
    """Leave the focused widget by Tab."""
    press(focused(), Qt.Key.Key_Tab)
