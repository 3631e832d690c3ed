"""Other processes, spoken with by lines and ended as the power cut would: at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

KEY: Final = bytes(range(32))
"""The key of every data file in the drills."""
ROOT: Final = Path(__file__).parents[2]


class Worker:
    """A process that runs tests/drills/worker.py."""

    def __init__(self, *arguments: str | Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.drills.worker", *map(str, arguments)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        """Wait for the next line; "" when the process has ended."""
        if self._process.stdout is None:
            raise RuntimeError("the process was started without a pipe")
        return self._process.stdout.readline().strip()

    def kill(self) -> list[str]:
        """End it without warning (kill -9); return the lines it had still said."""
        self._process.kill()
        rest, _ = self._process.communicate()
        whole_lines = rest[: rest.rfind("\n") + 1]
        return whole_lines.split()

    def finish(self) -> int:
        """Let it end by itself; return its exit status."""
        self._process.communicate()
        return self._process.returncode


@contextmanager
def worker(*arguments: str | Path) -> Iterator[Worker]:
    """Run a worker, which does not outlive the block."""
    started = Worker(*arguments)
    try:
        yield started
    finally:
        started.kill()
