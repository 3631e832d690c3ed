"""The tables in which columns are given their fields, and values their meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    Qt,
    Signal,
)

from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.exchange.people_file.draft import ImportDraft, ValueChoice
from revmentor_desktop.exchange.people_file.targets import AnyTarget, Consent, needs_part
from revmentor_desktop.exchange.people_file.values import LEFT_OUT
from revmentor_desktop.exchange.spreadsheets.grid import text_of
from revmentor_desktop.ui.people.importing.choices import CHOICES_ROLE, WARN_ROLE
from revmentor_desktop.ui.people.importing.titled_model import ROOT, Index, TitledModel
from revmentor_desktop.ui.people.importing.words import code_choices, code_words, target_name
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.text import plain_tip

_EXAMPLES: Final = 3
_ROWS_LOOKED_AT: Final = 200
_LONGEST: Final = 60


class _MappingModel(TitledModel):
    """A table whose last column is a choice."""

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(titles, parent)
        self._choice_column = len(self._titles) - 1

    def _text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        raise NotImplementedError

    def _value(self, row: int) -> str | None:
        """Return the value now chosen in a row."""
        raise NotImplementedError

    def _offered(self, row: int) -> Sequence[tuple[str | None, str]]:
        """Return the values to choose from in a row, with their words."""
        raise NotImplementedError

    def _waits(self, _row: int) -> bool:
        """Tell whether a row still waits for a choice."""
        return False

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        is_choice = column == self._choice_column
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(row, column))
        if role == Qt.ItemDataRole.ForegroundRole and 0 < column < self._choice_column:
            return current_theme().colour("muted")
        answers: dict[int, Callable[[int], Any]] = {
            Qt.ItemDataRole.EditRole: self._value,
            CHOICES_ROLE: self._offered,
            WARN_ROLE: self._waits,
        }
        return answers[role](row) if is_choice and role in answers else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == self._choice_column:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


class ColumnsModel(_MappingModel):
    """A row for each column of the file: its title, a few of its cells, the field it goes to."""

    chosen = Signal(int, object)
    """A column was put to a target, or None to leave it out."""

    def __init__(self, parent: QObject | None = None) -> None:
        titles = (_tr("In the file"), _tr("For example"), _tr("Goes to"))
        super().__init__(titles, parent)
        self._draft = ImportDraft()
        self._examples: list[str] = []

    def show(self, draft: ImportDraft) -> None:
        """Show the columns of a draft."""
        self.beginResetModel()
        self._draft = draft
        self._examples = [_examples(draft, column) for column in range(len(draft.columns))]
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._draft.columns)

    def _text(self, row: int, column: int) -> str:
        if column == 0:
            return self._draft.title(row)
        if column == 1:
            return self._examples[row]
        target = self._draft.filled[row]
        return target_name(target) if target is not None else _tr("Leave out")

    def _value(self, row: int) -> str:
        return _key(self._draft.filled[row])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != 2:
            return False
        if value != self._value(index.row()):
            found = (one for one in self._draft.targets if _key(one) == value)
            self.chosen.emit(index.row(), next(found, None))
        return True

    def _offered(self, _row: int) -> list[tuple[str | None, str]]:
        offered = [
            (_key(target), target_name(target))
            for target in self._draft.targets
            if self._draft.takes_part or not needs_part(target)
        ]
        return [("", _tr("Leave out")), *offered]


class ValuesModel(_MappingModel):
    """A row for each value in their words: where it stands, how often, what it means."""

    chosen = Signal(object, str, str)
    """A value, by target and key, was given a code."""

    def __init__(self, parent: QObject | None = None) -> None:
        titles = (_tr("In the file"), _tr("Times"), _tr("Field"), _tr("Means"))
        super().__init__(titles, parent)
        self._choices: tuple[ValueChoice, ...] = ()

    def show(self, choices: Sequence[ValueChoice]) -> None:
        """Show these values; the order stays while only meanings change."""
        keys = [(choice.target, choice.key) for choice in self._choices]
        places = {key: place for place, key in enumerate(keys)}
        new = {(choice.target, choice.key): choice for choice in choices}
        if new.keys() == places.keys():
            self._choices = tuple(new[key] for key in keys)
            if keys:
                corner = self.index(len(keys) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), corner)
            return
        self.beginResetModel()
        self._choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._choices)

    def _text(self, row: int, column: int) -> str:
        choice = self._choices[row]
        if column == 3:
            return _meaning(choice)
        return (choice.text, str(choice.count), target_name(choice.target))[column]

    def _value(self, row: int) -> str | None:
        return self._choices[row].code

    def _offered(self, row: int) -> list[tuple[str | None, str]]:
        return _offered(self._choices[row])

    def _waits(self, row: int) -> bool:
        return self._choices[row].code is None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() != 3:
            return False
        choice = self._choices[index.row()]
        if value is not None and value != choice.code:
            self.chosen.emit(choice.target, choice.key, str(value))
        return True


def _key(target: AnyTarget | None) -> str:
    """Return what a target goes by in a box of choices, "" for none."""
    if isinstance(target, Consent):
        return f"consent:{target.field.key}"
    return f"own:{target.key}" if isinstance(target, OwnField) else str(target or "")


def _meaning(choice: ValueChoice) -> str:
    if choice.code is None:
        return _tr("Please choose")
    return _tr("Leave out") if choice.code == LEFT_OUT else code_words(choice.target, choice.code)


def _offered(choice: ValueChoice) -> list[tuple[str | None, str]]:
    offered: list[tuple[str | None, str]] = [*code_choices(choice.target)]
    codes = {code for code, _ in offered}
    if choice.code is None:
        offered.insert(0, (None, _tr("Please choose")))
    elif choice.code not in codes and choice.code != LEFT_OUT:
        offered.insert(0, (choice.code, code_words(choice.target, choice.code)))
    return [*offered, (LEFT_OUT, _tr("Leave out"))]


def _examples(draft: ImportDraft, column: int) -> str:
    """Return a few different cells of a column."""
    found: dict[str, None] = {}
    last = min(draft.first_row + _ROWS_LOOKED_AT, len(draft.grid.rows) if draft.grid else 0)
    for row in range(draft.first_row, last):
        text = " ".join(text_of(draft.cell(row, column)).split())[:_LONGEST]
        if text:
            found[text] = None
        if len(found) == _EXAMPLES:
            break
    return "  ·  ".join(found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("importing", text)
