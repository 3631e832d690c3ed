"""Choices of the agreement: they come back as typed, and the clauses beside follow each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    LIMITS,
    REVIEWS,
    AgreementChoices,
    Doors,
    Feedback,
    Goals,
    Notes,
    Place,
    Told,
    Who,
)
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.steps.agreement import AgreementStep
from revmentor_desktop.ui.setup.text_row import TextRow
from revmentor_desktop.ui.widgets.choosing import KeyedCombo, Switch
from tests.ui.setup.shown_steps import assert_comes_back, shown_step

FULL = Draft(
    details=ProgrammeDetails(name="Voices", session_count=3),
    plan=Plan(
        taking_part=TakingPart(mentor_name=RoleName(one="Guide", several="Guides")),
        agreement=AgreementChoices(
            limits=("law", "safeguarding"),
            own_limits=("fraud ",),
            told=Told.THAT_THEY_MET_AND_TOPICS,
            told_to=" the sponsor",
            place=Place.OWN,
            own_place="In the library ",
            shortest_minutes=45,
            longest_minutes=75,
            books=Who.EITHER,
            leads=Who.MENTEE,
            notice_hours=36,
            rebook_days=7,
            answer_hours=24,
            has_no_fault_exit=False,
            apart_months=0,
            notes=Notes.SHARED,
            notes_destroyed=False,
            notes_months=9,
            feedback=Feedback.WRITTEN,
            reviews=("halfway",),
            goals=Goals.LINES,
            concern_contact="Guardian ",
            own_clauses=("One.", "Two."),
            clauses=("roles", "meet", "drive", "review"),
            doors=Doors.CLOSED,
            organiser_signs=True,
        ),
    ),
)
EVERY = Draft(
    details=ProgrammeDetails(name="Voices", purpose="We listen."),
    plan=Plan(
        agreement=AgreementChoices(clauses=CLAUSES, told_to="HR", concern_contact="Guardian")
    ),
)


@pytest.fixture
def step(context: Context, qtbot: QtBot) -> AgreementStep:
    return shown_step(AgreementStep(context), qtbot)


def chosen(combo: KeyedCombo, key: str) -> None:
    combo.put(key)
    combo.chosen.emit(key)


def switches(step: AgreementStep) -> dict[str, Switch]:
    return {key: one for group in step.groups.values() for key, one in group.switches.items()}


def test_a_draft_comes_back_as_it_was(step: AgreementStep) -> None:
    assert_comes_back(step, FULL, Draft(), FULL, EVERY)


def test_the_clauses_are_those_of_the_draft_under_its_names(step: AgreementStep) -> None:
    step.show_draft(FULL)
    clauses = step.preview.clauses
    assert clauses[1].startswith("We meet three times")
    assert "Either of us books; Leader leads the conversation." in clauses[2]
    assert clauses[-2:] == ("One.", "Two.")
    books = step.meetings.books
    assert "Guide" in [books.itemText(at) for at in range(books.count())]


def test_every_clause_has_one_switch(step: AgreementStep) -> None:
    found = [key for group in step.groups.values() for key in group.switches]
    assert sorted(found) == sorted(CLAUSES)


@pytest.mark.parametrize("key", CLAUSES)
def test_a_clause_is_switched_on_and_off(step: AgreementStep, key: str) -> None:
    step.show_draft(EVERY)
    before = step.preview.clauses
    switches(step)[key].box.click()
    after = step.preview.clauses
    assert len(after) == len(before) - 1
    assert set(after) < set(before)
    switches(step)[key].box.click()
    assert step.preview.clauses == before


def act_on(step: AgreementStep) -> dict[str, list[Callable[[], object]]]:
    """Return what changes a clause, by words of that clause."""
    meetings, trust, fairness = step.meetings, step.trust, step.fairness
    return {
        "A meeting takes": [
            lambda: meetings.shortest.setValue(20),
            lambda: meetings.longest.setValue(100),
        ],
        "Where": [
            lambda: chosen(meetings.place, Place.ON_SCREEN),
            lambda: chosen(meetings.place, Place.EITHER),
            lambda: chosen(meetings.place, Place.OPEN),
            lambda: chosen(meetings.place, Place.IN_PERSON),
        ],
        "Who books": [
            lambda: chosen(meetings.books, Who.MENTOR),
            lambda: chosen(meetings.leads, Who.EITHER),
        ],
        "Meetings are kept": [
            lambda: chosen(meetings.notice, "24"),
            lambda: chosen(meetings.rebook, "2"),
            lambda: chosen(meetings.rebook, "7"),
        ],
        "Between meetings": [lambda: chosen(meetings.answer, "72")],
        "What we say": [
            lambda: chosen(trust.told, Told.THAT_THEY_MET_AND_TOPICS),
            lambda: QTest.keyClicks(trust.told_to, " too"),
        ],
        "cannot stay": [*(trust.limits[key].box.click for key in LIMITS)],
        "Notes": [
            lambda: chosen(trust.kept_until, "6"),
            lambda: chosen(trust.kept_until, "never"),
            lambda: chosen(trust.notes, Notes.SHARED),
            lambda: chosen(trust.notes, Notes.NOBODY),
        ],
        "This is not": [lambda: fairness.apart.setValue(6)],
        "Opening doors": [lambda: chosen(fairness.doors, Doors.CLOSED)],
        "each of us says one thing": [lambda: chosen(fairness.feedback, Feedback.WRITTEN)],
        "each of us writes": [lambda: chosen(fairness.feedback, Feedback.REVIEWS)],
        "end this": [fairness.exit.box.click],
        "A question, or a worry": [lambda: QTest.keyClicks(fairness.contact, " 204")],
        "We look back": [
            step.ending.reviews["meeting"].box.click,
            step.ending.reviews["halfway"].box.click,
        ],
    }


def test_every_choice_changes_its_clause_and_no_other(step: AgreementStep) -> None:
    step.show_draft(EVERY)
    for words, acts in act_on(step).items():
        for act in acts:
            before = step.preview.clauses
            (place,) = [at for at, clause in enumerate(before) if words in clause]
            act()
            after = step.preview.clauses
            changed = [old != new for old, new in zip(before, after, strict=True)]
            assert [at for at, is_other in enumerate(changed) if is_other] == [place], words


def test_without_a_time_to_look_back_there_is_no_clause_on_it(step: AgreementStep) -> None:
    step.show_draft(EVERY)
    for key in REVIEWS:
        step.ending.reviews[key].box.click()
    assert not any(clause.startswith("We look back") for clause in step.preview.clauses)


def test_a_place_in_own_words_stands_as_typed(step: AgreementStep) -> None:
    step.show_draft(EVERY)
    step.show_group(list(step.groups.values()).index(step.meetings))
    assert not step.meetings.own_place.isVisible()
    chosen(step.meetings.place, Place.OWN)
    assert step.meetings.own_place.isVisible()
    assert "Where and how we meet: …" in step.preview.clauses
    step.meetings.own_place.setFocus()
    QTest.keyClicks(step.meetings.own_place, "In the library.")
    assert "Where we meet: In the library." in step.preview.clauses


def test_what_can_be_chosen_of_a_clause_stands_only_while_it_does(step: AgreementStep) -> None:
    step.show_draft(EVERY)
    step.show_group(list(step.groups.values()).index(step.meetings))
    assert step.meetings.books.isVisible()
    step.meetings.switches["drive"].box.click()
    assert not step.meetings.books.isVisible()
    step.meetings.switches["drive"].box.click()
    assert step.meetings.books.isVisible()


def test_one_group_is_shown_at_a_time(step: AgreementStep) -> None:
    for at, group in enumerate(step.groups.values()):
        step.tabs.setCurrentIndex(at)
        assert [one for one in step.groups.values() if one.isVisible()] == [group]
        step.take_focus()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert group.isAncestorOf(focused)


def test_a_text_that_is_too_long_is_gone_to_in_its_group(step: AgreementStep) -> None:
    agreement = AgreementChoices(own_clauses=("long " * 1500,))
    step.show_draft(replace(EVERY, plan=Plan(agreement=agreement)))
    step.go_to("agreement.own_clauses")
    assert step.own.isVisible()


def test_opening_doors_and_the_organiser_are_chosen(step: AgreementStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    assert any(one.startswith("Opening doors") for one in step.preview.clauses)
    with qtbot.waitSignal(step.edited):
        chosen(step.fairness.doors, Doors.UNSAID)
    assert not any(one.startswith("Opening doors") for one in step.preview.clauses)
    with qtbot.waitSignal(step.edited):
        step.own.organiser.box.click()
    assert step.with_edits(Draft()).plan.agreement.organiser_signs
    with qtbot.waitSignal(step.edited):
        chosen(step.beginning.goals, Goals.LINES)
    assert step.with_edits(Draft()).plan.agreement.goals is Goals.LINES


def test_own_clauses_and_limits_are_added_word_for_word(step: AgreementStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    step.own.rows.add_button.click()
    (row,) = step.own.rows.editors
    assert isinstance(row, TextRow)
    with qtbot.waitSignal(step.edited):
        QTest.keyClicks(row.text, "No <b>phones</b>.")
    assert step.preview.clauses[-1] == "No <b>phones</b>."
    step.trust.own_limits.add_button.click()
    (limit,) = step.trust.own_limits.editors
    assert isinstance(limit, TextRow)
    QTest.keyClicks(limit.text, "fraud")
    assert any(clause.startswith("Four things") for clause in step.preview.clauses)
    assert step.with_edits(Draft()).plan.agreement.own_limits == ("fraud",)


def test_all_parts_are_in_sight_in_a_small_window(step: AgreementStep) -> None:
    step.resize(720, 600)
    QApplication.processEvents()
    last = step.tabs.tabRect(step.tabs.count() - 1)
    assert step.tabs.rect().contains(last)
    hint = sum(step.tabs.tabRect(at).width() for at in range(step.tabs.count()))
    assert hint <= step.tabs.width()


def test_in_a_narrow_window_no_choice_is_cut(step: AgreementStep) -> None:
    step.show_draft(FULL)
    step.resize(534, 400)
    for at, group in enumerate(step.groups.values()):
        step.show_group(at)
        QApplication.processEvents()
        assert step.width() == 534
        (area,) = (one for one in step.findChildren(QScrollArea) if one.isAncestorOf(group))
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()
