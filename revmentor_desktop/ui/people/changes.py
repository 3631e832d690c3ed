"""Changes to people as values to hand to ``Context.run``.

What stores them is imported when the first one is made: it takes longer to load than the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from revmentor_desktop.domain.participation import (
    ParticipationDetails,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.storage.data_file import DataFile

Change = Callable[[DataFile], None]
Ids = Sequence[int]


def add(
    programme_id: int | None, details: PersonDetails, role: Role | None
) -> Callable[[DataFile], int]:
    """Add a person, in a role of the programme or in none; gives their id."""

    def change(data: DataFile) -> int:
        from revmentor_desktop.services.people import writing

        if programme_id is None or role is None:
            return writing.add_person(data, details)
        part = ParticipationDetails(role=role)
        return writing.add_participant(data, programme_id, details, part)

    return change


def remove(person_ids: Ids) -> Change:
    """Remove people from the data file."""

    def change(data: DataFile) -> None:
        from revmentor_desktop.services.people import writing

        writing.remove_people(data, person_ids)

    return change


def set_role(programme_id: int, person_ids: Ids, role: Role) -> Change:
    """Give participants a role."""

    def change(data: DataFile) -> None:
        from revmentor_desktop.services.people import writing

        writing.set_role(data, programme_id, person_ids, role)

    return change


def set_state(programme_id: int, person_ids: Ids, state: ParticipationState) -> Change:
    """Give participants a state."""

    def change(data: DataFile) -> None:
        from revmentor_desktop.services.people import writing

        writing.set_state(data, programme_id, person_ids, state)

    return change


def set_own_partners(programme_id: int, person_ids: Ids, number: int | None) -> Change:
    """Let participants have so many partners, or as many as the programme says."""

    def change(data: DataFile) -> None:
        from revmentor_desktop.services.people import writing

        writing.set_own_partners(data, programme_id, person_ids, number)

    return change


def take_part(programme_id: int, person_ids: Ids, role: Role) -> Change:
    """Let people take part in a programme."""

    def change(data: DataFile) -> None:
        from revmentor_desktop.services.people import writing

        writing.take_part(data, programme_id, person_ids, ParticipationDetails(role=role))

    return change


def leave(programme_id: int, person_ids: Ids) -> Change:
    """End people's part in a programme."""

    def change(data: DataFile) -> None:
        from revmentor_desktop.services.people import writing

        writing.leave(data, programme_id, person_ids)

    return change
