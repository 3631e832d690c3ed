"""Edits of the settings that wait: stored as typed, so that closing or a crash loses none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.services.setup.reading import settings_edits
from revmentor_desktop.ui.context import Context

KEPT_AFTER_MS: Final = 1_000
"""How long an edit may be in memory only. Typing on does not put it off."""


class KeptEdits(QObject):
    """What waits in the settings of each programme, by section.

    It stays in memory as well: with a removed programme its stored edits go, and they have to be
    there again when the removal is undone.
    """

    failed = Signal(KnownError)
    """The edits could not be stored; it is tried again with the next change."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._edits: dict[int, dict[Step, Draft]] = {}
        self._due: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def of(self, programme_id: int) -> Mapping[Step, Draft]:
        """Return what waits for a programme, which was asked for or is stored."""
        if programme_id not in self._edits:
            self._edits[programme_id] = settings_edits(self._context.data, programme_id)
        return self._edits[programme_id]

    def take(self, programme_id: int, edits: Mapping[Step, Draft]) -> None:
        """Take what waits now; it is stored within `KEPT_AFTER_MS`."""
        before = self.of(programme_id)
        if edits == before:
            return
        self._edits[programme_id] = dict(edits)
        self._put_down(programme_id)
        if bool(edits) != bool(before):
            self.keep()
            self._context.changed.emit(frozenset({"settings_edit"}))

    def renew(self, programme_id: int) -> None:
        """Store what waits for a programme that has come back; its stored edits had gone."""
        if self._edits.get(programme_id):
            self._put_down(programme_id)

    def keep(self) -> None:
        """Store now what is not stored yet."""
        self._timer.stop()
        if not self._due:
            return
        from revmentor_desktop.services.setup.writing import keep_settings_edits

        for programme_id in sorted(self._due):
            try:
                keep_settings_edits(self._context.data, programme_id, self._edits[programme_id])
            except KnownError as error:
                self.failed.emit(error)
                return
            self._due.discard(programme_id)

    def _put_down(self, programme_id: int) -> None:
        self._due.add(programme_id)
        if not self._timer.isActive():
            self._timer.start()
