"""Entries of menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.widgets.text import without_mnemonic


def add_entry(menu: QMenu, words: str, sign: str, act: Callable[[], object]) -> QAction:
    """Add an entry that says `words` literally and does `act`, with the named icon before it.

    One that is ticked has no icon: "".
    """
    action = menu.addAction(without_mnemonic(words))
    if sign:
        action.setIcon(icon(sign))
    action.triggered.connect(lambda _checked: act())
    return action
