"""The form for a new passphrase."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.start.secret import SecretForm


def test_the_second_field_stays_where_it_is_while_the_first_is_typed(qtbot: QtBot) -> None:
    form = SecretForm(key_store=False)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    before = form.second.mapTo(form, form.second.rect().topLeft())
    QTest.keyClicks(form.first, "three random words")
    form.adjustSize()
    assert form.second.mapTo(form, form.second.rect().topLeft()) == before


def test_tab_leads_from_the_first_field_to_the_second(qtbot: QtBot) -> None:
    form = SecretForm(key_store=False)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.first.setFocus()
    QTest.keyClick(form.first, Qt.Key.Key_Tab)
    assert form.second.hasFocus()
    QTest.keyClick(form.second, Qt.Key.Key_Tab)
    assert form.shown.hasFocus()


def test_what_is_typed_is_hidden_until_it_is_asked_for(qtbot: QtBot) -> None:
    form = SecretForm(key_store=False)
    qtbot.addWidget(form)
    assert form.first.echoMode() is form.second.echoMode() is QLineEdit.EchoMode.Password
    form.shown.click()
    assert form.first.echoMode() is form.second.echoMode() is QLineEdit.EchoMode.Normal
    form.shown.click()
    assert form.first.echoMode() is form.second.echoMode() is QLineEdit.EchoMode.Password


def test_with_the_key_store_nothing_is_left_of_the_passphrase(qtbot: QtBot) -> None:
    form = SecretForm(key_store=True)
    qtbot.addWidget(form)
    form.show()
    form.with_key_store.click()
    form.adjustSize()
    assert not form.first.isVisible()
    assert not form.shown.isVisible()
    gap = form.with_key_store.y() - form.with_passphrase.geometry().bottom()
    assert gap < form.with_passphrase.height()
