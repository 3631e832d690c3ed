"""The dialog "Why not … with…": the list of "Pair with…", only to be asked about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.board import Held
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.text import set_property


class WhyNotChooser(PartnerDialog):
    """Asks with whom somebody might be; whoever is chosen, it is asked why not."""

    def __init__(
        self, scored: ScoredBoard, held: Held, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(scored, held, theme, parent)
        heading = self.tr("Why not {0} with…").format(name_of(held.participant))
        self.setWindowTitle(heading)
        self.heading.setText(heading)
        # The question has the place that pairing has elsewhere, and what Enter does.
        self.pair_button.hide()
        self.pair_button.setDefault(False)
        self.foot.removeWidget(self.why_button)
        self.foot.addWidget(self.why_button)
        set_property(self.why_button, "kind", "primary")
        self.why_button.setDefault(True)

    def _pick(self, *_: object) -> None:
        self.ask_why()
