"""What tests share: folders of their own, a fresh data file, a window's surroundings."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from revmentor_desktop.storage import reserve
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
def small_reserve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of data files need not each keep as much of the disk as an officer's does."""
    monkeypatch.setattr(reserve, "SIZE", 4096)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """The program's folders, all inside the test's own."""
    monkeypatch.setenv("REVMENTOR_HOME", str(tmp_path / "home"))
    return Paths.standard()


@pytest.fixture
def data(tmp_path: Path) -> Iterator[DataFile]:
    """A fresh data file."""
    made = DataFile.create(tmp_path / "test.revmentor", data_key(SEED), SEED)
    yield made
    made.close()
