"""What PySide6 6.12.0 needs to be told before its first use."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Final

_PLENTY: Final = 1 << 40
_CONSTANTS: Final = (None, True, False, NotImplemented)


def prepare() -> None:
    """Make PySide6 safe under Python 3.11, and imports after it quick."""
    _make_constants_lasting()
    _leave_sources_unread()


def _make_constants_lasting() -> None:
    """Let None, True and False outlive everything, as they do from Python 3.12 on.

    The wheels are built against Python 3.12, so a call that gives one of them back does not count
    the reference. Python 3.11 does count: some thousand calls later the count is zero and the
    program ends at once ("none_dealloc"). So they get more references than any program can use
    up. Can go with Python 3.11, or with a PySide6 that counts.
    """
    if sys.version_info < (3, 12):
        import ctypes

        for constant in _CONSTANTS:
            # A CPython object begins with the number of references to it.
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY


def _leave_sources_unread() -> None:
    """Keep PySide6 from reading the source file of every module that is imported after it.

    It looks there for its own name, to know which modules may switch on its snake_case features.
    None here does, and the reading took a sixth of the time to the usable window.
    """
    importlib.import_module("PySide6.QtCore")
    feature = importlib.import_module("shibokensupport.feature")
    vars(feature)["_mod_uses_pyside"] = _uses_no_features


def _uses_no_features(_module: ModuleType) -> bool:
    return False
