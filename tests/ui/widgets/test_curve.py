"""A curve's points are moved by hand and by keys, between nothing and a hundred."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.curve import CurveChart

HEIGHTS = [0, 30, 100]


@pytest.fixture
def chart(qtbot: QtBot) -> CurveChart:
    made = CurveChart("Worth", ("none", "one", "two"), gutter=30, room=80)
    qtbot.addWidget(made)
    made.put(HEIGHTS)
    made.show()
    return made


@pytest.fixture
def edits(chart: CurveChart) -> list[tuple[int, int]]:
    seen: list[tuple[int, int]] = []
    chart.edited.connect(lambda place, height: seen.append((place, height)))
    return seen


def test_keys_choose_a_point_and_move_it(chart: CurveChart, edits: list[tuple[int, int]]) -> None:
    keys = Qt.Key
    QTest.keyClick(chart, keys.Key_Left)
    QTest.keyClick(chart, keys.Key_Right)
    assert chart.chosen == 1
    QTest.keyClick(chart, keys.Key_Up)
    QTest.keyClick(chart, keys.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(chart, keys.Key_PageUp)
    assert edits == [(1, 35), (1, 34), (1, 54)]
    assert chart.accessibleName() == "Worth. one: 54 points"


def test_it_ends_at_nothing_and_at_a_hundred(
    chart: CurveChart, edits: list[tuple[int, int]]
) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert edits == []
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.chosen == 2
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert edits == []
    QTest.keyClick(chart, Qt.Key.Key_PageDown)
    assert edits == [(2, 80)]


def test_a_point_follows_the_pointer_that_holds_it(
    chart: CurveChart, edits: list[tuple[int, int]]
) -> None:
    on_it = chart.point(1).toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(chart, left, pos=on_it)
    top = QPoint(on_it.x(), chart.point(2).toPoint().y())
    QTest.mouseMove(chart, top)
    QTest.mouseMove(chart, QPoint(on_it.x(), -40))
    QTest.mouseRelease(chart, left, pos=top)
    QTest.mouseMove(chart, on_it)
    assert edits == [(1, 100)]
    assert chart.chosen == 1


def test_showing_heights_is_no_edit(chart: CurveChart, edits: list[tuple[int, int]]) -> None:
    chart.put([10, 20, 30])
    assert edits == []
    assert chart.point(0).y() > chart.point(2).y()
    assert chart.accessibleName() == "Worth. none: 10 points"
