"""How it is said what a section says, and what is wrong with it."""

from __future__ import annotations

import re
from typing import Final

from revmentor_desktop.domain.wording import Sign, tokens
from revmentor_desktop.domain.wording_slips import Slip, SlipKind
from revmentor_desktop.services.documents.placeholders import Placeholders
from revmentor_desktop.system.messages import sentence

_BEGINNING: Final = 48
"""Letters of a text that has no heading, where it is listed."""
_NAME: Final = re.compile(r"\{([^{}]*?)(?: \([^()]*\))?\}")
"""A placeholder, and in what place of a sentence it is meant to stand."""
_NAMED: Final = frozenset({SlipKind.UNKNOWN, SlipKind.NOTHING_KNOWN})
"""What is about a placeholder."""


def text_beginning(text: str, placeholders: Placeholders) -> str:
    """Return how a text begins, without its signs."""
    line = text_in_a_list(text, placeholders).strip("-> []_|#")
    return line if len(line) <= _BEGINNING else f"{line[:_BEGINNING].rsplit(' ', 1)[0]}…"


_SAID: Final = frozenset({Sign.TEXT, Sign.BLANK})


def text_in_a_list(text: str, placeholders: Placeholders) -> str:
    """Return a text without signs, the names of its placeholders as one would say them."""
    shown = tokens(_NAME.sub(r"\1", placeholders.shown(text)))
    return " ".join("".join(one.text for one in shown if one.sign in _SAID).split())


def slip_words(slip: Slip, placeholders: Placeholders) -> str:
    """Return what is wrong, as a sentence."""
    name = placeholders.names.get(slip.word, slip.word)
    word = f"{{{name}}}" if slip.kind in _NAMED else slip.word
    return sentence(f"slip-{slip.kind}", {"word": word})
