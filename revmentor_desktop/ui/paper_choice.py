"""On which sheets and in which print papers are looked at, printed and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.text import set_tip

if TYPE_CHECKING:
    from revmentor_desktop.services.documents.paper_format import PaperFormat
    from revmentor_desktop.system.preferences import Preferences


def paper_format(preferences: Preferences) -> PaperFormat:
    """Return what was chosen last; at first the sheet that is usual where the system is."""
    # What sets pages is loaded with the first page that has papers.
    from revmentor_desktop.services.documents.paper_format import kept_format

    return kept_format(preferences, QLocale.system().name())


class PaperChoice(QWidget):
    """Chooses the sheet and large print, and keeps the choice for all papers."""

    changed = Signal()
    """The officer chose otherwise."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.sheet = KeyedCombo({"a4": self.tr("A4"), "letter": self.tr("US Letter")})
        self.sheet.setAccessibleName(self.tr("Size of the sheets"))
        set_tip(self.sheet, self.tr("The size of the sheets that papers are made for"))
        self.colourless = QCheckBox(self.tr("Black and white"))
        set_tip(self.colourless, self.tr("For printers without colours: all in black and grey"))
        self.large = QCheckBox(self.tr("Large print"))
        set_tip(self.large, self.tr("Letters of 16 pt and more, for those who read them better"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.colourless)
        row.addWidget(self.large)
        row.addWidget(self.sheet)
        self.refresh()
        self.sheet.chosen.connect(self._keep)
        self.large.clicked.connect(self._keep)
        self.colourless.clicked.connect(self._keep)

    @property
    def form(self) -> PaperFormat:
        """What is chosen."""
        return paper_format(self._preferences)

    def refresh(self) -> None:
        """Show what was chosen last, here or elsewhere."""
        form = self.form
        self.sheet.put(form.paper.name.lower())
        self.large.setChecked(form.is_large)
        self.colourless.setChecked(not form.in_colour)

    def _keep(self) -> None:
        from revmentor_desktop.documents.styles import Paper
        from revmentor_desktop.services.documents.paper_format import PaperFormat, keep_format

        chosen = PaperFormat(
            Paper[self.sheet.key.upper()],
            self.large.isChecked(),
            in_colour=not self.colourless.isChecked(),
        )
        keep_format(self._preferences, chosen)
        self.changed.emit()
