"""Composition root: arguments, folders, log, then the command line or the window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from revmentor_desktop.system.paths import Paths, typed_path


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program; return its exit status.

    Without a verb (``revmentor [--data FILE]``) that is the window, else the command line.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    paths = Paths.standard()
    wanted = _data_file_only(given)
    if wanted is None:
        from revmentor_desktop.cli import command_line

        return command_line.main(given, paths)
    # What is made while starting stays; looking for garbage in it only takes time. The window
    # looks again as soon as it can be used.
    gc.disable()
    from revmentor_desktop.ui.starting import run

    return run(wanted[0], paths)


def _data_file_only(arguments: list[str]) -> tuple[Path | None] | None:
    """Return the data file named by arguments that have no verb; None when there is more."""
    match arguments:
        case []:
            return (None,)
        case ["--data", name]:
            return (typed_path(name),)
        case [only] if only.startswith("--data="):
            return (typed_path(only.removeprefix("--data=")),)
    return None
