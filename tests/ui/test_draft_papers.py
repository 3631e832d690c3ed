"""The plan is seen on paper before a programme is created."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Evidence
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.draft_papers import DraftPapersDialog
from tests.documents.reading_back import text
from tests.documents.setup_example import DETAILS_OF_IT, PLAN
from tests.fakes import FakePrompts
from tests.ui.stage import settle, shown

DRAFT = Draft(details=DETAILS_OF_IT, plan=PLAN)


@pytest.fixture
def window() -> Iterator[QWidget]:
    """What the dialog opens over."""
    made = QWidget()
    yield made
    made.deleteLater()


@pytest.fixture
def dialog(context: Context, window: QWidget) -> Iterator[DraftPapersDialog]:
    """The dialog of a draft with a whole plan."""
    yield from shown(DraftPapersDialog(context, DRAFT, window), 860, 700)


def test_the_plan_is_seen_first_and_the_others_on_request(dialog: DraftPapersDialog) -> None:
    assert "Leaders know daily work" in dialog.preview.text()
    assert dialog.which.count() == 9
    dialog.which.put("explainer")
    dialog.which.chosen.emit("explainer")
    assert "What is reverse mentoring?" in dialog.preview.text()
    before = dialog.preview.page_count
    dialog.choice.large.click()
    assert dialog.preview.page_count > before


def test_it_is_saved_and_nothing_is_created_or_recorded(
    dialog: DraftPapersDialog,
    context: Context,
    data: DataFile,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prompts.path = tmp_path / "plan.pdf"
    dialog.save_button.click()
    settle(context.jobs, qtbot)
    assert "Leaders know daily work" in text(prompts.path.read_bytes())
    assert dialog.said.text() == f"Saved as {prompts.path}"
    opened: list[Path] = []
    monkeypatch.setattr(context.links, "open_path", opened.append)
    dialog.folder.click()
    assert opened == [tmp_path]
    for table in ("programme", "issued_paper"):
        assert data.rows(f"SELECT * FROM {table}") == []


def test_a_save_that_was_given_up_says_nothing(
    dialog: DraftPapersDialog, prompts: FakePrompts
) -> None:
    prompts.path = None
    dialog.save_button.click()
    assert not dialog.said.isVisible()
    assert not dialog.folder.isVisible()


@pytest.mark.parametrize("outcome", [False, KnownError("print-failed")])
def test_what_was_not_printed_is_not_said_to_be(
    dialog: DraftPapersDialog,
    prompts: FakePrompts,
    monkeypatch: pytest.MonkeyPatch,
    outcome: bool | KnownError,
) -> None:
    def answer(*_: object) -> bool:
        if isinstance(outcome, KnownError):
            raise outcome
        return outcome

    monkeypatch.setattr("revmentor_desktop.ui.paper_dialog.print_pdf", answer)
    dialog.print_button.click()
    assert not dialog.said.isVisible()
    assert prompts.said == (["print-failed"] if outcome is not False else [])


def test_confidential_evidence_is_on_none_of_them(context: Context, window: QWidget) -> None:
    facts = (Evidence(text="Nine left."), Evidence(text="Hush.", is_confidential=True))
    draft = replace(DRAFT, plan=replace(PLAN, purpose=replace(PLAN.purpose, evidence=facts)))
    for dialog in shown(DraftPapersDialog(context, draft, window), 860, 700):
        for at in range(dialog.which.count()):
            dialog.which.put(dialog.which.itemData(at))
            dialog.which.chosen.emit(dialog.which.key)
            assert "Hush" not in dialog.preview.text()


def test_it_is_printed_under_its_own_name(
    dialog: DraftPapersDialog, printed: list[tuple[bytes, str]]
) -> None:
    dialog.print_button.click()
    assert [title for _, title in printed] == ["Implementation plan Front-line voices 2027"]
    assert "Sent to the printer" in dialog.said.text()


def test_characters_without_a_font_are_named_first(
    context: Context, window: QWidget, prompts: FakePrompts, printed: list[tuple[bytes, str]]
) -> None:
    draft = Draft(details=DETAILS_OF_IT, plan=Plan(sponsor=Sponsor(name="李 Wei")))
    prompts.answer = False
    for dialog in shown(DraftPapersDialog(context, draft, window), 860, 700):
        dialog.print_button.click()
        dialog.save_button.click()
    assert prompts.said == ["Some characters cannot be printed"] * 2
    assert printed == []


def test_a_draft_of_nothing_is_a_paper_too(context: Context, window: QWidget) -> None:
    for dialog in shown(DraftPapersDialog(context, Draft(), window), 860, 700):
        assert "Say in one sentence what the programme is for." in " ".join(
            dialog.preview.text().split()
        )
