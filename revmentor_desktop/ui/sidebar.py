"""The dark column at the left: the programme that is looked at, and the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.widgets.surfaces import IconLabel
from revmentor_desktop.ui.widgets.text import PlainLabel, plain_label, without_mnemonic
from revmentor_desktop.ui.window import SIDEBAR_WIDTH

if TYPE_CHECKING:
    from revmentor_desktop.domain.programme import Programme

_ICON: Final = 18
_MANY: Final = 999


class Sidebar(QFrame):
    """Brand, programme switcher and entries; only what is open shows anything but the brand."""

    page_chosen = Signal(str)
    programme_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        # Wider where the system's text is larger, so that names are not cut.
        self.setFixedWidth(max(SIDEBAR_WIDTH, self.fontMetrics().horizontalAdvance("0" * 25)))
        self.switcher = ProgrammeSwitcher()
        self.switcher.chosen.connect(self.programme_chosen)
        self._entries: dict[str, Entry] = {}
        self._group = QButtonGroup(self)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(3)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(3)
        brand = plain_label("RevMentor", "body")
        brand.setProperty("role", "brand")
        brand.setContentsMargins(10, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 22, 12, 16)
        layout.setSpacing(14)
        layout.addWidget(brand)
        layout.addWidget(self.switcher)
        layout.addLayout(self._pages)
        layout.addStretch(1)
        layout.addLayout(self._foot)
        self.switcher.hide()

    def set_pages(
        self, pages: Sequence[tuple[str, str, str]], foot: Sequence[tuple[str, str, str]] = ()
    ) -> None:
        """Show an entry for each page, given as (name, title, icon); no page, no switcher.

        Those of `foot` stand at the lower end.
        """
        for entry in self._entries.values():
            self._group.removeButton(entry)
            self._pages.removeWidget(entry)
            self._foot.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries.clear()
        for name, title, icon_name in pages:
            self._pages.addWidget(self._new_entry(name, title, icon_name))
        for name, title, icon_name in foot:
            self._foot.addWidget(self._new_entry(name, title, icon_name))
        self.switcher.setVisible(bool(pages))

    def select(self, name: str) -> None:
        """Mark the page that is shown."""
        self._entries[name].setChecked(True)

    def focus_entry(self) -> None:
        """Put the focus on the page that is shown, or the first."""
        chosen = self._group.checkedButton() or next(iter(self._entries.values()), None)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_waiting(self, numbers: Mapping[str, int]) -> None:
        """Show beside each entry how much waits for the officer there; 0 shows nothing."""
        for name, entry in self._entries.items():
            entry.set_waiting(numbers.get(name, 0))

    def waiting(self, name: str) -> int:
        """Return the number beside an entry."""
        return self._entries[name].waiting

    def _new_entry(self, name: str, title: str, icon_name: str) -> Entry:
        entry = Entry(title, icon_name)
        entry.clicked.connect(lambda: self.page_chosen.emit(name))
        self._group.addButton(entry)
        self._entries[name] = entry
        return entry


class Entry(QPushButton):
    """One page's button, with the number that waits there."""

    def __init__(self, title: str, icon_name: str) -> None:
        super().__init__(without_mnemonic(title))
        self._title = title
        self.waiting = 0
        self.setProperty("role", "entry")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setIcon(icon(icon_name, "sidebar_ink"))
        self.setIconSize(QSize(_ICON + 6, _ICON))
        self._badge = PlainLabel()
        self._badge.setProperty("role", "badge")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addStretch(1)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_waiting(0)

    def set_waiting(self, number: int) -> None:
        """Show how much waits."""
        self.waiting = number
        self._badge.setText(str(number) if number <= _MANY else f"{_MANY}+")
        self._badge.setVisible(number > 0)
        name = self._title
        if number:
            name = self.tr("{0}, {1} waiting").format(self._title, number)
        self.setAccessibleName(name)


class ProgrammeSwitcher(QPushButton):
    """Says which programme is looked at; pressed, it offers the others."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "switcher")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = plain_label("", "strong", "elide")
        self._note = plain_label("", "body", "elide")
        self._note.setProperty("role", "switcher-note")
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(IconLabel("chevron-down", "sidebar_muted", 16))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(11, 8, 9, 9)
        rows.setSpacing(1)
        rows.addLayout(first)
        rows.addWidget(self._note)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._menu = QMenu(self)
        self._others: list[QAction] = []
        self._separator = self._menu.addSeparator()
        self.setMenu(self._menu)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def add_command(self, action: QAction) -> None:
        """Offer a command beneath the programmes."""
        self._menu.addAction(action)

    def show_programmes(self, programmes: Sequence[Programme], current: int | None) -> None:
        """Offer these programmes, the one that is looked at marked."""
        for old in self._others:
            self._menu.removeAction(old)
            old.deleteLater()
        self._others.clear()
        self._name.setText(self.tr("No programme yet"))
        for programme in programmes:
            action = QAction(without_mnemonic(programme.name), self._menu)
            action.setCheckable(True)
            action.setChecked(programme.id == current)
            action.triggered.connect(lambda _=False, wanted=programme.id: self.chosen.emit(wanted))
            self._menu.insertAction(self._separator, action)
            self._others.append(action)
            if programme.id == current:
                self._name.setText(programme.name)
        self.setAccessibleName(self.tr("Programme: {0}").format(self._name.text()))

    def show_note(self, note: str) -> None:
        """Say in a few words how large the programme is."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.setAccessibleDescription(note)
