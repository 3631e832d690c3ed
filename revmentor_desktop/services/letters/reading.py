"""Who gets which letter, and what it says to each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.domain.letters import (
    FOR_ALL,
    WITH_PAPERS,
    FilledLetter,
    Letter,
    LetterText,
    Part,
    Reach,
    blanks_in,
    concerns,
    filled,
    known_blanks,
    variant_for,
    worded,
)
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.pairs import reference_of
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.milestones import milestones
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.taking_part import RoleName
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.letters.content import letters, papers_words, refusal_reasons
from revmentor_desktop.services.people.reading import participants, people
from revmentor_desktop.services.programmes.reading import organisation, organisation_logo, programme
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.role_names import role_names
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.dates import full_date

SENDER = "letter.sender"
"""The key in `Plan.words` of who signs the letters."""
CONTACT = "letter.contact"
"""The key in `Plan.words` of how to reach them."""
_DAYS: Final = {
    "apply_by": "applications-close",
    "briefing_day": "briefings",
    "agreement_by": "agreements-due",
    "first_session": "first-session",
    "close_day": "close",
}
"""The milestone behind each placeholder that stands for a day."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets a letter; without a name it goes to all of a kind.

    `id` is the number of the participant that it is about; below 1 for nobody in particular.
    `about` is who that is, when the letter goes to somebody else. `papers` are what goes with it,
    `reference` is the pair's, of several pairs each of theirs.
    """

    id: int
    variant: str
    name: str = ""
    email: str = ""
    first_name: str = ""
    about: str = ""
    reason: str = ""
    papers: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Mailing:
    """A letter as it is worded now, and whom it concerns now.

    `words` are the officer's changed texts; `shared` fills the placeholders that say the same to
    everybody of a variant, by variant. `days` are the days behind
    those that stand for one.
    """

    letter: Letter
    recipients: tuple[Recipient, ...]
    words: Mapping[str, str] = field(hash=False)
    shared: Mapping[str, Mapping[str, str]] = field(hash=False)
    organisation: str = ""
    programme: str = ""
    days: Mapping[str, date] = field(default_factory=dict, hash=False)
    logo: Logo | None = None

    def text(self, variant: str) -> LetterText:
        """Return the wording of a variant as it stands now."""
        return worded(self.letter, variant, self.words)

    def is_changed(self, variant: str, part: Part | None = None) -> bool:
        """Tell whether the officer has worded a variant, or one part of it, in their own way."""
        now, original = self.text(variant), self.letter.texts[variant]
        parts = Part if part is None else (part,)
        return any(getattr(now, one) != getattr(original, one) for one in parts)

    @property
    def is_own(self) -> bool:
        """Whether any text of it differs from how it came."""
        return any(map(self.is_changed, self.letter.texts))

    def over(self, text: LetterText, today: date) -> tuple[str, ...]:
        """Return the placeholders of a wording whose day lies before `today`."""
        used = blanks_in(text)
        return tuple(name for name, day in self.days.items() if name in used and day < today)

    def blanks(self, recipient: Recipient) -> dict[str, str]:
        """Return what stands in each placeholder that the letter may have."""
        own = {
            "first_name": recipient.first_name or recipient.name,
            "full_name": recipient.name,
            "participant": recipient.about,
            "reason": recipient.reason,
            "papers": recipient.papers,
            "reference": recipient.reference,
        }
        values = {**self.shared[recipient.variant], **own}
        return {name: values[name] for name in known_blanks(self.letter)}

    def filled(self, recipient: Recipient, text: LetterText | None = None) -> FilledLetter:
        """Return the letter to somebody, of `text` instead of how it is worded now if given."""
        return filled(text or self.text(recipient.variant), self.blanks(recipient))


def mailings(data: DataFile, programme_id: int) -> tuple[Mailing, ...]:
    """Return every letter of a programme in the order in which they are offered.

    Raises KnownError ``programme-gone``.
    """
    with data.still():
        about, decided = programme(data, programme_id), plan(data, programme_id)
        owner, mark = organisation(data), organisation_logo(data)
        everybody = participants(data, programme_id)
        managers = {one.id: one for one in people(data)}
        reasons, paired = _reasons(data, programme_id), _paired(data, programme_id)
        names = role_names(data, programme_id)
    days = _days(about, decided)
    shared = _shared(about, decided, owner, names, days)
    return tuple(
        Mailing(
            letter,
            _recipients(letter, everybody, managers, reasons, paired),
            decided.words,
            shared,
            owner,
            about.name,
            days,
            mark,
        )
        for letter in letters()
    )


def mailing(data: DataFile, programme_id: int, key: str) -> Mailing:
    """Return one letter by its key. Raises KeyError for none, KnownError ``programme-gone``."""
    found = {one.letter.key: one for one in mailings(data, programme_id)}
    return found[key]


def _recipients(
    letter: Letter,
    everybody: Sequence[Participant],
    managers: Mapping[int, Person],
    reasons: Mapping[int, str],
    paired: Mapping[int, str],
) -> tuple[Recipient, ...]:
    if letter.reach is Reach.EVERYBODY:
        return (Recipient(0, variant_for(letter, None)),)
    concerned = [
        one
        for one in everybody
        if concerns(letter, one.participation, is_paired=one.participation.id in paired)
    ]
    if letter.reach is Reach.LINE_MANAGERS:
        general = (Recipient(-at, variant) for at, variant in enumerate(letter.texts))
        named = (_manager(letter, one, managers) for one in concerned)
        return (*general, *(one for one in named if one))
    return tuple(_addressed(letter, one, reasons, paired) for one in concerned)


def _addressed(
    letter: Letter, one: Participant, reasons: Mapping[int, str], paired: Mapping[int, str]
) -> Recipient:
    person = one.person
    texts = refusal_reasons()
    reason = texts.get(reasons.get(one.participation.id, ""), texts["none"])
    return Recipient(
        id=person.id,
        variant=variant_for(letter, one.participation.role),
        name=person.full_name or person.email,
        email=person.email,
        first_name=person.first_name,
        reason=reason if letter.key == "refusal" else "",
        papers=papers_words(with_agreement=False) if letter.key in WITH_PAPERS else "",
        reference=paired.get(one.participation.id, ""),
    )


def _manager(letter: Letter, one: Participant, managers: Mapping[int, Person]) -> Recipient | None:
    """Return the line manager of somebody who takes part, or None where nobody is known."""
    person = one.person
    manager = managers.get(person.line_manager_id or 0)
    name = manager.full_name or manager.email if manager else person.line_manager_text
    if not name:
        return None
    return Recipient(
        id=person.id,
        variant=variant_for(letter, one.participation.role),
        name=name,
        email=manager.email if manager else "",
        first_name=manager.first_name if manager else "",
        about=person.full_name or person.email,
    )


def _paired(data: DataFile, programme_id: int) -> dict[int, str]:
    """Return, for each participation that has a partner, the references of its pairs."""
    rows = data.rows(
        "SELECT id, mentor_id, mentee_id FROM pair"
        " WHERE programme_id = ? AND state IN ('agreed', 'paused') ORDER BY id",
        (programme_id,),
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        for side in ("mentor_id", "mentee_id"):
            found.setdefault(row[side], []).append(reference_of(row["id"]))
    return {number: ", ".join(references) for number, references in found.items()}


def _reasons(data: DataFile, programme_id: int) -> dict[int, str]:
    """Return why each application was refused, by participation."""
    rows = data.rows(
        "SELECT participation_id, reason FROM application"
        " JOIN participation ON participation.id = participation_id"
        " WHERE programme_id = ? AND reason <> ''",
        (programme_id,),
    )
    return {row["participation_id"]: row["reason"] for row in rows}


def _shared(
    about: Programme,
    decided: Plan,
    owner: str,
    names: Mapping[Role, RoleName],
    days: Mapping[str, date],
) -> dict[str, dict[str, str]]:
    """Return what the placeholders say to everybody of a variant."""
    words = decided.words
    several = about.session_count > 1
    count = phrases.number(about.session_count)
    same = {
        "programme": about.name,
        "organisation": owner,
        "purpose": about.purpose,
        "sessions": f"{count} sessions" if several else f"{count} session",
        "session_count": count,
        "how_long": phrases.minutes(about.session_minutes),
        "rhythm": f"about {phrases.every_weeks(about.weeks_between)}" if several else "",
        "sponsor": decided.sponsor.name,
        "sender": words.get(SENDER, ""),
        "contact": words.get(CONTACT, ""),
        **{name: full_date(days[name]) if name in days else "" for name in _DAYS},
        **_both_sides(names),
    }
    sides = {str(role): {**same, **_roles(names, role)} for role in Role}
    return {**sides, FOR_ALL: same}


def _days(about: Programme, decided: Plan) -> dict[str, date]:
    dates = milestones(about, decided.schedule, free_days(decided.schedule))
    found = {milestone.key: milestone.day for milestone in dates}
    return {name: found[key] for name, key in _DAYS.items() if key in found}


def _both_sides(names: Mapping[Role, RoleName]) -> dict[str, str]:
    return {
        "mentors": phrases.in_a_sentence(names[Role.MENTOR].several),
        "a_mentor": phrases.with_article(names[Role.MENTOR].one),
        "leaders": phrases.in_a_sentence(names[Role.MENTEE].several),
        "a_leader": phrases.with_article(names[Role.MENTEE].one),
    }


def _roles(names: Mapping[Role, RoleName], role: Role) -> dict[str, str]:
    own, other = names[role], names[role.other]
    return {
        "role_name": phrases.in_a_sentence(own.one),
        "a_role_name": phrases.with_article(own.one),
        "role_names": phrases.in_a_sentence(own.several),
        "partner_role_name": phrases.in_a_sentence(other.one),
        "a_partner_role_name": phrases.with_article(other.one),
        "partner_role_names": phrases.in_a_sentence(other.several),
    }
