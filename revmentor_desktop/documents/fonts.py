"""The fonts that are embedded, which of them prints a character, and what none of them prints."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

from revmentor_desktop.documents.reading_order import joined_letters, plain_letters
from revmentor_desktop.system.resources import resource


class Weight(StrEnum):
    """The three cuts of the body face; the display cut is drawn for large sizes."""

    REGULAR = "Regular"
    BOLD = "Bold"
    DISPLAY = "Display"

    # Weights are looked up for every run; enumerations would be hashed by their names, slowly.
    __hash__ = str.__hash__


UNPRINTABLE_MARK: Final = "[?]"
"""What stands on paper for characters that no font has."""

# In order of preference; the others only fill in what Inter lacks.
_FAMILIES: Final = (
    "Inter",
    "NotoSans",
    "NotoSansHebrew",
    "NotoSansArmenian",
    "NotoSansGeorgian",
    "NotoSansArabic",
    "DejaVuSans",
)
_LAST_CHARACTER: Final = "\uffef"
"""The PDF writer can name no character beyond this one for text search and screen readers."""


_SHAPE: Final = re.compile(r"(?<=> <)F[BDE][0-9A-F]{2}(?=>)")
"""A joined shape of an Arabic letter, where a font says what its glyphs read as."""


class _EmbeddedFont(TTFont):
    """A font whose Arabic shapes read as the letters they are, for search and screen readers."""

    # The name is reportlab's.
    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802
        """Write the font into the file, then mend what its glyphs read as."""
        super().addObjects(doc)
        for name, table in doc.idToObject.items():
            if str(name).startswith("toUnicodeCMap:") and isinstance(table, PDFStream):
                table.content = _SHAPE.sub(_as_letters, table.content)


def _as_letters(shape: re.Match[str]) -> str:
    letters = plain_letters(chr(int(shape.group(), 16)))
    # Readers turn the drawn order round letter by letter, which would turn a ligature inside out.
    return f"{ord(letters):04X}" if len(letters) == 1 else shape.group()


def _file_name(family: str, weight: Weight) -> str:
    if weight is Weight.DISPLAY:
        return "InterDisplay-Bold" if family == "Inter" else f"{family}-Bold"
    return f"{family}-{weight}"


@cache
def font(family: str, weight: Weight) -> TTFont:
    """Return a font of the program, registered under its file name."""
    name = _file_name(family, weight)
    path = resource(f"fonts/{name}.ttf")
    loaded = _EmbeddedFont(name, str(path), asciiReadable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _family_for(character: str) -> str | None:
    if character > _LAST_CHARACTER:
        return None
    for family in _FAMILIES:
        if ord(character) in font(family, Weight.REGULAR).face.charToGlyph:
            return family
    return None


def body_font_name() -> str:
    """Return the name of the registered body font."""
    return str(font("Inter", Weight.REGULAR).fontName)


@lru_cache(maxsize=16384)
def font_spans(text: str, weight: Weight) -> tuple[tuple[TTFont, str], ...]:
    """Split printable `text` into stretches of one font each.

    An accent stays in the font of the letter that it sits on, when that font has it.
    """
    spans: list[tuple[str, list[str]]] = []
    for character in text:
        family = _family_for(character) or _FAMILIES[0]
        if spans and spans[-1][0] != family and unicodedata.combining(character):
            before = spans[-1][0]
            if ord(character) in font(before, Weight.REGULAR).face.charToGlyph:
                family = before
        if spans and spans[-1][0] == family:
            spans[-1][1].append(character)
        else:
            spans.append((family, [character]))
    return tuple((font(family, weight), "".join(letters)) for family, letters in spans)


_JOINERS: Final = "\u200c\u200d"
"""They shape Arabic letters and have no shape themselves."""


_PLAIN: Final = re.compile("[ -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”…]*")
"""Text that stands as it is; looking at its characters one by one would take long."""


def _visible(text: str) -> str:
    """Return `text` composed, on one line, without what has no shape and shapes nothing."""
    if _PLAIN.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", text)
    kept: list[str] = []
    for character in composed:
        category = unicodedata.category(character)
        if character in "\n\r\t" or category in {"Zl", "Zp"}:
            kept.append(" ")
        elif character in _JOINERS or not (category in {"Cc", "Cf"} or _varies(character)):
            kept.append(character)
    return "".join(kept)


def _varies(character: str) -> bool:
    """Tell whether it only chooses between shapes of the character before it."""
    return "\ufe00" <= character <= "\ufe0f"


def searchable(text: str) -> str:
    """Return `text` on one line without control characters, for a PDF's title and bookmarks."""
    return " ".join(_visible(text).split())


def _has_no_font(character: str) -> bool:
    return character not in " \u00a0" + _JOINERS and _family_for(character) is None


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """Return `text` ready to be set: shaped, without control characters, nothing without a font.

    A run of characters that no font has becomes one `UNPRINTABLE_MARK`. Marks that reverse the
    reading direction go, so that no name can disguise itself.
    """
    shaped = joined_letters(_visible(text)).translate(dict.fromkeys(map(ord, _JOINERS)))
    if not any(map(_has_no_font, shaped)):
        return shaped
    parts = [shaped[0] if not _has_no_font(shaped[0]) else UNPRINTABLE_MARK]
    for before, character in pairwise(shaped):
        if not _has_no_font(character):
            parts.append(character)
        elif not _has_no_font(before):
            parts.append(UNPRINTABLE_MARK)
    return "".join(parts)


def unprintable(*texts: str) -> str:
    """Return, in order of first use, the characters that would stand as `UNPRINTABLE_MARK`.

    Control characters are not among them: they are left out, as nobody meant to print them.
    """
    seen = (_visible(text) for text in texts if not text.isascii())
    return "".join(filter(_has_no_font, dict.fromkeys(chain.from_iterable(seen))))
