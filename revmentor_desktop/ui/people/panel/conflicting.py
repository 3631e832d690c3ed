"""The editor of declared conflicts of interest: with whom, and of which kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.text import fold
from revmentor_desktop.ui.people.panel.editors import Editor
from revmentor_desktop.ui.people.panel.naming import Everybody, PeopleField, unknown_name
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.text import plain_label

_LETTERS = 14
"""So much of a kind can be read in the narrowest panel."""


class ConflictsField(QWidget):
    """People named as chips, and beneath them for each the kind of conflict."""

    def __init__(self, everybody: Everybody) -> None:
        super().__init__()
        self._everybody = everybody
        self.people = PeopleField(everybody, QCoreApplication.translate("people", "Type a name"))
        self.kinds: dict[int, KeyedCombo] = {}
        self._rows: dict[int, QWidget] = {}
        self._decided: list[Callable[[], object]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.people)
        self.setFocusProxy(self.people)
        self.people.edited.connect(lambda: self._follow({}))

    def setAccessibleName(self, name: str) -> None:
        """Call the field so for a screen reader, which comes to the line within."""
        super().setAccessibleName(name)
        self.people.setAccessibleName(name)

    def values(self) -> dict[int, ConflictCategory]:
        """Return the kind of conflict by person id."""
        return {one: ConflictCategory(kind.key) for one, kind in self.kinds.items()}

    def put(self, values: Mapping[int, ConflictCategory]) -> None:
        """Name these people and kinds instead."""
        self.people.set_ids(frozenset(values))
        self._follow(values)

    def when_decided(self, store: Callable[[], object]) -> None:
        """Call `store` when a kind was chosen."""
        self._decided.append(store)

    def _follow(self, known: Mapping[int, ConflictCategory]) -> None:
        """Have a row for each person who is named; a new one says as little as can be."""
        named = self.people.ids()
        for gone in set(self.kinds) - named:
            del self.kinds[gone]
            row = self._rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for person_id in sorted(named, key=lambda one: fold(self._everybody().name(one))):
            if person_id not in self.kinds:
                self._add(person_id)
            if person_id in known:
                self.kinds[person_id].put(known[person_id])

    def _add(self, person_id: int) -> None:
        name = self._everybody().name(person_id)
        kind = KeyedCombo(conflict_words())
        kind.shrink(_LETTERS)
        kind.put(ConflictCategory.UNSAID)
        kind.setAccessibleName(
            QCoreApplication.translate("people", "Kind of conflict with {0}").format(name)
        )
        kind.chosen.connect(lambda _: [store() for store in self._decided])
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(plain_label(name, "body", "elide"), 2)
        across.addWidget(kind, 3)
        self._column.addWidget(row)
        self.kinds[person_id], self._rows[person_id] = kind, row


class ConflictsEditor(Editor):
    """Conflicts of interest, by person id."""

    widget: ConflictsField

    def __init__(self, everybody: Everybody) -> None:
        super().__init__(ConflictsField(everybody))

    def look_at(self, person_id: int) -> None:
        """Say whose conflicts these are: they are not offered themselves."""
        self.widget.people.leave_out = person_id

    def value(self) -> dict[int, ConflictCategory]:
        return self.widget.values()

    def put(self, value: Mapping[int, ConflictCategory]) -> None:
        if self.widget.people.unknown() or self.widget.values() != dict(value):
            self.widget.put(value)

    def problem(self) -> str:
        return unknown_name(self.widget.people)

    def typed(self) -> Any:
        return self.widget.values(), self.widget.people.entry.text()

    def type_again(self, typed: Any) -> None:
        values, text = typed
        self.widget.put(values)
        self.widget.people.entry.setText(text)

    def when_decided(self, store: Callable[[], object]) -> None:
        self.widget.when_decided(store)


def conflict_words() -> dict[str, str]:
    """Return the kinds of conflict in a few words, by their keys."""
    tr = QCoreApplication.translate
    return {
        ConflictCategory.PANEL: tr("people", "Selects or promotes"),
        ConflictCategory.REFERENCE: tr("people", "Appraises or refers"),
        ConflictCategory.CLOSE: tr("people", "Family or friends"),
        ConflictCategory.GRIEVANCE: tr("people", "A grievance"),
        ConflictCategory.BUSINESS: tr("people", "Business outside"),
        ConflictCategory.UNSAID: tr("people", "Not said which"),
    }
