"""What sponsors usually agree to (``resources/content/sponsor.toml``)."""

from __future__ import annotations

from functools import cache

from revmentor_desktop.system.content import read_content


@cache
def usual_agreements() -> tuple[str, ...]:
    """Return what is suggested, the weightiest first."""
    return tuple(read_content("sponsor.toml")["agreements"])
