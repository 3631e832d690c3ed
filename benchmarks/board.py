"""How smoothly the board of 1,000 people scrolls, and how soon it shows what a drop has changed."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QRect, QStringListModel, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from benchmarks import people_import
from benchmarks.figures import Figure, in_turn
from benchmarks.surroundings import context_of
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.proposing import rearrange
from revmentor_desktop.services.pairing.scored_board import scored_board
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.pairing.board.cards import Card
from revmentor_desktop.ui.pairing.board.model import CardModel
from revmentor_desktop.ui.pairing.board.view import CardView
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
_PATIENCE: Final = 60.0
"""Seconds that the best plan of a board may take before it is measured without."""


def figures() -> list[Figure]:
    """Measure a board on which nobody is paired, and one on which nearly everybody is.

    Floors are a bare list of as many names: painted, and scrolled.
    """
    app = QApplication.instance() or QApplication([])
    return [*_of_free_people(app), *_of_pairs(app)]


def _of_free_people(app: Any) -> list[Figure]:
    """Measure 1,000 cards of people, while the fits are new too: as somebody is dragged."""
    with _shown(app, paired=False) as window:
        page, bare = window.page, _bare_list(window.page.mentors)
        cards = sum(view.cards.rowCount() for view in page.views)
        page.mentors.choose(_card(page.mentors.cards, 0).key)
        floor, usual, dragged, (drop,) = in_turn(
            ROUNDS,
            partial(_frames, bare),
            partial(_frames, page.mentors),
            partial(_frames_dragging, page, count()),
            partial(_dropped, window, _first_fitting),
        )
        bare.close()
    return [
        *_frame_figures(f"scrolling, {cards:,} people", usual, floor),
        *_frame_figures("with somebody dragged", dragged, floor),
        Figure("drop to redrawn, few pairs", drop, floor[0], most_seconds=MOST_FROM_DROP),
    ]


def _of_pairs(app: Any) -> list[Figure]:
    """Measure the cards of pairs, which have the most on them."""
    with _shown(app, paired=True) as window:
        page, bare = window.page, _bare_list(window.page.pairs)
        pairs = f"{len(page.board.pairs)} pairs"
        thinking = _frames_thinking(page)
        _come_to_rest(page)
        page.pairs.choose(_card(page.pairs.cards, 0).key)
        (bare_paint,), (paint,), floor, usual, (drop,) = in_turn(
            ROUNDS,
            partial(_painted, bare),
            partial(_painted, page.pairs),
            partial(_frames, bare),
            partial(_frames, page.pairs),
            partial(_dropped, window, _last_pair_again),
        )
        bare.close()
    return [
        Figure("painting 100 cards of pairs", paint, bare_paint, most_seconds=MOST_FOR_100_CARDS),
        *_frame_figures(f"scrolling, {pairs}", usual, floor),
        *_frame_figures("before the plan is known", thinking, floor),
        Figure(f"drop to redrawn, {pairs}", drop, floor[0], most_seconds=MOST_FROM_DROP),
    ]


def _frame_figures(name: str, taken: Sequence[float], floor: Sequence[float]) -> list[Figure]:
    of_100, longest = taken
    return [
        Figure(f"frame, 95 of 100, {name}", of_100, floor[0], most_seconds=MOST_FOR_A_FRAME),
        Figure(f"frame, longest, {name}", longest, floor[1], most_seconds=MOST_FOR_A_FRAME),
    ]


class _Window(QWidget):
    """A window that knows when it has painted last."""

    def __init__(self, page: PairingPage) -> None:
        super().__init__()
        self.page = page
        self.painted = 0.0
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(page)
        self.resize(*_WINDOW)

    def event(self, event: QEvent) -> bool:
        taken = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            self.painted = time.perf_counter()
        return taken


@contextmanager
def _shown(app: Any, *, paired: bool) -> Iterator[_Window]:
    """Show the board of so many people in a window."""
    with tempfile.TemporaryDirectory() as name:
        data, programme_id = people_import.filled(Path(name), PEOPLE)
        if paired:
            pair_up(data, programme_id)
        page = PairingPage(context_of(app, data, programme_id, Path(name)))
        window = _Window(page)
        window.show()
        QApplication.processEvents()
        if not paired:
            _come_to_rest(page)
        # As the program does when it has started: what came with it is no garbage.
        gc.collect()
        gc.freeze()
        yield window
        page.context.jobs.stop()
        window.close()
        gc.unfreeze()
        data.close()


def _come_to_rest(page: PairingPage) -> None:
    """Wait until the best plan is known."""
    until = time.perf_counter() + _PATIENCE
    while page.best_plan.gap is None and time.perf_counter() < until:
        QApplication.processEvents()


def pair_up(data: DataFile, programme_id: int) -> None:
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


def _bare_list(beside: CardView) -> QListView:
    view = QListView()
    rows = range(beside.cards.rowCount())
    names = [str(beside.cards.index(row).data()) for row in rows]
    view.setModel(QStringListModel(names, view))
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.resize(beside.window().size())
    view.show()
    return view


def _painted(view: QListView) -> Sequence[float]:
    """Return the seconds for painting 100 rows."""
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
    return [painted]


def _frames(view: QListView) -> Sequence[float]:
    """Return the seconds of a frame that 95 of 100 keep to, and of the longest, in scrolling."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    QApplication.processEvents()
    taken = []
    for step in range(1, _SCROLL_STEPS + 1):
        begun = time.perf_counter()
        bar.setValue(bar.maximum() * step // _SCROLL_STEPS)
        QApplication.processEvents()
        taken.append(time.perf_counter() - begun)
    taken.sort()
    return [taken[len(taken) * 95 // 100], taken[-1]]


def _frames_dragging(page: PairingPage, numbers: count[int]) -> Sequence[float]:
    """Return the same of the leaders while a mentor is held, of whom no fit is known yet."""
    cards = page.mentors.cards
    held = _card(cards, next(numbers) % cards.rowCount()).held()
    page.mentors.picked_up.emit(held)
    taken = _frames(page.leaders)
    page.mentors.put_down.emit(Qt.DropAction.IgnoreAction)
    QApplication.processEvents()
    return taken


def _frames_thinking(page: PairingPage) -> Sequence[float]:
    """Return the same of the pairs just after the board was opened."""
    if page.best_plan.gap is not None:
        raise LookupError("the best plan is known already")
    return _frames(page.pairs)


def _dropped(window: _Window, choose: Callable[[PairingPage], Rearrangement]) -> Sequence[float]:
    """Return the seconds from letting go of somebody to the board redrawn, stored and all."""
    change = choose(window.page)
    begun = time.perf_counter()
    window.page.commands.apply(change)
    QApplication.processEvents()
    return [window.painted - begun]


def _first_fitting(page: PairingPage) -> Rearrangement:
    """Return the first mentor's first possible pair."""
    held = _card(page.mentors.cards, 0).held()
    return next(one.change for one in page.board.candidates(held) if one.reason is None)


def _last_pair_again(page: PairingPage) -> Rearrangement:
    """Take the last pair apart, and return what makes it again."""
    pair = page.board.pairs[-1]
    page.commands.apply(Rearrangement(parted=(pair,)))
    QApplication.processEvents()
    return Rearrangement(joined=((pair.mentor, pair.mentee),))


def _card(cards: CardModel, row: int) -> Card:
    card = cards.card(cards.index(row))
    if card is None:
        raise LookupError("the list is empty")
    return card
