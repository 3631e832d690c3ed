"""What packs and sheets say about one person of one pair, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.agreement_clauses import CHOICE_BLANKS, choice_blanks
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.setup.values import BLANKS as PROGRAMME_BLANKS
from revmentor_desktop.documents.setup.values import SetupValues, day_words, unbroken
from revmentor_desktop.documents.setup.values import blanks_of as programme_blanks
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.system.dates import day_and_month, long_date

PAIR_BLANKS: Final = frozenset(
    {
        "you",
        "your_name",
        "partner",
        "partner_name",
        "you_and_partner",
        "mentor_first",
        "leader_first",
        "your_role",
        "a_your_role",
        "reference",
        "version",
        "number",
        "theme",
        "agreements_due",
        "focus_why",
        "focus_start",
        "focus_listen",
        "mentor_name",
        "leader_name",
        "shortest",
        "longest",
        "review_points",
    }
    | CHOICE_BLANKS
)
"""The blanks about the pair. `number` and `theme` are those of a session, on its own sheet; they,
`agreements_due` and those of the focus may say nothing."""
BLANKS: Final = PROGRAMME_BLANKS | PAIR_BLANKS
"""The blanks that the wording of packs and sheets may have."""


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
    may see them. `version` counts the wordings of this pair's papers from 1.
    """

    programme: SetupValues
    mentor: Partner
    mentee: Partner
    reference: str
    version: int = 1

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
    return {
        **about,
        "you": first,
        "your_name": values.reader.name,
        "partner": second,
        "partner_name": values.partner.name,
        "you_and_partner": f"{values.reader.name} and {values.partner.name}",
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
        **_agreement_blanks(values, mentor, leader),
    }


def _agreement_blanks(values: PackValues, mentor: str, leader: str) -> dict[str, str]:
    both = values.reader, values.partner
    names = both if values.role is Role.MENTOR else both[::-1]
    minutes = values.programme.details.session_minutes
    return {
        "mentor_name": names[0].name,
        "leader_name": names[1].name,
        "shortest": phrases.minutes(_in_fives(minutes * _SHORTEST)),
        "longest": phrases.minutes(_in_fives(minutes * _LONGEST)),
        "review_points": _review_points(values.programme),
        **choice_blanks(values.programme.plan.agreement, mentor, leader),
    }


def _in_fives(minutes: float) -> int:
    return max(5, round(minutes / 5) * 5)


def _review_points(about: SetupValues) -> str:
    """Say when the two look back: after the second meeting, halfway, at the end."""
    count = about.details.session_count
    if count == 1:
        return "when we have met"
    points = [f"after the {phrases.ordinal(2 if count > 3 else 1)} meeting"]
    if count > 4:
        points.append(f"halfway{_halfway_day(about)}")
    return phrases.listed([*points, "at the end"])


def _halfway_day(about: SetupValues) -> str:
    first, details = about.day("first-session"), about.details
    if first is None:
        return ""
    day = first + timedelta(weeks=details.weeks_between * (details.session_count // 2))
    words = day_and_month(day) if day.year == first.year else long_date(day)
    return f" (about {unbroken(words)})"
