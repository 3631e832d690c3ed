"""The words about applications that come with the program (``content/applications.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from revmentor_desktop.domain.applications import RefusalReason
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import AskedOf
from revmentor_desktop.storage.values import from_plain
from revmentor_desktop.system.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the selection checklist, and why it is asked."""

    key: str
    asked_of: AskedOf
    question: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonWords:
    """How a reason is called, and a hint. What a letter says of it stands with the letters."""

    key: RefusalReason
    label: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What a sceptical leader may say, and what there is to answer."""

    key: str
    words: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsContent:
    """All words about applications."""

    checklist: tuple[Question, ...]
    reasons: tuple[ReasonWords, ...]
    objections: tuple[Objection, ...]

    def questions_for(self, role: Role) -> tuple[Question, ...]:
        """Return the checklist of one side."""
        return tuple(q for q in self.checklist if q.asked_of in {AskedOf.BOTH, AskedOf(role)})

    def reason(self, key: RefusalReason) -> ReasonWords:
        """Return the words of a reason."""
        return next(one for one in self.reasons if one.key is key)


@cache
def content() -> ApplicationsContent:
    """Return the words about applications."""
    text = resource("content/applications.toml").read_text(encoding="utf-8")
    return from_plain(ApplicationsContent, tomllib.loads(text))
