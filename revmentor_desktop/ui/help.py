"""Small dialogs of the Help menu."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from revmentor_desktop.system.version import VERSION
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.surfaces import scrolled
from revmentor_desktop.ui.widgets.text import plain_label


class ShortcutsDialog(Dialog):
    """Lists what the keyboard does, as (words, keys)."""

    def __init__(self, shortcuts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keyboard shortcuts"), "", parent)
        listed = [
            *shortcuts,
            (self.tr("From the pages to the page and back"), "F6"),
            (self.tr("Close a dialog, a menu, a notice; empty a search"), "Esc"),
            (self.tr("On a card or a row: everything that can be done with it"), "Shift+F10"),
            (self.tr("In a field for a date: open the calendar"), "F4"),
            (self.tr("On the People page: add a person"), "Ctrl+N"),
            (self.tr("In the table of people: edit who is chosen, remove them"), "F2, Del"),
            (self.tr("On the Pairing page: suggest pairs"), "Ctrl+G"),
            (self.tr("On its cards: choose more of them, also in another list"), "Ctrl+click"),
            (
                self.tr("With the keyboard: go to another list, choose one more"),
                "Ctrl+Right, Ctrl+Space",
            ),
            (self.tr("In a list in order: move an entry"), "Alt+Up, Alt+Down"),
        ]
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, (words, keys) in enumerate(listed):
            grid.addWidget(plain_label(words, "body", "wrap"), row, 0)
            grid.addWidget(plain_label(keys, "strong"), row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(listed), 1)
        self.body.addWidget(scrolled(table))
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
        size_within_screen(self, 520, 520)


class AboutDialog(Dialog):
    """Says what this is, in which version, and on what it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("RevMentor Desktop"),
            self.tr(
                "Reverse mentoring programmes, run by one HR officer on an ordinary laptop."
                " Nothing leaves this computer."
            ),
            parent,
        )
        self.setMinimumWidth(440)
        facts = (
            (self.tr("Version"), VERSION),
            (self.tr("Licence"), "MIT"),
            (
                self.tr("Stands on"),
                f"Python {platform.python_version()}, Qt for Python {pyside_version}",
            ),
            (self.tr("Icons"), "Lucide (ISC)"),
            (
                self.tr("Fonts on paper"),
                self.tr("Inter and Noto (SIL Open Font Licence), DejaVu (its own free licence)"),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(plain_label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(plain_label(value, "body", "wrap"), row, 1)
        self.body.addLayout(grid)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
