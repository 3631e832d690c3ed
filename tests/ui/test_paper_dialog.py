"""What the dialogs that show papers have in common: saving, printing, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.draft_papers import DraftPapersDialog
from revmentor_desktop.ui.pairing_list import PairingListDialog
from revmentor_desktop.ui.paper_dialog import PaperDialog
from tests.builders import stored_programme, stored_proposal
from tests.documents.reading_back import text
from tests.documents.setup_example import DETAILS_OF_IT
from tests.fakes import FakePrompts
from tests.ui.stage import settle, shown


def of_a_draft(context: Context, name: str, behind: QWidget) -> PaperDialog:
    """The papers of a programme that is not made yet, with somebody's name on them."""
    plan = Plan(sponsor=Sponsor(name=name))
    return DraftPapersDialog(context, Draft(details=DETAILS_OF_IT, plan=plan), behind)


def of_pairs(context: Context, name: str, behind: QWidget) -> PaperDialog:
    """The list of a pair, one of whom has that name."""
    programme = stored_programme(context.data, "Voices")
    stored_proposal(context.data, programme, name, "David Price")
    return PairingListDialog(context, programme, behind)


@dataclass(frozen=True)
class Kind:
    """A dialog with somebody's name on its first paper, what that is called, if it is recorded."""

    made: Callable[[Context, str, QWidget], PaperDialog]
    title: str
    is_recorded: bool


KINDS: Final = {
    "draft": Kind(of_a_draft, "Implementation plan Front-line voices 2027", is_recorded=False),
    "pairs": Kind(of_pairs, "Pairing list for the sponsor Voices", is_recorded=True),
}
NAME: Final = "Sána Khan"


@pytest.fixture(params=KINDS.values(), ids=list(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    """One dialog after the other."""
    found: Kind = request.param
    return found


@pytest.fixture
def dialog(context: Context, kind: Kind, behind: QWidget, qtbot: QtBot) -> Iterator[PaperDialog]:
    """The dialog with its first paper made."""
    made = kind.made(context, NAME, behind)
    settle(context.jobs, qtbot)
    yield from shown(made, 860, 700)


def recorded(data: DataFile) -> int:
    return len(data.rows("SELECT * FROM issued_paper"))


def test_it_is_saved_where_the_officer_says_and_the_folder_opens(
    dialog: PaperDialog,
    kind: Kind,
    context: Context,
    data: DataFile,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    heard: list[str],
) -> None:
    prompts.path = tmp_path / "paper.pdf"
    dialog.save_button.click()
    settle(context.jobs, qtbot)
    assert NAME in text(prompts.path.read_bytes())
    assert dialog.said.text() == f"Saved as {prompts.path}"
    assert heard == [dialog.said.text()]
    assert recorded(data) == kind.is_recorded
    opened: list[Path] = []
    monkeypatch.setattr(context.links, "open_path", opened.append)
    dialog.folder.click()
    assert opened == [tmp_path]


def test_a_save_that_was_given_up_says_nothing(
    dialog: PaperDialog, data: DataFile, prompts: FakePrompts
) -> None:
    prompts.path = None
    dialog.save_button.click()
    assert not dialog.said.isVisible()
    assert not dialog.folder.isVisible()
    assert recorded(data) == 0


def test_large_print_is_shown_at_once(dialog: PaperDialog, context: Context, qtbot: QtBot) -> None:
    before = dialog.preview.page_count
    dialog.choice.large.click()
    settle(context.jobs, qtbot)
    assert dialog.preview.page_count > before


def test_it_is_printed_under_its_own_name(
    dialog: PaperDialog, kind: Kind, data: DataFile, printed: list[tuple[bytes, str]]
) -> None:
    dialog.print_button.click()
    assert [title for _, title in printed] == [kind.title]
    assert "Sent to the printer" in dialog.said.text()
    assert recorded(data) == kind.is_recorded


@pytest.mark.parametrize("outcome", [False, KnownError("print-failed")])
def test_what_was_not_printed_is_neither_said_nor_recorded(
    dialog: PaperDialog,
    data: DataFile,
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
    assert recorded(data) == 0


def test_characters_without_a_font_are_named_first(
    context: Context,
    kind: Kind,
    behind: QWidget,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
    qtbot: QtBot,
) -> None:
    prompts.answer = False
    for dialog in shown(kind.made(context, "李 Wei", behind), 860, 700):
        settle(context.jobs, qtbot)
        dialog.print_button.click()
        dialog.save_button.click()
    assert prompts.said == ["Some characters cannot be printed"] * 2
    assert printed == []
