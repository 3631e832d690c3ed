"""The card in which a paper is looked at, with what can be done with that one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from revmentor_desktop.ui.widgets.surfaces import Card


def preview_card(
    preview: QWidget, place: QWidget, *actions: QPushButton, own: Iterable[QPushButton] = ()
) -> Card:
    """Return the card: `place` says beside its title which page is seen, `actions` stand below.

    `own` are actions that only some papers have, in a row of their own below those.
    """
    card = Card()
    card.setMinimumWidth(300)
    head = QHBoxLayout()
    card.title.setText(QCoreApplication.translate("PreviewCard", "Preview"))
    card.title.show()
    head.addWidget(card.title, 1)
    head.addWidget(place)
    card.body.addLayout(head)
    card.body.addWidget(preview, 1)
    below = QGridLayout()
    below.setSpacing(8)
    for row, those in enumerate((actions, tuple(own))):
        for column, action in enumerate(those):
            below.addWidget(action, row, column, Qt.AlignmentFlag.AlignLeft)
    below.setColumnStretch(below.columnCount(), 1)
    card.foot.addLayout(below, 1)
    return card
