"""Papers for the briefing are seen, printed and saved; labels begin where the officer says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.briefing_dialog import LABELS, BriefingDialog
from tests.builders import stored_pair, stored_programme
from tests.documents.reading_back import text
from tests.fakes import FakePrompts
from tests.ui.stage import settle, shown


@pytest.fixture
def dialog(context: Context, data: DataFile, behind: QWidget) -> Iterator[BriefingDialog]:
    """The dialog of a programme with one agreed pair."""
    programme = stored_programme(data, "Voices")
    stored_pair(data, programme, "Mei Brown", "David Price")
    yield from shown(BriefingDialog(context, programme, behind), 860, 700)


def choose_labels(dialog: BriefingDialog) -> None:
    dialog.which.put(LABELS)
    dialog.which.chosen.emit(LABELS)


def test_the_list_comes_first_and_labels_on_request(dialog: BriefingDialog) -> None:
    assert "Who was briefed" in dialog.preview.text()
    assert not dialog.first.isVisible()
    choose_labels(dialog)
    assert "Who was briefed" not in dialog.preview.text()
    assert "David Price" in dialog.preview.text()
    assert dialog.first.isVisible()
    assert dialog.sheet.text().startswith("of 21, row by row.")


def test_labels_begin_where_the_officer_says(dialog: BriefingDialog) -> None:
    choose_labels(dialog)
    dialog.first.setValue(21)
    assert dialog.preview.page_count == 2
    dialog.choice.sheet.put("letter")
    dialog.choice.sheet.chosen.emit("letter")
    assert dialog.first.maximum() == 30
    assert dialog.preview.page_count == 1


def test_it_is_saved_and_printed_and_recorded(
    dialog: BriefingDialog,
    context: Context,
    data: DataFile,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.path = tmp_path / "list.pdf"
    dialog.save_button.click()
    settle(context.jobs, qtbot)
    assert "Mei Brown" in text(prompts.path.read_bytes())
    choose_labels(dialog)
    dialog.print_button.click()
    assert [title for _, title in printed] == ["Address labels Voices"]
    kinds = [row["kind"] for row in data.rows("SELECT kind FROM issued_paper ORDER BY id")]
    assert kinds == ["sign-off", "labels"]


def test_nothing_is_saved_when_it_is_given_up(
    dialog: BriefingDialog, data: DataFile, prompts: FakePrompts
) -> None:
    prompts.path = None
    dialog.save_button.click()
    assert not dialog.said.isVisible()
    assert data.rows("SELECT * FROM issued_paper") == []


def test_it_fits_the_smallest_window(dialog: BriefingDialog) -> None:
    choose_labels(dialog)
    assert dialog.minimumSizeHint().width() <= QSize(1064, 690).width()
