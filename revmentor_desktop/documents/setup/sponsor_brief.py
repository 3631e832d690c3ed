"""The sponsor's brief: what backing means, and answers for leaders who doubt."""

from __future__ import annotations

from typing import Final

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.packs.writing import Look, Writer
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues, day_words
from revmentor_desktop.documents.styles import Styles

SAYINGS: Final = Look(shares=(1, 1.9))
"""Rows of what somebody says, in bold, and what one can answer."""
_DATES: Final = ("call", "briefings", "first-session", "mid-point", "close", "follow-up")


def sponsor_brief(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the sponsor's brief."""
    writer = Writer(words, styles, "brand")
    return [
        *parts.head(words, styles),
        *writer.tinted("lead"),
        *writer.section("asks"),
        *writer.section("agreed", _agreed(values, words, styles)),
        *writer.section("dates", _dates(values, words, styles)),
        *writer.looking(SAYINGS).section("points"),
        *writer.looking(Look(sign=parts.NO), "bad").section("not", heading_accent="brand"),
        *writer.tinted("concern", "neutral_soft"),
    ]


def _agreed(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    agreed = [plain(one) for one in values.plan.sponsor.agreed_to if one.strip()]
    if not agreed:
        return []
    blocks = parts.points(agreed, styles, parts.YES, "ok")
    return [*blocks, *parts.paragraph(words.line("agreed_on"), styles, styles.small)]


def _dates(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = [
        [parts.in_bold(plain(day_words(day))), what]
        for key in _DATES
        if (day := values.day(key)) and says_something(what := words.line(f"date_{key}"))
    ]
    return parts.table(("", ""), rows, styles, (1, 1.9))
