"""The checks that code passes before it is kept: style, types, imports, rules of the house."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from devtools import house_rules, unused
from devtools.console import say
from devtools.places import ROOT, python, script

_TOOLS: Final = {
    "ruff check": python("-m", "ruff", "check", "--quiet"),
    "ruff format": python("-m", "ruff", "format", "--check", "--quiet"),
    "mypy --strict": python("-m", "mypy", "--strict"),
    "import rules": script("lint-imports", "--no-logo"),
}


def run() -> int:
    """Run every check, even after one has failed. Returns 0 when all pass, else 1."""
    checks: dict[str, Callable[[], bool]] = {
        name: partial(_tool_passes, command) for name, command in _TOOLS.items()
    }
    checks["house rules"] = partial(_has_no_problem, house_rules.problems)
    checks["nothing unused"] = partial(_has_no_problem, unused.problems)
    verdicts = [_report(name, check) for name, check in checks.items()]
    return 0 if all(verdicts) else 1


def _report(name: str, check: Callable[[], bool]) -> bool:
    start = time.perf_counter()
    passed = check()
    say(f"{'ok  ' if passed else 'FAIL'}  {name}  ({time.perf_counter() - start:.1f} s)")
    return passed


def _tool_passes(command: list[str]) -> bool:
    # The tools draw boxes and arrows, which a Windows console's own encoding may not have.
    environment = os.environ | {"PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def _has_no_problem(look: Callable[[Path], list[str]]) -> bool:
    problems = look(ROOT)
    for problem in problems:
        say(problem)
    return not problems
