"""Who of a proposal was asked: ticked in the menu and the side card, for one or for several."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QMenu

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.reading import agreed_pairs, pair
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from revmentor_desktop.ui.pairing.pairs.asked import AskedTicks
from revmentor_desktop.ui.pairing.pairs.asked_dialog import AskedDialog
from revmentor_desktop.ui.pairing.pairs.asked_words import progress_word
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import dump
from tests.ui.pairing.stage import Cast, opened

DAY = date(2027, 1, 12)


@pytest.fixture
def two(page: PairingPage, cast: Cast) -> tuple[int, int]:
    """Two proposals on the board, the first chosen."""
    made = cast.pair("Jonas Tamm", "Helen Ward"), cast.pair("Sána Khan", "David Price")
    page.reload()
    page.pairs.choose(made[0])
    return made


def stored(cast: Cast, pair_id: int) -> Pair:
    return pair(cast.data, cast.programme_id, pair_id)


def asked_menu(page: PairingPage) -> QMenu:
    card = page.pairs.current_card()
    assert card is not None
    menus = page.commands.menu(card).findChildren(QMenu)
    (found,) = [one for one in menus if one.title() == "Who was asked"]
    return found


def ticks(page: PairingPage) -> AskedTicks:
    # What was shown before waits to be deleted.
    return page.side.findChildren(AskedTicks)[-1]


def test_a_side_is_ticked_in_the_menu_for_today_and_unticked_again(
    page: PairingPage, cast: Cast, two: tuple[int, int]
) -> None:
    before = dump(cast.data)
    mentor, leader, *_ = asked_menu(page).actions()
    assert (mentor.text(), leader.text()) == ("Mentor was asked", "Leader was asked")
    assert not mentor.isChecked()
    leader.trigger()
    assert (stored(cast, two[0]).mentor_asked_on, stored(cast, two[0]).mentee_asked_on) == (
        None,
        today(),
    )
    assert cast.data.undo_words == "Note who of Jonas Tamm and Helen Ward was asked"
    leader = asked_menu(page).actions()[1]
    assert leader.isChecked()
    assert leader.text().startswith("Leader was asked · ")
    leader.trigger()
    assert stored(cast, two[0]).mentee_asked_on is None
    page.context.undo()
    page.context.undo()
    assert dump(cast.data) == before


def test_the_card_and_its_speech_say_how_far_asking_has_come(
    page: PairingPage, cast: Cast, two: tuple[int, int]
) -> None:
    said = []
    for role in (Role.MENTOR, Role.MENTEE):
        ticks(page).boxes[role].click()
        card = page.pairs.current_card()
        assert isinstance(card, PairCard)
        assert card.spoken.endswith(progress_word(card.pair))
        said.append(progress_word(card.pair))
    assert said == ["mentor asked", "both asked"]
    assert all(one.isChecked() for one in ticks(page).boxes.values())


def test_another_day_is_noted_for_both_sides_in_one_step(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice]
) -> None:
    asked_menu(page).actions()[-1].trigger()
    dialog = opened(page, AskedDialog)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Mentor asked on", "Leader asked on", "Leave it empty if nobody was asked."} <= texts
    dialog.days[Role.MENTOR].entry.setText("sometime")
    dialog.save.click()
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.days[Role.MENTOR].entry
    for field in dialog.days.values():
        field.set_value(DAY)
    dialog.save.click()
    found = stored(cast, two[0])
    assert (found.mentor_asked_on, found.mentee_asked_on) == (DAY, DAY)
    assert [one.text for one in said] == ["It is noted who of Jonas Tamm and Helen Ward was asked."]
    page.context.undo()
    assert stored(cast, two[0]).asked_on(Role.MENTOR) is None
    assert stored(cast, two[0]).asked_on(Role.MENTEE) is None


def test_several_are_asked_at_once_and_days_noted_before_stay(
    page: PairingPage, cast: Cast, two: tuple[int, int], said: list[Notice]
) -> None:
    ticks(page).boxes[Role.MENTOR].click()
    page.pairs.selectAll()
    acts = {words: act for words, _, act in page.commands.several.acts(page.choosing.several())}
    acts["Note 2 as asked…"]()
    dialog = opened(page, AskedDialog)
    assert dialog.days[Role.MENTOR].value() is None
    assert "Mentors asked on" in [label.text() for label in dialog.findChildren(QLabel)]
    dialog.days[Role.MENTEE].set_value(DAY)
    dialog.save.click()
    found = [stored(cast, one) for one in two]
    assert [one.mentee_asked_on for one in found] == [DAY, DAY]
    assert [one.mentor_asked_on for one in found] == [today(), None]
    assert cast.data.undo_words == "Note who of 2 pairs was asked"
    assert said[-1].text == "It is noted who of 2 pairs was asked."


def test_agreeing_starts_from_what_was_noted(
    page: PairingPage, cast: Cast, two: tuple[int, int]
) -> None:
    ticks(page).boxes[Role.MENTOR].click()
    page.commands.pairs.agree([stored(cast, two[0])])
    dialog = opened(page, AgreeDialog)
    assert dialog.asked[Role.MENTOR].value() == today()
    assert dialog.asked[Role.MENTEE].value() is None
    dialog.reject()
    page.agree_button.click()
    dialog = opened(page, AgreeDialog)
    assert dialog.asked[Role.MENTOR].value() is None
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "1 of 2 was asked. Leave it empty to keep the day noted." in said
    dialog.agree.click()
    found = agreed_pairs(cast.data, cast.programme_id)
    assert [one.mentor_asked_on for one in found] == [today(), None]
