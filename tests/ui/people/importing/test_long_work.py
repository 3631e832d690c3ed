"""Reading and comparing that take long enough for the dialog of the progress to come up."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.exchange.people_file.draft import Step
from revmentor_desktop.exchange.spreadsheets.source import Source, open_source
from revmentor_desktop.services.people_import.compare import compare
from revmentor_desktop.services.people_import.comparison import Comparison
from revmentor_desktop.ui import jobs
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.importing import session
from tests.ui.people.importing.stage import Stage


def test_after_a_long_reading_enter_goes_on_too(
    qtbot: QtBot, context: Context, programme_id: int, bad: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "PATIENCE_MS", 0)
    is_shown = threading.Event()

    def slowly(path: Path) -> Source:
        assert is_shown.wait(5)
        return open_source(path)

    monkeypatch.setattr(session, "open_source", slowly)
    stage = Stage(qtbot, context)
    stage.wizard.session.open(bad)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), jobs.ProgressDialog))
    is_shown.set()
    stage.settle()
    qtbot.waitUntil(stage.wizard.file_page.preview.hasFocus)
    QTest.keyClick(stage.wizard.file_page.preview, Qt.Key.Key_Return)
    assert stage.at() is Step.HEADER


def test_who_mended_a_row_before_a_long_comparison_is_still_in_its_cell(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.go_to(Step.PREVIEW)
    page = stage.wizard.preview_page
    place = page.model.place_of(4)
    assert place is not None
    page.table.selectRow(place)
    assert page.panel.focus_cell(1)
    monkeypatch.setattr(jobs, "PATIENCE_MS", 0)
    is_shown = threading.Event()

    def slowly(*known: Any) -> Comparison:
        assert is_shown.wait(5)
        return compare(*known)

    monkeypatch.setattr(session, "compare", slowly)
    QTest.keyClicks(page.panel.fields[1], "!")
    QTest.keyClick(page.panel.fields[1], Qt.Key.Key_Return)
    stage.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), jobs.ProgressDialog))
    is_shown.set()
    stage.settle()
    stage.qtbot.waitUntil(page.panel.fields[1].hasFocus)
