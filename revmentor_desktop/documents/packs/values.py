"""What packs and sheets say about one person of one pair, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.setup.values import BLANKS as PROGRAMME_BLANKS
from revmentor_desktop.documents.setup.values import SetupValues, day_words
from revmentor_desktop.documents.setup.values import blanks_of as programme_blanks
from revmentor_desktop.domain.participation import Role

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
    }
)
"""The blanks about the pair. `number` and `theme` are those of a session, on its own sheet; they,
`agreements_due` and those of the focus may say nothing."""
BLANKS: Final = PROGRAMME_BLANKS | PAIR_BLANKS
"""The blanks that the wording of packs and sheets may have."""


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
    }
