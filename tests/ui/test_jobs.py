from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Generator, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.ui import jobs as module
from revmentor_desktop.ui.jobs import Jobs, ProgressDialog
from tests.fakes import FakePrompts

Steps = Generator[Progress, None, str]


@pytest.fixture
def jobs(prompts: FakePrompts) -> Iterator[Jobs]:
    made = Jobs(prompts)
    yield made
    made.stop()


def test_work_runs_beside_the_window_and_its_result_comes_back_into_it(
    qtbot: QtBot, jobs: Jobs
) -> None:
    ran: list[str] = []

    def work() -> Steps:
        ran.append(threading.current_thread().name)
        yield Progress(1, 2)
        return "made"

    with qtbot.waitSignal(jobs.idle):
        jobs.start(
            "Making", work, lambda result: ran.extend([result, threading.current_thread().name])
        )
        assert jobs.busy
    assert ran == ["job", "made", "MainThread"]
    assert not jobs.busy


def test_a_known_error_is_shown_or_goes_to_who_asked(
    qtbot: QtBot, jobs: Jobs, prompts: FakePrompts
) -> None:
    def fail() -> None:
        raise KnownError("disk-full", name="Programmes")

    with qtbot.waitSignal(jobs.idle):
        jobs.call("Saving", fail, lambda _: None)
    assert prompts.said == ["disk-full"]
    codes: list[str] = []
    with qtbot.waitSignal(jobs.idle):
        jobs.call("Saving", fail, lambda _: None, failed=lambda error: codes.append(error.code))
    assert codes == ["disk-full"]
    assert prompts.said == ["disk-full"]


def test_anything_else_is_a_crash_in_the_windows_thread(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[tuple[type[BaseException], str]] = []
    monkeypatch.setattr(
        sys,
        "excepthook",
        lambda kind, _e, _t: caught.append((kind, threading.current_thread().name)),
    )

    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.idle):
        jobs.call("Dividing", fail, lambda _: None)
    assert caught == [(ZeroDivisionError, "MainThread")]


def test_one_job_at_a_time(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    with qtbot.waitSignal(jobs.idle):
        jobs.call("Waiting", lambda: gate.wait(5), lambda _: None)
        with pytest.raises(RuntimeError):
            jobs.call("Second", lambda: None, lambda _: None)
        gate.set()


def test_cancel_closes_the_work_between_two_steps_and_leaves_nothing(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_MS", 10)
    undone: list[str] = []
    told: list[str] = []

    def work() -> Steps:
        try:
            while True:
                yield Progress(1, 100, "Mei <b>Brown</b>")
        finally:
            undone.append("put back")

    with qtbot.waitSignal(jobs.idle):
        jobs.start("Making", work, told.append, cancelled=lambda: told.append("cancelled"))
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ProgressDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ProgressDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert undone == ["put back"]
    assert told == ["cancelled"]


def test_the_window_takes_no_input_while_work_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    pressed: list[str] = []
    target = QPushButton("Press")
    target.clicked.connect(lambda: pressed.append("pressed"))
    qtbot.addWidget(target)
    target.show()
    gate = threading.Event()
    with qtbot.waitSignal(jobs.idle):
        jobs.call("Waiting", lambda: gate.wait(5), lambda _: None)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        target.close()
        assert target.isVisible()
        gate.set()
    assert pressed == []
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert pressed == ["pressed"]


def test_short_work_shows_no_dialog(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.idle):
        jobs.call("Short", lambda: None, lambda _: None)
        assert QApplication.activeModalWidget() is None


def test_after_the_dialog_of_long_work_the_keyboard_is_again_where_it_was(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE_MS", 0)
    window = QWidget()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    window.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    gate = threading.Event()
    with qtbot.waitSignal(jobs.idle):
        jobs.call("Waiting", lambda: gate.wait(5), lambda _: None, window)
        qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ProgressDialog))
        gate.set()
    qtbot.waitUntil(line.hasFocus)


def test_stop_waits_until_everything_is_put_back(jobs: Jobs) -> None:
    undone: list[str] = []
    begun = threading.Event()

    def work() -> Steps:
        try:
            while True:
                begun.set()
                yield Progress(0, 0)
        finally:
            undone.append("put back")

    jobs.start("Making", work, lambda _: None)
    begun.wait(5)
    jobs.stop()
    assert undone == ["put back"]


def test_garbage_is_never_collected_in_the_worker(qtbot: QtBot, jobs: Jobs) -> None:
    collected_in: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            collected_in.append(threading.current_thread().name)

    def litter() -> Generator[Progress, None, None]:
        for step in range(3):
            yield Progress(step, 3)
            for _ in range(5_000):
                ring: list[object] = []
                ring.append(ring)

    was_on = gc.isenabled()
    gc.enable()
    gc.callbacks.append(note)
    try:
        with qtbot.waitSignal(jobs.idle):
            jobs.start("Littering", litter, lambda _: None)
        assert "job" not in collected_in
        assert gc.isenabled()
    finally:
        gc.callbacks.remove(note)
        if not was_on:
            gc.disable()
