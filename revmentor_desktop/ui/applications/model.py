"""Applicants as a list: all of them, or those that one state and the search let through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from revmentor_desktop.domain.applications import Applicant
from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.domain.text import fold
from revmentor_desktop.ui.applications.words import received_words, state_word
from revmentor_desktop.ui.roles import role_names

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
APPLICANT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The `Applicant` of a row, for the delegate."""

GROUPS: Final = {
    "waiting": frozenset({ParticipationState.APPLIED}),
    "reserve": frozenset({ParticipationState.RESERVE}),
    "accepted": frozenset({ParticipationState.CONFIRMED, ParticipationState.PAUSED}),
    "refused": frozenset({ParticipationState.REFUSED, ParticipationState.WITHDRAWN}),
}
"""The states that the officer can look at by themselves."""
_ORDER: Final = (
    ParticipationState.APPLIED,
    ParticipationState.RESERVE,
    ParticipationState.CONFIRMED,
    ParticipationState.PAUSED,
    ParticipationState.INVITED,
    ParticipationState.WITHDRAWN,
    ParticipationState.REFUSED,
)


class ApplicantsModel(QAbstractListModel):
    """A row for each applicant, those who wait first, each group by the day they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Applicant] = []
        self._shown: list[Applicant] = []
        self._group = ""
        self._search = ""

    @property
    def everybody(self) -> Sequence[Applicant]:
        """All applicants, shown or not."""
        return self._all

    @property
    def shown(self) -> Sequence[Applicant]:
        """The applicants that are shown, from top to bottom."""
        return self._shown

    def counts(self) -> Counter[str]:
        """Return how many are in each group."""
        return Counter(
            group
            for one in self._all
            for group, states in GROUPS.items()
            if one.participation.state in states
        )

    def show(self, applicants: Sequence[Applicant]) -> None:
        """Show these applicants instead."""
        self._all = sorted(applicants, key=lambda one: _ORDER.index(one.participation.state))
        self._sift()

    def choose_group(self, group: str) -> None:
        """Show only a group by its key, all for ""."""
        if group != self._group:
            self._group = group
            self._sift()

    def search(self, typed: str) -> None:
        """Show only people whose name, work or e-mail address holds every word typed."""
        if typed != self._search:
            self._search = typed
            self._sift()

    def applicant(self, row: int) -> Applicant:
        """Return who stands in a row."""
        return self._shown[row]

    def row_of(self, person_id: int) -> int | None:
        """Return the row of a person, or None when they are not shown."""
        rows = (row for row, one in enumerate(self._shown) if one.person.id == person_id)
        return next(rows, None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == APPLICANT_ROLE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.person.full_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                (
                    one.person.full_name,
                    role_names()[one.participation.role],
                    state_word(one.participation.state),
                    received_words(one),
                )
            )
        return None

    def _sift(self) -> None:
        words = fold(self._search).split()
        states = GROUPS.get(self._group)
        shown = [
            one
            for one in self._all
            if (states is None or one.participation.state in states)
            and all(word in _findable(one) for word in words)
        ]
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()


def _findable(one: Applicant) -> str:
    person = one.person
    return fold(f"{person.full_name} {person.job_title} {person.department} {person.email}")
