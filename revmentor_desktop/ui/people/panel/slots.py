"""The week as a grid of half days to tick."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from revmentor_desktop.domain.people import Slot
from revmentor_desktop.ui.meeting_words import day_names, half_names
from revmentor_desktop.ui.people.panel.editors import Editor
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.text import plain_label

_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SlotGrid(QWidget):
    """Fourteen half days. Tab enters at one and leaves; the arrow keys move, Space ticks."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self.boxes: dict[Slot, QCheckBox] = {}
        for row, (half, (short, words)) in enumerate(half_names().items(), start=1):
            grid.addWidget(plain_label(short, "small"), row, 0)
            for column, (day, (_, day_words)) in enumerate(day_names().items(), start=1):
                box = _HalfDay(f"{day_words} {words}")
                box.toggled.connect(self.edited)
                box.installEventFilter(self)
                self.boxes[Slot(f"{day}_{half}")] = box
                grid.addWidget(box, row, column)
        for column, (day_short, _) in enumerate(day_names().values(), start=1):
            label = plain_label(day_short, "small")
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(column, 1)
        self._places = {
            (column, row): self.boxes[Slot(f"{day}_{half}")]
            for row, half in enumerate(half_names())
            for column, day in enumerate(day_names())
        }
        self._stop_at(self._places[0, 0])

    def slots(self) -> tuple[Slot, ...]:
        """Return the ticked half days in the order of the week."""
        return tuple(slot for slot in Slot if self.boxes[slot].isChecked())

    def set_slots(self, slots: Iterable[Slot]) -> None:
        """Tick these half days and no others."""
        wanted = set(slots)
        for slot, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(slot in wanted)
            box.blockSignals(False)
            box.update()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        for box in self.boxes.values():
            box.setAccessibleDescription(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(watched, step)
                return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QCheckBox):
            self._stop_at(watched)
        return super().eventFilter(watched, event)

    def _move(self, start: QObject, step: tuple[int, int]) -> None:
        for (column, row), box in self._places.items():
            if box is start:
                goal = self._places.get((column + step[0], row + step[1]))
                if goal is not None:
                    goal.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _stop_at(self, stop: QCheckBox) -> None:
        """Make one box the one that Tab stops at."""
        for box in self._places.values():
            here = box is stop
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)


class SlotsEditor(Editor):
    """When a person can usually meet; stored when the whole grid is left."""

    widget: SlotGrid

    def __init__(self) -> None:
        super().__init__(SlotGrid())

    def value(self) -> tuple[Slot, ...]:
        return self.widget.slots()

    def put(self, value: tuple[Slot, ...]) -> None:
        # As stored they may stand in any order; what counts is which they are.
        self.widget.set_slots(value)


class _HalfDay(QCheckBox):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(30, 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 24)

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = self.isChecked()
        wide = 2.0 if self.hasFocus() else 1.0
        border = "focus" if self.hasFocus() else "brand" if ticked else "control"
        painter.setPen(QPen(theme.colour(border), wide))
        painter.setBrush(theme.colour("brand_soft" if ticked else "surface"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        if ticked:
            pen = QPen(theme.colour("brand"), 2.0)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            middle = QRectF(self.rect()).center()
            painter.drawPolyline(
                [middle + QPointF(-5, 0.5), middle + QPointF(-1.5, 4), middle + QPointF(5, -4)]
            )
        painter.end()
