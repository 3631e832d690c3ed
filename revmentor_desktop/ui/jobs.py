"""The one door for long work: one worker beside the window, progress, cancel."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable, Generator
from typing import Any, Final, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.text import plain_label

T = TypeVar("T")
Work = Callable[[], Generator[Progress, None, T]]

PATIENCE_MS: Final = 1_000
"""Work shorter than this shows no dialog."""
_REPORT_EVERY: Final = 0.05  # seconds between two reports to the window
_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.Close,
    }
)


class Jobs(QObject):
    """Runs one piece of work at a time; meanwhile the window takes no input but Cancel.

    The work is a generator that yields `Progress` and returns its result. Cancel closes it
    between two yields, so that its ``with`` and ``finally`` put everything back.
    """

    idle = Signal()
    """Work has ended and its result, if any, was handed over."""
    _reported = Signal(Progress)
    _ended = Signal(object)

    def __init__(self, prompts: Prompts) -> None:
        super().__init__()
        self._prompts = prompts
        self._running: _Running | None = None
        self._reported.connect(self._report, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether work is going on."""
        return self._running is not None

    def start(
        self,
        words: str,
        work: Work[T],
        done: Callable[[T], object],
        parent: QWidget | None = None,
        *,
        failed: Callable[[KnownError], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> None:
        """Start `work`; then call `done` with its result here, in the window's thread.

        A KnownError goes to `failed`, or is shown; anything else is a crash. Raises RuntimeError
        while other work is going on.
        """
        if self._running is not None:
            raise RuntimeError("one job at a time")
        running = _Running(words, done, failed or self._prompts.error, cancelled, parent)
        self._running = running
        running.thread = threading.Thread(
            target=self._work, args=(running, work), name="job", daemon=True
        )
        running.wait.start()
        # Collected in the worker, a window's leftovers would be destroyed outside the window's
        # thread, which Qt does not survive. So nothing is collected until the work has ended.
        running.collects = gc.isenabled()
        gc.disable()
        running.thread.start()

    def call(
        self,
        words: str,
        function: Callable[[], T],
        done: Callable[[T], object],
        parent: QWidget | None = None,
        *,
        failed: Callable[[KnownError], object] | None = None,
    ) -> None:
        """Start work that is one call and cannot be cancelled half way."""

        def work() -> Generator[Progress, None, T]:
            yield Progress(0, 0)
            return function()

        self.start(words, work, done, parent, failed=failed)

    def stop(self) -> None:
        """Cancel what is going on and wait until it has put everything back."""
        running = self._running
        if running is not None and running.thread is not None:
            running.cancel.set()
            running.join()

    def _work(self, running: _Running, work: Work[Any]) -> None:
        """Run in the worker: exhaust or close the generator, tell the window how it ended."""
        try:
            outcome = self._exhaust(running, work())
        except KnownError as error:
            outcome = _Failed(error)
        except BaseException as error:  # noqa: BLE001 - all else goes to the crash door
            outcome = _Crashed(error)
        self._ended.emit(outcome)

    def _exhaust(self, running: _Running, steps: Generator[Progress, None, Any]) -> object:
        reported = 0.0
        while True:
            try:
                progress = next(steps)
            except StopIteration as end:
                return _Done(end.value)
            if running.cancel.is_set():
                steps.close()
                return _Cancelled()
            if time.monotonic() - reported >= _REPORT_EVERY:
                reported = time.monotonic()
                self._reported.emit(progress)

    def _report(self, progress: Progress) -> None:
        if self._running is not None:
            self._running.wait.report(progress)

    def _finish(self, outcome: object) -> None:
        running = self._running
        if running is None:
            return
        running.wait.end()
        running.join()
        self._running = None
        try:
            self._hand_over(running, outcome)
        finally:
            self.idle.emit()

    def _hand_over(self, running: _Running, outcome: object) -> None:
        match outcome:
            case _Done(result):
                running.done(result)
            case _Failed(error):
                running.failed(error)
            case _Cancelled():
                if running.cancelled is not None:
                    running.cancelled()
            case _Crashed(error):
                sys.excepthook(type(error), error, error.__traceback__)


class _Done:
    __match_args__ = ("result",)

    def __init__(self, result: object) -> None:
        self.result = result


class _Failed:
    __match_args__ = ("error",)

    def __init__(self, error: KnownError) -> None:
        self.error = error


class _Crashed:
    __match_args__ = ("error",)

    def __init__(self, error: BaseException) -> None:
        self.error = error


class _Cancelled:
    pass


class _Running:
    """One job from start to end."""

    def __init__(
        self,
        words: str,
        done: Callable[[Any], object],
        failed: Callable[[KnownError], object],
        cancelled: Callable[[], object] | None,
        parent: QWidget | None,
    ) -> None:
        self.done = done
        self.failed = failed
        self.cancelled = cancelled
        self.cancel = threading.Event()
        self.thread: threading.Thread | None = None
        self.collects = False
        self.wait = _Wait(words, self.cancel, parent)

    def join(self) -> None:
        """Wait for the worker; then garbage is collected again, in the window's thread."""
        if self.thread is not None:
            self.thread.join()
        if self.collects:
            gc.enable()


class _Wait(QObject):
    """Keeps input away while work goes on; after a while shows how far it has come."""

    def __init__(self, words: str, cancel: threading.Event, parent: QWidget | None) -> None:
        super().__init__()
        self._dialog = ProgressDialog(words, cancel, parent or QApplication.activeWindow())
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._show)

    def start(self) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        _app().installEventFilter(self)
        self._patience.start()

    def report(self, progress: Progress) -> None:
        self._dialog.report(progress)

    def end(self) -> None:
        self._patience.stop()
        _app().removeEventFilter(self)
        QApplication.restoreOverrideCursor()
        self._dialog.close_for_good()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        # From here the modal dialog keeps input away from everything but itself.
        _app().removeEventFilter(self)
        self._dialog.show()


class ProgressDialog(Dialog):
    """Says what is being done, how far it has come, and offers to cancel."""

    def __init__(self, words: str, cancel: threading.Event, parent: QWidget | None) -> None:
        super().__init__(words, "", parent)
        self._cancel = cancel
        self.setMinimumWidth(420)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        self._step = plain_label(" ", "small", "elide")
        self.body.addWidget(self._bar)
        self.body.addWidget(self._step)
        self._button = self.add_cancel()

    def report(self, progress: Progress) -> None:
        """Show how far the work has come."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._step.setText(progress.words or " ")

    def reject(self) -> None:
        """Ask the work to stop; the dialog stays until it has."""
        self._cancel.set()
        self._button.setEnabled(False)
        self._step.setText(self.tr("Stopping and putting everything back…"))

    def close_for_good(self) -> None:
        """Go away; the work has ended, and the keyboard is again where it was."""
        had_keyboard, parent = self.isActiveWindow(), self.parentWidget()
        super().reject()
        # Not every system hands the keyboard back when a dialog closes.
        if had_keyboard and parent is not None:
            parent.activateWindow()
        self.deleteLater()


def _app() -> QApplication:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    raise LookupError("no application")
