"""Fields that a PDF reader lets somebody fill in; they show nothing until that is done.

What is typed is set by the reader, in the font that `field_font.py` brings along.
"""

from __future__ import annotations

from typing import Final

from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.field_font import FIELD_FONT

LETTERS: Final = 0.8
"""How large letters are in a field, in parts of its height."""
_TICK: Final = ((0.2, 0.5, "m"), (0.42, 0.25, "l"), (0.82, 0.8, "l"))
"""The corners of a tick, in parts of its box."""


def add_text_field(
    canvas: PaperCanvas, label: str, place: tuple[float, float, float, float], size: float
) -> None:
    """Add a line to type on at `place`, (x, bottom, width, height); `label` is read aloud."""
    x, bottom, width, height = map(round, place)
    # Not shared with other fields: some programs write what is typed over it.
    empty = canvas.look((width, height), "/Tx BMC EMC")
    letters = round(min(size, place[3] * LETTERS))
    look = f"/DA(/{FIELD_FONT} {letters} Tf {canvas.filling('ink')})/AP<</N {empty} 0 R>>"
    canvas.add_field(label, (x, bottom, width, height), f"/FT/Tx{look}")


def add_signature_field(
    canvas: PaperCanvas, label: str, place: tuple[float, float, float, float]
) -> None:
    """Add a place for a signature that a PDF reader makes; on paper it is a line for a pen."""
    x, bottom, width, height = map(round, place)
    empty = canvas.shared_look((width, height), "")
    canvas.add_field(label, (x, bottom, width, height), f"/FT/Sig/AP<</N {empty} 0 R>>")


def add_tick_field(canvas: PaperCanvas, label: str, x: float, bottom: float, side: float) -> None:
    """Add a box to tick; `label` is read aloud."""
    width = round(side)
    corners = " ".join(f"{right * width:.2f} {up * width:.2f} {does}" for right, up, does in _TICK)
    ticked = canvas.shared_look(
        (width, width), f"{canvas.stroking('ink')} 1.4 w 1 J 1 j {corners} S"
    )
    empty = canvas.shared_look((width, width), "")
    look = f"/MK<</CA(4)>>/AP<</N<</Yes {ticked} 0 R/Off {empty} 0 R>>>>"
    place = (round(x), round(bottom), width, width)
    canvas.add_field(label, place, f"/FT/Btn/V/Off/AS/Off/H/N{look}")
