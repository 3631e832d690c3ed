"""What a distance in grade is worth: a curve to draw, and its numbers, one for each gap."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from revmentor_desktop.domain.grades import STEP, worth
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_GRADE_CURVE, CurvePoint
from revmentor_desktop.ui.widgets.curve import CurveChart
from revmentor_desktop.ui.widgets.fields import NumberField
from revmentor_desktop.ui.widgets.text import plain_label

_WIDEST: Final = 5
_MOST_POINTS: Final = 100
_NUMBER_WIDTH: Final = 70
_GAP: Final = 6
_GUTTER: Final = 30


class GradeCurve(QWidget):
    """Points from 0 to 100 for gaps of none to five grades; what is wider is worth the last.

    The curve and the numbers beneath it say the same, and either can be changed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[CurvePoint, ...] = ()
        self.points: list[NumberField] = []
        self.chart = CurveChart(
            _tr("What a distance in grade is worth"),
            _gaps(),
            _GUTTER + _GAP / 2,
            _NUMBER_WIDTH + _GAP,
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _GUTTER)
        columns = len(_gaps()) + 1
        grid.addWidget(self.chart, 0, 0, 1, columns, Qt.AlignmentFlag.AlignLeft)
        for gap, words in enumerate(_gaps()):
            number = NumberField(0, _MOST_POINTS)
            number.setFixedWidth(_NUMBER_WIDTH)
            number.setAccessibleName(_tr("Points for a distance in grade: {0}").format(words))
            number.valueChanged.connect(self._typed)
            grid.addWidget(plain_label(words, "small"), 1, gap + 1)
            grid.addWidget(number, 2, gap + 1)
            self.points.append(number)
        grid.setColumnStretch(columns, 1)
        self.chart.edited.connect(self._drawn)
        self.put(DEFAULT_GRADE_CURVE)

    def put(self, curve: tuple[CurvePoint, ...]) -> None:
        """Show a curve; `edited` stays silent."""
        self._shown = curve
        heights = _sampled(curve)
        self.chart.put(heights)
        for number, height in zip(self.points, heights, strict=True):
            number.blockSignals(True)
            number.setValue(height)
            number.blockSignals(False)

    def value(self) -> tuple[CurvePoint, ...]:
        """Return the curve; as it was shown where nothing was changed."""
        points = self._numbers()
        if points == _sampled(self._shown):
            return self._shown
        return tuple(CurvePoint(gap, height) for gap, height in enumerate(points))

    def _numbers(self) -> list[int]:
        return [number.value() for number in self.points]

    def _typed(self, _: int) -> None:
        self.chart.put(self._numbers())
        self.edited.emit()

    def _drawn(self, gap: int, height: int) -> None:
        self.points[gap].setValue(height)


def _sampled(curve: tuple[CurvePoint, ...]) -> list[int]:
    return [worth(gap * STEP, curve) // 100 for gap in range(_WIDEST + 1)]


def _gaps() -> tuple[str, ...]:
    return (
        _tr("The same"),
        _tr("1 grade"),
        _tr("2 grades"),
        _tr("3 grades"),
        _tr("4 grades"),
        _tr("5 or more"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("GradeCurve", text)
