"""The dialog that lists the pairs that have ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.text import fold
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.pairing.words import end_reasons, name_of
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.tables import set_up_table

_SIZE: Final = (960, 460)
_NARROW: Final = 420
_SORTED_BY: Final = Qt.ItemDataRole.UserRole


class HistoryDialog(Dialog):
    """Lists pairs: who, from when to when, and the category of the end; any column sorts them."""

    def __init__(self, pairs: Sequence[Pair], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Earlier pairs"),
            self.tr("Pairs of this programme that have ended, the last one first.")
            if pairs
            else self.tr("No pair of this programme has ended."),
            parent,
        )
        names = role_names()
        titles = (
            self.tr("Reference"),
            names[Role.MENTOR],
            names[Role.MENTEE],
            self.tr("Agreed"),
            self.tr("Ended"),
            self.tr("Reason"),
        )
        self.model = QStandardItemModel(0, len(titles), self)
        self.model.setHorizontalHeaderLabels(titles)
        self.model.setSortRole(_SORTED_BY)
        for pair in pairs:
            self.model.appendRow([_item(*cell) for cell in _cells(pair)])
        self.table = QTableView()
        self.table.setModel(self.model)
        set_up_table(self.table, self.tr("Earlier pairs"))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(titles.index(self.tr("Ended")), Qt.SortOrder.DescendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.table, 1)
        self.table.setVisible(bool(pairs))
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        if pairs:
            size_within_screen(self, *_SIZE)
        else:
            self.setMinimumWidth(_NARROW)


def _cells(pair: Pair) -> list[tuple[str, str | int]]:
    """Return what stands in the columns, each with what it is sorted by."""
    reason = end_reasons()[pair.end_reason] if pair.end_reason else ""
    return [
        (pair.reference, pair.id),
        *((name_of(one), _by_surname(one)) for one in (pair.mentor, pair.mentee)),
        *(
            (short_date(day), day.isoformat()) if day else ("", "")
            for day in (pair.agreed_on, pair.ended_on)
        ),
        (reason, reason),
    ]


def _by_surname(one: Participant) -> str:
    return fold(f"{one.person.last_name} {one.person.first_name}")


def _item(text: str, sorted_by: str | int) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(sorted_by, _SORTED_BY)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
