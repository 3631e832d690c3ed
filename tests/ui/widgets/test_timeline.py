"""Points on a timeline are moved by mouse and keys, and only ever to free days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme, ThemeChoice
from revmentor_desktop.ui.widgets.timeline import PointLane, Timeline, TimelinePoint
from revmentor_desktop.ui.widgets.timeline_scale import Band, Scale, TicksLane

DAY = timedelta(days=1)
MAY_DAY = date(2027, 5, 3)
FRIDAY = date(2027, 4, 30)
TUESDAY = date(2027, 5, 4)
POINTS = (
    TimelinePoint("call", "Call", date(2027, 2, 23), date(2027, 2, 23)),
    TimelinePoint("start", "First <b>session</b>", FRIDAY, FRIDAY),
    TimelinePoint("close", "Close", date(2027, 10, 12), date(2027, 10, 12)),
)


def is_free(day: date) -> bool:
    return day.weekday() < 5 and day != MAY_DAY


class Owner:
    """Keeps where the points are, as whoever uses the timeline does."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.points = {point.key: point for point in POINTS}
        self.seen: list[tuple[str, date | None]] = []
        timeline.moved.connect(self._moved)
        self.show()

    def _moved(self, key: str, day: date | None) -> None:
        self.seen.append((key, day))
        point = self.points[key]
        self.points[key] = replace(point, day=day or point.planned)
        self.show()

    def show(self) -> None:
        bands = [Band(date(2027, 8, 2), date(2027, 8, 13), "Works holiday"), Band(MAY_DAY, MAY_DAY)]
        self.timeline.show_points(tuple(self.points.values()), is_free, bands, date(2027, 3, 1))

    def lane(self, key: str = "start") -> PointLane:
        return self.timeline.rows[key].lane


@pytest.fixture
def owner(qtbot: QtBot) -> Owner:
    timeline = Timeline("Milestones")
    qtbot.addWidget(timeline)
    made = Owner(timeline)
    timeline.resize(900, 200)
    timeline.show()
    timeline.activateWindow()
    qtbot.waitUntil(timeline.isActiveWindow)
    made.lane().setFocus()
    return made


def middle(lane: PointLane) -> QPoint:
    return lane.dot().toPoint()


def drag(lane: PointLane, to: date, *, let_go: bool = True) -> None:
    """Press on the dot, go to another day in steps, and let go."""
    start, end = middle(lane), QPoint(round(lane.scale().x(to)), 14)
    QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(lane, start + (end - start) * (step / 5))
    if let_go:
        QTest.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=end)


# --- keys ---


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Right, TUESDAY),  # over the weekend and the bank holiday
        (Qt.Key.Key_Left, date(2027, 4, 29)),
    ],
)
def test_an_arrow_goes_to_the_next_free_day(owner: Owner, key: Qt.Key, day: date) -> None:
    QTest.keyClick(owner.lane(), key)
    assert owner.seen == [("start", day)]


def test_with_shift_it_is_a_week(owner: Owner) -> None:
    QTest.keyClick(owner.lane(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(owner.lane(), Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(owner.lane("call"), Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert owner.seen == [
        ("start", date(2027, 5, 7)),
        ("start", None),
        ("call", date(2027, 2, 16)),
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_puts_it_back(owner: Owner, key: Qt.Key) -> None:
    QTest.keyClick(owner.lane(), key)
    assert owner.seen == [], "it stands where it was planned"
    QTest.keyClick(owner.lane(), Qt.Key.Key_Right)
    QTest.keyClick(owner.lane(), key)
    assert owner.seen == [("start", TUESDAY), ("start", None)]
    assert owner.lane().shown_day == FRIDAY


def test_the_focus_stays_while_a_point_moves(owner: Owner) -> None:
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Right)
    assert owner.lane().hasFocus()
    assert owner.lane().shown_day == date(2027, 5, 7)


def test_tab_comes_to_one_point_and_arrows_to_the_others(owner: Owner) -> None:
    QTest.keyClick(owner.lane(), Qt.Key.Key_Down)
    assert owner.lane("close").hasFocus()
    QTest.keyClick(owner.lane("close"), Qt.Key.Key_Down)
    assert owner.lane("close").hasFocus()
    QTest.keyClick(owner.lane("close"), Qt.Key.Key_Up)
    QTest.keyClick(owner.lane(), Qt.Key.Key_Up)
    assert owner.lane("call").hasFocus()
    stops = [
        key
        for key, row in owner.timeline.rows.items()
        if row.lane.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == ["call"]
    owner.timeline.setFocus()
    owner.timeline.take_focus()
    assert owner.lane("call").hasFocus()


def test_a_day_that_never_comes_is_not_waited_for(owner: Owner) -> None:
    owner.timeline.show_points(POINTS, lambda _: False)
    QTest.keyClick(owner.lane(), Qt.Key.Key_Right)
    assert owner.seen == []


def test_by_keys_the_point_comes_into_view(owner: Owner, qtbot: QtBot) -> None:
    many = [TimelinePoint(str(number), "x", FRIDAY, FRIDAY) for number in range(30)]
    owner.timeline.show_points(many, is_free)
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(owner.timeline)
    area.resize(700, 200)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    owner.timeline.take_focus()
    for number in range(29):
        QTest.keyClick(owner.lane(str(number)), Qt.Key.Key_Down)
    last = owner.lane("29")
    assert last.hasFocus()
    assert not last.visibleRegion().isEmpty()
    area.takeWidget()


# --- the mouse ---


def test_a_point_is_dragged_to_another_day(owner: Owner) -> None:
    drag(owner.lane(), date(2027, 6, 16), let_go=False)
    assert owner.seen == [], "only letting go moves it"
    assert abs(owner.lane().shown_day - date(2027, 6, 16)) <= DAY
    shown = owner.timeline.rows["start"].day.text()
    assert "Jun 2027" in shown
    QTest.mouseRelease(owner.lane(), Qt.MouseButton.LeftButton, pos=middle(owner.lane()))
    ((key, day),) = owner.seen
    assert key == "start"
    assert day is not None
    assert is_free(day)
    assert abs(day - date(2027, 6, 16)) <= DAY


def test_a_drag_ends_on_a_free_day(owner: Owner) -> None:
    saturday = date(2027, 7, 17)
    lane = owner.lane()
    drag(lane, saturday)
    assert [is_free(day) for _, day in owner.seen if day] == [True]


def test_what_is_dragged_back_is_not_moved(owner: Owner) -> None:
    QTest.keyClick(owner.lane(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    owner.seen.clear()
    drag(owner.lane(), FRIDAY)
    assert owner.seen == [("start", None)]


def test_a_click_moves_nothing_and_chooses_the_point(owner: Owner) -> None:
    lane = owner.lane("call")
    QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(lane.width() - 20, 14))
    assert lane.hasFocus()
    QTest.mouseClick(lane, Qt.MouseButton.LeftButton, pos=middle(lane))
    assert owner.seen == []


def test_beside_the_dot_nothing_is_dragged(owner: Owner) -> None:
    lane = owner.lane("call")
    QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=QPoint(lane.width() - 20, 14))
    QTest.mouseMove(lane, QPoint(lane.width() // 2, 14))
    QTest.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=QPoint(lane.width() // 2, 14))
    QTest.mousePress(lane, Qt.MouseButton.RightButton, pos=middle(lane))
    QTest.mouseMove(lane, QPoint(lane.width() // 2, 14))
    assert lane.shown_day == date(2027, 2, 23)
    assert owner.seen == []


def test_escape_ends_a_drag(owner: Owner) -> None:
    drag(owner.lane(), date(2027, 7, 1), let_go=False)
    QTest.keyClick(owner.lane(), Qt.Key.Key_Escape)
    assert owner.lane().shown_day == FRIDAY
    QTest.mouseRelease(owner.lane(), Qt.MouseButton.LeftButton, pos=QPoint(400, 14))
    assert owner.seen == []


def test_a_drag_stays_within_the_months_shown(owner: Owner) -> None:
    lane = owner.lane()
    QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=middle(lane))
    QTest.mouseMove(lane, QPoint(5000, 14))
    assert lane.shown_day == date(2027, 11, 1), "the free day next to the last, a Sunday"
    QTest.mouseMove(lane, QPoint(-5000, 14))
    assert lane.shown_day == date(2027, 2, 1)
    QTest.keyClick(lane, Qt.Key.Key_Escape)


def test_the_button_beside_it_puts_it_back(owner: Owner, qtbot: QtBot) -> None:
    row = owner.timeline.rows["start"]
    assert not row.back.isVisible()
    QTest.keyClick(owner.lane(), Qt.Key.Key_Right)
    assert row.back.accessibleName() == "Put “First <b>session</b>” back to Fri 30 Apr 2027"
    QTest.mouseClick(row.back, Qt.MouseButton.LeftButton)
    assert owner.seen[-1] == ("start", None)
    assert owner.lane().hasFocus()


def test_shaded_days_say_why(owner: Owner) -> None:
    lane = owner.lane()
    QTest.mouseMove(lane, QPoint(round(lane.scale().x(date(2027, 8, 6))), 14))
    assert "Works holiday: Mon 2 Aug 2027 – Fri 13 Aug 2027" in lane.toolTip()
    QTest.mouseMove(lane, QPoint(round(lane.scale().x(date(2027, 3, 1))), 14))
    assert "Today: Mon 1 Mar 2027" in lane.toolTip()
    QTest.mouseMove(lane, QPoint(round(lane.scale().x(date(2027, 9, 15))), 14))
    assert lane.toolTip() == ""


# --- what is seen and heard ---


def test_a_point_says_its_name_its_day_and_what_is_wrong(owner: Owner) -> None:
    lane = owner.lane()
    assert lane.accessibleName() == "First <b>session</b>: Fri 30 Apr 2027"
    owner.points["start"] = replace(owner.points["start"], day=TUESDAY, note="In the past")
    owner.show()
    assert lane.accessibleName() == (
        "First <b>session</b>: Tue 4 May 2027, moved from Fri 30 Apr 2027"
    )
    assert lane.accessibleDescription() == "In the past"
    found = QAccessible.queryAccessibleInterface(lane)
    assert found is not None
    assert found.text(QAccessible.Text.Name) == lane.accessibleName()
    assert owner.timeline.rows["start"].note.text() == "In the past"
    assert owner.timeline.rows["start"].note.isVisible()


def test_days_that_cannot_be_moved_are_on_a_lane_of_their_own(owner: Owner) -> None:
    owner.timeline.show_ticks("Sessions", [FRIDAY, TUESDAY])
    owner.show()
    names = [child.accessibleName() for child in owner.timeline.findChildren(TicksLane)]
    assert "Sessions: Fri 30 Apr 2027, Tue 4 May 2027" in names


def test_other_points_take_the_place_of_those_before(owner: Owner) -> None:
    owner.timeline.show_points(POINTS[1:], is_free)
    assert list(owner.timeline.rows) == ["start", "close"]
    assert owner.lane().hasFocus()
    owner.timeline.show_points((), is_free)
    assert owner.timeline.rows == {}
    assert not owner.timeline.isVisible()


def picture(widget: Timeline) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize(
    "change",
    [
        lambda owner: QTest.keyClick(owner.lane(), Qt.Key.Key_Right),
        lambda owner: owner.lane("close").setFocus(),
        lambda owner: owner.timeline.show_points(POINTS, is_free),
    ],
    ids=["moved", "focused", "no bands"],
)
def test_what_changes_is_seen(owner: Owner, change: Callable[[Owner], None]) -> None:
    before = picture(owner.timeline)
    change(owner)
    assert picture(owner.timeline) != before


def test_it_follows_the_theme(owner: Owner, theme: Theme) -> None:
    before = picture(owner.timeline)
    theme.choose(ThemeChoice.DARK)
    assert picture(owner.timeline) != before


def test_it_has_room_at_half_the_width(owner: Owner, qtbot: QtBot) -> None:
    owner.timeline.resize(540, 200)
    qtbot.waitUntil(lambda: owner.timeline.width() == 540)
    assert owner.lane().width() >= 200
    assert owner.timeline.minimumSizeHint().width() <= 540
    assert owner.lane().height() >= 24


# --- the scale ---


@pytest.mark.parametrize("width", [140, 400, 1300])
def test_where_a_day_lies_that_day_is_found(width: int) -> None:
    scale = Scale.over([date(2027, 1, 20), date(2028, 3, 2)], width)
    assert (scale.first, scale.last) == (date(2027, 1, 1), date(2028, 3, 31))
    day = scale.first
    while day <= scale.last:
        assert 0 <= scale.x(day) <= width
        assert scale.day(scale.x(day)) == day
        day += DAY
    assert scale.day(-9) == scale.first
    assert scale.day(width + 9) == scale.last


def test_months_begin_on_their_first_also_over_a_leap_day() -> None:
    scale = Scale.over([date(2027, 11, 30), date(2028, 3, 1)], 500)
    assert [month for month, _ in scale.months()] == [
        date(2027, 11, 1),
        date(2027, 12, 1),
        date(2028, 1, 1),
        date(2028, 2, 1),
        date(2028, 3, 1),
    ]


def test_a_band_is_cut_at_the_ends_and_never_too_thin_to_see() -> None:
    scale = Scale.over([date(2027, 5, 1), date(2028, 5, 1)], 300)
    assert scale.span(Band(date(2026, 1, 1), date(2027, 4, 30))) is None
    cut = scale.span(Band(date(2026, 1, 1), date(2027, 5, 2)))
    assert cut is not None
    assert cut[0] < scale.x(date(2027, 5, 1)) < scale.x(date(2027, 5, 2)) <= cut[1]
    thin = scale.span(Band(date(2027, 7, 1), date(2027, 7, 1)))
    assert thin is not None
    assert thin[1] - thin[0] >= 3
