"""What a version of an agreement changed, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.services.documents.versions import Version


class ChangeKind(StrEnum):
    """How a part of an agreement became another."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """A part that says something else: what it says now, or what it said where it is gone."""

    kind: ChangeKind
    words: str


def changes(before: Version, after: Version) -> list[Change]:
    """Return what a version says otherwise than the one before it, in the order of the paper.

    Nothing is known of one that was kept before words were.
    """
    if not before.words or not after.words:
        return []
    found: list[Change] = []
    open_before = [part for part in before.words if part not in after.words]
    for part in after.words:
        if part in before.words:
            continue
        was = next((one for one in open_before if _is_same_place(one[0], part[0])), None)
        if was is not None:
            open_before.remove(was)
        found.append(Change(ChangeKind.CHANGED if was else ChangeKind.NEW, part[1]))
    gone = [Change(ChangeKind.GONE, words) for _, words in open_before]
    return [*found, *gone]


def noted_of(
    version: Version, versions: Sequence[Version], now: Mapping[Mark, date]
) -> Mapping[Mark, date]:
    """Return what was noted of a version; `now` is what is noted of the latest one."""
    after = next((one for one in versions if one.number == version.number + 1), None)
    if after is None:
        return now
    return {
        mark: day
        for mark, day in after.noted_before.items()
        if version.noted_before.get(mark) != day
    }


def _is_same_place(one: str, other: str) -> bool:
    """Tell whether two kinds of parts stand for each other, such as "end" and "end-talk"."""
    return one.partition("-")[0] == other.partition("-")[0]
