"""Choices of the agreement: they come back as typed, and the clauses beside follow each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    LIMITS,
    AgreementChoices,
    Doors,
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
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
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
            books=Who.EITHER,
            leads=Who.MENTEE,
            notice_hours=36,
            answer_hours=24,
            has_no_fault_exit=False,
            apart_months=0,
            notes_destroyed=False,
            concern_contact="Guardian ",
            own_clauses=("One.", "Two."),
            clauses=("roles", "meet", "review"),
            doors=Doors.CLOSED,
            organiser_signs=True,
        ),
    ),
)


@pytest.fixture
def step(context: Context, qtbot: QtBot) -> AgreementStep:
    return shown_step(AgreementStep(context), qtbot)


def test_a_draft_comes_back_as_it_was(step: AgreementStep) -> None:
    assert_comes_back(step, FULL, Draft(), FULL)


def test_the_clauses_are_those_of_the_draft_under_its_names(step: AgreementStep) -> None:
    step.show_draft(FULL)
    clauses = step.preview.clauses
    assert clauses[1].startswith("We meet three times")
    assert clauses[1].endswith("Either of us books; Leader leads the conversation.")
    assert clauses[-2:] == ("One.", "Two.")
    assert "Guide" in [step.books.itemText(at) for at in range(step.books.count())]


@pytest.mark.parametrize("limit", LIMITS)
def test_a_limit_that_is_switched_changes_its_clause(
    step: AgreementStep, qtbot: QtBot, limit: str
) -> None:
    step.show_draft(Draft())
    before = step.preview.clauses
    with qtbot.waitSignal(step.edited):
        step.limits[limit].box.click()
    after = step.preview.clauses
    assert [old == new for old, new in zip(before, after, strict=True)].count(False) == 1
    assert before[3] != after[3]


def test_every_other_choice_changes_a_clause(step: AgreementStep) -> None:
    step.show_draft(Draft())

    def chosen(combo: KeyedCombo, key: str) -> None:
        combo.put(key)
        combo.chosen.emit(key)

    acts: dict[int, list[Callable[[], object]]] = {
        0: [
            lambda: chosen(step.books, Who.MENTOR),
            lambda: chosen(step.leads, Who.EITHER),
        ],
        1: [lambda: chosen(step.notice, "24"), lambda: chosen(step.answer, "72")],
        2: [
            lambda: chosen(step.told, Told.THAT_THEY_MET_AND_TOPICS),
            lambda: QTest.keyClicks(step.told_to, "the sponsor"),
            step.notes.box.click,
        ],
        4: [lambda: step.apart.setValue(6)],
        6: [step.exit.box.click],
    }
    for place, ones in acts.items():
        for act in ones:
            before = step.preview.clauses
            act()
            assert step.preview.clauses[place] != before[place]


@pytest.mark.parametrize("key", CLAUSES)
def test_a_clause_is_switched_on_and_off(step: AgreementStep, key: str) -> None:
    step.show_draft(Draft())
    before = step.preview.clauses
    step.clauses.switches[key].box.click()
    after = step.preview.clauses
    assert abs(len(after) - len(before)) == 1
    step.clauses.switches[key].box.click()
    assert step.preview.clauses == before


def test_opening_doors_and_the_organiser_are_chosen(step: AgreementStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    step.clauses.doors.put(Doors.OPEN)
    with qtbot.waitSignal(step.edited):
        step.clauses.doors.chosen.emit(Doors.OPEN)
    assert step.preview.clauses[5].startswith("Opening doors is welcome")
    with qtbot.waitSignal(step.edited):
        step.clauses.organiser.box.click()
    assert step.with_edits(Draft()).plan.agreement.organiser_signs


def test_own_clauses_and_limits_are_added_word_for_word(step: AgreementStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    step.own_clauses.add_button.click()
    (row,) = step.own_clauses.editors
    assert isinstance(row, TextRow)
    with qtbot.waitSignal(step.edited):
        QTest.keyClicks(row.text, "No <b>phones</b>.")
    assert step.preview.clauses[-1] == "No <b>phones</b>."
    step.own_limits.add_button.click()
    (limit,) = step.own_limits.editors
    assert isinstance(limit, TextRow)
    QTest.keyClicks(limit.text, "fraud")
    assert step.preview.clauses[3].startswith("Four things")
    assert step.with_edits(Draft()).plan.agreement.own_limits == ("fraud",)
