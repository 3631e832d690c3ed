"""Buttons: what they say and what presses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.buttons import button, set_button_text


@pytest.mark.parametrize("container", [QWidget, QDialog])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_that_has_the_focus(
    qtbot: QtBot, container: type[QWidget], key: Qt.Key
) -> None:
    window = container()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    other, wanted = button("Cancel"), button("Choose")
    row.addWidget(other)
    row.addWidget(wanted)
    window.show()
    wanted.setFocus()
    pressed: list[str] = []
    other.clicked.connect(lambda: pressed.append("Cancel"))
    wanted.clicked.connect(lambda: pressed.append("Choose"))
    QTest.keyClick(wanted, key)
    assert pressed == ["Choose"]


def test_enter_in_a_field_presses_the_main_button(qtbot: QtBot) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    field, cancel, main = QLineEdit(), button("Cancel"), button("Save", "primary")
    main.setDefault(True)
    for widget in (field, cancel, main):
        row.addWidget(widget)
    window.show()
    field.setFocus()
    with qtbot.waitSignal(main.clicked):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_what_people_typed_makes_no_shortcut(qtbot: QtBot) -> None:
    made = button("R&D")
    qtbot.addWidget(made)
    assert made.shortcut().isEmpty()
    set_button_text(made, "Q&A")
    assert made.shortcut().isEmpty()
    assert made.accessibleName() == "Q&A"
