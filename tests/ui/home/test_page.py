from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.programmes.reading import Standing
from revmentor_desktop.services.setup import standing as setup_standing
from revmentor_desktop.services.setup.writing import (
    drop_draft,
    keep_draft,
    keep_settings_edits,
    save_section,
)
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.home.page import HomePage
from revmentor_desktop.ui.home.standing import Stage, place_of
from revmentor_desktop.ui.widgets.text import PlainLabel
from tests.builders import (
    move_milestone,
    stored_leader,
    stored_mentor,
    stored_pair,
    stored_programme,
    stored_proposal,
)


def standing(mentors: int, leaders: int, pairs: int = 0) -> Standing:
    return Standing(mentors, leaders, pairs, paired_leaders=pairs, paired_mentors=pairs)


@pytest.mark.parametrize(
    ("numbers", "stage"),
    [
        (standing(0, 0), Stage.PEOPLE),
        (standing(5, 0), Stage.PEOPLE),
        (standing(0, 5), Stage.PEOPLE),
        (standing(5, 5), Stage.PAIRS),
        (standing(5, 5, 4), Stage.PAIRS),
        (standing(5, 5, 5), Stage.AGREEMENTS),
        (standing(3, 5, 3), Stage.AGREEMENTS),
    ],
)
def test_the_stage_follows_from_the_numbers(numbers: Standing, stage: Stage) -> None:
    assert place_of(numbers).stage is stage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[HomePage]:
    made = HomePage(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    yield made
    made.close()


def primary(page: HomePage) -> list[str]:
    """What the visible primary buttons say."""
    return [
        made.text()
        for made in page.findChildren(QPushButton)
        if made.isVisible() and made.property("kind") == "primary"
    ]


def asked(context: Context, button: QPushButton) -> str:
    heard = QSignalSpy(context.requested)
    button.click()
    assert heard.count() == 1
    return str(heard.at(0)[0])


def test_without_a_programme_it_offers_to_start_one(page: HomePage, context: Context) -> None:
    assert page.title == "Welcome"
    assert primary(page) == ["Start a programme"]
    start, look_round = page.welcome.actions_offered
    assert asked(context, start) == "new-programme"
    assert asked(context, look_round) == "load-sample"


def test_each_stage_offers_its_next_step_and_one_primary_action(
    page: HomePage, context: Context
) -> None:
    data = context.data
    programme_id = stored_programme(data, "Voices", purpose="Leaders <b>listen</b>.")
    context.choose_programme(programme_id)
    assert page.title == "Voices"
    assert primary(page) == ["Import people…"]
    assert asked(context, page.overview.people.button) == "import-people"
    assert not page.overview.pairs.button.isVisible()

    stored_mentor(data, programme_id, "Mei Brown")
    context.announce(frozenset({"participation"}))
    assert primary(page) == ["Open People"]
    assert page.overview.people.words.text() == "There are no leaders yet."

    stored_leader(data, programme_id, "David Price")
    stored_leader(data, programme_id, "Helen Ward")
    context.announce(frozenset({"participation"}))
    assert primary(page) == ["Pair 2 leaders"]
    assert asked(context, page.overview.pairs.button) == "show:pairing"
    assert not page.overview.agreements.button.isVisible()

    stored_pair(data, programme_id, "Priya Nair", "Rob Clarke")
    context.announce(frozenset({"pair"}))
    assert primary(page) == ["Pair 2 leaders"]
    assert page.overview.agreements.button.text() == "Open Documents"

    stored_proposal(data, programme_id, "Jonas Tamm", "Anna Grant")
    context.announce(frozenset({"pair"}))
    assert primary(page) == ["Agree the pairs"]
    assert page.overview.pairs.words.text() == "One proposed pair waits to be agreed."
    assert asked(context, page.overview.pairs.button) == "show:pairing"


def test_when_everybody_is_paired_the_agreements_come_next(
    page: HomePage, context: Context
) -> None:
    programme_id = stored_programme(context.data, "Voices")
    stored_pair(context.data, programme_id, "Priya Nair", "Rob Clarke")
    context.choose_programme(programme_id)
    assert primary(page) == ["Open Documents"]
    assert asked(context, page.overview.agreements.button) == "show:documents"


def test_hostile_names_are_literal_and_do_not_widen_the_page(
    page: HomePage, context: Context
) -> None:
    name = "<img src='x'>" + "x" * 150
    context.choose_programme(stored_programme(context.data, name, purpose="y" * 5_000))
    assert page.title == name
    assert page.minimumSizeHint().width() < 900


def drafted(name: str) -> Draft:
    return replace(Draft(), details=ProgrammeDetails(name=name))


def test_a_draft_is_gone_on_with_from_the_empty_home(page: HomePage, context: Context) -> None:
    keep_draft(context.data, drafted("Voices & <views>"))
    context.announce(frozenset({"draft"}))
    assert page.welcome.title.text() == "You are setting up “Voices & <views>”"
    assert primary(page) == ["Go on setting up"]
    assert asked(context, page.begin) == "new-programme"
    keep_draft(context.data, drafted(" "))
    context.announce(frozenset({"draft"}))
    assert page.welcome.title.text() == "No programme yet"
    assert primary(page) == ["Go on setting up"]
    drop_draft(context.data)
    context.announce(frozenset({"draft"}))
    assert primary(page) == ["Start a programme"]


def test_a_draft_beside_a_programme_is_said_and_leads_on(page: HomePage, context: Context) -> None:
    context.choose_programme(stored_programme(context.data, "Voices"))
    assert not page.overview.draft.isVisible()
    keep_draft(context.data, drafted("Fresh eyes"))
    context.announce(frozenset({"draft"}))
    assert page.overview.draft.words.text() == "You are still setting up “Fresh eyes”."
    assert asked(context, page.overview.draft.button) == "new-programme"


@pytest.mark.parametrize(
    ("answers", "heading"),
    [
        (dict.fromkeys(QUESTIONS, Answer.NO), "Readiness check: Not yet"),
        (dict.fromkeys(QUESTIONS, Answer.PARTLY), "Readiness check: Go as a pilot"),
    ],
)
def test_a_weak_verdict_stays_on_home_until_the_answers_change(
    page: HomePage, context: Context, answers: dict[str, Answer], heading: str
) -> None:
    programme_id = stored_programme(context.data, "Voices")
    save_section(context.data, programme_id, "readiness", answers)
    context.choose_programme(programme_id)
    note = page.overview.readiness
    assert note.isVisible()
    assert note.heading.text() == heading
    assert asked(context, note.button) == "readiness"
    go = dict.fromkeys(QUESTIONS, Answer.YES)
    save_section(context.data, programme_id, "readiness", go)
    context.announce(frozenset({"plan_section"}))
    assert not note.isVisible()


def test_the_next_three_dates_follow_a_moment_after_home_is_there(
    qtbot: QtBot, page: HomePage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_standing, "today", lambda: date(2027, 6, 1))
    programme_id = stored_programme(context.data, "Voices", start_date=date(2027, 9, 7))
    context.choose_programme(programme_id)
    coming = page.overview.dates.coming
    assert coming[0].value == ""
    assert page.overview.dates.ends.value == ""
    qtbot.waitUntil(lambda: coming[0].value != "", timeout=5000)
    assert [fact.name.text() for fact in coming] == [
        "Call for volunteers",
        "Applications close",
        "Briefings",
    ]
    assert all(fact.value.endswith("2027") for fact in coming)
    assert page.overview.dates.ends.value == "Tue 22 Feb 2028"
    move_milestone(context.data, programme_id, "close", date(2028, 3, 3))
    context.announce(frozenset({"plan_section"}))
    assert page.overview.dates.ends.value == "Fri 3 Mar 2028"


def test_without_a_start_nothing_comes_next(page: HomePage, context: Context) -> None:
    context.choose_programme(stored_programme(context.data, "Voices"))
    assert not page.overview.dates.coming[0].isVisible()
    assert not page.overview.dates.save.isVisible()
    assert asked(context, page.overview.dates.give) == "settings:dates"


def test_edits_that_wait_in_the_settings_are_said(page: HomePage, context: Context) -> None:
    programme_id = stored_programme(context.data, "Voices")
    context.choose_programme(programme_id)
    assert not page.overview.edits.isVisible()
    keep_settings_edits(context.data, programme_id, {Step.PURPOSE: drafted("Front line")})
    context.announce(frozenset({"settings_edit"}))
    assert page.overview.edits.isVisible()
    assert asked(context, page.overview.edits.button) == "edit-programme"


def test_without_leaders_nothing_is_counted_out_of_none(page: HomePage, context: Context) -> None:
    context.choose_programme(stored_programme(context.data, "Voices"))
    said = [label.text() for label in page.overview.pairs.findChildren(PlainLabel)]
    assert "pairs so far" in said
    assert not any("of 0" in text for text in said)
