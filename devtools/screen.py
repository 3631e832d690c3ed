"""Screens: the one on the desk, none at all, and one that exists in memory only (Xvfb)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from devtools.console import Stop


def has_screen() -> bool:
    """Whether a window opened now could be seen."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def offscreen() -> dict[str, str]:
    """Return the environment in which Qt draws into memory."""
    return os.environ | {"QT_QPA_PLATFORM": "offscreen"}


def as_found() -> dict[str, str]:
    """Return the environment in which Qt uses the screen, or memory where there is none."""
    return dict(os.environ) if has_screen() else offscreen()


def has_x_server_tools() -> bool:
    """Whether a screen in memory can be made here, and a pointer moved on it."""
    return all(map(shutil.which, ("Xvfb", "xdotool")))


@contextmanager
def x_server() -> Iterator[dict[str, str]]:
    """Run an X server in memory; gives the environment in which Qt opens real windows on it."""
    heard, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(heard) as answer:
            display = answer.readline().strip()  # comes when the server is ready
        if not display:
            raise Stop("Xvfb did not start; try it by hand: Xvfb :77")
        environment = os.environ | {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        environment.pop("WAYLAND_DISPLAY", None)
        yield environment
    finally:
        server.terminate()
        server.wait()
