"""How the tests ask for suggested pairs, and what they see of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.suggesting.dialog import SuggestDialog
from tests.ui.pairing.stage import middle_of, opened

PATIENCE_MS = 15_000


def asking(page: PairingPage) -> SuggestDialog:
    """Open the dialog by its button."""
    page.suggest_button.click()
    return opened(page, SuggestDialog)


def look(dialog: SuggestDialog, qtbot: QtBot) -> list[tuple[str, ...]]:
    """Let the plan be found, and return what would change row by row."""
    dialog.suggest.click()
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=PATIENCE_MS)
    return rows(dialog)


def rows(dialog: SuggestDialog) -> list[tuple[str, ...]]:
    """Return what would change, row by row."""
    table = dialog.sheet.table if dialog.sheet else None
    if table is None:
        return []
    model = table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def offered(dialog: SuggestDialog) -> list[str]:
    """Return the words of the buttons that are there."""
    return [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()]


def choose_people(view: CardView, *names: str) -> None:
    """Click on cards, from the second on with Ctrl."""
    for at, name in enumerate(names):
        more = Qt.KeyboardModifier.ControlModifier if at else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, more, middle_of(view, name))


def press(widget: QWidget, words: str, qtbot: QtBot) -> None:
    """Press a button once it is there."""

    def found() -> list[QPushButton]:
        every = [one for one in widget.findChildren(QPushButton) if one.text() == words]
        return [one for one in every if one.isVisibleTo(widget)]

    qtbot.waitUntil(lambda: len(found()) == 1)
    found()[0].click()
