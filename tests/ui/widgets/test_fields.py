from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.fields import (
    LabelledField,
    NumberField,
    PassphraseField,
    SearchField,
)


def test_search_follows_the_typing_after_a_pause(qtbot: QtBot) -> None:
    field = SearchField("Find a person…")
    qtbot.addWidget(field)
    heard: list[str] = []
    field.searched.connect(heard.append)
    QTest.keyClicks(field, "mei")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["mei"])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: heard == ["mei", ""])
    assert field.accessibleName() == "Find a person"


def test_a_passphrase_is_hidden_until_its_eye_is_pressed(qtbot: QtBot) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    eye = field.findChild(QToolButton)
    assert isinstance(eye, QToolButton)
    QTest.keyClicks(field.entry, "secret words")
    assert field.entry.echoMode() is QLineEdit.EchoMode.Password
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.entry.echoMode() is QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide what is typed"
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.entry.echoMode() is QLineEdit.EchoMode.Password


def test_a_problem_stands_beside_its_field_and_goes_again(qtbot: QtBot) -> None:
    entry = QLineEdit()
    field = LabelledField("E-mail", entry, "Used for reminders.")
    qtbot.addWidget(field)
    assert entry.accessibleName() == "E-mail"
    assert field.label.buddy() is entry
    field.show_problem("This is no address.")
    assert field.problem == "This is no address."
    assert entry.property("wrong") == "true"
    assert entry.accessibleDescription() == "This is no address."
    field.show_problem("")
    assert field.problem == ""
    assert entry.accessibleDescription() == "Used for reminders."


def test_the_wheel_turns_a_number_only_where_the_focus_is(qtbot: QtBot) -> None:
    field = NumberField(1, 9)
    field.setValue(6)
    qtbot.addWidget(field)
    field.show()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.value() == 6
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QApplication.sendEvent(field, turn)
    assert field.value() == 7
