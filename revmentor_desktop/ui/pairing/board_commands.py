"""What every set of commands is given that works on the board and may make pairs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.context import Context


class BoardCommands(QObject):
    """Commands that work on the board that is shown; until there is one they do nothing."""

    done = Signal(Rearrangement, list)
    """A change was made; with the ids of the new pairs."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._scored: ScoredBoard | None = None

    def show_board(self, scored: ScoredBoard) -> None:
        """Work on that board from now on."""
        self._scored = scored
