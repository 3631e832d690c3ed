"""The question before a scan is attached: whose it is, and whether the paper is back."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QCheckBox, QWidget

from revmentor_desktop.domain.scans import MEGABYTE
from revmentor_desktop.services.documents.pair_rows import PairRow
from revmentor_desktop.services.documents.scans import ScanFile
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.text import plain_label

_WIDTH: Final = 480


class AttachDialog(Dialog):
    """Asks whether a file is attached to a pair's agreement; `is_back` unless it is so already."""

    def __init__(
        self, file: ScanFile, row: PairRow, already_back: bool, parent: QWidget | None = None
    ) -> None:
        words = self.tr("It is kept, encrypted, with the agreement of {0} and {1}.")
        super().__init__(self.tr("Attach this scan?"), words.format(*row.names), parent)
        self.setMinimumWidth(_WIDTH)
        # A page has seldom less than a tenth of a megabyte; "0.0 MB" would look like nothing.
        megabytes = max(0.1, len(file.content) / MEGABYTE)
        size = self.tr("{0} ({1}, {2:.1f} MB)").format(file.name, file.kind.upper(), megabytes)
        self.body.addWidget(plain_label(size, "body", "wrap"))
        self.back = QCheckBox(self.tr("The signed agreement is back and filed"))
        self.back.setChecked(not already_back)
        self.back.setVisible(not already_back)
        self.body.addWidget(self.back)
        self.add_cancel()
        self.attach = self.add_button(self.tr("Attach"), "primary")
        self.attach.clicked.connect(self.accept)
        self.attach.setFocus()

    @property
    def is_back(self) -> bool:
        """Whether it is to be noted that the paper is back."""
        return self.back.isChecked()
