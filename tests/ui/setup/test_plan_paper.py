"""The plan can be looked at, kept and printed as a paper before the programme is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.focus import NO_FOCUS, with_focus
from revmentor_desktop.domain.plan.purpose import Evidence
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup import plan_paper
from revmentor_desktop.ui.setup.plan_paper import PlanPaperDialog
from revmentor_desktop.ui.setup.steps.check import CheckStep
from revmentor_desktop.ui.setup.wizard import SetupWizard
from tests.fakes import FakePrompts
from tests.ui.setup.hands import click, name_it, when_open

DETAILS = ProgrammeDetails(
    name="Front-line voices", purpose="Leaders listen.", start_date=date(2027, 5, 4)
)
DRAFT = with_focus(Draft(details=DETAILS), NO_FOCUS, focus("floor"))


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> Iterator[PlanPaperDialog]:
    made = PlanPaperDialog(context, DRAFT)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def prompts(context: Context) -> FakePrompts:
    assert isinstance(context.prompts, FakePrompts)
    return context.prompts


def test_the_check_shows_what_was_typed_as_a_paper(wizard: SetupWizard) -> None:
    name_it(wizard, "Voices of the wards", "Leaders hear how decisions land.")
    click(wizard.skip)
    page = wizard.page
    assert isinstance(page, CheckStep)
    shown: list[str] = []

    def look(dialog: PlanPaperDialog) -> None:
        shown.append(dialog.preview.text())
        dialog.reject()

    when_open(PlanPaperDialog, look)
    click(page.paper)
    assert "Voices of the wards" in shown[0]
    assert "Leaders hear how decisions land." in shown[0]
    assert wizard.isVisible()


def test_a_plan_without_anything_is_a_paper_too(context: Context, qtbot: QtBot) -> None:
    made = PlanPaperDialog(context, Draft())
    qtbot.addWidget(made)
    assert made.preview.page_count >= 1
    assert "None" not in made.preview.text()


def test_confidential_evidence_is_not_on_it(context: Context, qtbot: QtBot) -> None:
    open_fact, kept = Evidence(text="Nine left."), Evidence(text="Hush.", is_confidential=True)
    purpose = replace(DRAFT.plan.purpose, evidence=(open_fact, kept))
    made = PlanPaperDialog(context, replace(DRAFT, plan=replace(DRAFT.plan, purpose=purpose)))
    qtbot.addWidget(made)
    assert "Hush" not in made.preview.text()


def test_it_is_saved_where_the_officer_wants(
    dialog: PlanPaperDialog, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    prompts(context).path = tmp_path / "plan.pdf"
    assert not dialog.folder.isVisible()
    click(dialog.save)
    qtbot.waitUntil(dialog.folder.isVisible)
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path / "plan.pdf") in dialog.said.text()
    assert context.data.rows("SELECT * FROM issued_paper") == []


def test_a_save_that_was_given_up_says_nothing(dialog: PlanPaperDialog, context: Context) -> None:
    prompts(context).path = None
    click(dialog.save)
    assert not dialog.said.isVisible()


@pytest.mark.parametrize("outcome", [True, False, KnownError("print-failed")])
def test_it_is_printed(
    dialog: PlanPaperDialog,
    context: Context,
    monkeypatch: pytest.MonkeyPatch,
    outcome: bool | KnownError,
) -> None:
    def printed(*_: object) -> bool:
        if isinstance(outcome, KnownError):
            raise outcome
        return outcome

    monkeypatch.setattr(plan_paper, "print_pdf", printed)
    click(dialog.print)
    assert dialog.said.isVisible() == (outcome is True)
    assert prompts(context).said == (["print-failed"] if outcome not in {True, False} else [])


def test_letters_that_no_font_has_are_asked_about(context: Context, qtbot: QtBot) -> None:
    details = replace(DETAILS, name="Voices \U00013000")
    made = PlanPaperDialog(context, replace(DRAFT, details=details))
    qtbot.addWidget(made)
    made.show()
    prompts(context).answer = False
    click(made.save)
    assert prompts(context).said == ["Some characters cannot be printed"]
