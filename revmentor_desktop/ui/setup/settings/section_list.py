"""The sections of the settings at the left: one is shown, others may have edits that wait."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.surfaces import bring_into_view
from revmentor_desktop.ui.widgets.text import plain_label, set_property

_AROUND = 50
_MARK = "  ●"


class SectionList(QFrame):
    """Names the sections. Tab comes to the one that is shown; arrow keys go to the others."""

    asked = Signal(str)
    """The officer wants to see a section, by its key."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        # As wide as the longest name in bold with its mark needs, in whatever size text is.
        bold = self.font()
        bold.setBold(True)
        longest = max(QFontMetrics(bold).horizontalAdvance(name + _MARK) for name in names.values())
        self.setFixedWidth(longest + _AROUND)
        self.setAccessibleName(self.tr("Sections"))
        self._names = dict(names)
        self.buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 2, 0)
        layout.setSpacing(3)
        for key, name in names.items():
            entry = button(name)
            entry.setProperty("role", "step")
            entry.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            entry.installEventFilter(self)
            layout.addWidget(entry)
            self.buttons[key] = entry
        layout.addStretch(1)
        self.note = plain_label("", "small", "wrap")
        self.note.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self.note)

    def show_section(self, shown: str, waiting: Collection[str]) -> None:
        """Mark the section that is shown, and those whose edits are not applied yet."""
        for key, entry in self.buttons.items():
            set_property(entry, "current", "true" if key == shown else "false")
            waits = key in waiting
            set_button_text(entry, self._names[key] + _MARK if waits else self._names[key])
            entry.setAccessibleName(self._names[key])
            said = self.tr("Edits that are not applied yet") if waits else ""
            entry.setAccessibleDescription(said)
            with_tab = Qt.FocusPolicy.StrongFocus
            entry.setFocusPolicy(with_tab if key == shown else Qt.FocusPolicy.ClickFocus)
        self.note.setText(self.tr("● Edits that are not applied yet") if waiting else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys before the buttons do, which would go on to the page with them."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = steps.get(Qt.Key(event.key()), 0)
            entries = list(self.buttons.values())
            if step and isinstance(watched, QPushButton) and watched in entries:
                self._go(entries.index(watched) + step)
                return True
        return super().eventFilter(watched, event)

    def _go(self, place: int) -> None:
        keys = list(self.buttons)
        if 0 <= place < len(keys):
            self.asked.emit(keys[place])
            entry = self.buttons[keys[place]]
            entry.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(entry)
