"""The list for the sponsor is seen first, then printed or saved; any draft can be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.drafts import make_draft
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing_list import PairingListDialog
from tests.builders import stored_programme, stored_proposal
from tests.fakes import FakePrompts
from tests.services.documents.worded import word
from tests.ui.stage import settle, shown


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme with an agreed pair, and a proposal in each of two drafts; the second shows."""
    made = stored_programme(data, "Voices")
    agree(data, made, [stored_proposal(data, made, "Mei Brown", "David Price")], date(2026, 11, 6))
    stored_proposal(data, made, "Jonas Tamm", "Helen Ward")
    make_draft(data, made, "Second")
    stored_proposal(data, made, "Sána Khan", "Rob Clarke")
    return made


@pytest.fixture
def dialog(
    context: Context, programme: int, behind: QWidget, qtbot: QtBot
) -> Iterator[PairingListDialog]:
    """The dialog with the list made."""
    made = PairingListDialog(context, programme, behind)
    settle(context.jobs, qtbot)
    yield from shown(made, 860, 700)


def choose(dialog: PairingListDialog, key: str, context: Context, qtbot: QtBot) -> None:
    dialog.which.put(key)
    dialog.which.chosen.emit(key)
    settle(context.jobs, qtbot)


def test_the_draft_that_is_looked_at_is_seen_first_and_others_on_request(
    dialog: PairingListDialog, context: Context, qtbot: QtBot
) -> None:
    assert "Rob Clarke" in dialog.preview.text()
    assert "Helen Ward" not in dialog.preview.text().partition("without a partner")[0]
    choices = [dialog.which.itemText(at) for at in range(dialog.which.count())]
    assert choices == ["Draft 1", "Second", "Agreed pairs only"]
    choose(dialog, "1", context, qtbot)
    assert "the draft “Draft 1”" in " ".join(dialog.preview.text().split())
    choose(dialog, "0", context, qtbot)
    assert "Agreed on Fri 6 November 2026" in " ".join(dialog.preview.text().split())


def test_when_a_list_left_the_program_is_said_of_each_plan(
    dialog: PairingListDialog,
    context: Context,
    data: DataFile,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    assert dialog.issued.text() == "No list has been printed or saved yet."
    prompts.path = tmp_path / "list.pdf"
    dialog.save_button.click()
    settle(context.jobs, qtbot)
    assert [row["kind"] for row in data.rows("SELECT kind FROM issued_paper")] == ["pairing-list"]
    assert dialog.issued.text() == f"This list was last printed or saved on {short_date(today())}."
    choose(dialog, "0", context, qtbot)
    day = short_date(today())
    other = f"A list was last printed or saved on {day}; this one says something else."
    assert dialog.issued.text() == other


def test_the_same_plan_is_saved_as_a_spreadsheet(
    dialog: PairingListDialog,
    context: Context,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    choose(dialog, "1", context, qtbot)
    prompts.path = tmp_path / "plan.xlsx"
    dialog.sheet_button.click()
    settle(context.jobs, qtbot)
    rows = CalamineWorkbook.from_path(str(prompts.path)).get_sheet_by_name("Pairs").to_python()
    assert [row[7] for row in rows[1:]] == ["David Price", "Helen Ward"]
    assert dialog.said.text() == f"Saved as {prompts.path}"


def test_a_spreadsheet_that_was_given_up_is_not_said_to_be_saved(
    dialog: PairingListDialog, prompts: FakePrompts
) -> None:
    prompts.path = None
    dialog.sheet_button.click()
    assert not dialog.said.isVisible()


def test_a_plan_that_is_gone_leaves_nothing_to_print(
    dialog: PairingListDialog,
    context: Context,
    data: DataFile,
    prompts: FakePrompts,
    qtbot: QtBot,
) -> None:
    with data.transaction() as session:
        session.connection().exec_driver_sql("DELETE FROM pair")
    choose(dialog, "1", context, qtbot)
    assert prompts.said == ["plan-without-pairs"]
    assert dialog.preview.page_count == 0
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()


def test_it_fits_the_smallest_window(dialog: PairingListDialog) -> None:
    assert dialog.minimumSizeHint().width() <= QSize(1064, 690).width()


@pytest.mark.parametrize("way", ["save_button", "print_button", "sheet_button"])
def test_wording_that_is_not_in_order_is_told_before_the_list_leaves(
    context: Context, programme: int, behind: QWidget, prompts: FakePrompts, way: str, qtbot: QtBot
) -> None:
    word(context.data, programme, "pairing-list", "fit_note", heading="Dear {nobody}")
    made = PairingListDialog(context, programme, behind)
    settle(context.jobs, qtbot)
    prompts.answer = False
    for dialog in shown(made, 860, 700):
        getattr(dialog, way).click()
    assert prompts.said == ["Look at the wording first?"]
    assert "“A fit is a number from 0 to 100; the end of…”: There is no" in prompts.sentences[0]
