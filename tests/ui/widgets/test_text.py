from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.buttons import button, icon_button, set_button_text
from revmentor_desktop.ui.widgets.text import PlainLabel, breakable, plain_label, plain_tip, set_tip

HOSTILE = [
    '<img src="/etc/passwd.png">',
    "<table width=9999>x",
    "O'Neil <HR>",
    "a<b and c>d",
    "R&D",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_shows_hostile_text_as_it_is(qtbot: QtBot, text: str) -> None:
    label = plain_label(text)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == text
    assert label.accessibleName() == text
    # As wide as its characters: nothing was laid out as a table or an image.
    assert label.sizeHint().width() == pytest.approx(
        label.fontMetrics().horizontalAdvance(text), abs=4
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_shows_hostile_text_as_it_is(qtbot: QtBot, text: str) -> None:
    made = QPushButton()
    qtbot.addWidget(made)
    set_tip(made, text)
    from PySide6.QtGui import QTextDocument

    document = QTextDocument()
    document.setHtml(made.toolTip())
    assert document.toPlainText().replace("\u200b", "") == text


def test_a_long_word_in_a_tooltip_can_break() -> None:
    assert "\u200b" in plain_tip("x" * 200)
    assert plain_tip("") == ""


def test_a_button_shows_its_ampersand_and_steals_no_key(qtbot: QtBot) -> None:
    made = button("R&D")
    qtbot.addWidget(made)
    assert made.shortcut().isEmpty()
    assert made.accessibleName() == "R&D"
    set_button_text(made, "Q&A")
    assert made.shortcut().isEmpty()
    assert (made.text(), made.accessibleName()) == ("Q&&A", "Q&A")


def test_an_endless_word_wraps_and_does_not_widen_its_window(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host).addWidget(plain_label("x" * 10_000, fit="wrap"))
    assert host.minimumSizeHint().width() < 600


def test_a_label_without_room_elides_and_keeps_the_whole_text_at_hand(qtbot: QtBot) -> None:
    label = PlainLabel("A name that is far too long for this place", fit="elide")
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.show()
    label.grab()
    assert "far too long" in label.toolTip()
    assert label.text() == "A name that is far too long for this place"
    label.resize(600, 24)
    label.grab()
    assert label.toolTip() == ""


def test_a_tip_that_was_given_to_a_label_stays(qtbot: QtBot) -> None:
    label = PlainLabel("A name that is far too long for this place", fit="elide")
    qtbot.addWidget(label)
    set_tip(label, "Who that is")
    label.show()
    for width in (80, 600):
        label.resize(width, 24)
        label.grab()
        assert label.toolTip() == plain_tip("Who that is")


def test_what_padding_takes_is_no_room_for_text(qtbot: QtBot) -> None:
    label = PlainLabel("Twelve could be paired", fit="elide")
    qtbot.addWidget(label)
    label.setStyleSheet("padding: 2px 20px")
    label.show()
    needed = label.sizeHint().width()
    for width, tip in ((needed - 10, "Twelve could be paired"), (needed, "")):
        label.resize(width, 24)
        label.grab()
        assert label.toolTip() == plain_tip(tip)


def test_an_icon_button_has_a_name_and_a_target_that_is_hit(qtbot: QtBot) -> None:
    made = icon_button("x", "Close")
    qtbot.addWidget(made)
    made.show()
    assert made.accessibleName() == "Close"
    assert made.width() >= 24
    assert made.height() >= 24


def test_a_path_breaks_between_its_folders_and_not_within_a_name() -> None:
    path = "/home/officer/.local/share/RevMentor/Programmes.revmentor"
    assert breakable(path).split("\u200b")[-2:] == ["RevMentor/", "Programmes.revmentor"]
    assert breakable("C:\\Users\\Mei").split("\u200b") == ["C:\\", "Users\\", "Mei"]
    assert breakable("x" * 30).split("\u200b") == ["x" * 24, "x" * 6]
    assert breakable("no break here") == "no break here"
