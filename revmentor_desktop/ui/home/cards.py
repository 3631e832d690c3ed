"""The pieces that Home is made of: cards with a figure and a next step, a bar, the stages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.buttons import Kind, button, set_button_text
from revmentor_desktop.ui.widgets.surfaces import Card
from revmentor_desktop.ui.widgets.text import PlainLabel, plain_label, set_property


class StepCard(Card):
    """A part of the work: a figure, a sentence about it, and at most one button."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.figures = QVBoxLayout()
        self.figures.setSpacing(8)
        self.body.addLayout(self.figures)
        self.words = plain_label("", "muted", "wrap")
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.body.addSpacing(6)
        self.button = button("")
        self.foot.addWidget(self.button)
        self.foot.addStretch(1)
        self.setMinimumWidth(210)

    def say(self, words: str, verb: str = "", kind: Kind = "plain") -> None:
        """Show a sentence and a button; without a verb there is nothing to press."""
        self.words.setText(words)
        set_button_text(self.button, verb)
        set_property(self.button, "kind", kind)
        self.button.setVisible(bool(verb))


class Number(QWidget):
    """A large number with the word for what it counts."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._number = PlainLabel("0")
        self._number.setProperty("role", f"number-{kind}")
        self._word = plain_label("", "muted", "elide")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._word, 1, Qt.AlignmentFlag.AlignBottom)
        self._word.setContentsMargins(0, 0, 0, 4)

    def show_number(self, number: int, word: str) -> None:
        """Show `number` and `word`."""
        self._number.setText(str(number))
        self._word.setText(word)


class Share(QWidget):
    """A bar that shows a part of a whole; the numbers stand beside it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._part, self._whole = 0, 0
        self.setFixedHeight(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.update)

    def show_share(self, part: int, whole: int) -> None:
        """Show `part` of `whole`."""
        self._part, self._whole = part, whole
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(self.rect())
        painter.setBrush(theme.colour("neutral_soft"))
        painter.drawRoundedRect(bar, 5, 5)
        if self._part and self._whole:
            bar.setWidth(max(bar.width() * self._part / self._whole, bar.height()))
            painter.setBrush(theme.colour("brand"))
            painter.drawRoundedRect(bar, 5, 5)


class Stages(QWidget):
    """The stages of the work in a row: those behind, the one now, those to come."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._bars: list[QWidget] = []
        self._labels: list[PlainLabel] = []
        self._names = tuple(names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name in names:
            column = QVBoxLayout()
            column.setSpacing(5)
            bar = QWidget()
            bar.setFixedHeight(6)
            bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            label = plain_label(name)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(bar)
            column.addWidget(label)
            row.addLayout(column, 1)
            self._bars.append(bar)
            self._labels.append(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stage(self, now: int) -> None:
        """Mark the stage at position `now`."""
        for position, (bar, label) in enumerate(zip(self._bars, self._labels, strict=True)):
            state = "now" if position == now else "done" if position < now else "later"
            set_property(bar, "stage", state)
            set_property(label, "role", "strong" if position == now else "muted")
        self.setAccessibleName(
            self.tr("Stage {0} of {1}: {2}").format(now + 1, len(self._names), self._names[now])
        )


class Fact(QWidget):
    """A small word and beneath it what it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = plain_label(name, "small")
        self._value = plain_label("", "strong", "wrap")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.name)
        column.addWidget(self._value)

    @property
    def value(self) -> str:
        """What it is."""
        return self._value.text()

    def show_value(self, value: str) -> None:
        """Show `value`."""
        self._value.setText(value)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(120, 0))
