"""Undo and Redo in the menu, naming what they undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.widgets.text import without_mnemonic

_LONGEST = 60


class UndoActions(QObject):
    """The two actions of the Edit menu, following the open data file."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self.undo = QAction(icon("undo-2"), "", self)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo = QAction(icon("redo-2"), "", self)
        # Both spellings that people have in their fingers, on every system.
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(self._undo)
        self.redo.triggered.connect(self._redo)
        self.refresh()

    def follow(self, context: Context | None) -> None:
        """Show the steps of another data file, or of none."""
        self._context = context
        if context is not None:
            context.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Name the steps that are next."""
        data = self._context.data if self._context is not None else None
        _name(self.undo, self.tr("Undo"), data.undo_words if data else None)
        _name(self.redo, self.tr("Redo"), data.redo_words if data else None)

    def _undo(self) -> None:
        if self._context is not None:
            self._context.undo()

    def _redo(self) -> None:
        if self._context is not None:
            self._context.redo()


def _name(action: QAction, verb: str, words: str | None) -> None:
    if words and len(words) > _LONGEST:
        words = words[: _LONGEST - 1].rstrip() + "…"
    action.setText(without_mnemonic(f"{verb} “{words}”" if words else verb))
    action.setEnabled(words is not None)
