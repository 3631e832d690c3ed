"""A weight from 0 to 100: a slider, its number, and what share of the whole it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from revmentor_desktop.ui.widgets.fields import NumberField
from revmentor_desktop.ui.widgets.text import plain_label

_MOST = 100
_STEP = 5
_SLIDER_WIDTH = 130
_LEAST_WIDTH = 50
_NUMBER_WIDTH = 74


class WeightField(QWidget):
    """Slider and number go together; the share is told by whoever knows the other weights."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _MOST)
        self.slider.setSingleStep(_STEP)
        self.slider.setPageStep(4 * _STEP)
        self.slider.setMaximumWidth(_SLIDER_WIDTH)
        self.number = NumberField(0, _MOST)
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self._share = plain_label("", "muted")
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._share.setMinimumWidth(self._share.fontMetrics().horizontalAdvance("100 % ") + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.slider, self.number, self._share):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.name(name)
        self.slider.valueChanged.connect(self._slid)
        self.number.valueChanged.connect(self._typed)

    def name(self, name: str) -> None:
        """Say to a screen reader what is weighed."""
        self.slider.setAccessibleName(name)
        self.number.setAccessibleName(name)

    @property
    def value(self) -> int:
        """The weight."""
        return self.number.value()

    def put(self, value: int) -> None:
        """Show a weight; `edited` stays silent."""
        for field in (self.slider, self.number):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def show_share(self, whole: int) -> None:
        """Say what share of all weights together this one is."""
        percent = round(100 * self.value / whole) if whole else 0
        self._share.setText(f"{percent} %")
        said = self.tr("{0} per cent of the whole").format(percent)
        self.slider.setAccessibleDescription(said)
        self.number.setAccessibleDescription(said)

    @property
    def share(self) -> str:
        """The share as shown."""
        return self._share.text()

    def _slid(self, value: int) -> None:
        self.put(value)
        self.edited.emit()

    def _typed(self, value: int) -> None:
        self.put(value)
        self.edited.emit()


class _Slider(QSlider):
    """The wheel only turns it when it has the focus."""

    def sizeHint(self) -> QSize:
        return QSize(_SLIDER_WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
