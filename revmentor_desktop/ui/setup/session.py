"""The programme that is being set up, from the screen to the data file."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.services.setup import reading
from revmentor_desktop.ui.context import Context

KEPT_AFTER_MS: Final = 1_000
"""How long something typed may be in memory only. Typing on does not put it off."""


class SetupSession(QObject):
    """Holds the draft and stores it: a moment after each change, and when told to.

    `is_resumed` tells whether there was a draft to go on with at the beginning.
    """

    failed = Signal(KnownError)
    """The draft could not be stored; it is tried again with the next change."""
    kept = Signal()
    """The draft is stored as it stands."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        found = reading.draft(context.data)
        self.is_resumed = found is not None
        self._draft = found or Draft()
        self._stored = found
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    @property
    def draft(self) -> Draft:
        """Everything as typed so far."""
        return self._draft

    @property
    def is_kept(self) -> bool:
        """Whether the draft is stored as it stands, or there is nothing to store."""
        return self._draft == self._stored or (self._stored is None and not self.holds_anything)

    @property
    def holds_anything(self) -> bool:
        """Whether more was done than looking at steps."""
        return content_of(self._draft) != Draft()

    def edit(self, draft: Draft) -> None:
        """Take what was typed; it is stored within `KEPT_AFTER_MS`, typing on or not."""
        self._draft = draft
        if not self.is_kept and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Store the draft now, if it is not stored as it stands."""
        from revmentor_desktop.services.setup import writing

        self._timer.stop()
        if self.is_kept:
            return
        try:
            writing.keep_draft(self._context.data, self._draft)
        except KnownError as error:
            self.failed.emit(error)
        else:
            self._stored = self._draft
            self.kept.emit()

    def replace(self, draft: Draft) -> None:
        """Go on with another draft instead, which is stored at once."""
        self._draft = draft
        self.keep()

    def discard(self) -> None:
        """Forget the draft, also in the data file. Raises KnownError; all is as it was then."""
        from revmentor_desktop.services.setup import writing

        writing.drop_draft(self._context.data)
        self._timer.stop()
        self._draft, self._stored = Draft(), None

    def create(self, words: str) -> int:
        """Make the draft a programme, as the undo step `words`; return its id.

        Raises KnownError; the draft is kept then.
        """
        from revmentor_desktop.services.setup import writing

        self.keep()
        made = self._draft
        programme_id = self._context.attempt(
            words, lambda data: writing.create_programme(data, made)
        )
        self._stored = self._draft
        return programme_id


def content_of(draft: Draft) -> Draft:
    """Return the draft without where the officer is and has been."""
    return replace(draft, step=Step.PURPOSE, seen=frozenset())
