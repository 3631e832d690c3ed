"""The plan is seen on paper before a programme is created."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.purpose import Evidence
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.draft_papers import DraftPapersDialog
from tests.documents.setup_example import DETAILS_OF_IT, PLAN
from tests.fakes import FakePrompts
from tests.ui.stage import settle, shown

DRAFT = Draft(details=DETAILS_OF_IT, plan=PLAN)


@pytest.fixture
def dialog(context: Context, behind: QWidget) -> Iterator[DraftPapersDialog]:
    """The dialog of a draft with a whole plan."""
    yield from shown(DraftPapersDialog(context, DRAFT, behind), 860, 700)


def test_the_plan_is_seen_first_and_the_others_on_request(dialog: DraftPapersDialog) -> None:
    assert "Leaders know daily work" in dialog.preview.text()
    assert dialog.which.count() == 9
    dialog.which.put("explainer")
    dialog.which.chosen.emit("explainer")
    assert "What is reverse mentoring?" in dialog.preview.text()


def test_a_paper_that_is_saved_creates_no_programme(
    dialog: DraftPapersDialog, context: Context, prompts: FakePrompts, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts.path = tmp_path / "plan.pdf"
    dialog.save_button.click()
    settle(context.jobs, qtbot)
    assert prompts.path.exists()
    assert context.data.rows("SELECT * FROM programme") == []


def test_wording_that_is_not_in_order_is_told_first(
    context: Context, behind: QWidget, prompts: FakePrompts
) -> None:
    words = {"paper.plan.why": "Because {nobody} asked."}
    draft = replace(DRAFT, plan=replace(PLAN, words=words))
    prompts.answer = False
    for dialog in shown(DraftPapersDialog(context, draft, behind), 860, 700):
        dialog.save_button.click()
    assert prompts.said == ["Look at the wording first?"]


def test_confidential_evidence_is_on_none_of_them(context: Context, behind: QWidget) -> None:
    facts = (Evidence(text="Nine left."), Evidence(text="Hush.", is_confidential=True))
    draft = replace(DRAFT, plan=replace(PLAN, purpose=replace(PLAN.purpose, evidence=facts)))
    for dialog in shown(DraftPapersDialog(context, draft, behind), 860, 700):
        for at in range(dialog.which.count()):
            dialog.which.put(dialog.which.itemData(at))
            dialog.which.chosen.emit(dialog.which.key)
            assert "Hush" not in dialog.preview.text()


def test_a_draft_of_nothing_is_a_paper_too(context: Context, behind: QWidget) -> None:
    for dialog in shown(DraftPapersDialog(context, Draft(), behind), 860, 700):
        assert "Say in one sentence what the programme is for." in " ".join(
            dialog.preview.text().split()
        )
