"""What an officer may take over: own fields, ways to thank (``resources/content``)."""

from __future__ import annotations

import tomllib
from functools import cache

from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.storage.values import from_plain
from revmentor_desktop.system.content import read_content
from revmentor_desktop.system.resources import resource


@cache
def suggested_fields() -> tuple[OwnField, ...]:
    """Return the fields that are suggested, in their order; none has a key yet."""
    text = resource("content/own_fields.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)["fields"]
    return tuple(from_plain(OwnField, {"key": "", **field}) for field in listed)


@cache
def usual_thanks() -> tuple[str, ...]:
    """Return how taking part is usually recognised."""
    return tuple(read_content("thanks.toml")["thanks"])
