"""The dialog asks what is printed, for whom and how, and says what comes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.paper_run import Filing, offered
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog, Whom, Wish

AGREEMENT, COVER = PaperKind.AGREEMENT, PaperKind.COVER_SHEET


def opened(
    context: Context, programme: int, qtbot: QtBot, ticked: list[int], wish: Wish = Wish.PRINT
) -> RunDialog:
    everything = offered(context.data, programme)
    dialog = RunDialog(everything, ticked, context.preferences, wish)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(context: Context, programme: int, qtbot: QtBot) -> RunDialog:
    """The dialog while two of three pairs are ticked."""
    return opened(context, programme, qtbot, [1, 3])


def test_at_first_the_packs_and_two_agreements_of_the_ticked_pairs(dialog: RunDialog) -> None:
    run = dialog.run
    assert [one.pair.id for one in run.papers] == [1, 1, 1, 3, 3, 3]
    assert run.copies_of(AGREEMENT) == 2
    assert (run.filing, run.is_duplex) == (Filing.ONE_FILE, False)
    assert dialog.summary.text() == "8 papers for 2 pairs, as one file."


def test_what_is_chosen_is_said_at_once(dialog: RunDialog) -> None:
    dialog.kinds[COVER].click()
    dialog.copies[AGREEMENT].setValue(3)
    dialog.whom.cards[Whom.ALL].click()
    dialog.filing.cards[Filing.EACH_PERSON].click()
    dialog.duplex.box.click()
    assert dialog.summary.text() == "18 papers for 3 pairs, as 6 files."
    assert dialog.run.is_duplex
    assert dialog.run.papers[0].kind is COVER
    dialog.choice.colourless.click()
    dialog.choice.large.click()
    assert not dialog.run.form.in_colour
    assert dialog.run.form.is_large


def test_a_number_of_copies_belongs_to_what_is_ticked(dialog: RunDialog) -> None:
    assert not dialog.copies[COVER].isEnabled()
    dialog.kinds[COVER].click()
    assert dialog.copies[COVER].isEnabled()
    assert dialog.copies[COVER].accessibleName() == "Copies: Cover sheet"


def test_what_is_missing_is_what_was_not_made(
    context: Context, programme: int, qtbot: QtBot
) -> None:
    papers = offered(context.data, programme).papers
    record_pair_papers(context.data, programme, [one for one in papers if one.pair.id < 3])
    dialog = opened(context, programme, qtbot, [1, 2, 3])
    assert dialog.whom.choice == Whom.ALL
    dialog.whom.cards[Whom.MISSING].click()
    assert {one.pair.id for one in dialog.papers} == {3}
    assert dialog.summary.text() == "4 papers for one pair, as one file."
    record_pair_papers(context.data, programme, [one for one in papers if one.pair.id == 3])
    dialog = opened(context, programme, qtbot, [])
    dialog.whom.cards[Whom.MISSING].click()
    assert dialog.summary.text() == "Nothing of this is missing."
    assert not any(one.isEnabled() for one in dialog.verbs.values())
    assert Whom.TICKED not in dialog.whom.cards


def test_nothing_is_printed_while_nothing_is_ticked(dialog: RunDialog) -> None:
    for box in dialog.kinds.values():
        box.setChecked(False)
    assert dialog.summary.text() == "Tick what is to be printed."
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize("wish", list(Wish))
def test_enter_does_what_was_asked_for_and_the_other_is_a_click_away(
    context: Context, programme: int, qtbot: QtBot, wish: Wish
) -> None:
    dialog = opened(context, programme, qtbot, [1], wish)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.wish) == (dialog.DialogCode.Accepted, wish)
    other = next(one for one in Wish if one is not wish)
    dialog = opened(context, programme, qtbot, [1], wish)
    dialog.verbs[other].click()
    assert (dialog.result(), dialog.wish) == (dialog.DialogCode.Accepted, other)
    dialog = opened(context, programme, qtbot, [1], wish)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == dialog.DialogCode.Rejected
