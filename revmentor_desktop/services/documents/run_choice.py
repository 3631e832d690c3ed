"""What the officer chooses to print, how often and how: for an occasion, or as the last time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from revmentor_desktop.domain.pair_papers import (
    CAN_BE_PRINTED,
    LABELS,
    MOST_COPIES,
    SIGN_OFF,
    PaperKind,
    usual_copies,
)
from revmentor_desktop.services.documents.event_papers import AddressLabels, SignOffList
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.documents.paper_run import Filing, Offered, PaperRun
from revmentor_desktop.system.preferences import Preferences

_KEY: Final = "paper_run"


class Whom(StrEnum):
    """For whom papers are made."""

    ALL = "all"
    TICKED = "ticked"
    MISSING = "missing"


class Occasion(StrEnum):
    """What papers are printed for."""

    BRIEFING = "briefing"
    POST = "post"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class RunChoice:
    """What is chosen: `copies` of what, whether one agreement more is filed, and how it is made."""

    copies: Mapping[str, int]
    has_file_copy: bool = True
    filing: Filing = Filing.ONE_FILE
    is_duplex: bool = False


def _of(*kinds: str) -> RunChoice:
    return RunChoice(MappingProxyType({kind: usual_copies(kind) for kind in kinds}))


_PACKS: Final = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK, PaperKind.AGREEMENT)
AT_FIRST: Final = _of(*_PACKS)
"""What is chosen before anybody has chosen."""
OCCASIONS: Final[Mapping[Occasion, RunChoice]] = MappingProxyType(
    {
        Occasion.BRIEFING: _of(*_PACKS, SIGN_OFF),
        Occasion.POST: _of(PaperKind.COVER_SHEET, *_PACKS, LABELS),
        Occasion.MISSING: AT_FIRST,
    }
)
"""What is chosen for each occasion."""


def run_of(
    found: Offered,
    choice: RunChoice,
    form: PaperFormat,
    *,
    pair_ids: Collection[int] | None = None,
    only_missing: bool = False,
    first_label: int = 1,
) -> PaperRun:
    """Return a run of what is chosen, for all pairs or only for some, or only what is missing.

    Of what is missing, a list and labels are for those who get a paper; with no paper of pairs, for
    those who have not all of the usual ones.
    """
    copies = choice.copies
    kinds = {kind for kind in PaperKind if kind in copies}
    pairs = {one.pair.id for one in found.papers if pair_ids is None or one.pair.id in pair_ids}
    papers = [one for one in found.papers if one.kind in kinds and one.pair.id in pairs]
    if only_missing:
        papers = [one for one in papers if (one.pair.id, one.kind) in found.missing]
        wanted = kinds or AT_FIRST.copies.keys()
        pairs &= {pair_id for pair_id, kind in found.missing if kind in wanted}
    people = found.everybody.invited(pairs)
    labels = AddressLabels(people, first_label, copies.get(LABELS, 1))
    return PaperRun(
        papers,
        copies,
        choice.filing,
        is_duplex=choice.is_duplex,
        form=form,
        has_file_copy=choice.has_file_copy,
        sign_off=SignOffList(people) if people.people and SIGN_OFF in copies else None,
        labels=labels if people.people and LABELS in copies else None,
    )


def kept_choice(preferences: Preferences) -> RunChoice:
    """Return what was chosen the last time, on this computer."""
    kept = preferences.get(_KEY)
    if not isinstance(kept, dict):
        return AT_FIRST
    copies = _copies(kept.get("copies"))
    filing = kept.get("filing")
    return RunChoice(
        copies or AT_FIRST.copies,
        kept.get("file_copy") is not False,
        Filing(filing) if filing in set(Filing) else Filing.ONE_FILE,
        kept.get("duplex") is True,
    )


def keep_choice(preferences: Preferences, chosen: RunChoice) -> None:
    """Keep what was chosen for the next time."""
    kept = {
        "copies": dict(chosen.copies),
        "file_copy": chosen.has_file_copy,
        "filing": str(chosen.filing),
        "duplex": chosen.is_duplex,
    }
    preferences.set(_KEY, kept)


def _copies(kept: Any) -> dict[str, int]:
    """Return what of a setting is numbers of papers that there are; it may be from elsewhere."""
    if not isinstance(kept, dict):
        return {}
    return {
        kind: kept[kind]
        for kind in CAN_BE_PRINTED
        if isinstance(kept.get(kind), int) and 1 <= kept[kind] <= MOST_COPIES
    }
