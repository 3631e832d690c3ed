"""Which blanks the texts of a file may have, and what else is particular about a kind of file.

Every file below ``resources/content`` belongs to one kind. A new kind is a line in `KINDS`: name
the blanks that its loader fills, from the loader itself where it says so.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Final

import revmentor_desktop
from revmentor_desktop.documents import recovery_sheet

Names = frozenset[str]
NONE: Final[Names] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of file. `has_signs`: its texts are read by documents/wording.py.

    `may_be_empty` are patterns of the places (such as ``objectives.0.baseline``) that the officer
    fills in, or that have nothing to say; `to_go_on` of those that a reader completes with a pen,
    or that speak of placeholders.
    `may_stand` are words that would be American anywhere else.
    """

    blanks: Callable[[], Names] = lambda: NONE
    has_signs: bool = False
    may_be_empty: tuple[str, ...] = ()
    to_go_on: tuple[str, ...] = ()
    may_stand: Names = NONE


@cache
def words_of_the_source() -> Names:
    """The names under which the source gives values to sentences: keywords, and keys of mappings.

    That each sentence gets its own is tested in tests/system/test_messages.py.
    """
    return frozenset(_given_names())


def _given_names() -> Iterator[str]:
    for path in Path(revmentor_desktop.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword(arg=str(name)):
                    yield name
                case ast.Dict(keys=keys):
                    yield from (
                        key.value
                        for key in keys
                        if isinstance(key, ast.Constant) and isinstance(key.value, str)
                    )


IN_NAMES: Final = frozenset({"mentor", "mentors", "leader", "leaders"})
"""What services/documents/placeholders.py fills in, also with a capital."""


IN_DATES: Final = frozenset({"number", "count", "milestone", "programme", "theme"})
"""What services/setup/dates_content.py fills in."""


def _of_papers() -> Names:
    from revmentor_desktop.documents.setup.values import BLANKS

    return BLANKS


def _of_packs() -> Names:
    from revmentor_desktop.documents.packs.blanks import BLANKS

    return BLANKS


def _of_pairing_list() -> Names:
    from revmentor_desktop.documents.pairing_list_values import LIST_BLANKS

    return LIST_BLANKS


def _of_letters() -> Names:
    from revmentor_desktop.domain.letters import BLANKS

    return BLANKS


def _of_choices() -> Names:
    from revmentor_desktop.services.letters.choice import CHOICE_BLANKS

    return CHOICE_BLANKS


THE_PROGRAM: Final = frozenset({"program"})
"""Where the computer program is meant."""

PAPER: Final = Kind(blanks=_of_papers, has_signs=True)

KINDS: Final[dict[str, Kind]] = {
    "focus/own.toml": Kind(may_be_empty=("purpose", "offers", "wants")),
    "focus/*.toml": Kind(may_be_empty=("objectives.*.baseline",)),
    "readiness.toml": Kind(),
    "messages.toml": Kind(
        blanks=words_of_the_source,
        may_stand=THE_PROGRAM,
        to_go_on=("slip-unknown", "characters-unprintable"),
    ),
    "recovery_sheet.toml": Kind(blanks=lambda: recovery_sheet.BLANKS, has_signs=True),
    "papers/pairing-list.md": Kind(blanks=_of_pairing_list, has_signs=True),
    "papers/launch-exercise.md": replace(PAPER, to_go_on=("question_why",)),
    "papers/reluctant-leader.md": replace(PAPER, may_stand=THE_PROGRAM),
    "papers/risk-assessment.md": replace(PAPER, may_stand=THE_PROGRAM),
    "papers/*.md": PAPER,
    "packs/*.md": Kind(blanks=_of_packs, has_signs=True),
    "placeholders.toml": Kind(blanks=lambda: IN_NAMES.union(map(str.capitalize, IN_NAMES))),
    "letters/tone.toml": Kind(),
    "letters/*.toml": Kind(blanks=_of_letters, has_signs=True),
    "choice.toml": Kind(blanks=_of_choices),
    "milestones.toml": Kind(blanks=lambda: IN_DATES),
    "communications.toml": Kind(),
    "details.toml": Kind(),
    "own_fields.toml": Kind(),
    "plan_fields.toml": Kind(),
    "sponsor.toml": Kind(),
    "thanks.toml": Kind(),
    "applications.toml": Kind(),
}
"""The kinds by the pattern of their files below ``resources/content``; the first that fits."""


def kind_of(name: str) -> Kind | None:
    """Return the kind of a file, named relative to ``resources/content``, or None."""
    return next((kind for pattern, kind in KINDS.items() if fnmatch(name, pattern)), None)
