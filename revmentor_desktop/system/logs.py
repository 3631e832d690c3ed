"""The program's own log: what went wrong and where, never about whom."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Final

_BYTES: Final = 512 * 1024
_KEPT: Final = 3
_FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_OURS: Final = "revmentor_desktop"

ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class OneLine(logging.Formatter):
    """Writes each record on one line, so that no text can pass itself off as a record.

    Of an exception only its type and the places in code are written: its message may quote what
    people typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        record.exc_text = None  # what another handler made of the exception would be taken over
        line = super().format(record)
        return line.replace("\r", "\\r").replace("\n", "\\n")

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802 - the name in logging
        """Return the type and places of an exception, without its message."""
        return f"{ei[0].__name__} at {' < '.join(places(ei[2]))}" if ei[0] is not None else ""


def start_log(folder: Path) -> None:
    """Write the log into `folder`, private to the user; older parts are kept three deep.

    Where that cannot be, warnings go to the standard error instead. Called again it does nothing.
    """
    logger = logging.getLogger()
    if any(isinstance(handler.formatter, OneLine) for handler in logger.handlers):
        return
    logger.setLevel(logging.INFO)
    handler = _handler(folder)
    handler.setFormatter(OneLine(_FORMAT))
    logger.addHandler(handler)
    # Its lines would quote the statements, and with them values.
    logging.getLogger("sqlalchemy").setLevel(logging.ERROR)


def places(trace: TracebackType | None) -> list[str]:
    """Return where an exception came through, innermost first, as "room/file.py:12".

    Files of others are named without their folders, which can hold the user's name.
    """
    found = []
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        found.append(f"{_shortened(path)}:{trace.tb_lineno}")
        trace = trace.tb_next
    return found[::-1]


def _shortened(path: Path) -> str:
    if _OURS in path.parts:
        return "/".join(path.parts[path.parts.index(_OURS) + 1 :])
    return path.name


def _handler(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
        return RotatingFileHandler(
            folder / "revmentor.log",
            maxBytes=_BYTES,
            backupCount=_KEPT,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
        handler.setLevel(logging.WARNING)
        return handler
