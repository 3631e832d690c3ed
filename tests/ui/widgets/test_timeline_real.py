"""A point is dragged with a real pointer on a real X server."""

from __future__ import annotations

import subprocess
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.timeline import PointLane, Timeline, TimelinePoint

pytestmark = pytest.mark.xserver

PATIENCE_MS = 15_000
START = date(2027, 4, 30)


def is_free(day: date) -> bool:
    return day.weekday() < 5


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline("Milestones")
    qtbot.addWidget(made)
    made.show_points(
        [TimelinePoint(key, key, START, START) for key in ("call", "start")]
        + [TimelinePoint("close", "Close", date(2027, 12, 14), date(2027, 12, 14))],
        is_free,
    )
    made.resize(900, 160)
    made.show()
    qtbot.waitExposed(made)
    return made


def drag(qtbot: QtBot, lane: PointLane, to: date) -> None:
    """Press on the dot, move to a day in steps, let go."""
    start = lane.mapToGlobal(lane.dot().toPoint())
    end = lane.mapToGlobal(QPoint(round(lane.scale().x(to)), 14))
    orders = ["mousemove", str(start.x()), str(start.y()), "sleep", "0.1", "mousedown", "1"]
    for step in range(1, 9):
        between = start + (end - start) * (step / 8)
        orders += ["sleep", "0.03", "mousemove", str(between.x()), str(between.y())]
    orders += ["sleep", "0.1", "mouseup", "1"]
    hand = subprocess.Popen(["xdotool", *orders])
    qtbot.waitUntil(lambda: hand.poll() is not None, timeout=PATIENCE_MS)
    assert hand.returncode == 0


def test_a_point_goes_where_the_pointer_lets_go(timeline: Timeline, qtbot: QtBot) -> None:
    seen: list[tuple[str, date | None]] = []
    timeline.moved.connect(lambda key, day: seen.append((key, day)))
    wanted = date(2027, 8, 18)
    drag(qtbot, timeline.rows["start"].lane, wanted)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    ((key, day),) = seen
    assert key == "start"
    assert day is not None
    assert is_free(day)
    assert abs(day - wanted) <= timedelta(days=1)
