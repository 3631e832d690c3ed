"""A script for the talk with a leader who would rather not."""

from __future__ import annotations

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.setup import forms, parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.sponsor_brief import sayings
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles


# Every paper is made from the same three; this one needs only the words.
def reluctant_leader(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the script."""
    blocks = parts.head(words, styles, "mentee")
    blocks.append(parts.tinted([Paragraph(words.runs("lead"), styles.body)], styles, "mentee_soft"))
    before = parts.points(words.points("before"), styles, accent="mentee")
    blocks.extend(parts.section(words, "before", styles, before, "mentee"))
    blocks.extend(parts.section(words, "open", styles, _said(words, styles), "mentee"))
    for part in ("listen", "say"):
        blocks.extend(parts.section(words, part, styles, sayings(words, part, styles), "mentee"))
    agree = parts.points(words.points("agree"), styles, accent="mentee")
    blocks.extend(parts.section(words, "agree", styles, agree, "mentee"))
    notes = [
        forms.lines("".join(run.text for run in label), 2, styles)
        for label in words.points("notes")
    ]
    blocks.extend(parts.section(words, "notes", styles, notes, "mentee"))
    return blocks


def _said(words: PaperWords, styles: Styles) -> list[Block]:
    return [
        parts.Barred(
            Stack([Paragraph(said, styles.body, whole=True)]),
            indent=styles.space(12),
            bar="mentee",
            space_after=styles.space(7),
        )
        for said in words.points("open")
    ]
