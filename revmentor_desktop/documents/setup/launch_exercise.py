"""The launch exercise: a page for who leads it, and a handout for everybody."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.setup import forms, parts
from revmentor_desktop.documents.setup.content import PaperWords, says_something
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run


# Every paper is made from the same three; these two need only the words.
def facilitators_page(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the page for who leads the exercise."""
    blocks = parts.head(words, styles)
    blocks.append(parts.tinted([Paragraph(words.runs("lead"), styles.body)], styles))
    need = parts.paragraph(words.runs("need"), styles)
    blocks.extend(parts.section(words, "need", styles, need))
    blocks.extend(parts.section(words, "steps", styles, _steps(words, styles)))
    purpose = words.runs("purpose")
    if says_something(purpose):
        said = [
            parts.label(words.text("purpose_label"), styles),
            Paragraph(purpose, styles.body),
        ]
        blocks.append(parts.tinted(said, styles, "neutral_soft"))
    care = parts.points(words.points("care"), styles)
    blocks.extend(parts.section(words, "care", styles, care))
    return blocks


def handout(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the handout: questions with lines to write on."""
    blocks = parts.head(_HandoutWords(words.key, words.blanks, words.changed), styles)
    first, *rest = (
        ("what", 2),
        ("why", 2),
        ("why_differs", 2),
        ("hope", 1),
        ("doubt", 1),
        ("true", 2),
        ("teach", 1),
        ("learn", 1),
    )
    for number, (part, lines) in enumerate((first, *rest), start=1):
        label = Run(str(number), Weight.BOLD, "brand")
        question = forms.lines(words.text(f"question_{part}"), lines, styles)
        style = replace(styles.note, leading=styles.note.size * 1.4)
        blocks.append(
            Numbered(
                Paragraph([label], style),
                question,
                indent=20 * styles.scale,
                space_after=styles.space(12),
                stretch=14,
            )
        )
    return blocks


class _HandoutWords(PaperWords):
    """The same words, with the handout's own head."""

    def runs(self, part: str) -> list[Run]:
        """Return the handout's kind, title or subtitle."""
        return super().runs(f"handout_{part}")


def _steps(words: PaperWords, styles: Styles) -> list[Block]:
    rows = [
        [parts.in_colour(parts.in_bold(row[0]), "brand"), row[1] if len(row) > 1 else []]
        for row in words.rows("steps")
    ]
    return parts.table(("", ""), rows, styles, (1, 9))
