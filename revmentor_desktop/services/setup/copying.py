"""Questions for starting from an earlier programme."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.plan.copying import copied
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.programmes.reading import programme, programmes
from revmentor_desktop.services.setup import reading
from revmentor_desktop.storage.data_file import DataFile


def earlier_programmes(data: DataFile) -> list[Programme]:
    """Return the programmes that one can start from, the newest first; the sample is none."""
    return [one for one in programmes(data) if not one.is_sample]


def those_who_took_part(data: DataFile, programme_id: int) -> list[Participant]:
    """Return everybody of a programme by name, mentors before leaders."""
    found = participants(data, programme_id)
    return sorted(found, key=lambda one: one.participation.role is not Role.MENTOR)


def draft_from(
    data: DataFile, programme_id: int, start: date | None, invited: Collection[int]
) -> Draft:
    """Return a draft with what is taken over of a programme; `invited` are ids of people.

    Nothing is stored. Raises KnownError ``programme-gone``.
    """
    earlier = programme(data, programme_id)
    plan = reading.plan(data, programme_id)
    return copied(earlier, plan, start, frozenset(invited), reading.taken_names(data))
