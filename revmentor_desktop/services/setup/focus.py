"""The focus templates that come with the program (``resources/content/focus``)."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from revmentor_desktop.domain.plan.focus import NO_FOCUS, FocusTemplate
from revmentor_desktop.storage.values import from_plain
from revmentor_desktop.system.content import read_content

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


_SHARED: Final = "shared"
"""The file with the questions that every programme asks; they stand before those of the focus."""


@cache
def focus(key: str) -> FocusTemplate:
    """Return a template by its key; one without content for a key that is none (any more)."""
    if key not in KEYS:
        return NO_FOCUS
    content = _content(key)
    questions = [*_content(_SHARED)["questions"], *content["questions"]]
    return from_plain(FocusTemplate, {**content, "key": key, "questions": questions})


def focuses() -> tuple[FocusTemplate, ...]:
    """Return all templates in the order in which they are offered."""
    return tuple(focus(key) for key in KEYS)


def _content(name: str) -> dict[str, Any]:
    return read_content(f"focus/{name}.toml")
