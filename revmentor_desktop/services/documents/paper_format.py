"""In which form papers are made: the size of the sheet, and whether the print is large."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from revmentor_desktop.documents.styles import LARGE_PRINT, Paper, Styles
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.system.sheets import usual_sheet

SHEET_KEY: Final = "paper_size"
LARGE_KEY: Final = "large_print"


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """The sheet and the print of papers that are looked at, printed or saved."""

    paper: Paper = Paper.A4
    is_large: bool = False

    @property
    def styles(self) -> Styles:
        """The sizes of letters and spaces."""
        return LARGE_PRINT if self.is_large else Styles()


USUAL: Final = PaperFormat()


def kept_format(preferences: Preferences, locale_name: str) -> PaperFormat:
    """Return the format that was chosen last; at first the sheet that is usual in a locale.

    `locale_name` is such as "en_GB".
    """
    names = {sheet.name.lower(): sheet for sheet in Paper}
    kept = preferences.get(SHEET_KEY)
    name = kept if isinstance(kept, str) and kept in names else usual_sheet(locale_name)
    return PaperFormat(names[name], preferences.get(LARGE_KEY) is True)


def keep_format(preferences: Preferences, chosen: PaperFormat) -> None:
    """Keep a format for the next time."""
    preferences.set(SHEET_KEY, chosen.paper.name.lower())
    preferences.set(LARGE_KEY, chosen.is_large)
