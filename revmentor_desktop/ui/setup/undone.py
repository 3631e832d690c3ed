"""What becomes of the draft when the programme made of it is undone."""

from __future__ import annotations

from PySide6.QtCore import QObject

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.services.programmes.reading import programmes
from revmentor_desktop.services.setup import reading
from revmentor_desktop.ui.context import Context


class DraftOfUndone(QObject):
    """Brings the draft back when its programme is undone, and takes it away when that is redone.

    Undo leaves drafts alone, so that it never takes back what was typed later. Without this, half
    an hour of setting up would go with an undone programme. Lives as long as the context.
    """

    def __init__(self, context: Context, programme_id: int, draft: Draft) -> None:
        super().__init__(context)
        self._context = context
        self._programme_id = programme_id
        self._draft = draft
        context.changed.connect(self._look)

    def _look(self, tables: frozenset[str]) -> None:
        if "programme" not in tables:
            return
        data = self._context.data
        is_there = any(one.id == self._programme_id for one in programmes(data))
        stored = reading.draft(data)
        try:
            if not is_there and stored is None:
                self._keep()
            elif is_there and stored == self._draft:
                self._drop()
        except KnownError as error:
            self._context.prompts.error(error)

    def _keep(self) -> None:
        from revmentor_desktop.services.setup.writing import keep_draft

        keep_draft(self._context.data, self._draft)
        self._context.announce(frozenset({"draft"}))

    def _drop(self) -> None:
        from revmentor_desktop.services.setup.writing import drop_draft

        drop_draft(self._context.data)
        self._context.announce(frozenset({"draft"}))
