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
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the process was started without pipes")
        self._to, self._from = self._process.stdin, self._process.stdout

    def line(self) -> str:
        """Wait for the next line; "" when the process has ended."""
        return self._from.readline().strip()

    def tell(self, words: str) -> None:
        """Say a line to it."""
        self._to.write(words + "\n")
        self._to.flush()

    def kill(self) -> list[str]:
        """End it without warning (kill -9); return the lines it had still said."""
        if self._from.closed:
            return []
        self._process.kill()
        rest = self._from.read()
        self._close()
        return rest[: rest.rfind("\n") + 1].split()  # without a line that was cut short

    def finish(self) -> int:
        """Let it end by itself; return its exit status."""
        self._to.close()
        self._from.read()
        self._close()
        return self._process.returncode

    def _close(self) -> None:
        self._process.wait()
        self._to.close()
        self._from.close()


@contextmanager
def worker(*arguments: str | Path) -> Iterator[Worker]:
    """Run a worker, which does not outlive the block."""
    started = Worker(*arguments)
    try:
        yield started
    finally:
        started.kill()
