"""What the window saves and what the command line writes are the same files, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.cli.parser import parser
from revmentor_desktop.cli.verbs import documents
from revmentor_desktop.domain.pair_papers import CAN_BE_PRINTED, LABELS, PaperKind
from revmentor_desktop.services.documents.paper_run import Filing
from revmentor_desktop.services.documents.run_choice import Occasion
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog
from tests.fakes import FakePrompts
from tests.ui.stage import settle


def everything(dialog: RunDialog) -> None:
    for box in dialog.what.boxes.values():
        box.setChecked(True)
    dialog.filing.cards[Filing.EACH_PAPER].click()
    dialog.what.first.setValue(20)


def for_the_post(dialog: RunDialog) -> None:
    dialog.occasions.buttons[Occasion.POST].click()
    dialog.what.copies[LABELS].setValue(2)
    dialog.what.copies[PaperKind.AGREEMENT].setValue(3)
    dialog.choice.large.click()
    dialog.choice.colourless.click()
    dialog.duplex.box.click()


def for_each_person(dialog: RunDialog) -> None:
    dialog.filing.cards[Filing.EACH_PERSON].click()
    dialog.choice.sheet.put("letter")
    dialog.choice.sheet.chosen.emit("letter")


def a_list_alone(dialog: RunDialog) -> None:
    for key, box in dialog.what.boxes.items():
        box.setChecked(key in {PaperKind.COVER_SHEET, "sign-off"})
    dialog.what.file_copy.click()
    dialog.filing.cards[Filing.EACH_PAPER].click()


POST = ("cover-sheet", "mentor-pack", "leader-pack", "agreement", "labels")
TICKED = ("--pairs", "RM-0001", "3")


@pytest.mark.parametrize(
    ("choose", "given"),
    [
        (everything, ("--documents", *CAN_BE_PRINTED, "--first-label", "20")),
        (
            for_the_post,
            (
                *("--documents", *POST, "--copies", "labels=2", "agreement=3", "--one-file"),
                *("--duplex", "--large-print", "--black-and-white"),
            ),
        ),
        (
            for_each_person,
            (
                *("--documents", "mentor-pack", "leader-pack", "agreement", "--per-person"),
                *("--paper", "letter"),
            ),
        ),
        (a_list_alone, ("--documents", "cover-sheet", "sign-off", "--no-file-copy")),
    ],
)
def test_the_command_line_writes_what_the_window_saves(
    page: DocumentsPage,
    context: Context,
    prompts: FakePrompts,
    paths: Paths,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    choose: Callable[[RunDialog], None],
    given: Sequence[str],
) -> None:
    def answer(dialog: RunDialog) -> int:
        choose(dialog)
        dialog.verbs[dialog.wish].click()
        return dialog.result()

    @contextmanager
    def opened(*_: Any) -> Iterator[DataFile]:
        yield context.data

    monkeypatch.setattr(RunDialog, "exec", answer)
    monkeypatch.setattr(documents, "opened", opened)
    page.model.tick([1], False)
    prompts.path = tmp_path / "window"
    page.save_button.click()
    settle(context.jobs, qtbot)
    paper = () if "--paper" in given else ("--paper", "a4")
    out = tmp_path / "line"
    options = parser().parse_args(["documents", "--out", str(out), *given, *paper, *TICKED])
    documents.VERB.run(options, paths)
    assert contents(out) == contents(prompts.path)
    assert contents(out)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
