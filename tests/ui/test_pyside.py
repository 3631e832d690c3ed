"""What PySide6 is told before its first use has its effect."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import revmentor_desktop.ui
from PySide6.QtCore import QObject, Signal

class Sender(QObject):
    sent = Signal()

sender = Sender()
sender.sent.connect(lambda: None)
for _ in range(50_000):
    sender.setObjectName("")
    sender.sent.emit()
    sender.signalsBlocked()
print("alive")
"""


IMPORTS = """
import inspect
import revmentor_desktop.ui
from PySide6.QtWidgets import QWidget

read = []
inspect.getsource = read.append
import revmentor_desktop.ui.shell
import json.tool
print(len(read))
"""


def test_no_source_is_read_for_what_is_imported_after_qt() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "0\n"), ended.stderr


def test_a_program_of_many_calls_lives_to_its_end() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "alive\n"), ended.stderr
