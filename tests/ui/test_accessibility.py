"""Walks over pages and dialogs: every control has a name, a size that is hit, and is reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QMenuBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui import gallery_scenes
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.registry import page_kinds
from revmentor_desktop.ui.theme import ThemeChoice

LEAST_TARGET = 24
"""Pixels, as WCAG 2.2 (2.5.8) asks."""


def controls(root: QWidget) -> Iterator[QWidget]:
    """Every widget that takes the focus and can be seen, parts of other controls left out."""
    for widget in [root, *root.findChildren(QWidget)]:
        if (
            widget.isVisible()
            and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not isinstance(widget.parentWidget(), QSpinBox | QCalendarWidget)
            and not _within_calendar(widget)
        ):
            yield widget


def _within_calendar(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QCalendarWidget):
            return True
        parent = parent.parentWidget()
    return False


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def described(widget: QWidget) -> str:
    chain: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(chain) < 3:
        chain.append(type(one).__name__)
        one = one.parentWidget()
    return " in ".join(chain)


def nameless(root: QWidget) -> list[str]:
    """What a screen reader would have no word for."""
    found = []
    for widget in controls(root):
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(described(widget))
    return found


def too_small(root: QWidget) -> list[str]:
    """Controls that a shaky hand would miss (an entry is as large as the field around it)."""
    return [
        f"{described(widget)} {widget.width()}×{widget.height()}"
        for widget in controls(root)
        if not isinstance(widget, QLineEdit | QMenuBar)
        and min(widget.width(), widget.height()) < LEAST_TARGET
    ]


def test_the_walk_finds_what_has_no_name_or_is_small(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    entry, named, small = QLineEdit(), QLineEdit(), QWidget()
    named.setAccessibleName("E-mail")
    small.setAccessibleName("Close")
    small.setFixedSize(12, 12)
    small.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for widget in (entry, named, small):
        column.addWidget(widget)
    host.show()
    assert nameless(host) == ["QLineEdit in QWidget"]
    assert too_small(host) == ["QWidget in QWidget 12×12"]


class Inspector(Gallery):
    """A gallery that inspects what it would draw."""

    def __init__(self, out: Path, home: Path) -> None:
        super().__init__(out, ThemeChoice.LIGHT, home)
        self.inspected: list[str] = []
        self.faults: list[str] = []

    def take(self, name: str, widget: QWidget | None = None) -> None:
        self.settle(1)
        shown = widget or self.window
        self.inspected.append(name)
        self.faults += [f"{name}: no name: {one}" for one in nameless(shown)]
        self.faults += [f"{name}: too small: {one}" for one in too_small(shown)]

    def take_paper(self, name: str, content: bytes, pages: int | None = None) -> None:
        self.inspected.append(name)


@pytest.fixture
def inspector(tmp_path: Path, qapp: QApplication) -> Iterator[Inspector]:
    font, theme = qapp.font(), qapp.property("theme")
    made = Inspector(tmp_path / "out", tmp_path)
    yield made
    # Two thousand widgets and a theme: left behind, each change of the look would take seconds.
    made.window.close()
    made.window.deleteLater()
    made.theme.deleteLater()
    qapp.setProperty("theme", theme)
    qapp.setFont(font)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# In memory there is no pointer and no keyboard to grab for a menu.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_every_control_of_every_page_and_dialog_has_a_name_and_a_size(
    inspector: Inspector,
) -> None:
    gallery_scenes.take_all(inspector)
    pages = {f"page-{kind.name}" for kind in page_kinds()}
    assert pages <= set(inspector.inspected)
    assert len(inspector.inspected) > 40
    assert inspector.faults == []


def walked_round() -> list[QWidget]:
    """Everything that Tab comes to until the focus is back."""
    start = focused()
    seen: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is start:
            return seen
        seen.append(focused())
    raise AssertionError("the focus never came back")


def test_tab_goes_through_every_page_and_out_of_it_again(
    qtbot: QtBot, inspector: Inspector
) -> None:
    shell = inspector.shell
    shell.attach(inspector.opened())
    inspector.window.activateWindow()
    qtbot.waitUntil(inspector.window.isActiveWindow)
    for kind in page_kinds():
        shell.show_page(kind.name)
        inspector.settle(50)
        shell.sidebar.focus_entry()
        seen = walked_round()
        page = shell.page(kind.name)
        assert page is not None
        assert any(page.isAncestorOf(widget) for widget in seen), kind.name
