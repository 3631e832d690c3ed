"""What tests share: folders of their own, a fresh data file, a window's surroundings."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from revmentor_desktop.storage import connection, keys, reserve
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import data_key
from revmentor_desktop.system.paths import Paths

# The same examples every time, on fast machines and slow ones.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")

SEED = bytes(range(16))
"""The seed of every data file that the fixtures make."""


COLLECT_EVERY = 25
"""Tests between two collections of garbage."""

_finished = count(1)


def pytest_configure() -> None:
    """Collect garbage between tests only, in the main thread.

    A test's own threads would else destroy the widgets that an earlier test left behind, and Qt
    does not survive that. The program itself sees to it in `ui.jobs`.
    """
    gc.disable()


def pytest_runtest_logfinish() -> None:
    """Collect what the last tests left behind."""
    if next(_finished) % COLLECT_EVERY == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def light_on_the_disk(monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Thousands of data files neither wait for the disk nor each keep room on it.

    Returns the settings that the program itself works with.
    """
    as_shipped = connection.SETTINGS
    unsafe = [one.replace("synchronous = FULL", "synchronous = OFF") for one in as_shipped]
    monkeypatch.setattr(connection, "SETTINGS", tuple(unsafe))
    monkeypatch.setattr(reserve, "SIZE", 4096)
    return as_shipped


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, int]:
    """What makes guessing a passphrase slow would make every opening slow here.

    Returns what the program itself works with.
    """
    as_shipped = keys.SCRYPT
    monkeypatch.setattr(keys, "SCRYPT", {"n": 2**4, "r": 8, "p": 1})
    return as_shipped


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The program's folders, all inside the test's own."""
    monkeypatch.setenv("REVMENTOR_HOME", str(tmp_path / "home"))
    return Paths.standard()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed data file with nothing in it."""
    path = tmp_path_factory.mktemp("empty") / "empty.revmentor"
    DataFile.create(path, data_key(SEED), SEED).close()
    return path


@pytest.fixture
def data(tmp_path: Path, empty_file: Path) -> Iterator[DataFile]:
    """A fresh data file."""
    path = tmp_path / "test.revmentor"
    shutil.copy(empty_file, path)  # quicker than to make one
    made = DataFile.open(path, data_key(SEED), tmp_path / "backups")
    yield made
    made.close()
