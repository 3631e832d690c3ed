"""What a version of an agreement changed, and what became of it, above its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.services.documents.version_changes import ChangeKind, changes, noted_of
from revmentor_desktop.services.documents.versions import Version
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.documents.tracking.mark_words import mark_names
from revmentor_desktop.ui.widgets.surfaces import scrolled
from revmentor_desktop.ui.widgets.text import plain_label

_MOST_HIGH: Final = 104
"""So high what was changed may stand; more of it scrolls."""


class AboutVersion(QWidget):
    """Says of one of `versions` what was noted of it and what it changed.

    `noted` is what is noted of the latest one.
    """

    def __init__(self, versions: Sequence[Version], noted: Mapping[Mark, date]) -> None:
        super().__init__()
        self._versions = {one.number: one for one in versions}
        self._noted_now = noted
        self.noted = plain_label("", "strong", "wrap")
        self.changed = plain_label("", "body", "wrap")
        self.changed.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = scrolled(self.changed)
        self._area.setMaximumHeight(_MOST_HIGH)
        # Only to be read: the keyboard scrolls it from here.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("What the version changed"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.noted)
        layout.addWidget(self._area)

    def show_version(self, version: Version) -> None:
        """Speak of that version; where there is nothing to say, nothing stands there."""
        self.noted.setText(self._noted_words(version))
        self.noted.setVisible(bool(self.noted.text()))
        self.changed.setText(self._change_words(version))
        self._area.setVisible(bool(self.changed.text()))

    def _noted_words(self, version: Version) -> str:
        noted = noted_of(version, list(self._versions.values()), self._noted_now)
        names, words = mark_names(), self.tr("{0} on {1}")
        found = [(names[mark], noted[mark]) for mark in Mark if mark in noted]
        return "; ".join(words.format(name, short_date(day)) for name, day in found)

    def _change_words(self, version: Version) -> str:
        before = self._versions.get(version.number - 1)
        if before is None:
            return ""
        words = {
            ChangeKind.NEW: self.tr("New: {0}"),
            ChangeKind.CHANGED: self.tr("Changed: {0}"),
            ChangeKind.GONE: self.tr("No longer there: {0}"),
        }
        return "\n".join(words[one.kind].format(one.words) for one in changes(before, version))
