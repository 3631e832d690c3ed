from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui import window_state
from revmentor_desktop.ui.window import Window
from revmentor_desktop.ui.window_state import fitted

LAPTOP = QRect(0, 0, 1366, 728)
BESIDE = QRect(1366, 0, 1920, 1040)


def test_a_window_stays_where_it_was_left() -> None:
    left = QRect(1500, 100, 1200, 800)
    assert fitted(left, [LAPTOP, BESIDE]) == left


def test_a_window_of_a_screen_that_is_gone_comes_back() -> None:
    found = fitted(QRect(2000, 300, 1200, 700), [LAPTOP])
    assert LAPTOP.contains(found)


def test_a_window_larger_than_the_screen_fits_again() -> None:
    assert fitted(QRect(-50, -50, 3000, 2000), [LAPTOP]) == LAPTOP


numbers = st.integers(-20_000, 20_000)
sizes = st.integers(1, 9_000)


@given(numbers, numbers, sizes, sizes)
def test_the_top_of_a_window_can_always_be_grasped(x: int, y: int, width: int, height: int) -> None:
    found = fitted(QRect(x, y, width, height), [LAPTOP, BESIDE])
    top = QRect(found.x(), found.y(), found.width(), 30)
    assert any(screen.contains(top) for screen in (LAPTOP, BESIDE))


def test_it_fits_a_small_screen_at_125_percent() -> None:
    small = QRect(0, 0, round(1366 / 1.25), round((768 - 48) / 1.25))
    assert small.size().expandedTo(window_state.LEAST) == small.size()


@pytest.mark.parametrize("kept", [None, "x", [1, 2], [0, 0, -5, 9], [0.5, 0, 900, 600], {}])
def test_odd_settings_do_not_keep_the_window_away(qtbot: QtBot, tmp_path: Path, kept: Any) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    preferences.set("window", kept)
    window = Window(QColor("white"), QColor("black"))
    qtbot.addWidget(window)
    window_state.restore(window, preferences)
    window.show()
    assert window.screen().availableGeometry().intersects(window.geometry())


def test_place_and_size_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "preferences.json")
    window = Window(QColor("white"), QColor("black"))
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    wanted = QRect(screen.x(), screen.y(), *(min(901, screen.width()), min(541, screen.height())))
    window.setGeometry(wanted)
    window.show()
    window_state.keep(window, preferences)
    other = Window(QColor("white"), QColor("black"))
    qtbot.addWidget(other)
    window_state.restore(other, Preferences(tmp_path / "preferences.json"))
    assert other.geometry().size() == window.geometry().size()
