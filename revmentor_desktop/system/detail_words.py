"""What the details of People are called (``resources/content/details.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache

from revmentor_desktop.system.resources import resource


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("content/details.toml").read_text(encoding="utf-8"))


def detail_label(key: str) -> str:
    """Return what a detail is called by itself. Raises KeyError for a key that is none."""
    return _words()[key]["label"]


def detail_within(key: str) -> str:
    """Return what a detail is called within a sentence. Raises KeyError for a key that is none."""
    return _words()[key]["within"]
