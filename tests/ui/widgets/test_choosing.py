"""Choosing one of a few words, and sentences that hold or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.widgets.choosing import KeyedCombo, Switch, Ticks
from revmentor_desktop.ui.widgets.weights import WeightField


def test_a_word_is_chosen_by_key_and_setting_it_is_no_choice(qtbot: QtBot) -> None:
    combo = KeyedCombo({"a": "First", "b": "Second"})
    qtbot.addWidget(combo)
    chosen: list[str] = []
    combo.chosen.connect(chosen.append)
    combo.put("b")
    assert (combo.key, chosen) == ("b", [])
    combo.show()
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert (combo.key, chosen) == ("a", ["a"])
    combo.offer({"c": "Third", "a": "First"})
    assert combo.key == "a"


def test_head_lines_are_never_chosen(qtbot: QtBot) -> None:
    combo = KeyedCombo()
    qtbot.addWidget(combo)
    combo.offer_groups({"Fruit": {"a": "Apple"}, "Nuts": {"w": "Walnut"}})
    assert [combo.itemText(row) for row in range(4)] == ["Fruit", "Apple", "Nuts", "Walnut"]
    assert combo.key == "a"
    combo.put("none of them")
    assert combo.key == "a"
    combo.show()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.key == "w"
    QTest.keyClick(combo, Qt.Key.Key_Home)
    assert combo.key == "a"
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert combo.key == "a"


def test_a_click_on_the_words_of_a_switch_switches_it(qtbot: QtBot) -> None:
    switch = Switch("Never in the same line of management", "The whole chain")
    qtbot.addWidget(switch)
    switch.show()
    switched: list[bool] = []
    switch.switched.connect(switched.append)
    switch.put(True)
    assert switched == []
    QTest.mouseClick(switch.sentence, Qt.MouseButton.LeftButton)
    assert switched == [False]
    QTest.keyClick(switch.box, Qt.Key.Key_Space)
    assert switched == [False, True]
    assert switch.is_on
    assert switch.box.accessibleName() == "Never in the same line of management"


def test_what_is_ticked_stays_ticked_when_other_words_are_offered(qtbot: QtBot) -> None:
    ticks = Ticks({"a": "Salt & pepper", "b": "Bread"}, columns=2)
    qtbot.addWidget(ticks)
    ticks.put(["a", "gone"])
    ticks.offer({"c": "Cheese", "a": "Salt & pepper"})
    assert ticks.values() == ("a",)
    assert ticks.boxes["a"].text() == "Salt && pepper"
    with qtbot.waitSignal(ticks.edited):
        ticks.boxes["c"].click()
    assert ticks.values() == ("c", "a")


def test_slider_number_and_share_of_a_weight_go_together(qtbot: QtBot) -> None:
    weight = WeightField("Interests")
    qtbot.addWidget(weight)
    said: list[int] = []
    weight.edited.connect(lambda: said.append(weight.value))
    weight.put(20)
    assert (weight.slider.value(), weight.number.value(), said) == (20, 20, [])
    weight.slider.setValue(35)
    assert weight.number.value() == 35
    weight.number.setValue(30)
    assert weight.slider.value() == 30
    assert said == [35, 30]
    weight.show_share(120)
    assert weight.share == "25 %"
    weight.show_share(0)
    assert weight.share == "0 %"


def test_a_long_word_is_cut_and_whole_to_whom_it_is_told(qtbot: QtBot) -> None:
    ticks = Ticks({"own-1": "Languages you are happy to talk in"}, columns=3)
    qtbot.addWidget(ticks)
    box = ticks.boxes["own-1"]
    assert box.text() == "Languages you are hap…"
    assert box.accessibleName() == "Languages you are happy to talk in"
    assert "happy to talk in" in box.toolTip()
    ticks.offer({"own-1": "Languages"})
    assert (box.text(), box.toolTip()) == ("Languages", "")
