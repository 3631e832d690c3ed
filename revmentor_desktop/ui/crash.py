"""What happens after a mistake of ours: save what is there, say so, tell what helps to mend it."""

from __future__ import annotations

import contextlib
import logging
import platform
import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from revmentor_desktop.system.logs import places
from revmentor_desktop.system.version import VERSION
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.dialogs import Dialog

_LOG = logging.getLogger(__name__)
_PLACES_SHOWN: Final = 12
# Quoted text, and anything with a slash in it, which may be a path.
_QUOTED: Final = re.compile(r"""(["'`]).*?\1|\S*[/\\]\S*""")
_QT_LEVELS: Final = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


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


class CrashDoor(QObject):
    """Catches what nobody caught, in any thread.

    First the steps that `rescue` names are taken, each even when the one before failed; they
    bring the data into safety. Then the officer is told. A second mistake while the first is
    dealt with is only noted in the log.
    """

    _crashed = Signal(object)

    def __init__(self, logs: Path, rescue: Callable[[], Sequence[Callable[[], None]]]) -> None:
        super().__init__()
        self._logs = logs
        self._rescue = rescue
        self._busy = False
        self._crashed.connect(self._meet)

    def install(self) -> None:
        """Stand at the end of every uncaught exception and of Qt's own messages."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        qInstallMessageHandler(_note)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)

    def _caught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _LOG.error("uncaught", exc_info=(kind, error, trace))
        # Queued when raised in another thread; widgets belong to the window's.
        self._crashed.emit(error)

    def _caught_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _meet(self, error: BaseException) -> None:
        if self._busy:
            return
        self._busy = True
        with _guarded("find the steps"):
            for step in self._rescue():
                with _guarded("save"):
                    step()
        with _guarded("tell"):
            CrashDialog(details(error), self._logs).exec()
        QApplication.exit(1)


class CrashDialog(Dialog):
    """Says in plain words that the program has to close, and that the data are safe."""

    def __init__(self, details_text: str, logs: Path) -> None:
        super().__init__(
            self.tr("RevMentor has to close"),
            self.tr(
                "Something in the program went wrong; it is not your doing. Everything you had"
                " stored is safe: the data file was closed cleanly. Start RevMentor again to go"
                " on. If it happens again, send the details below to whoever looks after the"
                " program: they name places in the program and nobody's data."
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
        self.size_within_screen(580, 460)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.details.toPlainText())

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs)))


@contextlib.contextmanager
def _guarded(step: str) -> Iterator[None]:
    """Let the next step happen even when this one fails as well."""
    try:
        yield
    except Exception:  # noqa: BLE001 - any step may fail in any way; the next must still come
        _LOG.exception("while crashing: %s", step)


def _note(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Write Qt's own warnings into the log, without what they quote: that may be a name."""
    level = _QT_LEVELS.get(kind)
    if level is not None:
        _LOG.log(level, "Qt: %s", _QUOTED.sub("…", message))
