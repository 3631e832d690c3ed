"""Editors for the answers to own fields, one for each kind, and for consent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.people.panel.editors import (
    ChoiceEditor,
    DateEditor,
    Editor,
    LineEditor,
    TextEditor,
    forget_typing,
)
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.text import without_mnemonic


class AnswerEditor(TextEditor):
    """Text of any length; no text is no answer."""

    def put(self, value: Any) -> None:
        super().put(_as_text(value))

    def value(self) -> Any:
        return super().value() or None


class OptionEditor(ChoiceEditor):
    """One of a few answers or none; an answer that is offered no more can stay as it is."""

    widget: QComboBox

    def __init__(self, options: Sequence[str]) -> None:
        none = QCoreApplication.translate("people", "No answer")
        super().__init__({None: none, **{option: option for option in options}})
        self._offered = len(self._values)

    def put(self, value: Any) -> None:
        text = None if value is None else _as_text(value)
        while len(self._values) > self._offered:
            self._values.pop()
            self.widget.removeItem(self._offered)
        if text not in self._values:
            self._values.append(text)
            self.widget.addItem(text or "")
        super().put(text)


class TicksEditor(Editor):
    """Several of a few answers, each ticked or not, stored at once."""

    def __init__(self, options: Sequence[str]) -> None:
        super().__init__(QWidget())
        self.boxes = {option: QCheckBox(without_mnemonic(option)) for option in options}
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(5)
        for box in self.boxes.values():
            self._column.addWidget(box)
        if self.boxes:
            self.widget.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> Any:
        ticked = tuple(option for option, box in self.boxes.items() if box.isChecked())
        return ticked or None

    def put(self, value: Any) -> None:
        chosen = value if isinstance(value, tuple) else (_as_text(value),)
        for option, box in self.boxes.items():
            box.setChecked(option in chosen)

    def when_decided(self, store: Callable[[], object]) -> None:
        for box in self.boxes.values():
            box.clicked.connect(store)


class DecimalEditor(LineEditor):
    """A number, with a fraction or not."""

    def value(self) -> Any:
        return _number(self.widget.text())

    def put(self, value: Any) -> None:
        text = f"{value:.15g}" if isinstance(value, int | float) else _as_text(value)
        if self.problem() or self.value() != value:
            super().put(text)

    def problem(self) -> str:
        text = self.widget.text().strip()
        if text and _number(text) is None:
            return QCoreApplication.translate(
                "people", "This is not a number. Write it like 12 or 2.5."
            )
        return ""

    def typed(self) -> str:
        return self.widget.text()

    def type_again(self, typed: str) -> None:
        self.widget.setText(typed)


class IsoDateEditor(DateEditor):
    """A date that is stored as text."""

    def value(self) -> Any:
        day = super().value()
        return day.isoformat() if day else None

    def put(self, value: Any) -> None:
        text = _as_text(value)
        if self.problem() or self.value() != value:
            self.widget.set_value(_day(text))


class ConsentEditor(Editor):
    """Whether somebody agreed, and on which day; ticking it means today."""

    def __init__(self) -> None:
        super().__init__(QWidget())
        self.tick = QCheckBox(QCoreApplication.translate("people", "Yes, on"))
        self.day = OptionalDateField()
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.tick)
        row.addWidget(self.day, 1)
        self.widget.setFocusProxy(self.tick)
        self.tick.clicked.connect(self._ticked)

    def value(self) -> Any:
        return self.day.value() if self.tick.isChecked() else None

    def put(self, value: date | None) -> None:
        self.tick.setChecked(value is not None)
        if self.day.problem() or self.day.value() != value:
            self.day.set_value(value)
        self.day.setEnabled(value is not None)

    def problem(self) -> str:
        if not self.tick.isChecked():
            return ""
        if self.day.value() is None:
            needed = QCoreApplication.translate("people", "Please give the day of the consent.")
            return self.day.problem() or needed
        return ""

    def typed(self) -> str:
        return self.day.entry.text()

    def type_again(self, typed: str) -> None:
        self.tick.setChecked(True)
        self.day.setEnabled(True)
        self.day.entry.setText(typed)

    def settle(self) -> None:
        forget_typing(self.day.entry)

    def when_decided(self, store: Callable[[], object]) -> None:
        self.tick.clicked.connect(store)
        self.day.entry.returnPressed.connect(store)

    def _ticked(self, on: bool) -> None:
        self.day.setEnabled(on)
        if on and self.day.value() is None:
            self.day.set_value(today())


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(" ", "").replace(",", ""))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _as_text(value: Any) -> str:
    """Return an answer as text, also one that was given while the field was of another kind."""
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)
