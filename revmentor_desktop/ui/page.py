"""The frame of every page: its title, what it is for, its actions, its content."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.widgets.text import optional_label, plain_label


class Page(QWidget):
    """A page of the window. Subclasses fill `content`, name their `tables` and write `reload`.

    `reload` is called before the page is seen, and again when a table of `tables` was touched or
    another programme was chosen: at once while the page is seen, else when it is next shown.
    """

    tables: frozenset[str] = frozenset()

    def __init__(self, context: Context, title: str, purpose: str = "") -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self._stale = True
        self._title = plain_label(title, "title", "wrap")
        self._purpose = optional_label(purpose, "purpose")
        self._actions = QHBoxLayout()
        self._actions.setSpacing(10)
        self.content = QVBoxLayout()
        self.content.setSpacing(14)
        self._lay_out()
        context.changed.connect(self._touched)
        context.programme_changed.connect(self._outdate)

    @property
    def title(self) -> str:
        """The title as shown."""
        return self._title.text()

    def set_title(self, title: str, purpose: str) -> None:
        """Change the title and the line beneath it."""
        self._title.setText(title)
        self._purpose.setText(purpose)
        self._purpose.setVisible(bool(purpose))

    def add_action(self, widget: QWidget) -> None:
        """Put a button or a search field at the right of the title; at most one is primary."""
        self._actions.addWidget(widget)

    def reload(self) -> None:
        """Ask the services again and show what they say."""
        raise NotImplementedError

    def go_to_search(self) -> None:
        """Go to the page's search field, if it has one (Ctrl+F)."""

    def showEvent(self, event: QShowEvent) -> None:
        self._freshen()
        super().showEvent(event)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._purpose)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addLayout(words, 1)
        head.addLayout(self._actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addLayout(self.content, 1)

    def _touched(self, tables: frozenset[str]) -> None:
        if tables & self.tables:
            self._outdate()

    def _outdate(self) -> None:
        self._stale = True
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if self._stale:
            self._stale = False
            self.reload()
