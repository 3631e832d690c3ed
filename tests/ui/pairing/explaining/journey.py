"""Ways to ask on the board, and to wait for the dialogs that answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.services.people.writing import set_state
from revmentor_desktop.ui.pairing.board.cards import Card
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.widgets.dialogs import Dialog
from tests.ui.pairing.stage import Cast

Know = Callable[[], None]
PATIENCE_MS = 15_000


def texts(widget: QWidget) -> list[str]:
    """Return what stands on a widget."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def offered(widget: QWidget) -> list[QPushButton]:
    """Return the buttons that are offered."""
    return [one for one in widget.findChildren(QPushButton) if not one.isHidden()]


def press(widget: QWidget, words: str) -> None:
    """Press the button that says so."""
    found = [one for one in widget.findChildren(QPushButton) if one.text() == words]
    assert found, words
    found[-1].click()  # those before it belonged to what was shown before


def card_of(page: PairingPage, name: str) -> Card:
    """Choose the card of that name, and return it."""
    for view in page.views:
        rows = [view.cards.index(row) for row in range(view.cards.rowCount())]
        for index in rows:
            card = view.cards.card(index)
            if card is not None and name in card.name:
                view.choose(card.key)
                return card
    raise LookupError(name)


def do(page: PairingPage, name: str, words: str) -> None:
    """Choose an entry of the menu of a card."""
    menu = page.commands.menu(card_of(page, name))
    (action,) = [one for one in menu.actions() if one.text() == words]
    action.trigger()
    menu.close()


class Asked:
    """Waits for the dialogs that answer."""

    def __init__(self, page: PairingPage, qtbot: QtBot) -> None:
        self._page, self._qtbot = page, qtbot

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """Return the open dialog of a kind once it is there."""

        def found() -> list[Dialog]:
            return [one for one in self._page.findChildren(kind) if one.isVisible()]

        self._qtbot.waitUntil(lambda: bool(found()), timeout=PATIENCE_MS)
        return found()[0]


def step(cast: Cast) -> str | None:
    """Return the words of the last step of undo."""
    return cast.data.undo_words


def pause(cast: Cast, *names: str) -> None:
    """Let people pause."""
    ids = [cast.ids[name] for name in names]
    set_state(cast.data, cast.programme_id, ids, ParticipationState.PAUSED)
