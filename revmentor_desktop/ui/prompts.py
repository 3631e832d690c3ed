"""The one door for everything the program says or asks in a box of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.ui.widgets.buttons import Kind
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.surfaces import IconLabel
from revmentor_desktop.ui.widgets.text import set_property

_WIDTH = 460
_OPENED = "folder_opened_from"
_SAVED = "folder_saved_in"
"""Papers do not belong where a list of people was last found."""


def words_of(error: KnownError) -> str:
    """Return the sentence that belongs to a known error."""
    return sentence(error.code, error.params)


class Prompts(QObject):
    """Messages, questions and the choice of files; tests put a fake in its place."""

    def error(self, error: KnownError) -> None:
        """Say what happened, what it means and what to do."""
        self.error_box(error).exec()

    def inform(self, title: str, text: str) -> None:
        """Say something that is not an error."""
        self.message_box(title, text).exec()

    def confirm(self, title: str, text: str, verb: str, *, danger: bool = False) -> bool:
        """Ask before something that cannot be undone; the button says the verb."""
        box = self.question_box(title, text, verb, danger=danger)
        return box.exec() == Dialog.DialogCode.Accepted

    def decide(self, title: str, text: str, verb: str, other: str) -> bool | None:
        """Ask which of two things to do; return True for `verb`, False for `other`, else None."""
        box, chosen = self.decision_box(title, text, verb, other)
        is_decided = box.exec() == Dialog.DialogCode.Accepted
        return chosen[-1] if is_decided else None

    def error_box(self, error: KnownError) -> Dialog:
        """Return the box that `error` shows."""
        box = _Message(self.tr("That was not done"), words_of(error), "circle-alert", "bad")
        box.add_button(self.tr("Close"), "primary").clicked.connect(box.accept)
        return box

    def message_box(self, title: str, text: str) -> Dialog:
        """Return the box that `inform` shows."""
        box = _Message(title, text, "info", "brand")
        box.add_button(self.tr("Close"), "primary").clicked.connect(box.accept)
        return box

    def question_box(self, title: str, text: str, verb: str, *, danger: bool = False) -> Dialog:
        """Return the box that `confirm` shows."""
        box = _Message(title, text, "triangle-alert", "warn")
        box.add_cancel()
        kind: Kind = "danger" if danger else "primary"
        box.add_button(verb, kind).clicked.connect(box.accept)
        return box

    def decision_box(
        self, title: str, text: str, verb: str, other: str
    ) -> tuple[Dialog, list[bool]]:
        """Return the box that `decide` shows, and where it notes what is chosen."""
        box = _Message(title, text, "triangle-alert", "warn")
        chosen: list[bool] = []
        box.add_cancel()
        elsewhere, go_on = box.add_button(other), box.add_button(verb, "primary")
        for made in (elsewhere, go_on):
            made.clicked.connect(lambda _=False, made=made: chosen.append(made is go_on))
            made.clicked.connect(box.accept)
        return box, chosen

    def choose_file_to_open(self, title: str, filters: Sequence[str]) -> Path | None:
        """Ask for a file; `filters` are like "Spreadsheets (*.xlsx *.csv)"."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            _parent(), title, _last_folder(_OPENED), ";;".join(filters)
        )
        return _remembered(_OPENED, name)

    def choose_file_to_save(
        self, title: str, suggestion: str, filters: Sequence[str]
    ) -> Path | None:
        """Ask where to save; the system asks before it overwrites. Adds the suggestion's suffix."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            _parent(), title, str(Path(_last_folder(_SAVED)) / suggestion), ";;".join(filters)
        )
        chosen = _remembered(_SAVED, name)
        if chosen is not None and not chosen.suffix:
            return chosen.with_suffix(Path(suggestion).suffix)
        return chosen

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder to save in."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(_parent(), title, _last_folder(_SAVED))
        return _remembered(_SAVED, name, is_folder=True)


class _Message(Dialog):
    def __init__(self, title: str, text: str, icon: str, colour: str) -> None:
        super().__init__(title, text, _parent(), IconLabel(icon, colour, 22))
        set_property(self.text, "role", "body")
        self.body.addStretch(1)
        self.setMinimumWidth(_WIDTH)


def _parent() -> QWidget | None:
    return QApplication.activeModalWidget() or QApplication.activeWindow()


def _last_folder(kind: str) -> str:
    from PySide6.QtCore import QStandardPaths

    app = QApplication.instance()
    remembered = app.property(kind) if app is not None else None
    if remembered:
        return str(remembered)
    documents = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    # Where it was never made, Qt would begin in whatever folder the program was started from.
    return str(documents if documents.is_dir() else Path.home())


def _remembered(kind: str, name: str, *, is_folder: bool = False) -> Path | None:
    if not name:
        return None
    path = Path(name)
    app = QApplication.instance()
    if app is not None:
        app.setProperty(kind, str(path if is_folder else path.parent))
    return path
