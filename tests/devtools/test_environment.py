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
    environment.STAMP.write_text(environment.fingerprint(), encoding="utf-8")
    return tmp_path


def change(checkout: Path, old: str, new: str) -> None:
    path = checkout / "pyproject.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_finished_environment_is_ready(checkout: Path) -> None:
    assert environment.is_ready()


def test_another_pin_asks_for_another_environment(checkout: Path) -> None:
    change(checkout, "reportlab==", "reportlab==9")
    assert not environment.is_ready()


def test_another_line_length_does_not(checkout: Path) -> None:
    change(checkout, "line-length = 100", "line-length = 99")
    assert environment.is_ready()


def test_another_python_does(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert not environment.is_ready()


def test_the_same_python_built_anew_does_not(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version", "3.11.99 (built this morning)")
    assert environment.is_ready()


def test_a_half_made_environment_is_not_ready(checkout: Path) -> None:
    environment.STAMP.unlink()
    assert not environment.is_ready()


def test_an_environment_without_its_python_is_not_ready(checkout: Path) -> None:
    (checkout / ".venv" / "bin" / "python").unlink()
    assert not environment.is_ready()


def test_a_ready_environment_is_left_alone(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(system_packages, "ensure", lambda: None)
    monkeypatch.setattr(environment, "_make", lambda: made.append("made"))
    environment.ensure()
    assert made == []
    environment.STAMP.unlink()
    environment.ensure()
    assert made == ["made"]
