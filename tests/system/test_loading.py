"""Modules that are loaded at their first use."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from revmentor_desktop.system.loading import put_off


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Make a package with a module that notes in `loaded.txt` that it was loaded."""
    (tmp_path / "putoffpackage").mkdir()
    (tmp_path / "putoffpackage" / "__init__.py").write_text("")
    (tmp_path / "putoffpackage" / "heavy.py").write_text(
        "from pathlib import Path\n"
        "Path(__file__).with_name('loaded.txt').write_text('yes')\n"
        "answer = 42\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "putoffpackage"
    for name in [name for name in sys.modules if name.startswith("putoffpackage")]:
        del sys.modules[name]


def test_a_module_is_loaded_at_its_first_use(package: str, tmp_path: Path) -> None:
    put_off(f"{package}.heavy")

    from putoffpackage import heavy  # type: ignore[import-not-found]  # made by the fixture

    loaded = tmp_path / package / "loaded.txt"
    assert not loaded.exists()
    assert heavy.answer == 42
    assert loaded.exists()


def test_a_module_that_is_there_stays(package: str) -> None:
    before = import_module(f"{package}.heavy")

    put_off(f"{package}.heavy")

    assert sys.modules[f"{package}.heavy"] is before


def test_a_module_that_is_not_installed_stays_so(package: str) -> None:
    put_off(f"{package}.missing")

    assert f"{package}.missing" not in sys.modules
