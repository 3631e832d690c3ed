"""The environment is made once, and made again exactly when what belongs in it has changed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devtools import environment, system_packages
from devtools.places import ROOT


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a finished environment; returns its folder."""
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(pyproject, encoding="utf-8")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "VENV_PYTHON", python)
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "made-for.txt")
    stand_made(f"{environment.fingerprint()}\ndevelopment")
    return tmp_path


def stand_made(made_for: str) -> None:
    environment.STAMP.write_text(made_for, encoding="utf-8")


def change(checkout: Path, old: str, new: str) -> None:
    path = checkout / "pyproject.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_finished_environment_is_ready(checkout: Path) -> None:
    assert environment.is_ready(development=True)


def test_another_pin_asks_for_another_environment(checkout: Path) -> None:
    change(checkout, "reportlab==", "reportlab==9")
    assert not environment.is_ready(development=True)


def test_another_line_length_does_not(checkout: Path) -> None:
    change(checkout, "line-length = 100", "line-length = 99")
    assert environment.is_ready(development=True)


def test_another_python_does(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert not environment.is_ready(development=True)


def test_the_same_python_built_anew_does_not(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version", "3.11.99 (built this morning)")
    assert environment.is_ready(development=True)


def test_a_half_made_environment_is_not_ready(checkout: Path) -> None:
    environment.STAMP.unlink()
    assert not environment.is_ready(development=True)


def test_an_environment_without_its_python_is_not_ready(checkout: Path) -> None:
    (checkout / ".venv" / "bin" / "python").unlink()
    assert not environment.is_ready(development=True)


@pytest.fixture
def done(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is done to have an environment, which is not really done."""
    steps: list[str] = []

    def install(*, development: bool) -> None:
        steps.append("install for tests" if development else "install")

    monkeypatch.setattr(system_packages, "ensure", lambda: None)
    monkeypatch.setattr(environment, "_make", lambda: steps.append("make"))
    monkeypatch.setattr(environment, "_install", install)
    return steps


def test_a_ready_environment_is_left_alone(done: list[str]) -> None:
    environment.ensure()
    environment.ensure(development=True)
    assert done == []


def test_to_open_the_program_nothing_is_installed_for_tests(done: list[str]) -> None:
    environment.STAMP.unlink()
    environment.ensure()
    assert done == ["make", "install"]


def test_what_tests_need_comes_into_the_environment_that_is_there(done: list[str]) -> None:
    stand_made(environment.fingerprint())
    environment.ensure()
    assert done == []
    environment.ensure(development=True)
    assert done == ["install for tests"]


def test_without_an_environment_tests_get_one_with_all_at_once(done: list[str]) -> None:
    environment.STAMP.unlink()
    environment.ensure(development=True)
    assert done == ["make", "install for tests"]


def test_a_stamp_without_a_word_is_none(checkout: Path) -> None:
    stand_made("")
    assert not environment.is_ready(development=False)
