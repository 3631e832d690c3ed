"""The project's own Python environment: made once, made again when what belongs in it changes."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from typing import Final

from devtools import system_packages
from devtools.console import Stop, say
from devtools.places import ROOT, VENV, VENV_PYTHON, python

STAMP: Final = VENV / "made-for.txt"
"""Holds the fingerprint of a finished environment, and a second line when it has what tests need.

It is written last: without it, no environment is finished.
"""

_DEVELOPMENT: Final = "development"
_INSTALL: Final = ("-m", "pip", "install", "--disable-pip-version-check", "--no-input")
_TRY_QT: Final = "import PySide6.QtGui, PySide6.QtPdf, PySide6.QtPrintSupport, PySide6.QtWidgets"


def fingerprint() -> str:
    """Return what an environment depends on, in one word: the pins, the Python, the checkout.

    Of the Python only what an environment is bound to: the system may update 3.11.2 to 3.11.9, or
    build it anew, as apt does on the way to python3.11-venv, and the environment goes on working.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        project["build-system"],
        project["project"],
        project["tool"]["setuptools"],
        [sys.implementation.cache_tag, sys.base_prefix, platform.machine(), str(ROOT)],
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def is_ready(*, development: bool) -> bool:
    """Whether a finished environment stands there that was made for what is wanted now."""
    try:
        made_for, *more = STAMP.read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, ValueError):  # ValueError: it was written when the disk was full
        return False
    is_made = made_for == fingerprint() and VENV_PYTHON.exists()
    return is_made and (not development or _DEVELOPMENT in more)


def ensure(*, development: bool = False) -> None:
    """Make the environment and what it needs from the system, unless all of it is there.

    With `development`, also what tests and checks need, which is as large as the program again.
    """
    system_packages.ensure()
    if is_ready(development=development):
        return
    if not is_ready(development=False):
        _make()
    _install(development=development)


def _refuse_windows_on_arm() -> None:
    if sysconfig.get_platform() == "win-arm64":
        raise Stop(
            "This is Python for ARM, and some packages come for Intel and AMD alone. Install Python"
            '\nby its "Windows installer (64-bit)": this computer runs that one too.'
        )


def _make() -> None:
    _refuse_windows_on_arm()
    _clear()
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(VENV)


def _install(*, development: bool) -> None:
    what = "the tests need too" if development else "RevMentor needs"
    say(f"Setting up .venv with everything {what}: once, a minute or two ...")
    quiet = () if sys.stderr.isatty() else ("-qq",)
    wanted = f"{ROOT}[dev]" if development else f"{ROOT}"
    command = python(*_INSTALL, *quiet, "--editable", wanted)
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode != 0:
        raise Stop(
            "The packages could not be installed: see pip's words above. Nothing outside .venv was"
            "\nchanged; run this again once the cause (often the network) is mended."
        )
    _try_qt()
    made_for = [fingerprint(), _DEVELOPMENT] if development else [fingerprint()]
    STAMP.write_text("\n".join(made_for), encoding="utf-8")
    say("Set up.")


def _clear() -> None:
    if not VENV.exists():
        return
    try:
        shutil.rmtree(VENV)
    except PermissionError as error:
        raise Stop(
            f"{error}\nThe old .venv cannot be replaced. Close RevMentor and every window in which"
            "\n.venv is active, then run this again."
        ) from error


def _try_qt() -> None:
    tried = subprocess.run(python("-c", _TRY_QT), capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        raise Stop(system_packages.explain_qt_failure(tried.stderr))
