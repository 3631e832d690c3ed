"""The sponsor's brief: what backing means, and answers for leaders who doubt."""

from __future__ import annotations

from revmentor_desktop.documents.blocks import Block, Paragraph
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues, day_words
from revmentor_desktop.documents.styles import Styles


def sponsor_brief(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the sponsor's brief."""
    blocks = parts.head(words, styles)
    blocks.append(parts.tinted([Paragraph(words.runs("lead"), styles.body)], styles))
    asks = parts.numbered(words.points("asks"), styles)
    blocks.extend(parts.section(words, "asks", styles, asks))
    blocks.extend(parts.section(words, "agreed", styles, _agreed(values, words, styles)))
    blocks.extend(parts.section(words, "dates", styles, _dates(values, words, styles)))
    blocks.extend(parts.section(words, "points", styles, sayings(words, "points", styles)))
    bans = parts.points(words.points("not"), styles, parts.NO, "bad")
    blocks.extend(parts.section(words, "not", styles, bans))
    concern = words.runs("concern")
    if concern:
        blocks.append(parts.tinted([Paragraph(concern, styles.body)], styles, "neutral_soft"))
    return blocks


def sayings(words: PaperWords, part: str, styles: Styles) -> list[Block]:
    """Return rows of what somebody says, in bold, and what one can answer."""
    rows = [[parts.in_bold(said), answer] for said, answer in _couples(words, part)]
    return parts.table(("", ""), rows, styles, (1, 1.9))


def _couples(words: PaperWords, part: str) -> list[tuple[parts.Runs, parts.Runs]]:
    return [(row[0], row[1] if len(row) > 1 else []) for row in words.rows(part)]


def _agreed(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    agreed = [plain(one) for one in values.plan.sponsor.agreed_to if one.strip()]
    if not agreed:
        return []
    blocks = parts.points(agreed, styles, parts.YES, "ok")
    return [*blocks, *parts.paragraph(words.runs("agreed_on"), styles, styles.small)]


def _dates(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = [
        [parts.in_bold(plain(day_words(day))), what]
        for key, what in _couples(words, "dates")
        if (day := values.day("".join(run.text for run in key)))
    ]
    return parts.table(("", ""), rows, styles, (1, 1.9))
