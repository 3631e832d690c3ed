"""Editors: how the value of one field is shown, typed and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from revmentor_desktop.ui.people.panel.suggesting import (
    SuggestingLine,
    Suggestion,
    words_that_fit,
)
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.tags import TagField

Words = Callable[[], Sequence[str]]
_LEAST_LINES: Final = 3
_MOST_LINES: Final = 9


class Editor:
    """What shows one value and lets it be changed. Setting it never counts as a change."""

    def __init__(self, widget: QWidget) -> None:
        self.widget = widget

    def value(self) -> Any:
        """Return what the typed text means."""
        raise NotImplementedError

    def put(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why what is typed means nothing, or an empty text."""
        return ""

    def typed(self) -> Any:
        """Return what stands in the editor, so that it can be typed again."""
        return self.value()

    def type_again(self, typed: Any) -> None:
        """Show again what `typed` returned."""
        self.put(typed)

    def entered(self) -> None:
        """React to the focus coming."""

    def settle(self) -> None:
        """Forget how the text was typed: from here on Undo means the stored step."""

    def when_decided(self, store: Callable[[], object]) -> None:
        """Call `store` when a value was decided on before the focus leaves."""


class LineEditor(Editor):
    """One line of text."""

    widget: QLineEdit

    def __init__(self, line: QLineEdit | None = None) -> None:
        super().__init__(line or QLineEdit())

    def value(self) -> str:
        return self.widget.text()

    def put(self, value: str) -> None:
        if self.widget.text() != value:
            self.widget.setText(value)
            show_beginning(self.widget)

    def settle(self) -> None:
        forget_typing(self.widget)

    def when_decided(self, store: Callable[[], object]) -> None:
        self.widget.returnPressed.connect(store)


class WordEditor(LineEditor):
    """One line of text that offers what others have in the same field."""

    def __init__(self, words: Words) -> None:
        self._words = words
        super().__init__(SuggestingLine(self._find))

    def _find(self, typed: str) -> list[Suggestion]:
        return words_that_fit(self._words(), typed) if typed.strip() else []


class TextEditor(Editor):
    """Several lines of text; as high as they need, within bounds. Tab leaves it."""

    widget: QPlainTextEdit

    def __init__(self) -> None:
        super().__init__(_GrowingText())

    def value(self) -> str:
        return self.widget.toPlainText()

    def put(self, value: str) -> None:
        if self.widget.toPlainText() != value:
            self.widget.setPlainText(value)

    def settle(self) -> None:
        self.widget.document().clearUndoRedoStacks()


class ChoiceEditor(Editor):
    """One of a few values, stored as soon as it is chosen."""

    widget: QComboBox

    def __init__(self, choices: Mapping[Any, str]) -> None:
        box = QComboBox()
        super().__init__(box)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        self._values = list(choices)
        box.addItems(list(choices.values()))
        _keep_wheel_out(box)

    def name(self, choices: Mapping[Any, str]) -> None:
        """Call the same values something else."""
        for place, words in enumerate(choices.values()):
            self.widget.setItemText(place, words)

    def value(self) -> Any:
        return self._values[self.widget.currentIndex()]

    def put(self, value: Any) -> None:
        self.widget.setCurrentIndex(self._values.index(value))

    def when_decided(self, store: Callable[[], object]) -> None:
        self.widget.activated.connect(store)


class DateEditor(Editor):
    """A date or nothing."""

    widget: OptionalDateField

    def __init__(self) -> None:
        super().__init__(OptionalDateField())

    def value(self) -> Any:
        return self.widget.value()

    def put(self, value: Any) -> None:
        if self.problem() or self.widget.value() != value:
            self.widget.set_value(value)
            show_beginning(self.widget.entry)

    def problem(self) -> str:
        return self.widget.problem()

    def typed(self) -> str:
        return self.widget.entry.text()

    def type_again(self, typed: str) -> None:
        self.widget.entry.setText(typed)

    def settle(self) -> None:
        forget_typing(self.widget.entry)

    def when_decided(self, store: Callable[[], object]) -> None:
        self.widget.entry.returnPressed.connect(store)


class TagsEditor(Editor):
    """A list of words or short phrases in which the order says nothing."""

    widget: TagField

    def __init__(self, hint: str, words: Words) -> None:
        super().__init__(TagField(hint))
        self._words = words

    def value(self) -> tuple[str, ...]:
        return self.widget.values()

    def put(self, value: tuple[str, ...]) -> None:
        if self.widget.values() != value or self.widget.entry.text():
            self.widget.set_values(value)

    def entered(self) -> None:
        self.widget.suggest(self._words())


def show_beginning(line: QLineEdit) -> None:
    """Scroll a line whose text is too long to its beginning, unless somebody types there."""
    if not line.hasFocus():
        line.setCursorPosition(0)


def forget_typing(line: QLineEdit) -> None:
    """Empty a line's own undo history; text and cursor stay."""
    place = line.cursorPosition()
    line.setText(line.text())
    line.setCursorPosition(place)


class _GrowingText(QPlainTextEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _grow(self, *_: object) -> None:
        lines = round(self.document().size().height())
        shown = max(_LEAST_LINES, min(lines, _MOST_LINES))
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + around + 10)


class _WheelOnlyWithFocus(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QWheelEvent)
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _keep_wheel_out(widget: QWidget) -> None:
    """Let the wheel scroll the panel, not change a value that it happens to pass over."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelOnlyWithFocus(widget))
