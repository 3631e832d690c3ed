"""Running the tests: those that draw into memory, then those that need a real X server."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

from devtools import screen, system_packages
from devtools.console import say
from devtools.places import ROOT, python

NOTHING_COLLECTED: Final = 5
"""pytest's exit status when no test was chosen, as when a chosen file has none of one kind."""

_WORKERS: Final = "2"


def run(arguments: list[str], *, full: bool) -> int:
    """Run pytest with `arguments`; `full` gives the endurance tests their full length.

    Returns pytest's exit status, the worse of its two runs.
    """
    drills = {"REVMENTOR_DRILLS": "full"} if full else {}
    statuses = [
        _pytest(["-n", _WORKERS, "-m", "not xserver", *arguments], screen.offscreen() | drills)
    ]
    if _x_server_possible():
        with screen.x_server() as environment:
            statuses.append(_pytest(["-m", "xserver", *arguments], environment | drills))
    return worst(statuses)


def worst(statuses: list[int]) -> int:
    """Return what several runs of pytest come to; no tests in one of them is no failure."""
    ran = [status for status in statuses if status != NOTHING_COLLECTED]
    return max(ran, default=NOTHING_COLLECTED)


def _pytest(arguments: list[str], environment: dict[str, str]) -> int:
    command = python("-m", "pytest", *arguments)
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _x_server_possible() -> bool:
    if sys.platform != "linux":
        say("Tests that need an X server are left out: this system has none.")
        return False
    if screen.has_x_server_tools():
        return True
    tools = list(system_packages.X_SERVER_TOOLS)
    if system_packages.may_install():
        system_packages.install(tools)
        return True
    say("Tests that need an X server are left out: Xvfb or xdotool is missing. To run them too:")
    say(
        f"    {system_packages.install_command(tools)}"
        if system_packages.is_debian()
        else "    install both with the package manager of this system"
    )
    return False
