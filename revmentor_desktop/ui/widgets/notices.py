"""The bar that says what was just done and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from revmentor_desktop.ui.widgets.buttons import button, icon_button, set_button_text
from revmentor_desktop.ui.widgets.text import announce, plain_label

SHOWN_MS: Final = 12_000
"""How long a notice stays; pointing at it or focusing it keeps it longer."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and what its one button says and does (no button without `verb`).

    `passing`: it goes with the next change, as what its button would take back is then another.
    """

    text: str
    verb: str = ""
    action: Callable[[], None] | None = None
    passing: bool = False


class Notices(QObject):
    """Where pages leave a notice; the window shows it."""

    shown = Signal(Notice)
    overtaken = Signal()
    """Something was changed: a passing notice goes."""

    def show(
        self,
        text: str,
        verb: str = "",
        action: Callable[[], None] | None = None,
        *,
        passing: bool = False,
    ) -> None:
        """Show a sentence, with a button `verb` that does `action` when given."""
        self.shown.emit(Notice(text, verb, action, passing))

    def overtake(self) -> None:
        """Take a passing notice away."""
        self.overtaken.emit()


class NoticeBar(QFrame):
    """Shows one notice at a time; a screen reader speaks it, Escape or the cross closes it."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.notices = notices
        self._notice = Notice("")
        self._label = plain_label("", "body", "wrap")
        self.act = button("")
        self.act.clicked.connect(self._do)
        self.close_button = icon_button("x", self.tr("Close this notice"), "notice_ink")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(8)
        row.addWidget(self._label, 1)
        row.addWidget(self.act)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._hide_unless_used)
        for part in (self.act, self.close_button):
            part.installEventFilter(self)
        self.hide()
        notices.shown.connect(self.show_notice)
        notices.overtaken.connect(self._make_way)

    def text(self) -> str:
        """Return the sentence that is shown."""
        return self._label.text()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice instead of the one before."""
        self._notice = notice
        self._label.setText(notice.text)
        set_button_text(self.act, notice.verb)
        self.act.setVisible(bool(notice.verb))
        self.show()
        self._timer.start()
        announce(self, notice.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def _make_way(self) -> None:
        if self._notice.passing:
            self.hide()

    def _hide_unless_used(self) -> None:
        if self.underMouse() or self.act.hasFocus() or self.close_button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _do(self) -> None:
        action = self._notice.action
        self.hide()
        if action is not None:
            action()
