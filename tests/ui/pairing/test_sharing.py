"""The plan that is shown is shared from the menu of the drafts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from revmentor_desktop.services.pairing.drafts import make_draft
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing_list import PairingListDialog
from revmentor_desktop.ui.widgets.notices import Notice
from tests.fakes import FakePrompts
from tests.services.documents.worded import word
from tests.ui.pairing.stage import Cast
from tests.ui.stage import settle

LIST = "Pairing list for the sponsor…"
PLAN = "Plan as a spreadsheet…"


def entries(page: PairingPage) -> dict[str, QAction]:
    page.reload()
    menu = page.summary.drafts.menu()
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def test_without_pairs_there_is_nothing_to_share(page: PairingPage, cast: Cast) -> None:
    assert not entries(page)[LIST].isEnabled()
    assert not entries(page)[PLAN].isEnabled()
    cast.pair("Jonas Tamm", "Helen Ward")
    assert entries(page)[LIST].isEnabled()
    assert entries(page)[PLAN].isEnabled()
    make_draft(cast.data, cast.programme_id)
    assert entries(page)[LIST].isEnabled()
    assert not entries(page)[PLAN].isEnabled()


def test_the_list_opens_over_the_board(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    entries(page)[LIST].trigger()
    settle(context.jobs, qtbot)
    (dialog,) = page.findChildren(PairingListDialog)
    assert dialog.isVisible()
    assert "Helen Ward" in dialog.preview.text()
    dialog.close_button.click()


def test_the_plan_is_saved_as_it_is_shown(
    page: PairingPage,
    cast: Cast,
    context: Context,
    prompts: FakePrompts,
    said: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    prompts.path = tmp_path / "plan.xlsx"
    entries(page)[PLAN].trigger()
    settle(context.jobs, qtbot)
    rows = CalamineWorkbook.from_path(str(prompts.path)).get_sheet_by_name("Pairs").to_python()
    assert [row[7] for row in rows[1:]] == ["Helen Ward"]
    assert [one.text for one in said] == [f"The plan is saved as {prompts.path}"]


def test_a_save_that_was_given_up_says_nothing(
    page: PairingPage,
    cast: Cast,
    context: Context,
    prompts: FakePrompts,
    said: list[Notice],
    qtbot: QtBot,
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    prompts.path = None
    entries(page)[PLAN].trigger()
    settle(context.jobs, qtbot)
    assert prompts.said == ["Save the plan as a spreadsheet"]
    assert said == []


def test_wording_that_is_not_in_order_is_told_before_the_plan_is_saved(
    page: PairingPage, cast: Cast, context: Context, prompts: FakePrompts, qtbot: QtBot
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    assert context.programme_id is not None
    word(context.data, context.programme_id, "pairing-list", "fit_note", heading="Dear {nobody}")
    prompts.answer = False
    entries(page)[PLAN].trigger()
    settle(context.jobs, qtbot)
    assert prompts.said == ["Look at the wording first?"]
