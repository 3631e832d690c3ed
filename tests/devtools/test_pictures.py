"""Pictures are taken in both themes and two sizes; one that cannot be drawn fails all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devtools import pictures

_NOTE = """
import os, sys
from pathlib import Path
folder, theme = Path(sys.argv[sys.argv.index("--out") + 1]), sys.argv[-1]
note = " ".join([theme, os.environ["QT_SCALE_FACTOR"], os.environ["QT_QPA_PLATFORM"]])
(folder / "note").write_text(note)
sys.exit(folder.name == FAILING)
"""


def take(out: Path, failing: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Have a small program that notes how it was called do the drawing."""
    code = f"FAILING = {failing!r}\n{_NOTE}"
    monkeypatch.setattr(
        pictures, "python", lambda *given: [sys.executable, "-c", code, *map(str, given)]
    )
    return pictures.take(out)


def test_each_theme_is_drawn_in_each_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert take(tmp_path, "", monkeypatch) == 0
    notes = {note.parent.name: note.read_text() for note in tmp_path.glob("*/note")}
    assert notes == {
        "light-100": "light 1 offscreen",
        "light-150": "light 1.5 offscreen",
        "dark-100": "dark 1 offscreen",
        "dark-150": "dark 1.5 offscreen",
    }


def test_a_picture_that_cannot_be_drawn_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert take(tmp_path, "dark-100", monkeypatch) == 1
    assert len(list(tmp_path.glob("*/note"))) == 4
