"""The section that removes the programme."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.programmes.reading import Standing
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.text import plain_label


class Removal(QWidget):
    """Says what goes with the programme, and removes it; that can be undone."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = plain_label("", "title", "wrap")
        self._text = plain_label("", "body", "wrap")
        self.remove = button(self.tr("Remove this programme"), "danger", "trash-2")
        self.remove.clicked.connect(self.asked)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addWidget(self._text)
        layout.addWidget(
            plain_label(self.tr("The people stay. Undo brings everything back."), "muted", "wrap")
        )
        layout.addSpacing(6)
        layout.addLayout(row)
        layout.addStretch(1)

    def show_programme(self, details: ProgrammeDetails, standing: Standing) -> None:
        """Say what goes."""
        self._heading.setText(self.tr("Remove “{0}”?").format(details.name))
        taking_part = standing.mentors + standing.leaders
        self._text.setText(
            self.tr(
                "Its plan goes, with who takes part ({0}), the pairs ({1}), all that they answered"
                " and the lessons."
            ).format(taking_part, standing.pairs)
        )
