"""Fields to type into, and the label, help and problem that belong to a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.text import optional_label, plain_label, set_property, set_tip

_SEARCH_PAUSE_MS = 120


class SearchField(QLineEdit):
    """A field to search by; `searched` follows the typing after a pause, Escape empties it."""

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint.rstrip("…. "))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(180)
        self.addAction(
            QAction(icon("search", "muted"), "", self), QLineEdit.ActionPosition.LeadingPosition
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(self._pause.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class NumberField(QSpinBox):
    """A whole number between `least` and `most`; the mouse wheel only turns it when focused."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The style sheet's padding does not reach the entry of a spin box.
        self.lineEdit().setTextMargins(9, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FieldFrame(QFrame):
    """A frame that looks like one field around several widgets; `entry` is where one types."""

    edited = Signal()
    """The officer changed the value; not emitted when a program sets it."""

    def __init__(self, entry: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self.entry = entry
        entry.setParent(self)
        entry.installEventFilter(self)
        self.setFocusProxy(entry)

    def setAccessibleName(self, name: str) -> None:
        """Name the field; what one types into carries the name too."""
        super().setAccessibleName(name)
        self.entry.setAccessibleName(name)

    def setAccessibleDescription(self, text: str) -> None:
        """Describe the field, and what one types into."""
        super().setAccessibleDescription(text)
        self.entry.setAccessibleDescription(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            set_property(
                self, "focused", "true" if event.type() == QEvent.Type.FocusIn else "false"
            )
            if event.type() == QEvent.Type.FocusOut:
                self.left()
        return super().eventFilter(watched, event)

    def left(self) -> None:
        """React to the focus leaving the field."""


class PassphraseField(FieldFrame):
    """A field whose text is hidden until the eye beside it is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QLineEdit(), parent)
        self.entry.setEchoMode(QLineEdit.EchoMode.Password)
        self.entry.textEdited.connect(self.edited)
        self._eye = icon_button("eye", self.tr("Show what is typed"))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 4, 1)
        row.setSpacing(0)
        row.addWidget(self.entry)
        row.addWidget(self._eye)

    def text(self) -> str:
        return self.entry.text()

    def _show(self, shown: bool) -> None:
        self.entry.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = self.tr("Hide what is typed") if shown else self.tr("Show what is typed")
        self._eye.setIcon(icon("eye-off" if shown else "eye", "muted"))
        self._eye.setAccessibleName(words)
        set_tip(self._eye, words)


def put_line(line: QLineEdit, text: str) -> None:
    """Show a text from its beginning; where it stands there already, the cursor does not move."""
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)


def go_to_line(line: QLineEdit) -> None:
    """Put the focus behind what stands in a line, to go on typing there."""
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    line.end(False)


class LabelledField(QWidget):
    """A field with its label above, and beneath it help or, when there is one, the problem.

    `aside` stands at the right of the label; its place stays kept while it is hidden.
    """

    def __init__(
        self, label: str, field: QWidget, help_text: str = "", aside: QWidget | None = None
    ) -> None:
        super().__init__()
        self.field = field
        self._help_text = help_text
        self.label = plain_label(label, "label", "wrap")
        self.label.setBuddy(field)
        field.setAccessibleName(label)
        field.setAccessibleDescription(help_text)
        self._note = optional_label(help_text, "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(_above(self.label, aside))
        layout.addWidget(field)
        layout.addWidget(self._note)

    @property
    def problem(self) -> str:
        """The problem now shown, or an empty text."""
        return self._note.text() if self._note.property("role") == "error" else ""

    def set_label(self, label: str) -> None:
        """Call the field something else."""
        self.label.setText(label)
        self.field.setAccessibleName(label)

    def set_help(self, text: str) -> None:
        """Change the help beneath the field."""
        self._help_text = text
        if not self.problem:
            self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Say beside the field what is wrong with it; an empty text says that nothing is."""
        set_property(self._note, "role", "error" if problem else "small")
        self._note.setText(problem or self._help_text)
        self._note.setVisible(bool(problem or self._help_text))
        set_property(self.field, "wrong", "true" if problem else "false")
        self.field.setAccessibleDescription(problem or self._help_text)


def _above(label: QWidget, aside: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(label, 1, Qt.AlignmentFlag.AlignBottom)
    if aside is not None:
        kept = aside.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        aside.setSizePolicy(kept)
        row.addWidget(aside)
    return row
