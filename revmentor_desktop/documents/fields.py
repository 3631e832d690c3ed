"""Fields that a PDF reader lets somebody fill in; they show nothing until that is done.

What is typed is set by the reader, in a font of its own: the one thing on a page that is not ours.
"""

from __future__ import annotations

from typing import Final

from reportlab.lib.colors import Color

from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.styles import colour

_LETTERS: Final = 0.65
"""How large letters are in a field, in parts of its height."""


def add_text_field(
    canvas: PaperCanvas, label: str, place: tuple[float, float, float, float], size: float
) -> None:
    """Add a line to type on at `place`, (x, bottom, width, height); `label` is read aloud."""
    x, bottom, width, height = place
    canvas.acroForm.textfield(
        name=_name(canvas),
        tooltip=searchable(label),
        x=round(x),
        y=round(bottom),
        width=round(width),
        height=round(height),
        fontName="Helvetica",
        fontSize=round(min(size, height * _LETTERS)),
        borderWidth=0,
        borderColor=None,
        fillColor=None,
        textColor=_ink(canvas),
        maxlen=0,
    )


def add_tick_field(canvas: PaperCanvas, label: str, x: float, bottom: float, side: float) -> None:
    """Add a box to tick; `label` is read aloud."""
    canvas.acroForm.checkbox(
        name=_name(canvas),
        tooltip=searchable(label),
        x=round(x),
        y=round(bottom),
        size=round(side),
        borderWidth=0,
        borderColor=None,
        fillColor=None,
        textColor=_ink(canvas),
        fieldFlags="",
    )


def _ink(canvas: PaperCanvas) -> Color | None:
    """Return the colour of what is typed; without one it is black."""
    return colour("ink") if canvas.in_colour else None


def _name(canvas: PaperCanvas) -> str:
    """Return a name that no other field of the file has."""
    return f"field-{len(canvas.acroForm.fields) + 1}"
