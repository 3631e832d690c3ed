"""The placeholders of papers by the names that people read.

Texts are stored with keys, ``{leader_first}``; an editor shows names, ``{Leader’s first name}``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName
from revmentor_desktop.system.resources import resource

_BLANK: Final = re.compile(r"\{([^{}]*)\}")
_BRACES: Final = str.maketrans("", "", "{}")


@dataclass(frozen=True)
class Placeholders:
    """The placeholders with the names that they have while roles are called so.

    `groups` are the names by key, by the title of the menu in which they are offered.
    """

    groups: Mapping[str, Mapping[str, str]]

    def only(self, known: Collection[str]) -> Placeholders:
        """Return those of them that a document may have."""
        groups = {
            title: {key: name for key, name in group.items() if key in known}
            for title, group in self.groups.items()
        }
        return Placeholders({title: group for title, group in groups.items() if group})

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What each placeholder is called, by its key; one whose name is not its own, its key."""
        found = {key: name for group in self.groups.values() for key, name in group.items()}
        often = [_folded(name) for name in found.values()]
        return {key: key if often.count(_folded(name)) > 1 else name for key, name in found.items()}

    def shown(self, text: str) -> str:
        """Return a stored text as it is edited."""
        return _BLANK.sub(lambda found: f"{{{self.names.get(found[1], found[1])}}}", text)

    def stored(self, text: str) -> str:
        """Return an edited text as it is stored; what is no name of a placeholder stays."""
        return _BLANK.sub(lambda found: f"{{{self.key_of(found[1])}}}", text)

    def key_of(self, name: str) -> str:
        """Return the key of a placeholder by its name, or what was asked for where it is none."""
        if name in self.names:
            return name
        return self._keys.get(_folded(name), name)

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return {_folded(name): key for key, name in self.names.items()}


def placeholders(roles: Mapping[Role, RoleName]) -> Placeholders:
    """Return the placeholders; `roles` are what the roles are called."""
    words: dict[str, str] = {}
    for role, word in ((Role.MENTOR, "mentor"), (Role.MENTEE, "leader")):
        one, several = (
            part.translate(_BRACES).strip() for part in (roles[role].one, roles[role].several)
        )
        words |= {
            word: phrases.in_a_sentence(one),
            f"{word}s": phrases.in_a_sentence(several),
            word.capitalize(): phrases.capitalised(one),
            f"{word.capitalize()}s": phrases.capitalised(several),
        }
    return Placeholders(
        {
            group["title"]: {key: name.format(**words) for key, name in group["names"].items()}
            for group in _content()["groups"]
        }
    )


@cache
def may_be_empty() -> frozenset[str]:
    """Return the placeholders that may say nothing without anybody having to be told."""
    return frozenset(_content()["may_be_empty"])


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(resource("content/placeholders.toml").read_text(encoding="utf-8"))


def _folded(name: str) -> str:
    """Return a name as it is compared: spaces and the kind of its quotes do not matter."""
    return " ".join(name.replace("'", "’").replace('"', "”").replace("“", "”").split())
