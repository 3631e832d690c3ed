"""The order of grades: begun from what people have, moved, filled up, given up again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.grades import GradeInUse
from revmentor_desktop.ui.setup.grade_order import GradeOrder, GradeRow

FOUND = (
    GradeInUse("Band 5", 4),
    GradeInUse("Band 7", 1),
    GradeInUse("Director", 2),
    GradeInUse("Head of the whole of the service", 1),
)


@pytest.fixture
def order(qtbot: QtBot) -> GradeOrder:
    made = GradeOrder()
    qtbot.addWidget(made)
    made.offer(FOUND)
    made.show()
    return made


def counts(order: GradeOrder) -> list[str]:
    return [row.people.text() for row in order.rows.editors if isinstance(row, GradeRow)]


def test_without_an_order_it_says_whose_distance_is_not_known(order: GradeOrder) -> None:
    assert "“Director”" in order.said.text()
    assert "Band 5" not in order.said.text()
    assert order.rows.isHidden()
    assert order.clear.isHidden()
    order.offer(FOUND[:2])
    assert "“" not in order.said.text()
    order.offer(())
    assert order.said.text().startswith("Nobody’s grade is known yet")


def test_it_begins_with_numbers_and_offers_the_rest(order: GradeOrder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(order.edited):
        order.begin.click()
    assert order.value() == ("Band 5", "Band 7")
    assert counts(order) == ["4 people", "1 person"]
    assert order.missing.isVisible()
    shown = [grade for grade, made in order.offers.items() if made.isVisible()]
    assert shown == ["Director", "Head of the whole of the service"]
    with qtbot.waitSignal(order.edited):
        order.offers["Director"].click()
    assert order.value() == ("Band 5", "Band 7", "Director")
    assert order.offers["Head of the whole of the service"].hasFocus()
    order.offers["Head of the whole of the service"].click()
    assert order.missing.isHidden()
    assert order.rows.add_button.hasFocus()


def test_a_long_grade_is_cut_on_its_button_and_named_in_full(order: GradeOrder) -> None:
    made = order.offers["Head of the whole of the service"]
    assert made.text().endswith("…")
    assert made.accessibleName() == "Head of the whole of the service, 1 person"


def test_a_grade_is_moved_by_keys(order: GradeOrder, qtbot: QtBot) -> None:
    order.put(("Band 7", "Band 5"))
    row = order.rows.editors[1]
    assert isinstance(row, GradeRow)
    row.take_focus()
    with qtbot.waitSignal(order.edited):
        QTest.keyClick(row.grade, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order.value() == ("Band 5", "Band 7")


def test_a_grade_that_nobody_has_yet_can_be_typed(order: GradeOrder, qtbot: QtBot) -> None:
    order.offer(())
    order.begin.click()
    assert order.value() == ()
    assert order.rows.isVisible()
    (row,) = order.rows.editors
    assert isinstance(row, GradeRow)
    with qtbot.waitSignal(order.edited):
        QTest.keyClicks(row.grade, "Chair")
    assert order.value() == ("Chair",)
    assert counts(order) == ["nobody"]


def test_without_numbers_it_asks_from_the_lowest_on(order: GradeOrder) -> None:
    order.offer(FOUND[2:])
    order.begin.click()
    assert order.missing.text().endswith("from the lowest to the highest:")
    order.offers["Director"].click()
    assert order.value() == ("Director",)


def test_the_order_is_given_up_with_what_is_still_blank(order: GradeOrder, qtbot: QtBot) -> None:
    order.put(("Band 7",))
    order.rows.add()
    with qtbot.waitSignal(order.edited):
        order.clear.click()
    assert order.value() == ()
    assert order.rows.isHidden()
    assert order.begin.isVisible()
    assert order.begin.hasFocus()


def test_showing_an_order_is_no_edit(order: GradeOrder, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(order.edited):
        order.put(("Officer", "Manager"))
        order.put(())
    assert order.rows.isHidden()
