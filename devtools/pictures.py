"""Pictures of everything the program shows and prints."""

from __future__ import annotations

import itertools
import subprocess
from pathlib import Path
from typing import Final

from devtools import screen
from devtools.console import say
from devtools.places import ROOT, python

THEMES: Final = ("light", "dark")
SCALES: Final = {"100": "1", "150": "1.5"}
"""Percent to Qt's scale factor."""


def take(out: Path) -> int:
    """Draw every page, dialog and printed page into a folder of `out` for each theme and scale.

    Returns 0 when all of them could be drawn, else 1.
    """
    drawing = [
        _draw(out / f"{theme}-{percent}", theme, factor)
        for theme, (percent, factor) in itertools.product(THEMES, SCALES.items())
    ]
    statuses = [process.wait() for process in drawing]
    say(f"Pictures in {out}")
    return 0 if not any(statuses) else 1


def _draw(folder: Path, theme: str, factor: str) -> subprocess.Popen[bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    command = python("-m", "revmentor_desktop.ui.gallery", "--out", folder, "--theme", theme)
    environment = screen.offscreen() | {"QT_SCALE_FACTOR": factor}
    return subprocess.Popen(command, cwd=ROOT, env=environment)
