"""A closed period as a row: two dates in whatever order, and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.schedule import ClosedPeriod
from revmentor_desktop.ui.setup.steps.dates_rows import ClosedRow

CLOSED = ClosedPeriod(first=date(2027, 7, 26), last=date(2027, 8, 6), label="Works holiday ")


def retype(field: QLineEdit, text: str) -> None:
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)


def test_closed_days_the_wrong_way_round_are_turned_and_said(qtbot: QtBot) -> None:
    row = ClosedRow()
    qtbot.addWidget(row)
    assert row.is_blank()
    row.put(CLOSED)
    assert not row.problem.isVisibleTo(row)
    retype(row.last.entry, "1 Jul 2027")
    row.last.entry.editingFinished.emit()
    assert (row.value().first, row.value().last) == (date(2027, 7, 1), CLOSED.first)
    assert row.problem.isVisibleTo(row)
    retype(row.last.entry, "no day")
    row.last.entry.editingFinished.emit()
    assert "not a date" in row.problem.text()
    assert row.value().last == CLOSED.first


def test_with_one_date_it_is_that_day(qtbot: QtBot) -> None:
    row = ClosedRow()
    qtbot.addWidget(row)
    retype(row.last.entry, "4 May 2027")
    assert row.value() == ClosedPeriod(first=date(2027, 5, 4), last=date(2027, 5, 4))
    retype(row.label, "Inventory")
    assert row.value().label == "Inventory"
    retype(row.last.entry, "someday")
    assert row.is_blank(), "without a date there is nothing to keep"
