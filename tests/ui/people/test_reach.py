"""Reach: every control has a name, the keyboard gets everywhere, text is taken literally."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.page import PeoplePage
from revmentor_desktop.ui.widgets.text import PlainLabel
from tests.ui.people.conftest import Cast
from tests.ui.people.hands import focused, tab

HOSTILE = "<b>Ann</b> <img src='/etc/x.png'> R&D"


def nameless(root: QWidget) -> list[str]:
    """Describe every widget that takes the focus and has no name for a screen reader."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if widget.focusProxy() is not None:
            continue
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name):
            parent = widget.parentWidget()
            found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


def test_every_control_has_a_name(helen: PeoplePage, cast: Cast) -> None:
    assert nameless(helen) == []
    helen.table.selectAll()
    assert nameless(helen) == []
    for dialog in (helen.add_person(), helen.columns.choose_columns()):
        assert nameless(dialog) == []
        dialog.reject()


def test_labels_lead_to_their_fields(helen: PeoplePage) -> None:
    for binding in helen.panel.form.bindings.values():
        assert binding.box.label.buddy() is binding.editor.widget
        assert binding.editor.widget.accessibleName() == binding.spec.label


def test_tab_goes_round_the_whole_page_in_reading_order(helen: PeoplePage) -> None:
    helen.search.setFocus()
    stops = [focused()]
    for _ in range(200):
        tab()
        if focused() is stops[0]:
            break
        stops.append(focused())
    else:
        pytest.fail("Tab never came round again")
    form = helen.panel.form
    wanted = [helen.search, helen.add, helen.filters.role.button, helen.table]
    wanted += [
        form.bindings[key].editor.widget
        for key in ("first_name", "last_name", "email", "job_title", "about_me", "role", "note")
    ]
    places = [stops.index(widget) for widget in wanted]
    assert places == sorted(places)
    assert len(set(map(id, stops))) == len(stops)


def test_everything_to_press_is_large_enough(helen: PeoplePage) -> None:
    for part in helen.findChildren(QAbstractButton):
        # A line's own cross and lens are Qt's: Escape and a click into the line do the same.
        if part.isVisible() and not isinstance(part.parentWidget(), QLineEdit):
            assert min(part.width(), part.height()) >= 24, part.accessibleName()


def test_hostile_text_is_shown_as_it_is(
    helen: PeoplePage, context: Context, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    details = PersonDetails(
        first_name=HOSTILE,
        last_name="O'Neil <HR>",
        job_title=HOSTILE,
        department="R&D",
        offers=(HOSTILE,),
        wants=(HOSTILE,),
    )
    context.run("Change", lambda file: save_person(file, cast.helen, details))
    assert helen.panel.head.name.text() == f"{HOSTILE} O'Neil <HR>"
    for label in helen.findChildren(PlainLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    form = helen.panel.form
    assert form.bindings["job_title"].editor.value() == HOSTILE
    assert form.bindings["offers"].editor.value() == (HOSTILE,)
    assert form.bindings["wants"].editor.value() == (HOSTILE,)
    assert data.undo_words == "Change"
    assert helen.grab().width() == helen.width()


def test_a_name_without_end_does_not_burst_the_page(
    helen: PeoplePage, context: Context, cast: Cast
) -> None:
    before = helen.minimumSizeHint().width()
    long = PersonDetails(first_name="W" * 200, last_name="M" * 200, wants=("x" * 100,))
    context.run("Change", lambda file: save_person(file, cast.helen, long))
    assert helen.minimumSizeHint().width() == before
    assert helen.panel.width() < helen.width() / 2
