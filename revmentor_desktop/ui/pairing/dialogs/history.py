"""The dialog that lists the pairs that have ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.pairing.words import couple_words, end_reasons
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.tables import set_up_table

_SIZE: Final = (880, 420)


class HistoryDialog(Dialog):
    """Lists pairs: who, from when to when, and the category of the end."""

    def __init__(self, pairs: Sequence[Pair], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Earlier pairs"),
            self.tr("Pairs of this programme that have ended, the last one first."),
            parent,
        )
        titles = (
            self.tr("Pair"),
            self.tr("Reference"),
            self.tr("Agreed"),
            self.tr("Ended"),
            self.tr("Reason"),
        )
        self.model = QStandardItemModel(0, len(titles), self)
        self.model.setHorizontalHeaderLabels(titles)
        for pair in pairs:
            self.model.appendRow([_item(text) for text in _cells(pair)])
        self.table = QTableView()
        self.table.setModel(self.model)
        set_up_table(self.table, self.tr("Earlier pairs"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.body.addWidget(self.table, 1)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        size_within_screen(self, *_SIZE)


def _cells(pair: Pair) -> tuple[str, ...]:
    days = [short_date(day) if day else "" for day in (pair.agreed_on, pair.ended_on)]
    reason = end_reasons()[pair.end_reason] if pair.end_reason else ""
    return couple_words(pair), pair.reference, *days, reason


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
