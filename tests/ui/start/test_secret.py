"""The form for a new passphrase."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.start.secret import SecretForm


def test_the_second_field_stays_where_it_is_while_the_first_is_typed(qtbot: QtBot) -> None:
    form = SecretForm(key_store=False)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    before = form.second.mapTo(form, form.second.rect().topLeft())
    QTest.keyClicks(form.first.entry, "three random words")
    form.adjustSize()
    assert form.second.mapTo(form, form.second.rect().topLeft()) == before
