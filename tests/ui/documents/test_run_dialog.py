"""The dialog asks what is printed, for whom and how, and says what comes of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pair_papers import LABELS, SIGN_OFF, PaperKind
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.paper_run import Filing, offered
from revmentor_desktop.services.documents.run_choice import Occasion, Whom
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog, Wish

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
    assert (run.copies_of(AGREEMENT), run.has_file_copy, run.for_all) == (2, True, ())
    assert (run.filing, run.is_duplex) == (Filing.ONE_FILE, False)
    assert dialog.summary.text() == "10 papers for 2 pairs, as one file."


def test_what_is_chosen_is_said_at_once(dialog: RunDialog) -> None:
    dialog.what.boxes[COVER].click()
    dialog.what.copies[AGREEMENT].setValue(3)
    dialog.whom.cards[Whom.ALL].click()
    dialog.filing.cards[Filing.EACH_PERSON].click()
    dialog.duplex.box.click()
    assert dialog.summary.text() == "21 papers for 3 pairs, as 7 files."
    assert dialog.run.is_duplex
    assert dialog.run.papers[0].kind is COVER
    dialog.choice.colourless.click()
    dialog.choice.large.click()
    assert not dialog.run.form.in_colour
    assert dialog.run.form.is_large


def test_a_number_of_copies_belongs_to_what_is_ticked(dialog: RunDialog) -> None:
    assert not dialog.what.copies[COVER].isEnabled()
    dialog.what.boxes[COVER].click()
    assert dialog.what.copies[COVER].isEnabled()
    assert dialog.what.copies[COVER].accessibleName() == "Copies: Cover sheet"


def test_what_is_missing_is_what_was_not_made(
    context: Context, programme: int, qtbot: QtBot
) -> None:
    papers = offered(context.data, programme).papers
    record_pair_papers(context.data, programme, [one for one in papers if one.pair.id < 3])
    dialog = opened(context, programme, qtbot, [1, 2, 3])
    assert dialog.whom.choice == Whom.ALL
    dialog.whom.cards[Whom.MISSING].click()
    assert {one.pair.id for one in dialog.run.papers} == {3}
    assert dialog.summary.text() == "5 papers for one pair, as one file."
    record_pair_papers(context.data, programme, [one for one in papers if one.pair.id == 3])
    dialog = opened(context, programme, qtbot, [])
    dialog.whom.cards[Whom.MISSING].click()
    assert dialog.summary.text() == "Nothing of this is missing."
    assert not any(one.isEnabled() for one in dialog.verbs.values())
    assert Whom.TICKED not in dialog.whom.cards


def test_one_agreement_more_is_for_the_file_unless_it_is_not_wanted(dialog: RunDialog) -> None:
    assert dialog.what.file_copy.isVisible()
    dialog.what.file_copy.click()
    assert not dialog.run.has_file_copy
    assert dialog.summary.text() == "8 papers for 2 pairs, as one file."
    dialog.what.boxes[AGREEMENT].click()
    assert not dialog.what.file_copy.isEnabled()


def test_an_occasion_chooses_what_belongs_to_it(dialog: RunDialog) -> None:
    assert dialog.occasions.answer == ""
    dialog.occasions.buttons[Occasion.BRIEFING].click()
    assert list(dialog.what.chosen) == ["mentor-pack", "leader-pack", "agreement", "sign-off"]
    assert dialog.summary.text() == "11 papers for 2 pairs, as one file."
    dialog.occasions.buttons[Occasion.POST].click()
    assert list(dialog.what.chosen) == [COVER, "mentor-pack", "leader-pack", AGREEMENT, LABELS]
    assert dialog.summary.text() == "12 papers and 4 labels for 2 pairs, as 2 files."
    dialog.what.boxes[COVER].click()
    assert dialog.occasions.answer == ""
    dialog.what.boxes[COVER].click()
    dialog.duplex.box.click()
    assert dialog.occasions.answer == Occasion.POST
    dialog.occasions.buttons[Occasion.MISSING].click()
    assert dialog.whom.choice == Whom.MISSING
    assert dialog.summary.text() == "15 papers for 3 pairs, as one file."
    assert dialog.run.is_duplex
    dialog.occasions.buttons[Occasion.BRIEFING].click()
    assert dialog.whom.choice == Whom.TICKED
    dialog.occasions.buttons[Occasion.BRIEFING].click()
    assert dialog.occasions.answer == Occasion.BRIEFING


def test_labels_begin_where_the_officer_says(dialog: RunDialog) -> None:
    assert not dialog.what.first.isVisible()
    dialog.what.boxes[LABELS].click()
    assert dialog.what.first.isVisible()
    assert dialog.what.first.maximum() == 21
    dialog.what.first.setValue(20)
    dialog.what.copies[LABELS].setValue(2)
    labels = dialog.run.labels
    assert labels is not None
    assert (labels.first, labels.copies) == (20, 2)
    assert dialog.summary.text() == "10 papers and 8 labels for 2 pairs, as 2 files."
    dialog.choice.sheet.put("letter")
    dialog.choice.sheet.chosen.emit("letter")
    assert dialog.what.first.maximum() == 30


def test_a_list_and_labels_are_for_the_people_that_are_meant(dialog: RunDialog) -> None:
    for kind, box in dialog.what.boxes.items():
        box.setChecked(kind in {SIGN_OFF, LABELS})
    assert dialog.summary.text() == "One paper and 4 labels, as 2 files."
    assert _invited(dialog) == ["Idris Bello", "Mei Brown", "David Price", "Ann Ŵyn"]
    dialog.whom.cards[Whom.ALL].click()
    assert len(_invited(dialog)) == 6


def test_a_list_of_what_is_missing_is_for_those_who_get_a_paper(
    context: Context, programme: int, qtbot: QtBot
) -> None:
    papers = offered(context.data, programme).papers
    made = [one for one in papers if one.pair.id != 2 and one.kind is AGREEMENT]
    record_pair_papers(context.data, programme, made)
    dialog = opened(context, programme, qtbot, [1, 2, 3])
    dialog.whom.cards[Whom.MISSING].click()
    for kind, box in dialog.what.boxes.items():
        box.setChecked(kind in {AGREEMENT, SIGN_OFF})
    assert _invited(dialog) == ["Zofia Adamska", "Karl Meyer"]
    dialog.what.boxes[AGREEMENT].click()
    assert len(_invited(dialog)) == 6


def _invited(dialog: RunDialog) -> list[str]:
    listed = dialog.run.sign_off
    return [one.name for one in listed.values.people] if listed else []


def test_it_begins_with_what_was_chosen_the_last_time(
    context: Context, programme: int, qtbot: QtBot
) -> None:
    dialog = opened(context, programme, qtbot, [1])
    dialog.what.boxes[COVER].click()
    dialog.what.copies[COVER].setValue(4)
    dialog.what.file_copy.click()
    dialog.filing.cards[Filing.EACH_PAPER].click()
    dialog.duplex.box.click()
    dialog.reject()
    assert opened(context, programme, qtbot, [1]).chosen != dialog.chosen
    dialog.verbs[Wish.SAVE].click()
    again = opened(context, programme, qtbot, [1])
    assert again.chosen == dialog.chosen
    assert again.what.copies[COVER].value() == 4
    assert again.what.copies[COVER].isEnabled()
    assert (again.filing.choice, again.duplex.is_on) == (Filing.EACH_PAPER, True)
    assert not again.what.file_copy.isChecked()


def test_it_fits_a_small_screen(dialog: RunDialog) -> None:
    assert dialog.minimumSizeHint().height() <= 533
    assert dialog.minimumSizeHint().width() <= 853


def test_nothing_is_printed_while_nothing_is_ticked(dialog: RunDialog) -> None:
    for box in dialog.what.boxes.values():
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
