"""The sentences that belong to the codes of known errors, for the screen and the command line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from string import Formatter

from revmentor_desktop.system.resources import resource


@cache
def _sentences() -> dict[str, str]:
    return tomllib.loads(resource("content/messages.toml").read_text(encoding="utf-8"))


def sentence(code: str, params: Mapping[str, object]) -> str:
    """Return the sentence for `code` with `params` filled in as plain text.

    Raises KeyError for a code without a sentence (a mistake of ours that a test finds).
    """
    return Formatter().vformat(_sentences()[code], (), params)
