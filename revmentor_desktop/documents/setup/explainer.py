"""The explainer: one page for everybody on what reverse mentoring is and is not."""

from __future__ import annotations

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.packs.writing import Look, Writer
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles


def explainer(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the explainer."""
    writer = Writer(words, styles, "brand")
    return [
        *parts.head(words, styles),
        *writer.tinted("lead"),
        _both(writer, ("is", parts.YES, "ok"), ("is-not", parts.NO, "bad")),
        *writer.section("why"),
        parts.heading(words.heading("figures"), styles),
        parts.big_numbers(_figures(values, words), styles),
        *writer.section("promise"),
        _both(writer, ("mentor", parts.BULLET, "mentor"), ("leader", parts.BULLET, "mentee")),
        *writer.tinted("join"),
    ]


def _both(writer: Writer, *sides: tuple[str, str, str]) -> Block:
    """Return two cards: (section, sign before each point, colour)."""
    note = writer.styles.note
    cards = [writer.looking(Look(note, sign), accent).card(key) for key, sign, accent in sides]
    return parts.beside(cards, writer.styles)


def _figures(values: SetupValues, words: PaperWords) -> list[tuple[str, str]]:
    details = values.details
    figures = [
        (str(details.session_count), words.around("figure_sessions")),
        (str(details.session_minutes), words.around("figure_minutes")),
    ]
    if details.session_count > 1:
        several = "figure_week" if details.weeks_between == 1 else "figure_weeks"
        figures.append((str(details.weeks_between), words.around(several)))
    return figures
