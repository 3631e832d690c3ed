"""Sizes, spaces and colours of paper; one number scales them all."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property
from typing import Final

from reportlab.lib.colors import Color, HexColor

from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.system.resources import resource

MM: Final = 72 / 25.4
"""Points in a millimetre; every length here is in points."""
WRITING_LINE: Final = 8 * MM
"""From one line to write on to the next: what a pen needs, at any print size."""

_LARGE_FROM: Final = 1.4
_LEAST_LARGE: Final = 16.0
"""The scale from which on print is large, and the smallest letters in it, in points."""


class Paper(Enum):
    """Sheet sizes as (width, height)."""

    A4 = (210 * MM, 297 * MM)
    LETTER = (8.5 * 72, 11 * 72)

    @property
    def width(self) -> float:
        """Width in points."""
        return float(self.value[0])

    @property
    def height(self) -> float:
        """Height in points."""
        return float(self.value[1])


@cache
def colour(name: str) -> Color:
    """Return a colour of the light theme: paper is the same in both."""
    text = resource("themes/light.toml").read_text(encoding="utf-8")
    return HexColor(tomllib.loads(text)[name])


@dataclass(frozen=True)
class TextStyle:
    """How a paragraph is set. `tracking` is extra space between letters, in parts of the size."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: str = "ink"
    tracking: float = 0.0
    balanced: bool = False
    """Make the lines about equally long, as in a title."""
    tag: str = "P"
    """What screen readers take the paragraph for: "H1" is a document's title, "P" running text."""

    @cached_property
    def _key(self) -> int:
        looks = (self.size, self.leading, self.weight, self.colour, self.tracking, self.balanced)
        return hash((*looks, self.tag))

    # By it what was set once is found again, for every paragraph of every pair.
    def __hash__(self) -> int:
        return self._key


@dataclass(frozen=True)
class Styles:
    """All text styles and spaces of a document at one scale (1.0: 11 pt body).

    `airiness` widens or narrows the spaces between blocks and leaves the letters alone.
    Without `in_colour` all is black, white and grey, and tinted grounds become frames.
    """

    scale: float = 1.0
    airiness: float = 1.0
    in_colour: bool = True

    def tightened(self, letters: float, spaces: float) -> Styles:
        """Return these styles with letters and spaces smaller by these factors."""
        return _tightened(self, letters, spaces)

    def space(self, points: float) -> float:
        """Return a space between blocks of `points` at this scale."""
        return points * self.scale * self.airiness

    def _text(self, size: float, leading: float, weight: Weight, colour: str) -> TextStyle:
        set_in = max(size * self.scale, _LEAST_LARGE if self.is_large else 0.0)
        return TextStyle(set_in, set_in * leading, weight, colour)

    @property
    def is_large(self) -> bool:
        """Whether this is large print: nothing in it is smaller than large print may be."""
        return self.scale >= _LARGE_FROM

    @cached_property
    def eyebrow(self) -> TextStyle:
        """The kind of document, in small capitals above the title."""
        style = self._text(8.5, 1.4, Weight.BOLD, "brand")
        return replace(style, tracking=0.09)

    @cached_property
    def label(self) -> TextStyle:
        """What a card or another part of a section is called, in small capitals."""
        return replace(self.eyebrow, tag="H3")

    @cached_property
    def title(self) -> TextStyle:
        """The title of a document."""
        style = self._text(25, 1.16, Weight.DISPLAY, "ink")
        return replace(style, tracking=-0.012, balanced=True, tag="H1")

    def title_for(self, letters: int) -> TextStyle:
        """The title, smaller when it is long (counted in letters)."""
        if letters <= 56:
            return self.title
        smaller = 0.76 if letters <= 120 else 0.56
        return replace(
            self.title, size=self.title.size * smaller, leading=self.title.leading * smaller
        )

    @cached_property
    def subtitle(self) -> TextStyle:
        """The line below the title."""
        return self._text(11, 1.4, Weight.REGULAR, "muted")

    @cached_property
    def heading(self) -> TextStyle:
        """A heading in the text."""
        return replace(self._text(13, 1.3, Weight.BOLD, "brand"), tag="H2")

    @cached_property
    def body(self) -> TextStyle:
        """Running text."""
        return self._text(11, 1.4, Weight.REGULAR, "ink")

    @cached_property
    def body_muted(self) -> TextStyle:
        """What stands back from running text."""
        return self._text(11, 1.4, Weight.REGULAR, "muted")

    @cached_property
    def note(self) -> TextStyle:
        """A note below the main text."""
        return self._text(9.5, 1.45, Weight.REGULAR, "ink")

    @cached_property
    def small(self) -> TextStyle:
        """Labels and notes."""
        return self._text(9, 1.4, Weight.REGULAR, "muted")

    @cached_property
    def footer(self) -> TextStyle:
        """The line at the foot of a page."""
        return self._text(8.5, 1.4, Weight.REGULAR, "muted")


@cache
def _tightened(styles: Styles, letters: float, spaces: float) -> Styles:
    """Return the same styles every time, which know what they have worked out."""
    return replace(styles, scale=styles.scale * letters, airiness=styles.airiness * spaces)


LARGE_PRINT: Final = Styles(1.5)
"""The large-print form of every document: 16.5 pt body."""
