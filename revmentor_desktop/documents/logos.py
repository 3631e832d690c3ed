"""Logos as a file holds them: the pixels once, named on each page that shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from revmentor_desktop.documents.pdf_file import Packed
from revmentor_desktop.domain.logo import Logo

_IMAGE: Final = "/Type/XObject/Subtype/Image/BitsPerComponent 8"


class Logos:
    """The logos of one file. `reference` takes a stream into it and returns its number."""

    def __init__(self, reference: Callable[[Packed], int], *, in_colour: bool) -> None:
        self._reference = reference
        self._in_colour = in_colour
        self._numbers: dict[Logo, int] = {}
        self._here: set[int] = set()

    def name(self, logo: Logo) -> str:
        """Return what the logo is called on the page that is drawn."""
        if logo not in self._numbers:
            self._numbers[logo] = self._held(logo)
        self._here.add(self._numbers[logo])
        return _name(self._numbers[logo])

    def of_page(self) -> str:
        """Return what the page that is drawn says of the logos on it; the next one has none yet."""
        here, self._here = sorted(self._here), set()
        if not here:
            return ""
        return f"/XObject<<{''.join(f'{_name(one)} {one} 0 R' for one in here)}>>"

    def _held(self, logo: Logo) -> int:
        """Take the pixels into the file; return the number of their object."""
        kind, pixels = ("RGB", logo.colours) if self._in_colour else ("Gray", logo.greys)
        entries = f"{_IMAGE}/Width {logo.width}/Height {logo.height}/ColorSpace/Device{kind}"
        return self._reference(Packed(pixels, entries, is_deflated=True))


def _name(number: int) -> str:
    return f"/Logo{number}"
