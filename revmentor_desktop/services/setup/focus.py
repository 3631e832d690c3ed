"""The focus templates that come with the program (``resources/content/focus``)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Final

from revmentor_desktop.domain.plan.focus import NO_FOCUS, FocusTemplate
from revmentor_desktop.storage.values import from_plain
from revmentor_desktop.system.resources import resource

KEYS: Final = (
    "floor",
    "digital",
    "inclusion",
    "new-talent",
    "sustainability",
    "fresh-eyes",
    "customer",
    "generations",
    "own",
)
"""The focuses in the order in which they are offered; each is a file of that name."""


@cache
def focus(key: str) -> FocusTemplate:
    """Return a template by its key; one without content for a key that is none (any more)."""
    if key not in KEYS:
        return NO_FOCUS
    text = resource(f"content/focus/{key}.toml").read_text(encoding="utf-8")
    return from_plain(FocusTemplate, {"key": key, **tomllib.loads(text)})


def focuses() -> tuple[FocusTemplate, ...]:
    """Return all templates in the order in which they are offered."""
    return tuple(focus(key) for key in KEYS)
