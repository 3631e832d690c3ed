"""How dev.py speaks, and how it ends when it cannot go on."""

from __future__ import annotations

import sys


class Stop(Exception):
    """dev.py cannot go on; the message tells the reader what to do about it."""


def say(words: str) -> None:
    """Print to standard error, so that what the program itself prints can be piped on."""
    print(words, file=sys.stderr, flush=True)
