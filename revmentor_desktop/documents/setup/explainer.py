"""The explainer: one page for everybody on what reverse mentoring is and is not."""

from __future__ import annotations

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles


def explainer(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the explainer."""
    blocks = parts.head(words, styles)
    lead = Paragraph(words.runs("lead"), styles.body)
    blocks.append(parts.tinted([lead], styles))
    blocks.append(_both(words, styles, ("is", parts.YES, "ok"), ("is_not", parts.NO, "bad")))
    why = parts.paragraph(words.runs("why"), styles)
    blocks.extend(parts.section(words, "why", styles, why))
    blocks.append(parts.heading(words.runs("figures_heading"), styles))
    blocks.append(parts.big_numbers(_figures(values, words), styles))
    blocks.extend(
        parts.section(words, "promise", styles, parts.points(words.points("promise"), styles))
    )
    bullet = parts.BULLET
    blocks.append(_both(words, styles, ("mentor", bullet, "mentor"), ("leader", bullet, "mentee")))
    blocks.append(parts.tinted([Paragraph(words.runs("join"), styles.body)], styles))
    return blocks


def _both(words: PaperWords, styles: Styles, *sides: tuple[str, str, str]) -> Block:
    """Return two cards: (part, sign before each point, colour)."""
    cards = [
        parts.card(
            words.text(f"{part}_heading"),
            [Stack(parts.points(words.points(part), styles, sign, accent, styles.note))],
            styles,
            accent,
        )
        for part, sign, accent in sides
    ]
    return parts.beside(cards, styles)


def _figures(values: SetupValues, words: PaperWords) -> list[tuple[str, str]]:
    details = values.details
    figures = [
        (str(details.session_count), words.text("figure_sessions")),
        (str(details.session_minutes), words.text("figure_minutes")),
    ]
    if details.session_count > 1:
        several = "figure_week" if details.weeks_between == 1 else "figure_weeks"
        figures.append((str(details.weeks_between), words.text(several)))
    return figures
