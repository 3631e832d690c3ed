"""What is wrong with a text that an officer has worded, before it stands on paper."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from revmentor_desktop.domain.markdown import read_markdown, sources_of
from revmentor_desktop.domain.wording import Sign, tokens


class SlipKind(StrEnum):
    """What can be wrong."""

    UNKNOWN = "unknown"
    """A placeholder that there is not."""
    STRAY = "stray"
    """A brace that makes no placeholder."""
    BOLD = "bold"
    """Bold words that do not end in their paragraph, or a row or point of a list."""
    OPTION = "option"
    """What may be left out does not end, or does not begin."""
    NOTHING_KNOWN = "nothing-known"
    """A placeholder of which nothing is known, where its words stay."""
    NO_TEXT = "no-text"
    """A section that says nothing."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing that is wrong; `word` is the sign, or the placeholder’s key."""

    kind: SlipKind
    word: str = ""


def lines_of(source: str) -> Iterator[str]:
    """Yield each stretch of a Markdown text within which signs have to match."""
    for part in read_markdown(source):
        yield from sources_of(part)


def slips_in(lines: Iterable[str], known: Collection[str]) -> list[Slip]:
    """Return what is wrong with lines of wording, each thing once; `known` are placeholders."""
    return list(dict.fromkeys(chain.from_iterable(_slips(line, known) for line in lines)))


def bare_blanks(lines: Iterable[str]) -> list[str]:
    """Return the placeholders of lines that stand outside what goes when they say nothing."""
    return list(dict.fromkeys(chain.from_iterable(map(_bare, lines))))


def nothing_known(lines: Iterable[str], values: Mapping[str, str]) -> list[Slip]:
    """Return the placeholders that leave a gap with these values."""
    return [
        Slip(SlipKind.NOTHING_KNOWN, name)
        for name in bare_blanks(lines)
        if name in values and not values[name].strip()
    ]


def _slips(line: str, known: Collection[str]) -> Iterator[Slip]:
    is_bold, is_option = False, False
    for token in tokens(line):
        match token.sign:
            case Sign.BLANK if token.name not in known:
                yield Slip(SlipKind.UNKNOWN, token.name)
            case Sign.STRAY:
                yield Slip(SlipKind.STRAY, token.text)
            case Sign.BOLD:
                is_bold = not is_bold
            case Sign.OPTION | Sign.END_OF_OPTION:
                begins = token.sign is Sign.OPTION
                if begins == is_option:
                    yield Slip(SlipKind.OPTION, token.text)
                is_option = begins
    if is_bold:
        yield Slip(SlipKind.BOLD, "**")
    if is_option:
        yield Slip(SlipKind.OPTION, "[[")


def _bare(line: str) -> Iterator[str]:
    is_option = False
    for token in tokens(line):
        match token.sign:
            case Sign.OPTION:
                is_option = True
            case Sign.END_OF_OPTION:
                is_option = False
            case Sign.BLANK if not is_option:
                yield token.name
