"""The program outlives more calls of Qt than None, True and False have references."""

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


def test_a_program_of_many_calls_lives_to_its_end() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (0, "alive\n"), ended.stderr
