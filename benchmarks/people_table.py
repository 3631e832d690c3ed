"""The longest pause while a table of 5,000 people is scrolled and filtered."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks import people_file, people_import
from benchmarks.figures import Figure, in_turn
from benchmarks.surroundings import context_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.page import PeoplePage

ROUNDS: Final = 5
MOST_SECONDS: Final = 0.1

_WINDOW: Final = (1366, 768)
_SCROLL_STEPS: Final = 120
_TYPED: Final = ("k", "ko", "kow", "kowa", "kow", "", "fin", "finance", "")
_UNTIL_FILTERED: Final = 0.4
"""Seconds to watch after each letter: the search waits for the next letter before it begins."""


class BareModel(QAbstractTableModel):
    """The cells of the spreadsheet as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = people_file.rows()

    def rowCount(self, _parent: Any = None) -> int:  # noqa: N802 (Qt's name)
        """Return the number of people."""
        return len(self._rows)

    def columnCount(self, _parent: Any = None) -> int:  # noqa: N802 (Qt's name)
        """Return the number of columns that the program's own table shows at first."""
        return 8

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        return self._rows[index.row()][index.column()] if role == _TEXT else None


_TEXT: Final = int(Qt.ItemDataRole.DisplayRole)


def figures() -> list[Figure]:
    """Measure the People page with one person chosen, and a bare table with a filter on top.

    A pause is the time in which the window cannot answer: from one turn of the event loop to the
    next.
    """
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        data, programme_id = people_import.filled(Path(name))
        page = _page(app, data, programme_id, Path(name))
        bare, model = _bare_table()
        (floor_scroll, floor_filter), (scroll, sift) = in_turn(
            ROUNDS,
            partial(_pauses, bare, model.setFilterFixedString),
            partial(_pauses, page.table, page.search.setText),
        )
        page.context.jobs.stop()
        page.close()
        data.close()
    return [
        Figure("longest pause, scrolling 5,000", scroll, floor_scroll, most_seconds=MOST_SECONDS),
        Figure("longest pause, filtering 5,000", sift, floor_filter, most_seconds=MOST_SECONDS),
    ]


def _page(app: Any, data: DataFile, programme_id: int, folder: Path) -> PeoplePage:
    context = context_of(app, data, programme_id, folder)
    page = PeoplePage(context)
    _show(page)
    page.reload()
    page.table.selectRow(0)
    return page


def _bare_table() -> tuple[QTableView, QSortFilterProxyModel]:
    view = QTableView()
    model = QSortFilterProxyModel(view)
    source = BareModel()
    source.setParent(model)
    model.setSourceModel(source)
    model.setFilterKeyColumn(-1)
    model.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    view.setModel(model)
    _show(view)
    return view, model


def _show(window: QWidget) -> None:
    window.resize(*_WINDOW)
    window.show()


def _pauses(table: QTableView, search: Callable[[str], object]) -> Sequence[float]:
    """Return the longest pause of scrolling from top to bottom, and of typing into the search."""
    bar = table.verticalScrollBar()
    places = [bar.maximum() * step // _SCROLL_STEPS for step in range(_SCROLL_STEPS + 1)]
    scrolling = max(_pause(partial(bar.setValue, place)) for place in places)
    typing = max(_pause(partial(search, word), _UNTIL_FILTERED) for word in _TYPED)
    bar.setValue(0)
    return [scrolling, typing]


def _pause(act: Callable[[], object], watched: float = 0.0) -> float:
    """Do something; return the longest turn of the event loop, for `watched` seconds after."""
    until = time.perf_counter() + watched
    longest = _seconds(lambda: (act(), QApplication.processEvents()))
    while time.perf_counter() < until:
        longest = max(longest, _seconds(QApplication.processEvents))
    return longest


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
