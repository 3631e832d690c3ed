"""What makes one plan of pairs better than another."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

USUAL_FLOOR: Final = 5_000
"""The lowest fit that `Aim.FIT` allows where nobody said otherwise, in hundredths of a point."""


class Aim(StrEnum):
    """What makes one plan better than another; the first difference decides."""

    EVERYONE = "everyone"
    """Most mentees paired, then the highest total."""
    FIT = "fit"
    """Only pairs at or above a floor; the highest total."""
    NOBODY_LEFT = "nobody-left"
    """Most mentees paired, then the lowest score as high as it can be, then the next lowest, and so
    on. No mentee gets a second partner here: that would be one more score that could be low."""
