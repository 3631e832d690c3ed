"""Writing a file so that it is whole or not there, and private to the user."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` beside `path` and move it there; other users cannot read it.

    Raises OSError; then whatever stood at `path` still does.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _settle(path.parent)
    except OSError:
        discard(unfinished)
        raise


def discard(path: Path) -> None:
    """Remove a file that was not finished, if it is there.

    Where nothing could be written there is nothing to remove, and why not is told already.
    """
    with contextlib.suppress(OSError):
        path.unlink()


def _settle(folder: Path) -> None:
    """Have the system write down that a file has come into `folder`, before a power cut can."""
    if os.name == "nt":
        return  # Windows has no handle for this and keeps its own journal
    # Some network drives cannot, nor folders that may not be listed; the file itself is whole
    # there all the same.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
