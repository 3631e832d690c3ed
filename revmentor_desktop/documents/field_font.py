"""The font that is typed in on the screen: Inter, with every letter that somebody may come to type.

Pages hold only the letters that stand on them; nobody knows beforehand what is typed. So a form
brings Latin, Greek and Cyrillic whole. What is typed in other scripts, such as Arabic or Hebrew, is
set by the reader in fonts of its own: those run from right to left and join their letters, which a
form cannot tell a reader to do.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from typing import Final

from revmentor_desktop.documents.fonts import Weight, font
from revmentor_desktop.documents.pdf_file import Packs, StoredStream

FIELD_FONT: Final = "Inter"
"""What fields call it."""
_STRETCHES: Final = (
    (0x20, 0x250),
    (0x300, 0x530),
    (0x1E00, 0x2070),
    (0x20A0, 0x20C0),
    (0x2122, 0x2123),
    (0x2212, 0x2213),
)
"""The letters that it has, where the face has them: from, up to but without."""
_IN_A_BLOCK: Final = 100
"""How many letters a block of the table from glyphs to letters may hold."""


@dataclass(frozen=True, slots=True)
class _Face:
    """What a file says of the font: `widths` by glyph from 1 on, and what each glyph reads as."""

    program: bytes
    length: int
    widths: str
    letters: bytes
    about: str


def field_font(packs: Packs) -> int:
    """Take the font into a file; return the number of its object."""
    face = _face()
    name = font("Inter", Weight.REGULAR).fontName
    descriptor, inner, outer = packs.number(), packs.number(), packs.number()
    entries = f"/Length1 {face.length}"
    program = packs.stream(StoredStream(face.program, entries))
    letters = packs.stream(StoredStream(face.letters))
    packs.add(
        descriptor,
        f"<</Type/FontDescriptor/FontName/{name}/Flags 32{face.about}/FontFile2 {program} 0 R>>",
    )
    packs.add(
        inner,
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/W[1[{face.widths}]]>>",
    )
    packs.add(
        outer,
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{inner} 0 R]/ToUnicode {letters} 0 R>>",
    )
    return outer


@cache
def _face() -> _Face:
    face = font("Inter", Weight.REGULAR).face
    wanted = [
        letter
        for first, end in _STRETCHES
        for letter in range(first, end)
        if letter in face.charToGlyph
    ]
    program = face.makeSubset(wanted)
    # Glyphs come in the order of their letters, after the sign for a letter that is missing.
    glyphs: dict[int, int] = {}
    for letter in wanted:
        glyphs.setdefault(face.charToGlyph[letter], letter)
    reads = list(glyphs.values())
    box = " ".join(f"{edge:.0f}" for edge in face.bbox)
    about = (
        f"/FontBBox[{box}]/ItalicAngle 0/Ascent {face.ascent:.0f}/Descent {face.descent:.0f}"
        f"/CapHeight {face.capHeight:.0f}/StemV {face.stemV}"
    )
    return _Face(
        program=zlib.compress(program, 9),
        length=len(program),
        widths=" ".join(f"{face.charWidths[letter]:.0f}" for letter in reads),
        letters=zlib.compress(_to_letters(reads).encode("ascii"), 9),
        about=about,
    )


def _to_letters(reads: list[int]) -> str:
    """Return the table that says what each glyph reads as."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def",
        "/CMapName/Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    pairs = [f"<{glyph:04X}> <{letter:04X}>" for glyph, letter in enumerate(reads, start=1)]
    for at in range(0, len(pairs), _IN_A_BLOCK):
        block = pairs[at : at + _IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
