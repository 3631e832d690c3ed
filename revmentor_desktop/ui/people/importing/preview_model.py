"""Every row of the file with what becomes of it and what is odd about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    Qt,
)

from revmentor_desktop.exchange.people_file.rows import Severity
from revmentor_desktop.services.people_import.comparison import Fate, RowOutcome
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.people.importing.titled_model import ROOT, Index, TitledModel
from revmentor_desktop.ui.people.importing.words import (
    FATE_SIGNS,
    change_words,
    fate_names,
    problem_words,
)
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.text import plain_tip

_ROW, _FATE, _NAME, _REMARK = range(4)


class PreviewModel(TitledModel):
    """The outcomes of a comparison, all or those chosen by fate or for their problems."""

    def __init__(self, parent: QObject | None = None) -> None:
        titles = (_tr("Row"), _tr("Becomes"), _tr("Name"), _tr("To know"))
        super().__init__(titles, parent)
        self._all: tuple[RowOutcome, ...] = ()
        self._shown: list[RowOutcome] = []
        self._fate: Fate | None = None
        self._problems_only = False

    def show(self, outcomes: Sequence[RowOutcome]) -> None:
        """Show other outcomes; blank rows are not among those shown."""
        self._all = tuple(o for o in outcomes if not (o.reason and o.reason.code == "row-blank"))
        self._sieve()

    def sift(self, fate: Fate | None, *, problems_only: bool) -> None:
        """Show only rows of a fate (None: any), and maybe only those with problems."""
        self._fate, self._problems_only = fate, problems_only
        self._sieve()

    def outcome(self, row: int) -> RowOutcome:
        """Return what is shown in a row."""
        return self._shown[row]

    def place_of(self, sheet_row: int) -> int | None:
        """Return where a row of the sheet is shown, or None."""
        places = (place for place, one in enumerate(self._shown) if one.row == sheet_row)
        return next(places, None)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        outcome = self._shown[index.row()]
        answers: dict[int, Callable[[RowOutcome, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: _text,
            Qt.ItemDataRole.ToolTipRole: _tip,
            Qt.ItemDataRole.DecorationRole: _sign,
            Qt.ItemDataRole.ForegroundRole: _colour,
            Qt.ItemDataRole.FontRole: _font,
        }
        return answers[role](outcome, index.column()) if role in answers else None

    def _sieve(self) -> None:
        self.beginResetModel()
        self._shown = [
            one
            for one in self._all
            if (self._fate is None or one.fate is self._fate)
            and (one.problems or not self._problems_only)
        ]
        self.endResetModel()


def remarks(outcome: RowOutcome) -> list[str]:
    """Return everything there is to know about a row, the weightiest first."""
    problems = sorted(outcome.problems, key=lambda p: p.severity is not Severity.ERROR)
    said = [problem_words(problem) for problem in problems]
    if outcome.reason is not None:
        reason = sentence(outcome.reason.code, dict(outcome.reason.params))
        if reason not in said:
            said.insert(0, reason)
    return said + [change_words(change) for change in outcome.changes]


def _text(outcome: RowOutcome, column: int) -> str:
    if column != _REMARK:
        cells = (str(outcome.row + 1), fate_names()[outcome.fate], outcome.name)
        return cells[column]
    said = remarks(outcome)
    more = _tr(" (and {0} more)").format(len(said) - 1) if len(said) > 1 else ""
    return said[0] + more if said else ""


def _tip(outcome: RowOutcome, column: int) -> str | None:
    if column == _REMARK:
        return plain_tip("\n".join(remarks(outcome)))
    return plain_tip(f"{outcome.name}\n{outcome.email}" if column == _NAME else "")


def _font(_outcome: RowOutcome, column: int) -> Any:
    return current_theme().font("body", bold=True) if column == _NAME else None


def _sign(outcome: RowOutcome, column: int) -> Any:
    if column == _FATE:
        return icon(*FATE_SIGNS[outcome.fate])
    if column == _REMARK and outcome.problems:
        is_error = any(p.severity is Severity.ERROR for p in outcome.problems)
        return icon("circle-alert", "bad") if is_error else icon("triangle-alert", "warn")
    return None


def _colour(outcome: RowOutcome, column: int) -> Any:
    theme = current_theme()
    if column == _FATE:
        return theme.colour(FATE_SIGNS[outcome.fate][1])
    is_out = outcome.fate in {Fate.LEFT_OUT, Fate.REPEATED}
    if column == _ROW or (is_out and column == _NAME):
        return theme.colour("muted")
    return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("importing", text)
