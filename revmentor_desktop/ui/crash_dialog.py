"""What the officer is told when the program has to close."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from revmentor_desktop.system.logs import places
from revmentor_desktop.system.version import VERSION
from revmentor_desktop.ui.links import Links
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen

_PLACES_SHOWN: Final = 12


def details(error: BaseException) -> str:
    """Return what helps to mend a crash and says nothing about anybody.

    The type of the error and of its causes, the places in code, the versions. Never the message:
    it may quote a name.
    """
    lines = [f"RevMentor {VERSION}"]
    lines.append(f"Python {platform.python_version()}, Qt for Python {pyside_version}")
    lines.append(f"{platform.system()} {platform.release()} ({platform.machine()})")
    cause: BaseException | None = error
    while cause is not None:
        lines.append("")
        lines.append(type(cause).__name__)
        lines += [f"  {place}" for place in places(cause.__traceback__)[:_PLACES_SHOWN]]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


class CrashDialog(Dialog):
    """Says in plain words that the program has to close, and that the data are safe."""

    def __init__(self, details_text: str, logs: Path) -> None:
        super().__init__(
            self.tr("RevMentor has to close"),
            self.tr(
                "Something in the program went wrong; it is not your doing. Everything you had"
                " stored is safe: the data file was closed cleanly. Start RevMentor again to go"
                " on. If it happens again, send the details below to whoever looks after the"
                " program: they name places in the program and nobody’s data."
            ),
        )
        self._logs = logs
        self.details = QPlainTextEdit(details_text)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(self.tr("Details"))
        self.body.addWidget(self.details)
        self.copy = button(self.tr("Copy details"), "plain", "copy")
        self.copy.clicked.connect(self._copy)
        self.open_logs = button(self.tr("Open log folder"), "plain", "folder-open")
        self.open_logs.clicked.connect(self._open_logs)
        self.foot.insertWidget(0, self.open_logs)
        self.foot.insertWidget(0, self.copy)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        size_within_screen(self, 580, 460)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.details.toPlainText())

    def _open_logs(self) -> None:
        Links().open_path(self._logs)
