from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services import vault
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.ui import single_instance
from revmentor_desktop.ui.single_instance import Claims

HOLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from revmentor_desktop.ui.single_instance import Claims
app = QCoreApplication([])
claims = Claims(Path(sys.argv[1]))
claims.take(Path(sys.argv[2]))
claims.listen()
claims.knocked.connect(lambda: (print("knocked", flush=True), app.quit()))
print("holds", flush=True)
app.exec()
"""
RIVAL = """
import sys
from pathlib import Path
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.single_instance import Claims
claims = Claims(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
try:
    claims.take(Path(sys.argv[2]))
except KnownError:
    print("other", flush=True)
else:
    print("mine", flush=True)
sys.stdin.readline()
"""
RIVALS = 12
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "run"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Programmes.revmentor"


@pytest.fixture
def claims(folder: Path) -> Iterator[Claims]:
    made = Claims(folder)
    yield made
    made.release()


def start(code: str, *arguments: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def say(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


@pytest.fixture
def holder(folder: Path, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has claimed the file and answers knocks."""
    process = start(HOLDER, folder, path)
    assert line_of(process) == "holds"
    yield process
    process.kill()
    process.communicate()


def test_a_file_is_claimed_once_until_it_is_released(
    folder: Path, path: Path, claims: Claims
) -> None:
    claims.take(path)
    claims.take(path)
    other = Claims(folder)
    with pytest.raises(KnownError, match="file-in-use"):
        other.take(path)
    other.take(path.with_name("Another.revmentor"))
    claims.release()
    other.take(path)
    other.release()


def test_other_names_of_the_same_file_are_the_same_claim(
    folder: Path, path: Path, claims: Claims, tmp_path: Path
) -> None:
    path.touch()
    other_name = tmp_path / "link.revmentor"
    other_name.symlink_to(path)
    claims.take(path)
    other = Claims(folder)
    with pytest.raises(KnownError):
        other.take(other_name)


def test_a_second_start_raises_the_first_window(
    holder: subprocess.Popen[str], claims: Claims, path: Path
) -> None:
    with pytest.raises(KnownError):
        claims.take(path)
    assert single_instance.knock(path)
    assert line_of(holder) == "knocked"


def test_knocks_are_heard_for_a_file_that_is_opened_later(claims: Claims, path: Path) -> None:
    claims.listen()
    other = path.with_name("Later.revmentor")
    claims.take(other)
    assert claims._server is not None
    assert claims._server.serverName() == single_instance._door(other)
    claims.release()
    assert claims._server is None


def test_nobody_hears_a_knock_at_a_file_that_is_not_open(path: Path) -> None:
    assert not single_instance.knock(path)


@pytest.mark.parametrize("word", [b"open /etc/passwd", b"rais", b"RAISE", b"\0" * 100_000])
def test_no_other_word_is_accepted(qtbot: QtBot, claims: Claims, path: Path, word: bytes) -> None:
    claims.take(path)
    claims.listen()
    heard: list[str] = []
    claims.knocked.connect(lambda: heard.append("knocked"))
    visitor = QLocalSocket()
    visitor.connectToServer(single_instance._door(path.absolute()))
    assert visitor.waitForConnected(1000)
    visitor.write(word)
    visitor.flush()
    disconnected = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: visitor.state() == disconnected)
    assert heard == []


def test_after_kill_9_the_claim_is_taken_without_questions(
    holder: subprocess.Popen[str], claims: Claims, path: Path
) -> None:
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    claims.take(path)
    claims.listen()


def test_of_many_starts_at_once_one_gets_the_file(folder: Path, path: Path) -> None:
    rivals = [start(RIVAL, folder, path) for _ in range(RIVALS)]
    assert [line_of(rival) for rival in rivals] == ["ready"] * RIVALS
    for rival in rivals:
        say(rival)
    answers = [line_of(rival) for rival in rivals]
    for rival in rivals:
        rival.communicate("\n")
    assert sorted(answers) == ["mine"] + ["other"] * (RIVALS - 1)


def test_a_second_start_of_the_program_ends_well_and_raises_the_first(paths: Paths) -> None:
    path = paths.default_data_file
    vault.create(path, "three unlikely words", paths).data.close()
    folder = paths.data / "run"
    first = start(HOLDER, folder, path)
    assert line_of(first) == "holds"
    second = subprocess.run(
        [sys.executable, str(ROOT / "main.py")],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert line_of(first) == "knocked"
    first.communicate(timeout=10)
    assert (second.returncode, second.stdout) == (0, "")
