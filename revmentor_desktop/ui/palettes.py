"""The colours of the two themes, by name."""

from __future__ import annotations

import tomllib

from revmentor_desktop.system.resources import resource


def palette(name: str) -> dict[str, str]:
    """Return the colours of the theme "light" or "dark", as "#RRGGBB"."""
    read: dict[str, str] = tomllib.loads(resource(f"themes/{name}.toml").read_text("utf-8"))
    return read
