"""Who takes part: what is typed comes back as typed, own fields keep their keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.steps.people import PeopleStep
from tests.ui.setup.hands import focused
from tests.ui.setup.shown_steps import assert_comes_back, shown_step

FULL = Draft(
    plan=Plan(
        taking_part=TakingPart(
            mentor_name=RoleName(one="Guide", several="Guides "),
            mentee_name=RoleName(one="", several=""),
            mentor_places=14,
            mentee_may_apply="Directors  and",
            asked=("department", "slots"),
            offers=("AI", "Plain English"),
            wants=("AI",),
            own_fields=(
                OwnField(key="own-2", label="Languages", options=("Welsh",)),
                OwnField(
                    key="own-5",
                    label="Belief ",
                    kind=FieldKind.ONE_OF,
                    options=("a", "b"),
                    asked_of=AskedOf.MENTEE,
                    is_shown_to_partner=True,
                    is_special=True,
                    special_purpose=" ",
                    is_on=False,
                ),
            ),
            own_fields_made=9,
        )
    )
)


@pytest.fixture
def step(context: Context, qtbot: QtBot) -> PeopleStep:
    return shown_step(PeopleStep(context), qtbot)


def test_a_draft_comes_back_as_it_was(step: PeopleStep) -> None:
    assert_comes_back(step, FULL, Draft(), FULL)


def test_typing_is_told_and_kept(step: PeopleStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    step.mentor.one.clear()
    with qtbot.waitSignal(step.edited):
        QTest.keyClicks(step.mentor.one, "Guide")
    with qtbot.waitSignal(step.edited):
        step.leader.places.setValue(12)
    with qtbot.waitSignal(step.edited):
        step.asked.boxes["grade"].click()
    part = step.with_edits(Draft()).plan.taking_part
    assert part.mentor_name.one == "Guide"
    assert part.mentee_places == 12
    assert "grade" not in part.asked
    assert "department" in part.asked


def test_a_sensitive_question_is_off_until_its_purpose_is_written(
    step: PeopleStep, qtbot: QtBot
) -> None:
    step.show_draft(Draft())
    card = step.own_fields.add(OwnField(key="", label="Ethnic background", is_special=True))
    assert card.purpose.hasFocus() or not step.isActiveWindow()
    assert card.chip.text() == "Off until its purpose is written"
    assert card.consent.isVisible()
    (field,) = step.with_edits(Draft()).plan.taking_part.own_fields
    assert not field.is_asked
    with qtbot.waitSignal(step.edited):
        QTest.keyClicks(card.purpose, "Pairing of different experience")
    assert card.chip.isHidden()
    (field,) = step.with_edits(Draft()).plan.taking_part.own_fields
    assert field.is_asked


def test_suggestions_are_taken_from_the_menu(step: PeopleStep) -> None:
    step.show_draft(Draft())
    action = next(
        one for one in step.own_fields.suggestions.menu().actions() if "Gender" in one.text()
    )
    assert "sensitive" in action.text()
    action.trigger()
    (field,) = step.own_fields.values()
    assert (field.label, field.key, field.is_special) == ("Gender", "own-1", True)


def test_own_fields_move_and_go_and_a_key_never_comes_back(step: PeopleStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    editor = step.own_fields
    for label in ("First", "Second", "Third"):
        editor.add(OwnField(key="", label=label))
    editor.cards[2].up.click()
    assert [one.label for one in editor.values()] == ["First", "Third", "Second"]
    assert not editor.cards[0].up.isEnabled()
    assert not editor.cards[2].down.isEnabled()
    with qtbot.waitSignal(step.edited):
        editor.cards[1].remove.click()
    kept = step.with_edits(Draft())
    assert [one.key for one in kept.plan.taking_part.own_fields] == ["own-1", "own-2"]
    # Also after the draft was put away and taken up again.
    step.show_draft(kept)
    editor.add_button.click()
    assert editor.values()[-1].key == "own-4"


def test_answers_to_choose_from_belong_to_lists_only(step: PeopleStep) -> None:
    step.show_draft(Draft())
    card = step.own_fields.add(OwnField(key="", label="Shift"))
    assert not card.options.isVisible()
    card.kind.put(FieldKind.ONE_OF)
    card.kind.chosen.emit(FieldKind.ONE_OF)
    assert card.options.isVisible()
    card.options.set_values(["Days", "Nights"])
    assert card.field.options == ("Days", "Nights")


def test_own_fields_are_asked_of_the_sides_by_their_names(step: PeopleStep, qtbot: QtBot) -> None:
    step.show_draft(FULL)
    card = step.own_fields.cards[0]
    names = [card.asked_of.itemText(at) for at in range(card.asked_of.count())]
    assert names == ["Everybody", "Guides", "Leaders"]
    QTest.keyClicks(step.leader.several, "Sponsors")
    assert card.asked_of.itemText(2) == "Sponsors"
    assert step.own_fields.cards[1].asked_of.key == AskedOf.MENTEE


def test_a_card_opens_and_closes_with_the_keyboard(step: PeopleStep, qtbot: QtBot) -> None:
    step.show_draft(FULL)
    card = step.own_fields.cards[0]
    seen = [card.is_open]
    card.edit.setFocus()
    for _ in range(2):
        QTest.keyClick(card.edit, Qt.Key.Key_Space)
        seen.append(card.is_open)
    assert seen == [False, True, False]


def test_showing_the_same_draft_again_keeps_a_card_open(step: PeopleStep) -> None:
    step.show_draft(FULL)
    step.own_fields.cards[0].open(is_open=True)
    step.show_draft(replace(FULL))
    assert step.own_fields.cards[0].is_open


def test_several_follow_one_until_they_are_typed_themselves(step: PeopleStep) -> None:
    step.show_draft(Draft())
    step.mentor.one.selectAll()
    QTest.keyClicks(step.mentor.one, "Guide")
    assert step.mentor.name == RoleName(one="Guide", several="Guides")
    step.mentor.several.selectAll()
    QTest.keyClicks(step.mentor.several, "Guiding lights")
    QTest.keyClicks(step.mentor.one, "s")
    assert step.mentor.name == RoleName(one="Guides", several="Guiding lights")


def test_a_new_question_comes_into_view(step: PeopleStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    card = step.own_fields.add(OwnField(key="", label="Languages"))
    qtbot.waitUntil(lambda: not card.label.visibleRegion().isEmpty())


def test_tab_goes_through_the_cards_as_they_stand(step: PeopleStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    first = step.own_fields.add(OwnField(key="", label="First"))
    second = step.own_fields.add(OwnField(key="", label="Second"))
    second.up.click()
    second, first = step.own_fields.cards
    step.activateWindow()
    qtbot.waitUntil(step.isActiveWindow)
    second.edit.setFocus()
    stops: list[QWidget] = []
    while not stops or stops[-1] is not step.own_fields.add_button:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        stops.append(focused())
        assert len(stops) < 40, stops
    assert stops.index(second.remove) < stops.index(first.edit) < stops.index(first.remove)


def test_a_question_without_words_is_asked_of_nobody(step: PeopleStep) -> None:
    step.show_draft(Draft())
    step.own_fields.add_button.click()
    (card,) = step.own_fields.cards
    assert card.chip.text() == "Off until it has words"
    assert not card.field.is_asked
    QTest.keyClicks(card.label, "Which languages do you speak?")
    assert card.chip.isHidden()
    assert card.field.is_asked


def test_a_question_is_moved_with_the_keyboard_while_it_is_edited(
    step: PeopleStep, qtbot: QtBot
) -> None:
    step.show_draft(Draft())
    step.activateWindow()
    qtbot.waitUntil(step.isActiveWindow)
    for label in ("First", "Second", "Third"):
        step.own_fields.add(OwnField(key="", label=label))

    def labels() -> list[str]:
        return [field.label for field in step.with_edits(Draft()).plan.taking_part.own_fields]

    for expected in (["First", "Third", "Second"], ["Third", "First", "Second"]):
        QTest.keyClick(focused(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert labels() == expected
    QTest.keyClick(focused(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(focused(), "!")
    assert labels() == ["Third!", "First", "Second"]


def test_how_taking_part_is_recognised_is_taken_over_or_written(step: PeopleStep) -> None:
    step.show_draft(Draft())
    certificate = "A certificate at the close"
    step.usual_thanks.buttons[certificate].click()
    assert step.usual_thanks.buttons[certificate].isHidden()
    step.thanks.add_value("Lunch with the board")
    made = step.with_edits(Draft())
    assert made.plan.taking_part.thanks == (certificate, "Lunch with the board")
    assert_comes_back(step, made, Draft(), made)
