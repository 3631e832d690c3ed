"""What a distance in grade is worth: a row of numbers, one for each gap."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from revmentor_desktop.domain.grades import STEP, worth
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_GRADE_CURVE, CurvePoint
from revmentor_desktop.ui.widgets.fields import NumberField
from revmentor_desktop.ui.widgets.text import plain_label

_WIDEST = 5
_MOST_POINTS = 100
_NUMBER_WIDTH = 74


class GradeCurve(QWidget):
    """Points from 0 to 100 for gaps of none to five grades; what is wider is worth the last."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[CurvePoint, ...] = ()
        self.points: list[NumberField] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for gap, words in enumerate(_gaps()):
            number = NumberField(0, _MOST_POINTS)
            number.setFixedWidth(_NUMBER_WIDTH)
            number.setAccessibleName(_tr("Points for a distance in grade: {0}").format(words))
            number.valueChanged.connect(self.edited)
            grid.addWidget(plain_label(words, "small"), 0, gap)
            grid.addWidget(number, 1, gap)
            self.points.append(number)
        grid.setColumnStretch(len(self.points), 1)
        self.put(DEFAULT_GRADE_CURVE)

    def put(self, curve: tuple[CurvePoint, ...]) -> None:
        """Show a curve; `edited` stays silent."""
        self._shown = curve
        for number, points in zip(self.points, _sampled(curve), strict=True):
            number.blockSignals(True)
            number.setValue(points)
            number.blockSignals(False)

    def value(self) -> tuple[CurvePoint, ...]:
        """Return the curve; as it was shown where nothing was changed."""
        points = [number.value() for number in self.points]
        if points == _sampled(self._shown):
            return self._shown
        return tuple(CurvePoint(gap, height) for gap, height in enumerate(points))


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
