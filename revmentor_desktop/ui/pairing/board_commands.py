"""What every set of commands is given that works on the pairs of a programme."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context

T = TypeVar("T")


class Commands(QObject):
    """Commands for the programme that is looked at."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def _run(self, words: str, action: Callable[[DataFile, int], T], notice: str = "") -> T | None:
        """Change something in the programme, as one undo step; without a programme nothing."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return None
        return self._context.run(words, lambda data: action(data, programme_id), notice=notice)


class BoardCommands(Commands):
    """Commands that work on the board that is shown; until there is one they do nothing."""

    done = Signal(Rearrangement, list)
    """A change was made; with the ids of the new pairs."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window)
        self._scored: ScoredBoard | None = None

    def show_board(self, scored: ScoredBoard) -> None:
        """Work on that board from now on."""
        self._scored = scored
