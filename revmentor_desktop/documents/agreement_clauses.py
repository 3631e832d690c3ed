"""Which clauses of the agreement stand, and what the programme's choices put in their blanks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.wording import Wording, read_wording, text_of
from revmentor_desktop.domain.plan.agreement_choices import CLAUSES, AgreementChoices, Doors, Told
from revmentor_desktop.system.resources import resource

CHOICE_BLANKS: Final = frozenset(
    {"who_drives", "notes_end", "told", "told_others", "limits_count", "limits"}
)
"""The blanks that only the agreement's choices fill."""
_WITHIN: Final = frozenset({"mentor_short", "leader_short", "told_to"})
_TOLD: Final = {
    Told.THAT_THEY_MET: "that_they_met",
    Told.THAT_THEY_MET_AND_TOPICS: "that_they_met_and_topics",
}
_DOORS: Final = {Doors.CLOSED: "doors-closed", Doors.OPEN: "doors-open"}
_DOORS_AFTER: Final = "apart"
"""The clause after which it stands whether doors are opened."""


def standing(choices: AgreementChoices) -> list[str]:
    """Return the sections of the agreement that stand as its clauses, in their order."""
    found: list[str] = []
    has_limits = bool(limits(choices))
    for key in CLAUSES:
        if key in choices.clauses:
            instead = {
                "limits": "limits" if has_limits else "limits-none",
                "end": "end" if choices.has_no_fault_exit else "end-talk",
            }
            found.append(instead.get(key, key))
        if key == _DOORS_AFTER and choices.doors in _DOORS:
            found.append(_DOORS[choices.doors])
    return found


def choice_blanks(choices: AgreementChoices, mentor: str, leader: str) -> dict[str, str]:
    """Return what stands in each of the `CHOICE_BLANKS`; the two are called by short names."""
    told_to = phrases.capitalised(searchable(choices.told_to))
    values = {"mentor_short": mentor, "leader_short": leader, "told_to": told_to}
    found = limits(choices)
    thing = "thing" if len(found) == 1 else "things"
    return {
        "who_drives": _who_drives(choices, values),
        "notes_end": _said("notes_end", values) if choices.notes_destroyed else "",
        "told": _said(_TOLD[choices.told], values),
        "told_others": _said("told_others", values) if told_to else "",
        "limits_count": f"{phrases.capitalised(phrases.number(len(found)))} {thing}",
        "limits": phrases.listed(found),
    }


def limits(choices: AgreementChoices) -> list[str]:
    """Return what cannot stay between two people, each as it stands within a sentence."""
    known = [_said(f"limit_{key}", {}) for key in choices.limits]
    own = (searchable(one).rstrip(".") for one in choices.own_limits)
    return [*known, *filter(None, own)]


def _who_drives(choices: AgreementChoices, values: Mapping[str, str]) -> str:
    if choices.books is choices.leads:
        return _said(f"{choices.books}_books_and_leads", values)
    return f"{_said(f'{choices.books}_books', values)}; {_said(f'{choices.leads}_leads', values)}"


def _said(key: str, values: Mapping[str, str]) -> str:
    return text_of(_words()[key].fill(values))


@cache
def _words() -> Mapping[str, Wording]:
    text = resource("content/agreement.toml").read_text(encoding="utf-8")
    return {key: read_wording(words, _WITHIN) for key, words in tomllib.loads(text).items()}
