"""The command line as an officer or a script would use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from devtools.places import ROOT
from revmentor_desktop.cli import command_line
from revmentor_desktop.system.paths import Paths

PASSPHRASE: Final = "three random words"


class CommandLine:
    """Runs verbs on one data file and keeps what they said."""

    def __init__(self, paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
        self.paths = paths
        self.data_file = paths.data / "Harbour Care.revmentor"
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        """Return exit status, standard output and standard error."""
        given = ["--data", str(self.data_file), *map(str, arguments)]
        status = command_line.main(given, self.paths)
        said = self._capsys.readouterr()
        return status, said.out, said.err

    def ask(self, *arguments: str | Path) -> Any:
        """Return what a verb that must work answers with ``--json``."""
        status, out, err = self.run(*arguments, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    def refused(self, *arguments: str | Path) -> str:
        """Return the one sentence with which a verb must fail."""
        status, out, err = self.run(*arguments)
        assert status == 1
        assert out == ""
        assert err.endswith("\n")
        assert "\n" not in err[:-1]
        return err[:-1]


def as_program(
    home: Path, *arguments: str | Path, output: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a program of its own, whose console knows ASCII only."""
    surroundings = os.environ | {
        "REVMENTOR_HOME": str(home),
        "REVMENTOR_PASSPHRASE": PASSPHRASE,
        "PYTHONIOENCODING": "ascii",
    }
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *arguments],
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
        check=False,
        timeout=120,
    )
