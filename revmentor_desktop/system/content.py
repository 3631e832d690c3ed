"""The texts of ``resources/content``, as an editor writes them and as the program needs them."""

from __future__ import annotations

import tomllib
from typing import Any

from revmentor_desktop.system.resources import resource


def read_content(name: str) -> dict[str, Any]:
    """Return a file of texts (TOML), named relative to ``content/``.

    An editor breaks lines where the file wants it: a text comes back as one line, with single
    spaces, and an empty line in it as the line break that parts two paragraphs.
    """
    text = resource(f"content/{name}").read_text(encoding="utf-8")
    content: dict[str, Any] = _joined(tomllib.loads(text))
    return content


def _joined(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _joined(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_joined(one) for one in value]
    if isinstance(value, str):
        paragraphs = (" ".join(part.split()) for part in value.split("\n\n"))
        return "\n".join(part for part in paragraphs if part)
    return value
