"""The line of the side card on which one ticks who of a proposal was asked."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.pairing.board.sheets import as_high_as_wide_needs
from revmentor_desktop.ui.pairing.pairs.asked_commands import AskedCommands
from revmentor_desktop.ui.pairing.pairs.asked_words import asked_sentence, asked_words
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.text import set_tip, without_mnemonic


class AskedTicks(QWidget):
    """Two ticks, one for each side; a tick means today, the menu asks for another day."""

    def __init__(self, pair: Pair, commands: AskedCommands) -> None:
        super().__init__()
        self.boxes: dict[Role, QCheckBox] = {}
        self.setSizePolicy(as_high_as_wide_needs())
        flow = FlowLayout(self, 14)
        flow.setContentsMargins(0, 0, 0, 0)
        for role in Role:
            box = QCheckBox(without_mnemonic(asked_words()[role]))
            box.setChecked(pair.asked_on(role) is not None)
            box.setAccessibleName(asked_sentence(pair, role))
            set_tip(box, asked_sentence(pair, role))
            box.clicked.connect(lambda _, role=role: commands.turn(pair, role))
            self.boxes[role] = box
            flow.addWidget(box)
