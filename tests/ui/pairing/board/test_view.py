"""A list of cards in a window that changes its size."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.pairing.page import PairingPage
from tests.ui.pairing.stage import Cast


def test_in_a_lower_window_the_card_that_one_is_on_stays_in_sight(
    page: PairingPage, cast: Cast
) -> None:
    for number in range(12):
        cast.add(f"Extra {number:02}", Role.MENTOR)
    page.reload()
    QApplication.processEvents()
    view = page.mentors
    seen = view.viewport().rect()
    rows = [view.cards.index(row) for row in range(view.cards.rowCount())]
    last = [one for one in rows if seen.contains(view.visualRect(one))][-1]
    view.setCurrentIndex(last)
    QApplication.processEvents()
    page.resize(1064, 560)
    QApplication.processEvents()
    assert view.viewport().height() < seen.height()
    assert view.viewport().rect().contains(view.visualRect(last).center())
    # What was scrolled out of sight stays so.
    view.scrollToBottom()
    bottom = view.verticalScrollBar().value()
    page.resize(1064, 540)
    QApplication.processEvents()
    assert view.verticalScrollBar().value() >= bottom
