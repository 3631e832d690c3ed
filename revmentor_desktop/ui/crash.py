"""What happens after a mistake of ours: save what is there, say so, tell what helps to mend it."""

from __future__ import annotations

import contextlib
import logging
import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.logs import start_log
from revmentor_desktop.ui.prompts import Prompts

_LOG = logging.getLogger(__name__)
# Quoted text, and anything with a slash in it, which may be a path.
_QUOTED: Final = re.compile(r"""(["'`]).*?\1|\S*[/\\]\S*""")
_QT_LEVELS: Final = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashDoor(QObject):
    """Catches what nobody caught, in any thread.

    First the steps that `rescue` names are taken, each even when the one before failed; they
    bring the data into safety. Then the officer is told. A second mistake while the first is
    dealt with is only noted in the log. A known error, which somebody should have caught, is
    told like every other and ends nothing.
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
        start_log(self._logs)
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
        if isinstance(error, KnownError):
            with _guarded("tell"):
                Prompts().error(error)
            self._busy = False
            return
        with _guarded("find the steps"):
            for step in self._rescue():
                with _guarded("save"):
                    step()
        with _guarded("tell"):
            from revmentor_desktop.ui.crash_dialog import CrashDialog, details

            CrashDialog(details(error), self._logs).exec()
        QApplication.exit(1)


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
