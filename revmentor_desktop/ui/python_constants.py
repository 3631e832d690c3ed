"""Keeps PySide6 6.12.0 from using up None, True and False under Python 3.11.

Its wheels are built against Python 3.12, for which these constants live for ever, so a call that
gives one of them back does not count the reference. Python 3.11 does count: some thousand calls
later the count is zero and the program ends at once ("none_dealloc"). So they are given more
references than any program can use up. Can go with Python 3.11, or with a PySide6 that counts.
"""

from __future__ import annotations

import sys
from typing import Final

_PLENTY: Final = 1 << 40
_CONSTANTS: Final = (None, True, False, NotImplemented)


def make_lasting() -> None:
    """Let the constants outlive everything, as they do from Python 3.12 on."""
    if sys.version_info < (3, 12):
        import ctypes

        for constant in _CONSTANTS:
            # A CPython object begins with the number of references to it.
            ctypes.c_ssize_t.from_address(id(constant)).value += _PLENTY
