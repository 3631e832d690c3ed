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


def test_a_part_of_a_package_comes_without_the_rest_of_it(package: str, tmp_path: Path) -> None:
    inner = tmp_path / package / "inner"
    inner.mkdir()
    (inner / "__init__.py").write_text("from . import one, two\n")
    (inner / "one.py").write_text("answer = 1\n")
    (inner / "two.py").write_text("answer = 2\n")
    put_off(f"{package}.inner")
    assert import_module(f"{package}.inner.one").answer == 1
    assert f"{package}.inner.two" not in sys.modules
    whole = import_module(f"{package}.inner")
    assert whole.two.answer == 2
    assert whole.one is sys.modules[f"{package}.inner.one"]


def test_a_module_that_is_there_stays(package: str) -> None:
    before = import_module(f"{package}.heavy")

    put_off(f"{package}.heavy")

    assert sys.modules[f"{package}.heavy"] is before


def test_a_module_that_is_not_installed_stays_so(package: str) -> None:
    put_off(f"{package}.missing")

    assert f"{package}.missing" not in sys.modules
