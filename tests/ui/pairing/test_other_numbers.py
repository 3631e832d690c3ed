"""Another number of partners for a whole side: the board follows at once, and nobody is parted."""

from __future__ import annotations

from functools import partial

from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.page import PairingPage
from tests.ui.pairing.explaining.journey import texts
from tests.ui.pairing.stage import Cast
from tests.ui.pairing.test_best_plan import known


def decide(context: Context, cast: Cast, mentors: int = 1, leaders: int = 1) -> None:
    """Decide how many partners each side may have, as settings do."""
    choices = PairingChoices(mentor_partners=mentors, mentee_partners=leaders)
    section = partial(save_section, programme_id=cast.programme_id, name="pairing", value=choices)
    context.run("Change pairing", section)


def marked(page: PairingPage) -> list[list[str]]:
    """Return what the pairs on the board break by now, of those that break anything."""
    board = page.board
    found = [breaches(pair.mentor, pair.mentee, board.facts) for pair in board.pairs]
    return [[error.code for error in errors] for errors in found if errors]


def test_the_best_plan_goes_on_with_other_numbers_and_nobody_is_scored_anew(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    assert known(page, qtbot) == "3 more could be paired"
    for name in ("Ann Alone", "Bo Beyond", "Cy Extra"):
        cast.add(name, Role.MENTEE)
    context.announce(frozenset({"person", "participation"}))
    assert known(page, qtbot) == "3 more could be paired"
    before = page.best_plan.suggestion
    decide(context, cast, mentors=2)
    assert known(page, qtbot) == "6 more could be paired"
    after = page.best_plan.suggestion
    assert before is not None
    assert after is not None
    assert after.situation.scores.totals is before.situation.scores.totals
    assert after.is_proven
    context.undo()
    assert known(page, qtbot) == "3 more could be paired"


def test_a_lower_number_marks_the_agreed_pairs_beyond_it_and_parts_nobody(
    page: PairingPage, cast: Cast, context: Context, qtbot: QtBot
) -> None:
    decide(context, cast, mentors=2)
    sana = cast.ids["Sána Khan"]
    for leader in ("Helen Ward", "David Price"):
        agree = partial(
            agree_at_once,
            programme_id=cast.programme_id,
            mentor_person=sana,
            mentee_person=cast.ids[leader],
        )
        context.run("Pair", agree)
    before = [pair.id for pair in agreed_pairs(context.data, cast.programme_id)]
    assert marked(page) == []
    assert "✓ No rule broken" in texts(page.summary)
    decide(context, cast)
    assert [pair.id for pair in agreed_pairs(context.data, cast.programme_id)] == before
    assert marked(page) == [["pair-over-full"], ["pair-over-full"]]
    assert "! 2 pairs break a rule" in texts(page.summary)
    assert known(page, qtbot) == "1 more could be paired"
    context.undo()
    assert marked(page) == []
