"""A file that was chosen as logo, as the logos that can be made of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.ui.programme.logo_file import read_picture
from revmentor_desktop.ui.programme.logo_pixels import has_own_ground, is_light, logo_of


@dataclass(frozen=True, slots=True)
class LogoChoice:
    """The logo as it is, and on a dark ground; None for what makes no sense.

    As it is nothing may be seen of it on white; a dark ground needs no picture that brings its
    own. `is_light` says that it wants the dark one.
    """

    plain: Logo | None
    on_dark: Logo | None
    is_light: bool


def read_logo(path: Path) -> LogoChoice:
    """Return what can be made of a file; raises KnownError as the reading of pictures does."""
    picture = read_picture(path)
    if has_own_ground(picture):
        return LogoChoice(logo_of(picture), None, is_light=False)
    light = is_light(picture)
    try:
        plain = logo_of(picture)
    except KnownError:
        if not light:
            raise
        plain = None
    return LogoChoice(plain, logo_of(picture, on_dark=True), light)
