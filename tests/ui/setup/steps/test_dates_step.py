"""Dates and sessions: what is typed comes back, dates follow at once, each is moved by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.milestones import milestones
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import problems
from revmentor_desktop.domain.plan.schedule import SHAPES, ClosedPeriod, Schedule
from revmentor_desktop.domain.plan.sessions import SessionPlan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.system import clock
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.steps import dates as room
from revmentor_desktop.ui.setup.steps import dates_milestones
from revmentor_desktop.ui.setup.steps.dates import DatesStep
from revmentor_desktop.ui.setup.steps.dates_rows import ClosedRow, SessionRow

TODAY = date(2027, 1, 12)
START = date(2027, 5, 4)
CLOSED = ClosedPeriod(first=date(2027, 7, 26), last=date(2027, 8, 6), label="Works holiday ")
FULL = Draft(
    details=ProgrammeDetails(
        name="Voices", start_date=START, session_count=5, session_minutes=45, weeks_between=3
    ),
    plan=Plan(
        schedule=Schedule(region="GB-SCT", closed=(CLOSED,), moved={"call": date(2027, 2, 16)}),
        sessions=(
            SessionPlan(title="Hello ", prompts=("Who are you?", "Why now?")),
            SessionPlan(title="", prompts=("And then?",)),
        ),
    ),
)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (clock, room, dates_milestones):
        monkeypatch.setattr(module, "today", lambda: TODAY)


@pytest.fixture
def step(context: Context, qtbot: QtBot) -> DatesStep:
    made = DatesStep(context)
    qtbot.addWidget(made)
    made.resize(760, 560)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def notes(step: DatesStep) -> dict[str, str]:
    rows = step.milestones.timeline.rows
    return {key: row.note.text() for key, row in rows.items() if row.note.text()}


def shown_days(step: DatesStep) -> dict[str, date]:
    return {key: row.lane.shown_day for key, row in step.milestones.timeline.rows.items()}


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)


# --- drafts ---


@pytest.mark.parametrize("draft", [Draft(), FULL], ids=["empty", "full"])
def test_a_draft_comes_back_as_it_was(step: DatesStep, draft: Draft) -> None:
    heard: list[int] = []
    step.edited.connect(lambda: heard.append(1))
    step.show_draft(draft)
    assert step.with_edits(draft) == draft
    assert heard == []


def test_one_draft_after_the_other_leaves_nothing_behind(step: DatesStep) -> None:
    step.show_draft(FULL)
    step.show_draft(Draft())
    assert step.with_edits(Draft()) == Draft()
    assert not step.milestones.timeline.isVisible()


def test_only_what_stands_on_the_page_is_changed(step: DatesStep) -> None:
    step.show_draft(FULL)
    other = replace(FULL, details=replace(FULL.details, name="Other", purpose="Listen"))
    assert step.with_edits(other) == other


# --- the start and the shape ---


def test_a_start_is_suggested_and_one_press_takes_it(step: DatesStep) -> None:
    step.show_draft(Draft())
    assert step.suggest.isVisible()
    step.suggest.click()
    made = step.with_edits(Draft())
    start = made.details.start_date
    assert start is not None
    assert start.weekday() == 1
    codes = [one.code for one in problems(made, frozenset(), free_days(Schedule()), TODAY)]
    assert not [code for code in codes if code.startswith("plan-call")]
    assert not step.suggest.isVisible()
    assert step.milestones.timeline.isVisible()


def test_every_date_stands_there_as_soon_as_a_start_is_typed(step: DatesStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    with qtbot.waitSignal(step.edited):
        type_into(step.start.entry, "4 May 2027")
    details = step.with_edits(Draft()).details
    found = milestones(details, Schedule(), free_days(Schedule()))
    assert shown_days(step) == {one.key: one.day for one in found}
    assert "Tue 4 May 2027, Tue 1 Jun 2027" in step.milestones.sessions.text()


@pytest.mark.parametrize("name", SHAPES)
def test_a_usual_shape_is_one_click(step: DatesStep, name: str) -> None:
    step.show_draft(FULL)
    assert step.shapes.choice == ""
    step.shapes.cards[name].click()
    details = step.with_edits(FULL).details
    shape = (details.session_count, details.session_minutes, details.weeks_between)
    assert shape == SHAPES[name]
    assert step.shapes.choice == name


def test_a_number_of_ones_own_is_no_usual_shape(step: DatesStep) -> None:
    step.show_draft(Draft())
    assert step.shapes.choice == "half-year"
    QTest.keyClick(step.count, Qt.Key.Key_Up)
    assert step.shapes.choice == ""
    assert step.with_edits(Draft()).details.session_count == 7
    QTest.keyClick(step.count, Qt.Key.Key_Down)
    assert step.shapes.choice == "half-year"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("5 May 2026", "has passed"),
        ("2 Feb 2027", "Too soon for the usual ten weeks before it: try Tue 30 Mar 2027"),
        ("1 May 2027", "sessions begin on Tue 4 May 2027"),
        ("4 May 2127", "between 1930 and 2100"),
        ("31/2/2027", "not a date"),
        ("4 May 2027", ""),
    ],
)
def test_beside_the_start_stands_what_is_to_be_said_of_it(
    step: DatesStep, typed: str, said: str
) -> None:
    step.show_draft(Draft())
    type_into(step.start.entry, typed)
    step.count.setFocus()
    beside = step.start.accessibleDescription()
    field = step.start.parentWidget()
    assert field is not None
    labels = [one.text() for one in field.findChildren(QWidget) if hasattr(one, "text")]
    assert said in " ".join([beside, *labels])
    if not said:
        assert beside == ""


# --- milestones ---


def test_a_point_is_moved_with_the_keyboard_and_put_back(step: DatesStep, qtbot: QtBot) -> None:
    step.show_draft(replace(FULL, plan=Plan()))
    planned = shown_days(step)
    lane = step.milestones.timeline.rows["briefings"].lane
    lane.setFocus()
    with qtbot.waitSignal(step.edited):
        QTest.keyClick(lane, Qt.Key.Key_Left)
    earlier = step.with_edits(Draft()).plan.schedule.moved["briefings"]
    assert earlier < planned["briefings"]
    assert shown_days(step) == planned | {"briefings": earlier}
    QTest.keyClick(lane, Qt.Key.Key_Home)
    assert step.with_edits(Draft()).plan.schedule.moved == {}
    assert lane.hasFocus()


def test_a_point_is_dragged(step: DatesStep) -> None:
    step.resize(1000, 2400)
    step.show_draft(replace(FULL, plan=Plan()))
    lane = step.milestones.timeline.rows["close"].lane
    start = lane.dot().toPoint()
    QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=start)
    for away in range(10, 70, 10):
        QTest.mouseMove(lane, start + QPoint(away, 0))
    QTest.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    moved = step.with_edits(Draft()).plan.schedule.moved
    assert list(moved) == ["close"]
    assert free_days(Schedule())(moved["close"])


def test_what_was_moved_stays_when_the_start_does_not(step: DatesStep) -> None:
    step.show_draft(FULL)
    type_into(step.start.entry, "11 May 2027")
    assert shown_days(step)["call"] == date(2027, 2, 16)
    assert shown_days(step)["first-session"] == date(2027, 5, 11)


def test_all_are_put_back_at_once(step: DatesStep) -> None:
    step.show_draft(FULL)
    assert step.milestones.all_back.isVisible()
    step.milestones.all_back.click()
    assert step.with_edits(FULL).plan.schedule.moved == {}
    assert not step.milestones.all_back.isVisible()


@pytest.mark.parametrize(
    ("key", "day", "said"),
    [
        ("call", date(2027, 1, 5), "In the past"),
        ("briefings", date(2027, 4, 22), "Briefings:"),
        ("close", date(2027, 8, 30), "Late Summer Bank Holiday"),
        ("close", date(2027, 8, 28), "A weekend"),
        ("close", date(2027, 8, 3), "Works holiday"),
    ],
)
def test_what_is_odd_about_a_day_is_said_beside_it(
    step: DatesStep, key: str, day: date, said: str
) -> None:
    schedule = Schedule(closed=(CLOSED,), moved={key: day})
    step.show_draft(replace(FULL, plan=Plan(schedule=schedule)))
    if said == "Briefings:":
        assert notes(step) == {"pairing": "Before “Briefings”"}
    else:
        assert said in notes(step)[key]


def test_while_a_programme_runs_past_days_are_nothing_odd(step: DatesStep) -> None:
    started = replace(FULL.details, start_date=TODAY - timedelta(weeks=3))
    step.show_draft(replace(FULL, details=started, plan=Plan()))
    assert notes(step) == {}


def test_in_a_stored_programme_days_may_go_by(step: DatesStep) -> None:
    soon = replace(FULL.details, start_date=TODAY + timedelta(weeks=3))
    step.show_draft(replace(FULL, details=soon, plan=Plan()))
    assert "In the past" in notes(step).values()
    step.offer_for_stored()
    step.show_draft(replace(FULL, details=soon, plan=Plan()))
    assert notes(step) == {}
    assert step.start.accessibleDescription() == ""


def test_as_a_list_each_date_is_a_field(step: DatesStep, qtbot: QtBot) -> None:
    step.show_draft(FULL)
    step.milestones.view.buttons["list"].click()
    assert not step.milestones.timeline.isVisible()
    row = step.milestones.list.rows["briefings"]
    assert row.field.accessibleName() == "Briefings"
    with qtbot.waitSignal(step.edited):
        type_into(row.field.entry, "8 Apr 2027")
    assert step.with_edits(FULL).plan.schedule.moved["briefings"] == date(2027, 4, 8)
    assert row.back.isVisible()
    row.back.click()
    assert "briefings" not in step.with_edits(FULL).plan.schedule.moved
    step.milestones.view.buttons["list"].click()
    assert step.milestones.list.isVisible(), "one of the two is always shown"


def test_an_emptied_field_means_the_planned_day(step: DatesStep) -> None:
    step.show_draft(FULL)
    step.milestones.view.buttons["list"].click()
    row = step.milestones.list.rows["call"]
    row.field.setFocus()
    QTest.keySequence(row.field.entry, "Ctrl+A")
    QTest.keyClick(row.field.entry, Qt.Key.Key_Delete)
    assert step.with_edits(FULL).plan.schedule.moved != {}
    QTest.keyClick(row.field.entry, Qt.Key.Key_Return)
    assert step.with_edits(FULL).plan.schedule.moved == {}
    assert row.field.value() == shown_days(step)["call"]


@pytest.mark.parametrize("typed", ["5 May 0001", "nonsense", "1 Jan 2555"])
def test_what_can_only_be_a_slip_moves_nothing(step: DatesStep, typed: str) -> None:
    step.show_draft(FULL)
    step.milestones.view.buttons["list"].click()
    seen: list[str] = []
    step.milestones.list.moved.connect(seen.append)
    type_into(step.milestones.list.rows["close"].field.entry, typed)
    step.count.setFocus()
    assert seen == []
    assert "close" not in step.with_edits(FULL).plan.schedule.moved


def test_a_short_year_is_taken_when_the_field_is_left(step: DatesStep) -> None:
    step.show_draft(FULL)
    step.milestones.view.buttons["list"].click()
    field = step.milestones.list.rows["close"].field
    type_into(field.entry, "17/8/27")
    assert "close" not in step.with_edits(FULL).plan.schedule.moved
    step.count.setFocus()
    assert step.with_edits(FULL).plan.schedule.moved["close"] == date(2027, 8, 17)
    assert field.entry.text() == "Tue 17 Aug 2027"


def test_a_stored_programme_offers_its_calendar(step: DatesStep, qtbot: QtBot) -> None:
    assert not step.calendar.isVisible()
    step.offer_for_stored()
    with qtbot.waitSignal(step.context.requested) as asked:
        step.calendar.click()
    assert asked.args == ["save-calendar"]


# --- days off ---


def test_the_region_says_which_bank_holidays_are_avoided(step: DatesStep) -> None:
    easter_monday = replace(FULL.details, start_date=date(2027, 3, 29))
    step.show_draft(replace(FULL, details=easter_monday, plan=Plan()))
    assert shown_days(step)["first-session"] == date(2027, 3, 30)
    step.region.put("GB-SCT")
    step.region.chosen.emit("GB-SCT")
    assert shown_days(step)["first-session"] == date(2027, 3, 29)
    assert step.with_edits(Draft()).plan.schedule.region == "GB-SCT"
    step.region.put("")
    step.region.chosen.emit("")
    assert step.with_edits(Draft()).plan.schedule.region == ""


def test_a_region_that_is_not_known_stays_and_is_said(step: DatesStep) -> None:
    draft = replace(FULL, plan=Plan(schedule=Schedule(region="XX-OLD")))
    step.show_draft(draft)
    assert step.with_edits(draft).plan.schedule.region == "XX-OLD"
    assert "No bank holidays are known" in step.region.accessibleDescription()
    step.show_draft(FULL)
    assert step.region.accessibleDescription() == ""
    assert step.region.findData("XX-OLD") == -1


def test_closed_days_are_avoided_as_soon_as_they_are_there(step: DatesStep) -> None:
    step.show_draft(replace(FULL, plan=Plan()))
    step.closed.add_button.click()
    row = step.closed.editors[-1]
    assert isinstance(row, ClosedRow)
    type_into(row.first.entry, "3 May 2027")
    type_into(row.last.entry, "7 May 2027")
    type_into(row.label, "Inventory")
    made = ClosedPeriod(first=date(2027, 5, 3), last=date(2027, 5, 7), label="Inventory")
    assert step.with_edits(FULL).plan.schedule.closed == (made,)
    assert shown_days(step)["first-session"] == date(2027, 5, 10)
    step.closed.remove(0)
    assert shown_days(step)["first-session"] == START


def test_the_turn_of_the_year_is_offered_where_the_dates_reach_it(step: DatesStep) -> None:
    begins = replace(FULL.details, start_date=date(2027, 10, 5))
    step.show_draft(replace(FULL, details=begins, plan=Plan()))
    assert step.turn.text() == "Add Fri 24 Dec 2027 to Sat 1 Jan 2028"
    step.turn.click()
    (turn,) = step.with_edits(FULL).plan.schedule.closed
    assert (turn.first, turn.last) == (date(2027, 12, 24), date(2028, 1, 1))
    assert not any(turn.covers(day) for day in shown_days(step).values())
    assert not step.turn.isVisible()
    step.show_draft(Draft())
    assert not step.turn.isVisible()


# --- themes ---


def test_themes_are_edited_as_a_title_and_lines(step: DatesStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    step.sessions.add_button.click()
    row = step.sessions.editors[-1]
    assert isinstance(row, SessionRow)
    with qtbot.waitSignal(step.edited):
        type_into(row.title, "Hello")
    type_into(row.prompts, "Who are you?")
    QTest.keyClick(row.prompts, Qt.Key.Key_Return)
    QTest.keyClick(row.prompts, Qt.Key.Key_Return)
    QTest.keyClicks(row.prompts, "Why <b>now</b>?")
    assert step.with_edits(Draft()).plan.sessions == (
        SessionPlan(title="Hello", prompts=("Who are you?", "Why <b>now</b>?")),
    )


def test_it_is_said_how_themes_spread_over_the_sessions(step: DatesStep) -> None:
    themes = tuple(SessionPlan(title=title) for title in "ABCDE")
    step.show_draft(replace(FULL, plan=Plan(sessions=themes)))
    assert step.spread.text() == "In 5 sessions: A · B · C · D · E."
    step.shapes.cards["pilot"].click()
    assert step.spread.text() == "In 3 sessions: A · C · E."
