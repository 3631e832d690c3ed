"""The letters that come with the program (``resources/content/letters``)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from revmentor_desktop.domain.applications import RefusalReason
from revmentor_desktop.domain.letters import FOR_ALL, Letter
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.communications import LETTERS
from revmentor_desktop.domain.tone import Tone
from revmentor_desktop.storage.values import from_plain
from revmentor_desktop.system.resources import resource

_VARIANTS: Final = (*map(str, Role), FOR_ALL)
_OF_A_LIST: Final = "– "


@cache
def letter(key: str) -> Letter:
    """Return a letter by its key. Raises KeyError for one that is none."""
    if key not in LETTERS:
        raise KeyError(key)
    content = _read(key)
    texts = {
        variant: {"subject": content[variant]["subject"], "body": _joined(content[variant]["body"])}
        for variant in _VARIANTS
        if variant in content
    }
    return from_plain(Letter, {**content, "key": key, "texts": texts})


def letters() -> tuple[Letter, ...]:
    """Return all letters in the order in which they are offered."""
    return tuple(map(letter, LETTERS))


@cache
def refusal_reasons() -> Mapping[str, str]:
    """Return what a refusal says by its reason category; by "none" where none was given."""
    reasons: dict[str, str] = _read("refusal")["reasons"]
    return {key: reasons[key] for key in ("none", *map(str, RefusalReason))}


@cache
def papers_words(*, with_agreement: bool) -> str:
    """Return what a letter calls the papers that go with it."""
    words: dict[str, str] = _read("pack")["papers"]
    return words["both" if with_agreement else "pack"]


@cache
def tone_advice() -> Mapping[Tone, str]:
    """Return what is said beside a phrase that may hurt."""
    texts = _read("tone")
    return {tone: texts[tone] for tone in Tone}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(f"content/letters/{name}.toml").read_text(encoding="utf-8"))


def _joined(body: str) -> str:
    """Join the lines that an editor has broken; paragraphs and lines of a list stay apart."""
    lines: list[str] = []
    for line in map(str.strip, body.strip().split("\n")):
        begins = not line or line.startswith(_OF_A_LIST) or not lines or not lines[-1]
        if begins:
            lines.append(line)
        else:
            lines[-1] += f" {line}"
    return "\n".join(lines)
