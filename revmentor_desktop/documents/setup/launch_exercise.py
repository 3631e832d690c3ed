"""The launch exercise: a page for who leads it, and a handout for everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.setup import forms, parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run

_QUESTIONS: Final = (
    ("what", 2),
    ("why", 2),
    ("why_differs", 2),
    ("hope", 1),
    ("doubt", 1),
    ("true", 2),
    ("teach", 1),
    ("learn", 1),
)
"""The questions of the handout, with how many lines there are to write on."""


# Every paper is made from the same three; these two need only the words.
def facilitators_page(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the page for who leads the exercise."""
    writer = Writer(words, styles, "brand")
    blocks = [*parts.head(words, styles), *writer.tinted("lead")]
    for key in ("need", "steps"):
        blocks.extend(writer.section(key))
    purpose = writer.body("purpose")
    if purpose:
        said = [parts.label(words.around("purpose_label"), styles), *parts.closed(purpose)]
        blocks.append(parts.tinted(said, styles, "neutral_soft"))
    return [*blocks, *writer.section("care")]


def handout(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the handout: questions with lines to write on."""
    title, subtitle = words.line("handout_title"), words.line("handout_subtitle")
    blocks = parts.head_of(words.around("handout_kind"), title, subtitle, styles)
    style = replace(styles.note, leading=styles.note.size * 1.4)
    asked = [(words.around(f"question_{key}"), lines) for key, lines in _QUESTIONS]
    said = [(question, lines) for question, lines in asked if question.strip()]
    for number, (question, lines) in enumerate(said, start=1):
        blocks.append(
            Numbered(
                Paragraph([Run(str(number), Weight.BOLD, "brand")], style),
                forms.lines(question, lines, styles),
                indent=20 * styles.scale,
                space_after=styles.space(12),
                stretch=14,
            )
        )
    return blocks
