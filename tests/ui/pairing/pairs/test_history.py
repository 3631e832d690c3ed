"""The list of pairs that have ended."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pairs import EndReason, PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.pairing.pairs.history_dialog import HistoryDialog
from tests.builders import pair, participant

FIRST = date(2027, 1, 4)


def test_two_hundred_pairs_are_listed_and_sorted_by_any_column(qtbot: QtBot) -> None:
    ended = [
        pair(
            number,
            participant(2 * number, Role.MENTOR, f"Mentor {1000 - number}"),
            participant(2 * number + 1, Role.MENTEE, f"Leader {number}"),
            created_on=FIRST,
            state=PairState.ENDED,
            agreed_on=FIRST,
            ended_on=FIRST + timedelta(days=number),
            end_reason=EndReason.NO_TIME,
        )
        for number in range(1, 201)
    ]
    dialog = HistoryDialog(ended)
    qtbot.addWidget(dialog)
    assert dialog.model.rowCount() == 200
    assert dialog.model.index(0, 0).data() == "RM-0200"
    for column, first in ((0, "RM-0001"), (1, "RM-0200"), (3, "RM-0200"), (4, "RM-0001")):
        dialog.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
        dialog.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        assert dialog.model.index(0, 0).data() == first


def test_without_any_that_is_said(qtbot: QtBot) -> None:
    dialog = HistoryDialog([])
    qtbot.addWidget(dialog)
    assert dialog.text.text() == "No pair of this programme has ended."
    assert dialog.table.isHidden()
