"""Each import rule of the house breaks when somebody breaks it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from devtools.places import ROOT

_LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package with its rules, and two pages; returns the folder it is in."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "revmentor_desktop",
        tmp_path / "revmentor_desktop",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    write_module(tmp_path, "ui/home/new.py", "")
    write_module(tmp_path, "ui/shell.py", "")
    return tmp_path


def write_module(folder: Path, place: str, text: str) -> None:
    path = folder / "revmentor_desktop" / place
    path.parent.mkdir(exist_ok=True)
    (path.parent / "__init__.py").touch()
    path.write_text(text, encoding="utf-8")


def broken_rules(folder: Path) -> set[str]:
    command = [sys.executable, "-c", _LINT, "--no-logo", "--no-cache"]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
    assert "Contracts: " in said
    return set(re.findall(r"^(.+) BROKEN\b", said, re.MULTILINE))


PAGES_APART = "Pages never know each other, and widgets know no page"
ONE_WAY = "Imports run one way: app, cli, ui, services, then what they stand on"


@pytest.mark.parametrize(
    ("module", "line", "rule"),
    [
        ("domain/new.py", "import revmentor_desktop.storage.data_file", ONE_WAY),
        ("storage/new.py", "import revmentor_desktop.services.people", ONE_WAY),
        ("storage/new.py", "import revmentor_desktop.exchange", ONE_WAY),
        ("documents/new.py", "import revmentor_desktop.storage", ONE_WAY),
        ("system/new.py", "import revmentor_desktop.domain.people", ONE_WAY),
        ("services/new.py", "from PySide6.QtCore import QObject", "Only ui knows Qt"),
        ("ui/new.py", "import sqlcipher3", "Only storage and services know SQL"),
        ("domain/new.py", "import sqlmodel", "Only storage and services know SQL"),
        (
            "storage/new.py",
            "import sqlite3",
            "One SQLite library in the process: the encrypted one",
        ),
        ("services/new.py", "import reportlab.lib", "Only documents knows reportlab"),
        ("services/new.py", "import python_calamine", "Only exchange knows spreadsheets"),
        ("services/new.py", "import icalendar", "Only exchange knows calendar files"),
        ("domain/new.py", "import holidays", "Only system knows the library of bank holidays"),
        ("ui/people/new.py", "import revmentor_desktop.ui.home.new", PAGES_APART),
        ("ui/home/new.py", "import revmentor_desktop.ui.shell", PAGES_APART),
        (
            "ui/widgets/new.py",
            "import revmentor_desktop.domain.people",
            "Widgets know nothing of mentoring",
        ),
    ],
)
def test_a_forbidden_import_is_found(copy: Path, module: str, line: str, rule: str) -> None:
    write_module(copy, module, f"{line}\n")
    assert broken_rules(copy) == {rule}


def test_a_room_that_no_rule_knows_is_found(copy: Path) -> None:
    write_module(copy, "attic.py", "")
    assert broken_rules(copy) == {ONE_WAY}
