"""What the two roles are called in the programme that is looked at.

The window shows one programme at a time, so the names are the window's, like the theme: `Context`
puts them in place before it tells the pages that something changed.
"""

from __future__ import annotations

from collections.abc import Mapping

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart

_names: dict[Role, RoleName] = {role: TakingPart().name_of(role) for role in Role}


def use_role_names(names: Mapping[Role, RoleName]) -> None:
    """Call the roles so from now on."""
    _names.update(names)


def role_names() -> dict[Role, str]:
    """Return what one of each role is called."""
    return {role: _names[role].one for role in Role}


def several_names() -> dict[Role, str]:
    """Return what several of each role are called."""
    return {role: _names[role].several for role in Role}


def counted_role(role: Role, count: int) -> str:
    """Return the role's name for so many, as within a sentence: "mentor", "mentors"."""
    return within(_names[role].one if count == 1 else _names[role].several)


def within(name: str) -> str:
    """Return a name as it stands within a sentence: "Leader" small, "HR partner" as it is."""
    is_abbreviated = name[1:2].isupper()
    return name if is_abbreviated else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """Return a text as it stands at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def named(text: str, *values: object) -> str:
    """Return a sentence with the roles' names in its blanks, and `values` in {0}, {1} and so on.

    {mentor}, {mentors}, {leader}, {leaders} stand within a sentence; {Mentor} and so on begin it.
    """
    blanks: dict[str, str] = {}
    for role, word in ((Role.MENTOR, "mentor"), (Role.MENTEE, "leader")):
        one, several = _names[role].one, _names[role].several
        blanks |= {
            word: within(one),
            f"{word}s": within(several),
            word.title(): capital(one),
            f"{word.title()}s": capital(several),
        }
    return text.format(*values, **blanks)
