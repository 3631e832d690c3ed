"""The order of grades, from the lowest to the highest, made from the grades that people have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from revmentor_desktop.domain.grades import (
    GradeInUse,
    grade_key,
    guessed_order,
    without_place,
)
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.fields import go_to_line, put_line
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.rows import RowEditor, Rows
from revmentor_desktop.ui.widgets.tab_order import follow_layout
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

_MOST_GRADES: Final = 60
_NAMED: Final = 4
_LONGEST: Final = 28
_COUNT_WIDTH: Final = 84


class GradeOrder(QWidget):
    """Grades go by their own numbers until the officer puts them in an order.

    Grades that people have and that stand nowhere in the order are offered beneath it.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[GradeInUse, ...] = ()
        self.said = plain_label("", "small", "wrap")
        self.begin = button(_tr("Put the grades in order"), "quiet", "pencil")
        self.rows: Rows[str] = Rows(
            lambda: GradeRow(self._people_of),
            _tr("Add a grade"),
            _tr("Take this grade out of the order"),
            _MOST_GRADES,
            in_order=True,
        )
        self.clear = button(_tr("Go by their numbers again"), "quiet", "undo-2")
        self.missing = plain_label("", "small", "wrap")
        self.offers: dict[str, QPushButton] = {}
        self._tray = QWidget()
        self._flow = FlowLayout(self._tray, 6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.said, self.rows, self.missing, self._tray):
            layout.addWidget(part)
        foot = QHBoxLayout()
        for made in (self.begin, self.clear):
            foot.addWidget(made)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.rows.edited.connect(self._changed)
        self.rows.add_button.clicked.connect(self._refresh)
        self.begin.clicked.connect(self._begin)
        self.clear.clicked.connect(self._clear)
        self._refresh()

    def offer(self, found: Sequence[GradeInUse]) -> None:
        """Know which grades people have."""
        if tuple(found) != self._found:
            self._found = tuple(found)
            self._make_offers()
        self._refresh()

    def put(self, order: Sequence[str]) -> None:
        """Show an order; `edited` stays silent."""
        self.rows.put(order)
        self._refresh()

    def value(self) -> tuple[str, ...]:
        """Return the order as it stands there, or nothing: grades go by their numbers."""
        return self.rows.values()

    def _begin(self) -> None:
        order = guessed_order(self._found)
        if order:
            self.rows.put(order)
            self.rows.take_focus()
            self._changed()
        else:
            self.rows.add()
            self._refresh()

    def _clear(self) -> None:
        self.rows.put(())
        while self.rows.editors:  # a blank row is no value, and would stay
            self.rows.remove(0)
        self._changed()
        self.begin.setFocus()

    def _take(self, grade: str) -> None:
        """Put a grade at the end of the order; the focus goes to the next that is offered."""
        self.rows.add_value(grade)
        following = next((one for one in self.offers.values() if not one.isHidden()), None)
        (following or self.rows.add_button).setFocus()

    def _changed(self) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        is_ordered = bool(self.rows.editors)
        self.rows.setVisible(is_ordered)
        self.clear.setVisible(is_ordered)
        self.begin.setVisible(not is_ordered)
        self.said.setText(_ordered_words() if is_ordered else self._by_number_words())
        placed = {grade_key(one) for one in self.value()}
        left = [one for one in self._found if grade_key(one.grade) not in placed]
        for grade, made in self.offers.items():
            made.setVisible(is_ordered and grade_key(grade) not in placed)
        self._tray.setVisible(is_ordered and bool(left))
        self.missing.setText(_left_words(bool(placed)))
        self.missing.setVisible(is_ordered and bool(left))

    def _by_number_words(self) -> str:
        if not self._found:
            return _tr(
                "Nobody’s grade is known yet. Grades go by their numbers, such as “Band 7”"
                " and “8a”, unless you put them in order."
            )
        unknown = [one.grade for one in without_place(self._found, ())]
        if not unknown:
            return _tr("Grades go by their numbers. Put them in order if that is not right.")
        named = ", ".join(f"“{one}”" for one in unknown[:_NAMED])
        if len(unknown) > _NAMED:
            named += "…"
        words = _tr(
            "Grades go by their numbers. These have none, so their distance is not known and does"
            " not count: {0}"
        )
        return words.format(named)

    def _people_of(self, grade: str) -> int:
        key = grade_key(grade)
        return next((one.people for one in self._found if grade_key(one.grade) == key), 0)

    def _make_offers(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.offers = {}
        for one in self._found:
            made = button(one.grade, icon="plus")
            words = _tr("{0}, {1}").format(one.grade, people_words(one.people))
            set_button_text(made, _short(one.grade))
            made.setAccessibleName(words)
            set_tip(made, words)
            made.setProperty("role", "suggestion")
            made.clicked.connect(lambda _=False, grade=one.grade: self._take(grade))
            self._flow.addWidget(made)
            self.offers[one.grade] = made
        follow_layout(self)


class GradeRow(RowEditor[str]):
    """A grade of the order, and how many people have it."""

    def __init__(self, people_of: Callable[[str], int]) -> None:
        super().__init__()
        self._people_of = people_of
        self.grade = QLineEdit()
        self.grade.setAccessibleName(_tr("Grade"))
        self.people = plain_label("", "muted")
        self.people.setMinimumWidth(_COUNT_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.grade, 1)
        row.addWidget(self.people)
        self.grade.textChanged.connect(self._count)
        self.grade.textEdited.connect(self.edited)

    def value(self) -> str:
        return self.grade.text()

    def put(self, value: str) -> None:
        put_line(self.grade, value)
        self._count()

    def is_blank(self) -> bool:
        return not self.grade.text().strip()

    def take_focus(self) -> None:
        go_to_line(self.grade)

    def _count(self, _: str = "") -> None:
        words = "" if self.is_blank() else people_words(self._people_of(self.grade.text()))
        self.people.setText(words)
        self.grade.setAccessibleDescription(words)


def people_words(people: int) -> str:
    """Return "nobody", "1 person" or "12 people"."""
    if not people:
        return _tr("nobody")
    return _tr("1 person") if people == 1 else _tr("{0} people").format(people)


def _ordered_words() -> str:
    return _tr("The lowest stands at the top. From one to the next is one grade.")


def _left_words(is_begun: bool) -> str:
    if is_begun:
        return _tr("Not in the order, so their distance is not known and does not count:")
    return _tr("People have these grades. Press them from the lowest to the highest:")


def _short(grade: str) -> str:
    return grade if len(grade) <= _LONGEST else f"{grade[: _LONGEST - 1].rstrip()}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("GradeOrder", text)
