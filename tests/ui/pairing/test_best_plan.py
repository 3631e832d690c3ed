"""How good the plan on the board is: found beside what the officer does, proven, kept up."""

from __future__ import annotations

import time
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.situation import Situation
from revmentor_desktop.matching.standing import Standing
from revmentor_desktop.services.pairing.applying import apply
from revmentor_desktop.services.pairing.proposing import rearrange, set_locked, take_apart
from revmentor_desktop.services.pairing.suggesting import suggesting
from revmentor_desktop.services.people.conflicts import set_conflicts
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.page import PairingPage
from tests.builders import stored_programme
from tests.ui.pairing.stage import Cast

PATIENCE_MS = 15_000


def known(page: PairingPage, qtbot: QtBot) -> str:
    """Wait until the best plan is known, and return what the board says of it."""
    qtbot.waitUntil(lambda: page.best_plan.gap is not None, timeout=PATIENCE_MS)
    return page.summary.best_words


def best(data: DataFile, programme_id: int, aim: Aim = Aim.EVERYONE, floor: int = 0) -> None:
    """Put the best plan into the draft."""
    apply(data, programme_id, run_to_end(suggesting(data, programme_id, aim, floor)))


def test_a_board_without_pairs_says_how_many_could_be_paired(
    page: PairingPage, qtbot: QtBot
) -> None:
    assert known(page, qtbot) == "3 more could be paired"


def test_the_best_plan_is_called_so_and_what_falls_short_of_it_by_how_much(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    known(page, qtbot)
    context.run("", lambda data: best(data, cast.programme_id))
    assert known(page, qtbot) == "✓ Best possible total"
    ids = cast.ids
    jonas = next(one for one in page.board.pairs if one.mentor.person.id == ids["Jonas Tamm"])
    context.run("", lambda data: take_apart(data, cast.programme_id, [jonas.id]))
    assert known(page, qtbot) == "1 more could be paired"
    context.undo()
    assert known(page, qtbot) == "✓ Best possible total"


def test_a_worse_plan_for_as_many_says_how_many_points_it_lacks(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    context.run("", lambda data: best(data, cast.programme_id))
    known(page, qtbot)
    (first, second) = sorted(
        (one for one in page.board.pairs if one.mentor.person.full_name != "Mei Brown"),
        key=lambda one: one.id,
    )
    crossed = [
        (first.mentor.person.id, second.mentee.person.id),
        (second.mentor.person.id, first.mentee.person.id),
    ]
    context.run("", lambda data: rearrange(data, cast.programme_id, [first.id, second.id], crossed))
    assert known(page, qtbot).endswith("below the best total")
    gap = page.best_plan.gap
    assert gap is not None
    assert gap.distance.total > 0


def test_a_locked_pair_is_part_of_what_the_best_plan_has_to_keep(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    made = cast.pair("Jonas Tamm", "David Price")
    context.announce(frozenset({"pair"}))
    known(page, qtbot)
    context.run("", lambda data: set_locked(data, cast.programme_id, [made], locked=True))
    known(page, qtbot)
    found = page.best_plan.suggestion
    assert found is not None
    couple = (cast.ids["Jonas Tamm"], cast.ids["David Price"])
    assert couple in {(one.mentor.person.id, one.leader.person.id) for one in found.pairs}


def test_other_rules_and_people_are_thought_of_anew(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    known(page, qtbot)
    ids = cast.ids
    against = {ids["Helen Ward"]: ConflictCategory.UNSAID}
    for mentor in ("Jonas Tamm", "Sána Khan", "Mei Brown"):
        context.run("", partial(set_conflicts, person_id=ids[mentor], wanted=against))
    assert known(page, qtbot) == "2 more could be paired"
    cast.add("Otto Free", Role.MENTOR)
    context.announce(frozenset({"person", "participation"}))
    assert known(page, qtbot) == "3 more could be paired"


def test_where_nobody_can_be_paired_nothing_is_said(
    page: PairingPage, context: Context, qtbot: QtBot
) -> None:
    empty = Cast(context.data, stored_programme(context.data))
    empty.add("Ann Alone", Role.MENTEE)
    context.choose_programme(empty.programme_id)
    assert known(page, qtbot) == ""


def test_a_question_is_answered_with_the_best_plan_even_before_that_was_known(
    page: PairingPage, context: Context, qtbot: QtBot
) -> None:
    heard: list[int] = []
    context.announce(frozenset({"pair"}))

    def question(there: Situation, standing: Standing) -> int:
        assert there.problem() == standing.problem
        return len(standing.solution().pairs)

    assert page.best_plan.suggestion is None
    page.best_plan.ask("Ask", question, heard.append)
    qtbot.waitUntil(lambda: heard == [3], timeout=PATIENCE_MS)
    assert page.best_plan.gap is not None
    page.best_plan.ask("Ask", question, heard.append)
    qtbot.waitUntil(lambda: heard == [3, 3], timeout=PATIENCE_MS)


def test_while_a_card_is_dragged_nothing_else_is_thought_of(
    page: PairingPage, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(page, qtbot)
    pressed = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: pressed[0])
    context.announce(frozenset({"pair"}))
    qtbot.wait(100)
    assert page.best_plan.suggestion is None
    pressed[0] = Qt.MouseButton.NoButton
    assert known(page, qtbot)


@pytest.mark.parametrize(
    ("aim", "words"),
    [
        (Aim.EVERYONE, "✓ Best possible total"),
        (Aim.FIT, "✓ Best possible total"),
        (Aim.NOBODY_LEFT, "✓ Fairest possible plan"),
    ],
)
def test_a_plan_is_measured_by_what_its_draft_is_to_be_best_at(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot, aim: Aim, words: str
) -> None:
    context.run("", lambda data: best(data, cast.programme_id, aim, 5_000))
    assert known(page, qtbot) == words
    suggestion = page.best_plan.suggestion
    assert suggestion is not None
    assert suggestion.solution.aim is aim


def test_while_a_list_is_scrolled_nothing_is_worked_out(
    page: PairingPage, cast: Cast, qtbot: QtBot
) -> None:
    for number in range(20):
        cast.add(f"Leader {number:02}", Role.MENTEE)
    page.reload()
    bar = page.leaders.verticalScrollBar()
    begun = time.monotonic()
    while time.monotonic() < begun + 0.5:
        bar.setValue((bar.value() + 7) % bar.maximum())
        QApplication.processEvents()
    assert page.best_plan.gap is None
    assert known(page, qtbot)
