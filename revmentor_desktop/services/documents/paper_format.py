"""In which form papers are made: the size of the sheet, large print or not, in colour or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from revmentor_desktop.documents.styles import LARGE_PRINT, Paper, Styles
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.system.sheets import usual_sheet

SHEET_KEY: Final = "paper_size"
LARGE_KEY: Final = "large_print"
COLOURLESS_KEY: Final = "black_and_white"


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """The sheet and the print of papers that are looked at, printed or saved."""

    paper: Paper = Paper.A4
    is_large: bool = False
    in_colour: bool = True

    @property
    def styles(self) -> Styles:
        """The sizes of letters and spaces."""
        return _styles(self.is_large, self.in_colour)


@cache
def _styles(is_large: bool, in_colour: bool) -> Styles:
    """Return the same styles every time, which know what they have worked out."""
    return replace(LARGE_PRINT if is_large else Styles(), in_colour=in_colour)


USUAL: Final = PaperFormat()


def kept_format(preferences: Preferences, locale_name: str) -> PaperFormat:
    """Return the format that was chosen last; at first the sheet that is usual in a locale.

    `locale_name` is such as "en_GB".
    """
    names = {sheet.name.lower(): sheet for sheet in Paper}
    kept = preferences.get(SHEET_KEY)
    name = kept if isinstance(kept, str) and kept in names else usual_sheet(locale_name)
    is_large = preferences.get(LARGE_KEY) is True
    return PaperFormat(names[name], is_large, preferences.get(COLOURLESS_KEY) is not True)


def keep_format(preferences: Preferences, chosen: PaperFormat) -> None:
    """Keep a format for the next time."""
    preferences.set(SHEET_KEY, chosen.paper.name.lower())
    preferences.set(LARGE_KEY, chosen.is_large)
    preferences.set(COLOURLESS_KEY, not chosen.in_colour)
