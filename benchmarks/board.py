"""How fast the board of 1,000 people paints, scrolls, and shows what a drop has changed."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QRect, QStringListModel
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem

from benchmarks import people_import
from benchmarks.figures import Figure, in_turn
from benchmarks.surroundings import context_of
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.proposing import rearrange
from revmentor_desktop.services.pairing.scored_board import scored_board
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.pairing.page import PairingPage

ROUNDS: Final = 5
PEOPLE: Final = 1_000
MOST_FOR_100_CARDS: Final = 0.1
"""A list shows some ten cards at once: that leaves a frame of 60 a second room for more."""
MOST_FOR_A_FRAME: Final = 1 / 60
MOST_FROM_DROP: Final = 0.1

_WINDOW: Final = (1366, 768)
_SCROLL_STEPS: Final = 120
_CARDS: Final = 100


def figures() -> list[Figure]:
    """Measure a board on which nearly everybody is paired, beside a bare list of as many names."""
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        data, programme_id = people_import.filled(Path(name), PEOPLE)
        _pair_up(data, programme_id)
        page = _page(app, data, programme_id, Path(name))
        bare = _bare_list(page)
        (floor_paint, floor_frame), (paint, frame), (drop,) = in_turn(
            ROUNDS,
            partial(_painted_and_scrolled, bare),
            partial(_painted_and_scrolled, page.pairs),
            partial(_dropped, page),
        )
        page.context.jobs.stop()
        page.close()
        bare.close()
        data.close()
    pairs = f"{len(page.board.pairs)} pairs"
    return [
        Figure("painting 100 cards of pairs", paint, floor_paint, most_seconds=MOST_FOR_100_CARDS),
        Figure(f"frame, scrolling {pairs}", frame, floor_frame, most_seconds=MOST_FOR_A_FRAME),
        Figure(f"drop to redrawn, {pairs}", drop, floor_frame, most_seconds=MOST_FROM_DROP),
    ]


def _pair_up(data: DataFile, programme_id: int) -> None:
    """Give each mentor in turn the best leader who is left, until five of one side are left."""
    scores = scored_board(data, programme_id).scores
    left = set(range(len(scores.leaders)))
    joined: list[tuple[int, int]] = []
    for mentor in scores.mentors[:-5]:
        row = scores.row(len(joined))
        _, best = max((row[at], at) for at in left)
        if len(left) > 5 and row[best] >= 0:
            left.remove(best)
            joined.append((mentor.person.id, scores.leaders[best].person.id))
        else:
            break
    rearrange(data, programme_id, (), joined)


def _page(app: Any, data: DataFile, programme_id: int, folder: Path) -> PairingPage:
    context = context_of(app, data, programme_id, folder)
    page = PairingPage(context)
    page.resize(*_WINDOW)
    page.show()
    page.reload()
    QApplication.processEvents()
    return page


def _bare_list(page: PairingPage) -> QListView:
    view = QListView()
    rows = range(page.pairs.cards.rowCount())
    names = [str(page.pairs.cards.index(row).data()) for row in rows]
    view.setModel(QStringListModel(names, view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.resize(page.pairs.size())
    view.show()
    return view


def _painted_and_scrolled(view: QListView) -> Sequence[float]:
    """Return the seconds for painting 100 rows, and of a frame while the list is scrolled."""
    width, height = view.viewport().width(), 100
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.rect = QRect(0, 0, width, height)
    painter = QPainter(image)
    begun = time.perf_counter()
    for row in range(_CARDS):
        view.itemDelegate().paint(painter, option, view.model().index(row, 0))
    painted = time.perf_counter() - begun
    painter.end()
    bar = view.verticalScrollBar()
    begun = time.perf_counter()
    for step in range(_SCROLL_STEPS):
        bar.setValue(bar.maximum() * step // _SCROLL_STEPS)
        QApplication.processEvents()
    return [painted, (time.perf_counter() - begun) / _SCROLL_STEPS]


def _dropped(page: PairingPage) -> Sequence[float]:
    """Return the seconds from letting go of somebody to the board redrawn, stored and all."""
    pair = page.board.pairs[-1]
    page.commands.apply(Rearrangement(parted=(pair,)))
    QApplication.processEvents()
    begun = time.perf_counter()
    page.commands.apply(Rearrangement(joined=((pair.mentor, pair.mentee),)))
    QApplication.processEvents()
    return [time.perf_counter() - begun]
