"""Where things stand in a checkout."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
"""The checkout."""
VENV: Final = ROOT / ".venv"
"""The project's own Python environment. `devtools.environment` alone makes and deletes it."""
OUT: Final = ROOT / "out"
"""What a developer looks at: pictures and documents. Not kept by git."""

_SCRIPTS: Final = VENV / ("Scripts" if os.name == "nt" else "bin")
_EXE: Final = ".exe" if os.name == "nt" else ""

VENV_PYTHON: Final = _SCRIPTS / f"python{_EXE}"


def python(*arguments: str | Path) -> list[str]:
    """Return the command that gives `arguments` to the environment's Python."""
    return [str(VENV_PYTHON), *map(str, arguments)]


def script(name: str, *arguments: str) -> list[str]:
    """Return the command that runs a program which a package has put into the environment."""
    return [str(_SCRIPTS / f"{name}{_EXE}"), *arguments]
