"""What packs and sheets say about one person of one pair, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.agreement_clauses import choice_blanks
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.setup.values import SetupValues, day_words, unbroken
from revmentor_desktop.documents.setup.values import blanks_of as programme_blanks
from revmentor_desktop.documents.wording import apart
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.system.dates import day_and_month, long_date

_SHORTEST: Final = 0.5
_LONGEST: Final = 1.5
"""How long a meeting may last, in parts of its usual length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One of a pair as the other may see them; empty text and tuples mean "not known".

    `short` is the name they go by in sentences, `place` where post reaches them. `details` are
    labels and answers that they agreed to share.
    """

    name: str
    short: str
    job: str = ""
    place: str = ""
    about: str = ""
    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PairValues:
    """What stands on the papers of a pair.

    `programme` is the plan as other papers have it; `mentor` and `mentee` are the two as the other
    may see them. `version` counts what this pair's agreement has said, from 1; it is of
    `version_day`, and replaces the `earlier` one, of that number and day.
    """

    programme: SetupValues
    mentor: Partner
    mentee: Partner
    reference: str
    version: int = 1
    version_day: date | None = None
    earlier: tuple[int, date] | None = None

    def read_by(self, role: Role) -> PackValues:
        """Return the same as one of the two reads it."""
        is_mentor = role is Role.MENTOR
        return PackValues(
            programme=self.programme,
            role=role,
            reader=self.mentor if is_mentor else self.mentee,
            partner=self.mentee if is_mentor else self.mentor,
            reference=self.reference,
            version=self.version,
            version_day=self.version_day,
            earlier=self.earlier,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PackValues:
    """What stands on the papers of one person of a pair; `role` is the reader's."""

    programme: SetupValues
    role: Role
    reader: Partner
    partner: Partner
    reference: str
    version: int
    version_day: date | None = None
    earlier: tuple[int, date] | None = None

    def day(self, key: str) -> date | None:
        """Return the day of a milestone, or None while there is none."""
        return self.programme.day(key)


def blanks_of(values: PackValues) -> dict[str, str]:
    """Return what stands in each of the `BLANKS`."""
    about = programme_blanks(values.programme)
    is_mentor = values.role is Role.MENTOR
    first, second = values.reader.short, values.partner.short
    mentor, leader = (first, second) if is_mentor else (second, first)
    role = about["mentor"] if is_mentor else about["leader"]
    words = values.programme.plan.words
    why = "pack.mentor.why-you" if is_mentor else "pack.leader.why"
    said = {
        **about,
        "you": first,
        "your_name": values.reader.name,
        "partner": second,
        "partner_name": values.partner.name,
        "you_and_partner": f"{apart(values.reader.name)} and {apart(values.partner.name)}",
        "mentor_first": mentor,
        "leader_first": leader,
        "your_role": role,
        "a_your_role": phrases.with_article(role),
        "reference": values.reference,
        "version": str(values.version),
        "number": "",
        "theme": "",
        "agreements_due": day_words(values.day("agreements-due")),
        "focus_why": searchable(words.get(why, "")),
        "focus_start": searchable(words.get("pack.mentor.start", "")),
        "focus_listen": searchable(words.get("pack.leader.listen", "")),
        **_agreement_blanks(values),
    }
    meetings = values.programme.details.session_count
    agreement = values.programme.plan.agreement
    return said | choice_blanks(agreement, meetings, said, words)


def _agreement_blanks(values: PackValues) -> dict[str, str]:
    """Return what stands in the agreement's blanks but for those that its choices word."""
    both = values.reader, values.partner
    names = both if values.role is Role.MENTOR else both[::-1]
    about = values.programme
    choices, minutes = about.plan.agreement, about.details.session_minutes
    shortest = choices.shortest_minutes or usual_shortest(minutes)
    longest = choices.longest_minutes or usual_longest(minutes)
    halfway = _halfway(about)
    return {
        "mentor_name": names[0].name,
        "leader_name": names[1].name,
        "shortest": phrases.minutes(min(shortest, longest)),
        "longest": phrases.minutes(max(shortest, longest)),
        "own_place": searchable(choices.own_place).rstrip("."),
        "review_meeting": phrases.ordinal(2 if about.details.session_count > 3 else 1),
        "halfway": _near_day(halfway, about),
        "review_day": day_words(about.day("mid-point") or halfway),
        "version_day": day_words(values.version_day),
        "earlier_version": _earlier(values.earlier),
    }


def usual_shortest(minutes: int) -> int:
    """Return how short a meeting may be that usually takes so many minutes."""
    return max(5, round(minutes * _SHORTEST / 5) * 5)


def usual_longest(minutes: int) -> int:
    """Return how long a meeting may be that usually takes so many minutes."""
    return max(5, round(minutes * _LONGEST / 5) * 5)


def _halfway(about: SetupValues) -> date | None:
    """Return about when half of the meetings have been."""
    first, details = about.day("first-session"), about.details
    if first is None or details.session_count < 2:
        return None
    return first + timedelta(weeks=details.weeks_between * (details.session_count // 2))


def _near_day(day: date | None, about: SetupValues) -> str:
    first = about.day("first-session")
    if day is None or first is None:
        return ""
    return unbroken(day_and_month(day) if day.year == first.year else long_date(day))


def _earlier(earlier: tuple[int, date] | None) -> str:
    return f"version {earlier[0]} of {day_words(earlier[1])}" if earlier else ""
