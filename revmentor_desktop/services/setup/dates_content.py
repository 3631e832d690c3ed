"""Wording that belongs to the dates of a programme, from ``resources/content``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from revmentor_desktop.domain.plan.communications import CommunicationEntry
from revmentor_desktop.storage.values import from_plain
from revmentor_desktop.system.resources import resource

_NUMBERED: Final = re.compile(r"(check-in)-(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneWords:
    """What a milestone is called, and in one line what is done then."""

    title: str
    line: str = ""


@cache
def communication_entries() -> tuple[CommunicationEntry, ...]:
    """Return the entries of the communications calendar in the order of their file."""
    text = resource("content/communications.toml").read_text(encoding="utf-8")
    return from_plain(_Entries, tomllib.loads(text)).entries


def milestone_words(key: str) -> MilestoneWords:
    """Return the words for a milestone by its key, check-ins with their number.

    Raises KeyError for a key that is none.
    """
    numbered = _NUMBERED.fullmatch(key)
    if numbered is None:
        return _words()[key]
    words = _words()[numbered[1]]
    return MilestoneWords(title=words.title.format(number=numbered[2]), line=words.line)


def session_words(number: int, count: int) -> MilestoneWords:
    """Return the words for the session `number` of `count`, counted from 1."""
    words = _words()["session"]
    return MilestoneWords(title=words.title.format(number=number, count=count), line=words.line)


def calendar_title(milestone: str, programme: str) -> str:
    """Return what a day is called in a calendar that has other things in it as well."""
    return _words()["calendar"].title.format(milestone=milestone, programme=programme)


def theme_line(theme: str) -> str:
    """Return the line that says what a session is about."""
    return _words()["session-theme"].title.format(theme=theme)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entries:
    entries: tuple[CommunicationEntry, ...]


@cache
def _words() -> dict[str, MilestoneWords]:
    text = resource("content/milestones.toml").read_text(encoding="utf-8")
    return {key: from_plain(MilestoneWords, plain) for key, plain in tomllib.loads(text).items()}
