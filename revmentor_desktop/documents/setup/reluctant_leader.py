"""A script for the talk with a leader who would rather not."""

from __future__ import annotations

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.setup import forms, parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.sponsor_brief import SAYINGS
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import text_of
from revmentor_desktop.domain.markdown import Points


# Every paper is made from the same three; this one needs only the words.
def reluctant_leader(_: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the script."""
    writer = Writer(words, styles, "mentee")
    blocks = [*parts.head(words, styles, "mentee"), *writer.tinted("lead", "mentee_soft")]
    for key in ("before", "open"):
        blocks.extend(writer.section(key))
    for key in ("listen", "say"):
        blocks.extend(writer.looking(SAYINGS).section(key))
    blocks.extend(writer.section("agree"))
    blocks.append(parts.heading(words.heading("notes"), styles, "mentee"))
    asked = [forms.lines(text_of(label), 2, styles) for label in words.points("notes")]
    others = [part for part in words.parts("notes") if not isinstance(part, Points)]
    return [*blocks, *writer.blocks(others), *asked]
