"""A programme with pairs, looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from revmentor_desktop.services.documents.paper_run import Filing
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.documents.printing.look_dialog import LookDialog
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog
from tests.builders import stored_pair, stored_programme
from tests.ui.stage import shown


@dataclass
class Asked:
    """What the officer says in the dialog that asks what is printed, and what they were shown."""

    filing: Filing = Filing.EACH_PAPER
    is_duplex: bool = False
    also: tuple[str, ...] = ()
    may_print: bool = True
    looks: list[LookDialog] = field(default_factory=list)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The answers: the papers that are usual, a file for each of them."""
    answers = Asked()

    def answer(dialog: RunDialog) -> int:
        dialog.filing.cards[answers.filing].click()
        for kind in answers.also:
            dialog.what.boxes[kind].setChecked(True)
        if answers.is_duplex:
            dialog.duplex.box.click()
        dialog.verbs[dialog.wish].click()
        return dialog.result()

    def look(dialog: LookDialog) -> int:
        answers.looks.append(dialog)
        (dialog.print.click if answers.may_print else dialog.reject)()
        return dialog.result()

    monkeypatch.setattr(RunDialog, "exec", answer)
    monkeypatch.setattr(LookDialog, "exec", look)
    return answers


NAMES = [("Mei Brown", "David Price"), ("Zofia Adamska", "Karl Meyer"), ("Idris Bello", "Ann Ŵyn")]


@pytest.fixture
def programme(data: DataFile, context: Context) -> int:
    """A programme with three pairs that the context looks at."""
    made = stored_programme(data, "Front-line voices 2027")
    for mentor, leader in NAMES:
        stored_pair(data, made, mentor, leader)
    context.choose_programme(made)
    return made


@pytest.fixture
def page(context: Context, programme: int) -> Iterator[DocumentsPage]:
    """The page of that programme, shown."""
    yield from shown_page(context)


def shown_page(context: Context) -> Iterator[DocumentsPage]:
    """Show the page and take it away afterwards."""
    return shown(DocumentsPage(context), 1100, 700)
