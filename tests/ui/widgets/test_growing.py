from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.growing import GrowingText

LONG = "Our leaders hear how decisions land where the work is done. " * 4


@pytest.fixture
def field(qtbot: QtBot) -> GrowingText:
    made = GrowingText()
    qtbot.addWidget(made)
    made.resize(300, 34)
    made.show()
    QApplication.processEvents()
    return made


def test_it_is_as_high_as_its_text_and_shrinks_again(field: GrowingText) -> None:
    low = field.height()
    field.put(LONG)
    QApplication.processEvents()
    high = field.height()
    assert high > 3 * low / 2
    lines = field.document().size().height()
    assert high >= lines * field.fontMetrics().lineSpacing()  # nothing of it is out of sight
    field.resize(900, high)
    QApplication.processEvents()
    assert field.height() < high
    field.put("")
    QApplication.processEvents()
    assert field.height() == low


def test_putting_a_text_is_silent_and_typing_is_told(field: GrowingText) -> None:
    told = QSignalSpy(field.textChanged)
    field.put("One")
    field.put("One")
    assert told.count() == 0
    QTest.keyClicks(field, "!")
    assert told.count() == 1
    assert field.text() == "!One"


def test_enter_is_left_to_the_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    field, paragraphs, go = GrowingText(), GrowingText(one_paragraph=False), button("Go")
    for widget in (field, paragraphs, go):
        column.addWidget(widget)
    go.setDefault(True)
    pressed = QSignalSpy(go.clicked)
    dialog.show()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pressed.count() == 1
    assert field.text() == ""
    QTest.keyClick(paragraphs, Qt.Key.Key_Return)
    assert pressed.count() == 1
    assert paragraphs.text() == "\n"


def test_what_is_pasted_becomes_one_paragraph(field: GrowingText) -> None:
    pasted = QMimeData()
    pasted.setText("one\n two\r\n\tthree")
    field.insertFromMimeData(pasted)
    assert field.text() == "one two three"
