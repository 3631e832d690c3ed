"""Files that wait until all of them are made, and then appear together."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.documents.file_names import free_name

_STAGE: Final = ".revmentor-unfinished"
"""A folder within the chosen one where files wait until all are made."""


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Give a fresh folder within `folder` that is gone afterwards, however it ends.

    Raises KnownError ``folder-unwritable``.
    """
    stage = folder / _STAGE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(stage, ignore_errors=True)  # what a crash may have left
        stage.mkdir(mode=0o700)
        yield stage
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise KnownError("folder-unwritable", path=folder, reason=reason) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def write(path: Path, content: bytes) -> None:
    """Write a file to the drive itself, not only to what the system remembers."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def publish(stage: Path, folder: Path, replacing: Collection[str] | None = None) -> dict[str, Path]:
    """Put what waits in `stage` into `folder`; return by name where each file is now.

    With `replacing` only older files of these names are replaced; what came there unseen stays, and
    the new file has a number. Raises ``document-held``.
    """
    there = {path.name.casefold() for path in folder.iterdir()}
    taken = set() if replacing is None else there - {one.casefold() for one in replacing}
    placed: dict[str, Path] = {}
    for made in sorted(stage.iterdir()):
        path = folder / free_name(made.name, taken)
        try:
            made.replace(path)
        except OSError as error:
            # On Windows a viewer that shows the older file holds on to it.
            raise KnownError("document-held", name=path.name, reason=error.strerror) from error
        placed[made.name] = path
        taken.add(path.name.casefold())
    return placed


def write_alone(path: Path, content: bytes) -> None:
    """Put one file in place, whole or not at all, over an older one.

    Raises KnownError ``folder-unwritable`` or ``document-held``.
    """
    with staged(path.parent) as waiting:
        write(waiting / path.name, content)
        publish(waiting, path.parent)
