"""The card in which a paper is looked at, with what can be done with that one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from revmentor_desktop.ui.widgets.surfaces import Card


def preview_card(
    preview: QWidget, place: QWidget, *actions: QPushButton, own: Iterable[QPushButton] = ()
) -> Card:
    """Return the card: `place` says beside its title which page is seen, `actions` stand below.

    `own` are actions that only some papers have, in a row of their own above those.
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
    row = QHBoxLayout()
    for action in own:
        row.addWidget(action)
    row.addStretch(1)
    card.body.addLayout(row)
    for action in actions:
        card.foot.addWidget(action)
    card.foot.addStretch(1)
    return card
