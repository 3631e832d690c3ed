"""The data file that a verb works on, and the passphrase that opens it."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services import vault
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences

_VARIABLE: Final = "REVMENTOR_PASSPHRASE"
"""The variable of the environment that holds the passphrase, for scripts."""


def data_path(options: argparse.Namespace, paths: Paths) -> Path:
    """Return the data file that is meant: the one named, else the last one opened."""
    usual = Preferences(paths.preferences).usual_file(paths) or paths.default_data_file
    chosen: Path = options.data or usual
    return chosen


@contextmanager
def opened(
    options: argparse.Namespace, paths: Paths, *, or_new: bool = False
) -> Iterator[DataFile]:
    """Open the data file that is meant, and close it at the end; `or_new` makes it if need be.

    That the disk is nearly full is said on standard error.

    Raises KnownError ``data-file-not-yet``, ``passphrase-needed``, ``passphrases-differ`` or what
    opening and making raise.
    """
    path = data_path(options, paths)
    data = _opened(path, paths) if path.exists() or not or_new else _made(path, paths)
    try:
        yield data
    finally:
        data.close()
    warning = data.take_warning()
    if warning is not None:
        print(sentence(warning.code, warning.params), file=sys.stderr)


def _opened(path: Path, paths: Paths) -> DataFile:
    if not path.exists():
        raise KnownError("data-file-not-yet", path=path)
    if vault.needs_passphrase(path, paths):
        return vault.open_with_passphrase(path, _passphrase("Passphrase: "), paths).data
    return vault.open_with_key_store(path, paths).data


def _made(path: Path, paths: Paths) -> DataFile:
    return vault.create(path, _new_passphrase(), paths).data


def _new_passphrase() -> str:
    """Return the passphrase for a new data file; whoever types it types it twice."""
    passphrase = _passphrase("Choose a passphrase: ")
    if _VARIABLE not in os.environ and passphrase != _asked("Once more: "):
        raise KnownError("passphrases-differ")
    return passphrase


def _passphrase(question: str) -> str:
    given = os.environ.get(_VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise KnownError("passphrase-needed")
    return _asked(question)


def _asked(question: str) -> str:
    try:
        return getpass.getpass(question)
    except EOFError as error:
        raise KnownError("stopped") from error
