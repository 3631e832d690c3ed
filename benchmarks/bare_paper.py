"""The least that reportlab needs to set the same text with the same fonts: two floors.

Flowing text is what one would write with reportlab for text with page breaks: a story of its own
paragraphs, which it breaks into lines and pages. Placed text is the bare canvas: a loop that draws
lines, broken before, one below the other. Neither has frames, tags or page numbers.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate

from benchmarks.pair_papers import paragraphs
from revmentor_desktop.documents.fonts import font
from revmentor_desktop.documents.lines import Lines, set_lines
from revmentor_desktop.documents.pages import SIDE_MARGIN, Sheet
from revmentor_desktop.documents.styles import Paper, Styles, TextStyle
from revmentor_desktop.documents.wording import Run

_WIDTH = Paper.A4.width - 2 * SIDE_MARGIN
_TOP = 780.0
_BOTTOM = 60.0

Said = list[tuple[str, TextStyle]]
"""Paragraphs of one document in the markup of reportlab."""
Placed = list[tuple[Lines, TextStyle]]
"""Paragraphs of one document in lines."""


def said(sheet: Sheet) -> Said:
    """Return what a document says, for flowing text."""
    found = paragraphs(sheet.story(Styles()))
    return [("".join(map(_markup, one.runs)), one.style) for one in found]


def placed(sheet: Sheet) -> Placed:
    """Return the lines of a document, for placed text."""
    found = paragraphs(sheet.story(Styles()))
    return [(set_lines(tuple(one.runs), one.style, _WIDTH), one.style) for one in found]


def _markup(run: Run) -> str:
    text = escape(run.text)
    return (
        f'<font name="{font("Inter", run.weight).fontName}">{text}</font>' if run.weight else text
    )


@cache
def _flowing_style(style: TextStyle) -> ParagraphStyle:
    name = font("Inter", style.weight).fontName
    return ParagraphStyle(name, fontName=name, fontSize=style.size, leading=style.leading)


def flowing(documents: Sequence[Said]) -> int:
    """Set documents into one file; return the number of pages."""
    story: list[Flowable] = []
    for document in documents:
        story.extend(Paragraph(text, _flowing_style(style)) for text, style in document)
        story.append(PageBreak())
    file = SimpleDocTemplate(io.BytesIO(), pagesize=Paper.A4.value, invariant=1, pageCompression=1)
    file.build(story)
    return int(file.page)


def on_canvas(documents: Sequence[Placed]) -> int:
    """Draw the lines of documents into one file; return the number of pages."""
    canvas = Canvas(io.BytesIO(), pagesize=Paper.A4.value, invariant=1, pageCompression=1)
    for document in documents:
        y = _TOP
        for lines, style in document:
            for line in lines:
                if y < _BOTTOM:
                    canvas.showPage()
                    y = _TOP
                x = SIDE_MARGIN
                for ink in line.inks:
                    canvas.setFont(ink.font.fontName, style.size)
                    canvas.drawString(x, y, ink.text)
                    x += canvas.stringWidth(ink.text, ink.font.fontName, style.size)
                y -= line.height
        canvas.showPage()
    canvas.save()
    return int(canvas.getPageNumber()) - 1
