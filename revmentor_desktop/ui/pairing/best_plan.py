"""The best plan for the board that is shown, worked out beside whatever the officer does.

It is worked out in the window's thread, in slices between its events: in Python a second thread
would only take turns with the window, and not when it suits the window.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.matching.situation import Situation
from revmentor_desktop.matching.standing import Standing
from revmentor_desktop.matching.suggestion import Gap, Suggestion, gap, kept_up
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.services.pairing.waiting import left_over_before
from revmentor_desktop.ui.context import Context

T = TypeVar("T")

_SLICE: Final = 0.005
"""So many seconds at a time; a frame of scrolling has 0.016."""
_BREATH_MS: Final = 30
"""The window first shows a change, and a card that is dragged moves freely."""

_STILL_MS: Final = 150
"""While a list is scrolled, every frame is the window's; so long after the last one it goes on."""


class BestPlan(QObject):
    """Follows the board, and says how good its plan is and what else could be."""

    known = Signal()
    """The best plan for the board as it is now was found, or there is none any more."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: ScoredBoard | None = None
        self._programme_id: int | None = None
        self._found: Suggestion | None = None
        self._before: Suggestion | None = None
        self._gap: Gap | None = None
        self._steps: Generator[Progress, None, Suggestion] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._think)

    @property
    def suggestion(self) -> Suggestion | None:
        """The best plan for the board that is shown; None while it is being worked out."""
        return self._found

    @property
    def gap(self) -> Gap | None:
        """How far the plan on the board is from that one; None while it is being worked out."""
        return self._gap

    def follow(self, programme_id: int | None, shown: ScoredBoard) -> None:
        """Find the best plan for another board, from the one before if there is little between."""
        if programme_id != self._programme_id:
            self._before = None
        elif self._found is not None:
            self._before = self._found
        self._programme_id, self._shown = programme_id, shown
        self._found = self._gap = None
        self._begin()

    def give_way(self, *_: object) -> None:
        """Think later: the officer is scrolling."""
        if self._timer.isActive():
            self._timer.start(_STILL_MS)

    def ask(
        self,
        words: str,
        question: Callable[[Situation, Standing], T],
        then: Callable[[T], object],
    ) -> None:
        """Ask something about the best plan, and call `then` with the answer.

        It is a job called `words`, which finds that plan first if need be.
        """
        steps = self._steps if self._found is None else _at_once(self._found)
        if steps is None:
            return
        self._timer.stop()

        def work() -> Generator[Progress, None, tuple[Suggestion, T]]:
            best = yield from steps
            yield Progress(0, 0)
            return best, question(best.situation, best.standing)

        def answered(result: tuple[Suggestion, T]) -> None:
            if self._found is None:
                self._keep(result[0])
            then(result[1])

        self._context.jobs.start(words, work, answered, cancelled=self._begin)

    def _begin(self) -> None:
        """Begin to think, where there is something that is not known."""
        self._steps = None
        self._timer.stop()
        programme_id, shown = self._programme_id, self._shown
        if self._found is None and shown is not None and programme_id is not None:
            waiting = left_over_before(self._context.data, programme_id)
            self._steps = kept_up(shown.board, shown.choices, waiting, self._before)
            # The breath begins when the window has shown what brought this about.
            QTimer.singleShot(0, self, lambda: self._timer.start(_BREATH_MS))

    def _think(self) -> None:
        """Think for one slice; later where the window has more urgent things to do."""
        if self._steps is None:
            return
        if self._context.jobs.busy or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._timer.start(_BREATH_MS)
            return
        until = time.perf_counter() + _SLICE
        try:
            while time.perf_counter() < until:
                next(self._steps)
        except StopIteration as end:
            self._keep(end.value)
        else:
            self._timer.start(0)

    def _keep(self, found: Suggestion) -> None:
        self._steps, self._before = None, None
        self._found, self._gap = found, gap(found)
        self.known.emit()


def _at_once(found: Suggestion) -> Generator[Progress, None, Suggestion]:
    yield from ()
    return found
