"""Room that is kept on the disk beside an open data file, for the moment when there is no more."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from revmentor_desktop.system.files import discard

SIZE: Final = 20 * 1024**2
"""Bytes that are kept; the largest change, an import of thousands of people, needs less."""
_MADE_ABOVE: Final = 3
"""How many times its size must be free for it to be made: it must not itself fill the disk."""
_BLOCK: Final = 1024**2


class Reserve:
    """A file of `SIZE` bytes, there while the data file is open and given up when room runs out.

    It is an extra: where none can be made, a full disk is told all the same, only earlier. Once
    given up it is not made again before the file is next opened: where a quota ends and not the
    disk, it would take the very room that it has just freed.
    """

    def __init__(self, data_file: Path) -> None:
        """Keep room on the disk of `data_file`, from the first call of `tend` on."""
        self.path = data_file.with_name(f".{data_file.name}.reserve")
        self._is_kept = False
        self._was_needed = False

    def tend(self) -> bool:
        """Make the reserve where there is room for it; give it up where there is next to none.

        Returns whether it was given up just now, so that what follows has its room.
        """
        try:
            free = shutil.disk_usage(self.path.parent).free
        except OSError:
            return False  # the change that follows will say what is wrong with the drive
        if self._is_kept and free < SIZE:
            return self.give_up()
        if not self._is_kept and not self._was_needed and free >= _MADE_ABOVE * SIZE:
            self._make()
        return False

    def give_up(self) -> bool:
        """Free the room; return whether there was any."""
        was_kept, self._is_kept, self._was_needed = self._is_kept, False, True
        discard(self.path)  # also what a killed program has left
        return was_kept

    def _make(self) -> None:
        try:
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                _take_room(file.fileno())
        except OSError:
            discard(self.path)
        else:
            self._is_kept = True


def _take_room(descriptor: int) -> None:
    """Have the system set `SIZE` bytes aside; a file that is merely long may have none of them."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(descriptor, 0, SIZE)
        return
    block = os.urandom(_BLOCK)  # some systems keep no room for zeros
    for at in range(0, SIZE, _BLOCK):
        os.write(descriptor, block[: SIZE - at])
