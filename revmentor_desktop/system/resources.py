"""Files that come with the program."""

from __future__ import annotations

import sys
from pathlib import Path

# A frozen program unpacks its data where `sys._MEIPASS` says; a checkout has it beside the package.
_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2])) / "resources"


def resource(name: str) -> Path:
    """Return the path of a bundled file, named relative to ``resources/`` with forward slashes."""
    return _ROOT / name
