"""An editor that is stored while one types: after a pause, or when one goes elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

_PAUSE_MS: Final = 900


class StoredAfterPause(QWidget):
    """Asks to be stored a moment after the last key; nothing has to be saved by hand."""

    to_store = Signal()
    """What stands here should be stored now."""

    def __init__(self) -> None:
        super().__init__()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.to_store)

    def has_waiting(self) -> bool:
        """Tell whether something was typed that is not stored yet."""
        return self._pause.isActive()

    def wait(self) -> None:
        """Ask to be stored after a pause that begins now."""
        self._pause.start()

    def settle(self) -> None:
        """Have what was typed stored now, if anything waits."""
        if self._pause.isActive():
            self._pause.stop()
            self.to_store.emit()

    def forget_waiting(self) -> None:
        """Leave out what was typed and is not stored yet."""
        self._pause.stop()
