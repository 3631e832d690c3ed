"""System packages that pip cannot bring: found, and installed on Debian and its kin."""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from typing import Final

from devtools.console import Stop, say

QT_LIBRARIES: Final = (
    # without a window: drawing, fonts, keyboard layouts, the message bus
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxkbcommon0",
    # with a window: Qt's xcb platform
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
X_SERVER_TOOLS: Final = ("xdotool", "xvfb")

_FIELDS: Final = "${Package} ${db:Status-Status}\\n"


def is_debian() -> bool:
    """Whether dpkg and apt manage packages here (Debian, Ubuntu and what is made of them)."""
    return sys.platform == "linux" and all(map(shutil.which, ("dpkg-query", "apt-get")))


def may_install() -> bool:
    """Whether packages can be installed without asking anybody."""
    return is_debian() and os.geteuid() == 0


def missing(packages: tuple[str, ...]) -> list[str]:
    """Return those of `packages` that dpkg does not know as installed.

    Newer releases call some libraries NAMEt64 (they were rebuilt for 64-bit times).
    """
    names = [name for package in packages for name in (package, f"{package}t64")]
    query = ["dpkg-query", "--show", f"--showformat={_FIELDS}", *names]
    # It ends with an error whenever it has never heard of one of the names.
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    rows = (line.split() for line in answer.splitlines())
    installed = {row[0].removesuffix("t64") for row in rows if row[1:] == ["installed"]}
    return [package for package in packages if package not in installed]


def install_command(packages: list[str]) -> str:
    """Return what an ordinary user types to install `packages`."""
    return f"sudo apt-get update && sudo apt-get install {' '.join(packages)}"


def install(packages: list[str]) -> None:
    """Install `packages` with apt as root. Raises Stop with apt's own words when that fails."""
    say(f"Installing with apt: {' '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    commands = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-qq", "--yes", "--no-install-recommends", *packages],
    )
    words = ""
    for command in commands:
        ended = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        words += ended.stdout
    # A list of packages that could not be fetched matters only if a package then cannot be found.
    if ended.returncode != 0:
        raise Stop(f"{words}\napt-get could not install {' '.join(packages)}: see its words above.")


def ensure() -> None:
    """See to it that everything a window and an own environment need from the system is there.

    Installs what is missing as root on Debian. Raises Stop with the command to type where only
    somebody else may do that.
    """
    needed = _needed()
    if not needed:
        return
    if not may_install():
        raise Stop(
            "RevMentor needs a few system packages that are missing here. Install them once with\n"
            f"\n    {install_command(needed)}\n\nand run this again."
        )
    install(needed)
    importlib.invalidate_caches()


def explain_qt_failure(words: str) -> str:
    """Return what to tell somebody on whose machine Qt's libraries do not load (`words`: why)."""
    if sys.platform != "linux":
        return f"{words}\nQt does not start on this machine: see its words above."
    return (
        f"{words}\nQt does not start: libraries of the system are missing. Install those that"
        " provide\nEGL, GL, fontconfig, dbus, glib 2, xkbcommon, xkbcommon-x11, and of xcb: cursor,"
        " icccm, image, keysyms,\nrandr, render-util, shape and xkb (on Debian: "
        f"{' '.join(QT_LIBRARIES)})."
    )


def _needed() -> list[str]:
    can_make_environments = importlib.util.find_spec("ensurepip") is not None
    if not is_debian():
        if not can_make_environments:
            raise Stop(
                "This Python cannot make environments: its modules venv and ensurepip are missing."
                "\nInstall them, or a complete Python 3.11 or later, and run this again."
            )
        return []
    needed = missing(QT_LIBRARIES)
    if not can_make_environments:
        needed.append(f"python3.{sys.version_info.minor}-venv")
    return needed
