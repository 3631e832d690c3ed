"""Every state of a paper is seen on the page, from what the officer really did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark, Stage
from revmentor_desktop.services.documents.tracking import mark_papers
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import brief_date, short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.model import STANDING_ROLE, Column
from revmentor_desktop.ui.documents.page import DocumentsPage
from tests.builders import change_programme, move_milestone
from tests.ui.stage import settle

AGREEMENT, PACK = Column.AGREEMENT, Column.MENTOR_PACK
KINDS = {AGREEMENT: PaperKind.AGREEMENT, PACK: PaperKind.MENTOR_PACK}
YESTERDAY = today() - timedelta(days=1)


class Officer:
    """Does what the officer does with the papers of the first pair."""

    def __init__(self, page: DocumentsPage, context: Context, programme: int, qtbot: QtBot) -> None:
        self._page, self._context = page, context
        self._programme, self._qtbot = programme, qtbot
        self.column = AGREEMENT

    def print(self) -> None:
        self._page.table.setCurrentIndex(self._page.model.index(0, self.column))
        self._page.view.print_one.click()
        settle(self._context.jobs, self._qtbot)

    def note(self, mark: Mark, day: date) -> None:
        paper = [(self._page.model.row(0).pair.id, KINDS[self.column])]
        self._context.run("Note", lambda data: mark_papers(data, paper, mark, day))

    def reword(self) -> None:
        change_programme(self._context.data, self._programme, name="Other voices")
        self._page.reload()

    def let_it_be_due(self) -> None:
        change_programme(self._context.data, self._programme, start_date=today())
        move_milestone(self._context.data, self._programme, "agreements-due", YESTERDAY)
        self._page.reload()


@pytest.fixture
def officer(
    page: DocumentsPage,
    context: Context,
    programme: int,
    qtbot: QtBot,
    printed: list[tuple[bytes, str]],
) -> Officer:
    """Somebody who prints and notes."""
    return Officer(page, context, programme, qtbot)


def nothing(officer: Officer) -> None:
    """Do nothing."""


def printed_only(officer: Officer) -> None:
    officer.print()


def handed_out(officer: Officer) -> None:
    officer.print()
    officer.note(Mark.HANDED_OUT, YESTERDAY)


def sent(officer: Officer) -> None:
    officer.print()
    officer.note(Mark.SENT, YESTERDAY)


def signed_by_mentor(officer: Officer) -> None:
    handed_out(officer)
    officer.note(Mark.MENTOR_SIGNED, YESTERDAY)


def signed_by_leader(officer: Officer) -> None:
    handed_out(officer)
    officer.note(Mark.MENTEE_SIGNED, YESTERDAY)


def signed_by_both(officer: Officer) -> None:
    signed_by_mentor(officer)
    officer.note(Mark.MENTEE_SIGNED, today())


def back(officer: Officer) -> None:
    signed_by_both(officer)
    officer.note(Mark.BACK, today())


def overdue(officer: Officer) -> None:
    handed_out(officer)
    officer.let_it_be_due()


def reworded(officer: Officer) -> None:
    officer.print()
    officer.reword()


NOW, THEN = brief_date(today()), brief_date(YESTERDAY)
STATES = [
    (AGREEMENT, nothing, Stage.NOT_MADE, "Not made", "Not printed, saved or sent yet", "neutral"),
    (AGREEMENT, printed_only, Stage.PRINTED, f"Printed {NOW}", "not noted as handed out", "warn"),
    (PACK, handed_out, Stage.HANDED_OUT, f"Given {THEN}", "Handed out on", "ok"),
    (PACK, sent, Stage.SENT, f"Sent {THEN}", "Sent on", "ok"),
    (AGREEMENT, handed_out, Stage.HANDED_OUT, f"Given {THEN}", "Handed out on", "warn"),
    (
        AGREEMENT,
        signed_by_mentor,
        Stage.MENTOR_SIGNED,
        f"Mentor signed {THEN}",
        "the leader has not yet",
        "warn",
    ),
    (
        AGREEMENT,
        signed_by_leader,
        Stage.MENTEE_SIGNED,
        f"Leader signed {THEN}",
        "the mentor has not yet",
        "warn",
    ),
    (AGREEMENT, signed_by_both, Stage.BOTH_SIGNED, f"Signed {NOW}", "it is not back yet", "warn"),
    (AGREEMENT, back, Stage.BACK, f"Back {NOW}", "Signed, back and filed on", "ok"),
    (
        AGREEMENT,
        overdue,
        Stage.OVERDUE,
        f"Overdue since {THEN}",
        f"It was to be back by {short_date(YESTERDAY)}",
        "bad",
    ),
    (
        PACK,
        reworded,
        Stage.OLD_WORDING,
        "Wording changed since",
        "with the old wording; it has changed since",
        "warn",
    ),
]


def test_every_state_is_here() -> None:
    assert {stage for _, _, stage, *_ in STATES} == set(Stage)


@pytest.mark.parametrize(("column", "do", "stage", "words", "told", "colour"), STATES)
def test_a_state_is_seen_told_and_coloured(
    page: DocumentsPage,
    officer: Officer,
    column: Column,
    do: Callable[[Officer], None],
    stage: Stage,
    words: str,
    told: str,
    colour: str,
) -> None:
    officer.column = column
    do(officer)
    index = page.model.index(0, column)
    assert page.model.row(0).standings[KINDS[column]].stage is stage
    assert index.data() == words
    assert told in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(STANDING_ROLE).kind == colour
    assert page.model.row(0).is_missing
    other = page.model.index(1, column)
    assert other.data() == "Not made"


def test_nothing_waits_any_more_once_packs_are_given_and_the_agreement_is_back(
    page: DocumentsPage, officer: Officer, context: Context
) -> None:
    pair = page.model.row(0).pair.id
    back(officer)
    packs = [(pair, kind) for kind in (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)]
    context.run("Note", lambda data: mark_papers(data, packs, Mark.SENT, YESTERDAY))
    page.pairs.only_missing.click()
    assert [page.model.row(row).pair.id for row in range(page.model.rowCount())] == [2, 3]
