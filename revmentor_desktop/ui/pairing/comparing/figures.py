"""What two plans are worth, side by side, the better figure marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.services.pairing.comparing import PlanFigures
from revmentor_desktop.ui.pairing.words import translate
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import plain_label

_BELOW_HEADS: Final = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a plan in words; the higher its `worth`, the better, where it has one."""

    words: str
    worth: int | None


class FiguresCard(QFrame):
    """A line for each figure, with the plans' heads above their columns."""

    def __init__(self, heads: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(2)
        self._grid.setRowMinimumHeight(1, _BELOW_HEADS)
        for column, head in enumerate(heads, start=1):
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)
        self.cells: list[tuple[_Cell, _Cell]] = []
        for at, name in enumerate(_names(), start=2):
            cells = (_Cell(name), _Cell(name))
            self.cells.append(cells)
            self._grid.addWidget(plain_label(name, "muted"), at, 0)
            for column, cell in enumerate(cells, start=1):
                self._grid.addWidget(cell, at, column)

    def show_figures(
        self, figures: tuple[PlanFigures, PlanFigures], plans: tuple[str, str], of_leaders: int
    ) -> None:
        """Show the figures of two plans of these names, of a programme with so many leaders."""
        lines = zip(*(_figures(one, of_leaders) for one in figures), strict=True)
        for cells, (first, second) in zip(self.cells, lines, strict=True):
            cells[0].show_figure(first, plans[0], better=_is_better(first, second))
            cells[1].show_figure(second, plans[1], better=_is_better(second, first))


class _Cell(QWidget):
    """A figure, and a word where it is the better one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._value = plain_label("", "strong")
        self._better = Chip(self.tr("✓ better"), "ok")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._value)
        row.addWidget(self._better)
        row.addStretch(1)
        # A line is as high with the word as without it.
        self.setMinimumHeight(self._better.sizeHint().height())

    @property
    def text(self) -> str:
        """What the figure says, and the word beside it."""
        return f"{self._value.text()} {self._better.text() if self.is_better else ''}".strip()

    @property
    def is_better(self) -> bool:
        """Whether it is marked as the better one."""
        return not self._better.isHidden()

    def show_figure(self, figure: Figure, plan: str, *, better: bool) -> None:
        """Show a figure of a plan; a screen reader hears of which."""
        self._value.setText(figure.words)
        self._value.setAccessibleName(f"{plan}, {self._name}: {figure.words}")
        self._better.setVisible(better)


def _names() -> tuple[str, ...]:
    return (
        named(translate("Pairing", "{Leaders} paired")),
        translate("Pairing", "Total of the fits"),
        translate("Pairing", "Average fit"),
        translate("Pairing", "Lowest fit"),
        translate("Pairing", "Rules broken"),
    )


def _figures(of: PlanFigures, leaders: int) -> tuple[Figure, ...]:
    words = (
        translate("Pairing", "{0} of {1}, in 1 pair")
        if of.pairs == 1
        else translate("Pairing", "{0} of {1}, in {2} pairs")
    )
    paired = words.format(of.leaders, leaders, of.pairs)
    broken = translate("Pairing", "none") if not of.broken else _pairs_word(of.broken)
    return (
        Figure(paired, of.leaders),
        _points(of.total if of.pairs else None),
        _points(of.mean),
        _points(of.lowest),
        Figure(broken, -of.broken),
    )


def _points(hundredths: int | None) -> Figure:
    if hundredths is None:
        return Figure("–", None)
    points = whole_points(hundredths)
    return Figure(f"{points:,}", points)


def _pairs_word(count: int) -> str:
    some = translate("Pairing", "by 1 pair") if count == 1 else translate("Pairing", "by {0} pairs")
    return some.format(count)


def _is_better(one: Figure, other: Figure) -> bool:
    return one.worth is not None and other.worth is not None and one.worth > other.worth
