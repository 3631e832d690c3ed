"""What the set-up papers say, as frozen values, and the blanks that are filled from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.document_words import PAPERS, WordsOfFile
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices, Who
from revmentor_desktop.domain.plan.communications import Audience
from revmentor_desktop.domain.plan.milestones import Milestone
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.readiness import Answer
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.system.dates import date_span, long_date, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class WeakAnswer:
    """A question of the readiness check that was not answered yes, and what to do about it."""

    key: str
    question: str
    answer: Answer
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A milestone in words: what it is called and what is done then."""

    milestone: Milestone
    title: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """An entry of the communications calendar: who hears what, when."""

    day: date | None
    who: Audience
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetupValues:
    """A programme's plan as papers need it. Empty text means "not known".

    `plan` holds open evidence only: what is confidential is taken out before it comes here.
    `focus` is what the programme's focus is called. `standing` says where the readiness check led:
    a headline and what to do now. `missing` are sentences on what the plan still lacks.
    """

    details: ProgrammeDetails
    plan: Plan = field(default_factory=Plan)
    organisation: str = ""
    logo: Logo | None = None
    focus: str = ""
    duties: tuple[Duty, ...] = ()
    session_days: tuple[date, ...] = ()
    notices: tuple[Notice, ...] = ()
    standing: tuple[str, str] = ("", "")
    weak: tuple[WeakAnswer, ...] = ()
    missing: tuple[str, ...] = ()

    def day(self, key: str) -> date | None:
        """Return the day of a milestone, or None while there is none."""
        return next((one.day for one in self.milestones if one.key == key), None)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """The milestones in order of their days."""
        return tuple(duty.milestone for duty in self.duties)


PHRASES: Final = "phrases"
"""The file of what is said within blanks."""
PHRASE_BLANKS: Final = frozenset({"mentor", "mentors", "a_mentor", "leader", "leaders", "a_leader"})
"""The blanks that it may have."""
BLANKS: Final = frozenset(
    {
        "programme",
        "organisation",
        "purpose",
        "why_now",
        "focus",
        "about_focus",
        "looking_for",
        "mentor",
        "mentors",
        "a_mentor",
        "Mentor",
        "Mentors",
        "A_mentor",
        "leader",
        "leaders",
        "a_leader",
        "Leader",
        "Leaders",
        "A_leader",
        "mentor_places",
        "leader_places",
        "mentor_partners",
        "leader_partners",
        "mentor_may_apply",
        "leader_may_apply",
        "thanks",
        "sponsor",
        "sponsor_job",
        "agreed_on",
        "agreed_sponsor",
        "organiser",
        "organiser_contact",
        "how_often",
        "how_many",
        "How_often",
        "How_many",
        "how_long",
        "rhythm",
        "period",
        "call",
        "apply_by",
        "briefings",
        "first_session",
        "mid_point",
        "last_day",
        "follow_up",
        "notice",
        "answer_hours",
        "books",
        "Books",
        "leads",
        "how_to_end",
        "outside_line",
        "told_to",
        "apart_months",
        "notes_until",
        "concern_contact",
    }
)
"""The blanks that the wording of the papers may have. Those that may be empty: all but the names
of the roles, how many partners they have, the number and length of sessions, notice, who books and
leads, how a pair ends."""


_ORGANISER: Final = "letter.sender"
_ORGANISER_CONTACT: Final = "letter.contact"
"""The texts of the plan that say who signs its letters, and how to reach them."""


def blanks_of(values: SetupValues) -> dict[str, str]:
    """Return what stands in each of the `BLANKS`."""
    return {
        **_programme_blanks(values),
        **_role_blanks(values),
        **_date_blanks(values),
        **_agreement_blanks(values),
    }


def unbroken(text: str) -> str:
    """Keep a date or a name on one line."""
    return text.replace(" ", "\u00a0")


def day_words(day: date | None) -> str:
    """Return a date in words that stay on one line, "" for none."""
    return unbroken(long_date(day)) if day else ""


def short_day(day: date | None) -> str:
    """Return a date in few words, for a narrow column; "" for none."""
    return short_date(day) if day else ""


def _programme_blanks(values: SetupValues) -> dict[str, str]:
    details, plan = values.details, values.plan
    several = details.session_count > 1
    how_often = phrases.times(details.session_count)
    how_many = phrases.number(details.session_count)
    return {
        "programme": searchable(details.name),
        "organisation": searchable(values.organisation),
        "purpose": _sentence(details.purpose),
        "why_now": _sentence(plan.purpose.why_now),
        "focus": searchable(values.focus),
        "about_focus": _sentence(plan.words.get("explainer.focus", "")),
        "looking_for": _sentence(plan.words.get("call.focus", "")),
        "sponsor": searchable(plan.sponsor.name),
        "sponsor_job": searchable(plan.sponsor.job_title),
        "agreed_on": day_words(plan.sponsor.agreed_on),
        "agreed_sponsor": searchable(plan.sponsor.name) if plan.sponsor.agreed_on else "",
        "organiser": searchable(plan.words.get(_ORGANISER, "")),
        "organiser_contact": searchable(plan.words.get(_ORGANISER_CONTACT, "")),
        "how_often": how_often,
        "how_many": how_many,
        "How_often": phrases.capitalised(how_often),
        "How_many": phrases.capitalised(how_many),
        "how_long": phrases.minutes(details.session_minutes),
        "rhythm": f"about {phrases.every_weeks(details.weeks_between)}" if several else "",
    }


def _sentence(text: str) -> str:
    """Return typed text as a sentence: with a capital and a full stop."""
    line = phrases.capitalised(searchable(text))
    return f"{line}." if line and line[-1] not in ".!?…”" else line


def _role_blanks(values: SetupValues) -> dict[str, str]:
    part = values.plan.taking_part
    words: dict[str, str] = {}
    for key, name in (("mentor", part.mentor_name), ("leader", part.mentee_name)):
        one = phrases.in_a_sentence(searchable(name.one))
        several = phrases.in_a_sentence(searchable(name.several))
        article = phrases.with_article(one)
        capital = key.capitalize()
        words |= {
            key: one,
            f"{key}s": several,
            f"a_{key}": article,
            capital: phrases.capitalised(one),
            f"{capital}s": phrases.capitalised(several),
            f"A_{key}": phrases.capitalised(article),
        }
    choices = values.plan.pairing
    return words | {
        "mentor_partners": _partners(choices.mentor_partners, words["leader"], words["leaders"]),
        "leader_partners": _partners(choices.mentee_partners, words["mentor"], words["mentors"]),
        "mentor_places": _places(part.mentor_places),
        "leader_places": _places(part.mentee_places),
        "mentor_may_apply": _sentence(part.mentor_may_apply),
        "leader_may_apply": _sentence(part.mentee_may_apply),
        "thanks": _listing(part.thanks),
    }


def _listing(entries: tuple[str, ...]) -> str:
    """Return typed entries in one line, as they stand in a table."""
    typed = (searchable(one).rstrip(".") for one in entries)
    return phrases.capitalised("; ".join(phrases.in_a_sentence(one) for one in typed if one))


def _partners(count: int, one: str, several: str) -> str:
    return f"one {one}" if count == 1 else f"up to {phrases.number(count)} {several}"


def _places(count: int) -> str:
    if count <= 0:
        return ""
    return "One place" if count == 1 else f"{phrases.capitalised(phrases.number(count))} places"


def _date_blanks(values: SetupValues) -> dict[str, str]:
    days = {
        "call": "call",
        "apply_by": "applications-close",
        "briefings": "briefings",
        "first_session": "first-session",
        "mid_point": "mid-point",
        "last_day": "close",
        "follow_up": "follow-up",
    }
    words = {blank: day_words(values.day(key)) for blank, key in days.items()}
    return words | {"period": _period(values)}


def _period(values: SetupValues) -> str:
    first, last = values.day("first-session"), values.day("close")
    if first is None or last is None:
        return ""
    if last <= first:
        return day_words(first)
    return " to ".join(unbroken(day) for day in date_span(first, last).split(" to "))


def _notes_until(choices: AgreementChoices) -> str:
    if not choices.notes_destroyed:
        return ""
    months = choices.notes_months
    return f"{phrases.months(months)} after the end" if months else "at the end"


_WHO: Final = {Who.MENTOR: "the_mentor", Who.MENTEE: "the_leader", Who.EITHER: "either"}
_HOW_TO_END: Final = {True: "end_freely", False: "end_after_a_word"}
"""By whether somebody may go without giving a reason."""


@dataclass(frozen=True, slots=True)
class _Phrases(WordsOfFile):
    """What is said within blanks; only the names of the roles are filled in there."""

    folder: ClassVar[str] = PAPERS
    known: frozenset[str] = PHRASE_BLANKS


def _agreement_blanks(values: SetupValues) -> dict[str, str]:
    choices = values.plan.agreement
    said = _Phrases(PHRASES, _role_blanks(values), values.plan.words)
    books, leads = (said.within(_WHO[who]) for who in (choices.books, choices.leads))
    is_outside = "line" in values.plan.pairing.rules
    months = choices.apart_months
    return {
        "notice": f"{choices.notice_hours} hours",
        "answer_hours": f"{choices.answer_hours} hours" if choices.answer_hours else "",
        "books": books,
        "Books": phrases.capitalised(books),
        "leads": leads,
        "how_to_end": said.within(_HOW_TO_END[choices.has_no_fault_exit]),
        "outside_line": said.within("outside_line") if is_outside else "",
        "told_to": searchable(choices.told_to),
        "apart_months": phrases.months(months) if months > 0 else "",
        "notes_until": _notes_until(choices),
        "concern_contact": searchable(choices.concern_contact),
    }
