from __future__ import annotations

import shutil

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.people.reading import people
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.undo import UndoActions
from revmentor_desktop.ui.widgets.notices import Notice, NoticeBar
from tests.builders import stored_person, stored_programme
from tests.fakes import FakePrompts


def add_mei(data: DataFile) -> int:
    return stored_person(data, "Mei Brown")


def test_a_change_is_announced_noticed_and_undone_from_the_notice(context: Context) -> None:
    heard = QSignalSpy(context.changed)
    shown: list[Notice] = []
    context.notices.shown.connect(shown.append)
    assert context.run("Add Mei", add_mei, notice="Mei Brown is added.") is not None
    assert "person" in heard.at(0)[0]
    assert (shown[0].text, shown[0].verb) == ("Mei Brown is added.", "Undo")
    assert shown[0].action is not None
    shown[0].action()
    assert people(context.data) == []
    assert shown[1].text == "Undone: Add Mei"
    context.redo()
    assert [one.full_name for one in people(context.data)] == ["Mei Brown"]


def test_undo_in_a_notice_never_takes_back_something_that_was_done_later(
    qtbot: QtBot, context: Context
) -> None:
    bar = NoticeBar(context.notices)
    qtbot.addWidget(bar)
    context.run("Add Mei", add_mei, notice="Mei Brown is added.")
    assert bar.isVisible()
    context.run("Add Ann", lambda data: stored_person(data, "Ann Lee"))
    assert not bar.isVisible()


def test_a_known_error_is_shown_and_nothing_noticed(context: Context, prompts: FakePrompts) -> None:
    shown: list[Notice] = []
    context.notices.shown.connect(shown.append)

    def fail(_data: DataFile) -> int:
        raise KnownError("person-gone")

    assert context.run("Fail", fail, notice="Done.") is None
    assert prompts.said == ["person-gone"]
    assert shown == []
    with pytest.raises(KnownError):
        context.attempt("Fail", fail)


def test_undo_actions_name_what_they_undo(qtbot: QtBot, context: Context) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    actions = UndoActions(host)
    assert not actions.undo.isEnabled()
    actions.follow(context)
    context.run("Add R&D <b>people</b>", add_mei)
    assert actions.undo.text() == "Undo “Add R&&D <b>people</b>”"
    assert actions.undo.isEnabled()
    assert not actions.redo.isEnabled()
    actions.undo.trigger()
    assert not actions.undo.isEnabled()
    assert actions.redo.text() == "Redo “Add R&&D <b>people</b>”"
    actions.redo.trigger()
    assert actions.undo.isEnabled()
    actions.follow(None)
    assert not actions.undo.isEnabled()


def test_very_long_words_are_shortened_in_the_menu(qtbot: QtBot, context: Context) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    actions = UndoActions(host)
    actions.follow(context)
    context.run("Edit " + "x" * 300, add_mei)
    assert len(actions.undo.text()) < 80
    assert actions.undo.text().endswith("…”")


class CountingPage(Page):
    tables = frozenset({"person"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Counting", "Counts how often it asks.")
        self.asked = 0

    def reload(self) -> None:
        self.asked += 1


def test_a_page_asks_again_when_its_tables_were_touched_and_it_is_seen(
    qtbot: QtBot, context: Context
) -> None:
    page = CountingPage(context)
    qtbot.addWidget(page)
    assert page.asked == 0
    page.show()
    assert page.asked == 1
    context.run("Add Mei", add_mei)
    assert page.asked == 2
    context.announce(frozenset({"pair"}))
    assert page.asked == 2
    page.hide()
    context.undo()
    context.redo()
    assert page.asked == 2
    page.show()
    assert page.asked == 3
    context.choose_programme(stored_programme(context.data, "Voices"))
    assert page.asked == 4


def test_a_change_that_takes_the_last_room_on_the_disk_is_stored_and_the_officer_told(
    context: Context, prompts: FakePrompts, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.run("Add Mei", add_mei)
    assert prompts.said == []
    nothing_free = shutil.disk_usage("/")._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: nothing_free)
    context.run("Add Mei again", add_mei)
    assert len(people(context.data)) == 2
    assert prompts.said == ["There is hardly any room left on the disk"]
    assert "Free some space" in prompts.sentences[0]
    context.undo()
    assert len(prompts.said) == 1
