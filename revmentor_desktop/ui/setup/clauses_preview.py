"""The clauses as they will stand on the agreement, changing with every choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from revmentor_desktop.ui.widgets.surfaces import Card, scrolled
from revmentor_desktop.ui.widgets.text import PlainLabel, plain_label

_NUMBER_WIDTH = 20


class ClausesPreview(Card):
    """Numbered clauses; the one that a choice has just changed comes into view."""

    def __init__(self) -> None:
        super().__init__(_tr("What the agreement will say"), role="panel")
        self._shown: tuple[str, ...] = ()
        self._labels: list[PlainLabel] = []
        self._hosts: list[QWidget] = []
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 10, 0)
        self._rows.setSpacing(8)
        self._rows.addStretch(1)
        self._area: QScrollArea = scrolled(self._inside)
        # Only to be read: the keyboard scrolls it from here.
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.title.text())
        self.body.addWidget(self._area, 1)

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses that are shown."""
        return self._shown

    def show_clauses(self, clauses: Sequence[str]) -> None:
        """Show these clauses."""
        before, self._shown = self._shown, tuple(clauses)
        while len(self._labels) < len(clauses):
            self._add()
        while len(self._labels) > len(clauses):
            self._drop()
        for label, clause in zip(self._labels, clauses, strict=True):
            label.setText(clause)
        changed = [place for place, clause in enumerate(clauses) if clause not in before]
        if before and changed:
            # Once the layout knows how high the clause is by now.
            QTimer.singleShot(0, self, lambda: self._bring_forth(changed[0]))

    def _bring_forth(self, place: int) -> None:
        if place < len(self._labels):
            self._area.ensureWidgetVisible(self._labels[place], 0, 20)

    def _add(self) -> None:
        number = plain_label(str(len(self._labels) + 1), "strong")
        number.setFixedWidth(_NUMBER_WIDTH)
        label = plain_label("", "body", "wrap")
        host = QWidget()
        row = QHBoxLayout(host)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._rows.insertWidget(len(self._labels), host)
        self._labels.append(label)
        self._hosts.append(host)

    def _drop(self) -> None:
        self._labels.pop()
        host = self._hosts.pop()
        self._rows.removeWidget(host)
        host.hide()
        host.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClausesPreview", text)
