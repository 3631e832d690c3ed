"""The organisation's logo on paper: at the head of a document, or in the middle of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from revmentor_desktop.documents.blocks import Spaced
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.styles import MM
from revmentor_desktop.domain.logo import Logo

_ABOVE: Final = 7 * MM
"""How far its upper edge is from that of the paper: printers reach there."""
_BELOW: Final = 2 * MM


@dataclass
class Letterhead(Spaced):
    """The logo at the right of a first page, mostly in its margin, which is `margin` high.

    `words` say to screen readers whose logo it is. It takes height only as far as it is higher
    than the margin, so that what follows never meets it.
    """

    logo: Logo
    words: str
    margin: float

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as what it needs below the margin."""
        return max(0.0, _ABOVE + self._size[1] + _BELOW - self.margin)

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the logo at the right, in the margin above the top."""
        logo_width, logo_height = self._size
        bottom = top + self.margin - _ABOVE - logo_height
        place = x + width - logo_width, bottom, logo_width, logo_height
        canvas.logo(self.logo, self.words, place)

    @property
    def _size(self) -> tuple[float, float]:
        width, height = self.logo.in_head()
        return width * MM, height * MM


@dataclass
class CentredLogo(Spaced):
    """The logo in the middle of a page, in `space` whatever its shape is.

    A certificate is made to be looked at, so it is larger there than in a head.
    """

    logo: Logo
    words: str
    space: float
    widest: float

    # Every block is asked the same; this one needs not all of it to answer.
    def height(self, width: float) -> float:  # noqa: ARG002
        """As high as its space."""
        return self.space

    def draw(self, canvas: PaperCanvas, x: float, top: float, width: float) -> None:
        """Draw the logo in the middle of its space."""
        most = min(self.widest, width), self.space
        logo_width, logo_height = self.logo.fitted(most[0] * most[1], most)
        left = x + (width - logo_width) / 2
        bottom = top - (self.space + logo_height) / 2
        canvas.logo(self.logo, self.words, (left, bottom, logo_width, logo_height))
