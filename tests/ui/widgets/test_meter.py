"""A meter says what it measures and how far it goes, to the eye and to a screen reader."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.meter import Meter


def test_a_meter_says_what_it_shows(qtbot: QtBot) -> None:
    meter = Meter("Times <b>", "8 of 10", 800, 1000)
    qtbot.addWidget(meter)
    assert [label.text() for label in meter.findChildren(QLabel)] == ["Times <b>", "8 of 10"]
    assert meter.bar.accessibleName() == "Times <b>: 8 of 10"
    assert (meter.bar.value(), meter.bar.maximum()) == (800, 1000)


def test_of_nothing_the_bar_is_empty(qtbot: QtBot) -> None:
    meter = Meter("90–100", "0 pairs", 0, 0)
    qtbot.addWidget(meter)
    assert (meter.bar.value(), meter.bar.maximum()) == (0, 1)
