"""Fixtures of the vault's tests: a key store in memory, and a file that opens by a passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from revmentor_desktop.system.paths import Paths
from tests.fake_key_store import FakeKeyStore
from tests.services.vault.ways import PASSPHRASE, made


@pytest.fixture(autouse=True)
def _light_stretching(quick_passphrases: object) -> None:
    """Each of these tests opens a file, many of them several times."""


@pytest.fixture(autouse=True)
def store() -> Iterator[FakeKeyStore]:
    with FakeKeyStore.installed() as store:
        yield store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A folder of its own for the data file."""
    (tmp_path / "office").mkdir()
    return tmp_path / "office" / "Programmes.revmentor"


@pytest.fixture
def code(path: Path, paths: Paths) -> str:
    """The recovery code of the closed file at `path`, which opens by PASSPHRASE."""
    return made(path, PASSPHRASE, paths)
