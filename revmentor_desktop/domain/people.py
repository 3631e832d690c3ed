"""A person: who they are, what they bring and want, when and how they can meet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from revmentor_desktop.domain.text import fold


class MeetingMode(StrEnum):
    """How a person prefers to meet."""

    EITHER = "either"
    IN_PERSON = "in_person"
    VIDEO = "video"


class Slot(StrEnum):
    """Half a day of the week in which a person can usually meet."""

    MON_AM = "mon_am"
    MON_PM = "mon_pm"
    TUE_AM = "tue_am"
    TUE_PM = "tue_pm"
    WED_AM = "wed_am"
    WED_PM = "wed_pm"
    THU_AM = "thu_am"
    THU_PM = "thu_pm"
    FRI_AM = "fri_am"
    FRI_PM = "fri_pm"
    SAT_AM = "sat_am"
    SAT_PM = "sat_pm"
    SUN_AM = "sun_am"
    SUN_PM = "sun_pm"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What the officer may know and edit of a person; empty text and tuples mean "not known".

    `wants` is in order of importance. `line_manager_text` keeps a manager as written
    while nobody of that name or e-mail is among the people; at most one of it and
    `line_manager_id` is set.
    """

    first_name: str = ""
    last_name: str = ""
    email: str = ""
    job_title: str = ""
    department: str = ""
    site: str = ""
    line_manager_id: int | None = None
    line_manager_text: str = ""
    grade: str = ""
    start_date: date | None = None
    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    meeting_mode: MeetingMode | None = None
    interests: tuple[str, ...] = ()
    about_me: str = ""

    @property
    def full_name(self) -> str:
        """First name and surname as one would say them."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """One or two letters that stand for the person on a card."""
        return (self.first_name[:1] + self.last_name[:1]).upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(PersonDetails):
    """A person as stored; `id` stays the same for as long as the person is in the data file."""

    id: int


def by_surname(person: Person) -> tuple[str, str, int]:
    """Return by what people stand in lists: surname, first name, then their number."""
    return fold(person.last_name), fold(person.first_name), person.id
