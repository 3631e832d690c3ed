"""The agreement that a mentor and a leader sign: one page for each pair."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, partial
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.agreement_clauses import (
    CHOICE_BLANKS,
    ClauseWords,
    choice_blanks,
    clauses,
    read_clause_words,
)
from revmentor_desktop.documents.blocks import Block, Paragraph, Stack, WritingLines
from revmentor_desktop.documents.fonts import Weight, searchable
from revmentor_desktop.documents.packs.values import PairValues
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.parts import labelled_line, numbered
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run, Wording, read_wording, text_of
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.system.dates import date_span, day_and_month, long_date
from revmentor_desktop.system.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementValues:
    """What an agreement says about one pair. Empty text means "not known".

    `mentor_short` and `leader_short` are the names used in the clauses; `mentor_word` and
    `leader_word` what the programme calls the two sides. Sessions: their number, length in
    minutes, and weeks from one to the next. `choices` decide on the clauses.
    """

    mentor: str
    leader: str
    mentor_short: str
    leader_short: str
    mentor_job: str = ""
    leader_job: str = ""
    programme: str
    organisation: str = ""
    purpose: str = ""
    reference: str
    version: int = 1
    session_count: int
    session_minutes: int
    weeks_between: int
    first_day: date | None = None
    last_day: date | None = None
    mentor_word: str = "Mentor"
    leader_word: str = "Leader"
    choices: AgreementChoices = field(default_factory=AgreementChoices)


def agreement_values(pair: PairValues) -> AgreementValues:
    """Return what the agreement of a pair says."""
    about = pair.programme
    details, part = about.details, about.plan.taking_part
    return AgreementValues(
        mentor=pair.mentor.name,
        leader=pair.mentee.name,
        mentor_short=pair.mentor.short,
        leader_short=pair.mentee.short,
        mentor_job=pair.mentor.job,
        leader_job=pair.mentee.job,
        programme=details.name,
        organisation=about.organisation,
        purpose=details.purpose,
        reference=pair.reference,
        version=pair.version,
        session_count=details.session_count,
        session_minutes=details.session_minutes,
        weeks_between=details.weeks_between,
        first_day=about.day("first-session"),
        last_day=about.day("close"),
        mentor_word=part.name_of(Role.MENTOR).one,
        leader_word=part.name_of(Role.MENTEE).one,
        choices=about.plan.agreement,
    )


BLANKS: Final = CHOICE_BLANKS | frozenset(
    {
        "mentor_word",
        "leader_word",
        "mentor",
        "leader",
        "mentor_short",
        "leader_short",
        "programme",
        "organisation",
        "purpose",
        "reference",
        "version",
        "how_often",
        "how_long",
        "rhythm",
        "period",
        "review_points",
    }
)
"""The blanks that the agreement's wording may have."""


_WITHOUT_BLANKS: Final = frozenset({"kind", "hopes", "date_label", "copies"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementContent:
    """The agreement's wording."""

    kind: str
    title: Wording
    subtitle: Wording
    purpose: Wording
    mentor_label: Wording
    leader_label: Wording
    hopes: str
    clauses: ClauseWords
    mentor_signature: Wording
    leader_signature: Wording
    date_label: str
    closing: Wording
    closing_with_contact: Wording
    copies: str
    foot: Wording


@cache
def content() -> AgreementContent:
    """Return the wording that comes with the program; raises WordingError for a bad blank."""
    text = resource("content/agreement.toml").read_text(encoding="utf-8")
    fields = tomllib.loads(text)
    words = read_clause_words({name: fields.pop(name) for name in ("clauses", "choices")}, BLANKS)
    for name, text in fields.items():
        if name not in _WITHOUT_BLANKS:
            fields[name] = read_wording(text, BLANKS)
    return AgreementContent(clauses=words, **fields)


def blanks_of(values: AgreementValues) -> dict[str, str]:
    """Return what stands in each of the `BLANKS`."""
    several = values.session_count > 1
    names = {"mentor_short": values.mentor_short, "leader_short": values.leader_short}
    return {
        "mentor": values.mentor,
        "leader": values.leader,
        **names,
        "programme": values.programme,
        "organisation": values.organisation,
        "purpose": values.purpose,
        "reference": values.reference,
        "version": str(values.version),
        "how_often": phrases.times(values.session_count),
        "how_long": phrases.minutes(values.session_minutes),
        "rhythm": f"about {phrases.every_weeks(values.weeks_between)}" if several else "",
        "period": _period(values),
        "review_points": _review_points(values),
        "mentor_word": values.mentor_word,
        "leader_word": values.leader_word,
        **choice_blanks(content().clauses, values.choices, names),
    }


def _period(values: AgreementValues) -> str:
    if values.first_day is None:
        return ""
    if values.last_day is None or values.last_day <= values.first_day:
        return _unbroken(long_date(values.first_day))
    span = date_span(values.first_day, values.last_day)
    return " to ".join(_unbroken(day) for day in span.split(" to "))


def _review_points(values: AgreementValues) -> str:
    """Say when the two look back: after the second meeting, halfway, at the end."""
    count = values.session_count
    if count == 1:
        return "when we have met"
    points = [f"after the {phrases.ordinal(2 if count > 3 else 1)} meeting"]
    if count > 4:
        points.append(f"halfway{_halfway_day(values)}")
    return phrases.listed([*points, "at the end"])


def _halfway_day(values: AgreementValues) -> str:
    if values.first_day is None:
        return ""
    day = values.first_day + timedelta(weeks=values.weeks_between * (values.session_count // 2))
    words = day_and_month(day) if day.year == values.first_day.year else long_date(day)
    return f" (about {_unbroken(words)})"


def _unbroken(text: str) -> str:
    """Keep a date or a name on one line."""
    return text.replace(" ", "\u00a0")


def agreement_sheet(values: AgreementValues) -> Sheet:
    """Return the agreement of one pair, to stand alone or among others in one file."""
    blanks = blanks_of(values)
    return Sheet(
        title=f"{values.mentor} and {values.leader}",
        foot_left=values.organisation or values.programme,
        foot_middle=text_of(content().foot.fill(blanks)),
        story=partial(_story, values, blanks),
    )


def agreement_clauses(values: AgreementValues) -> list[str]:
    """Return the clauses in words, as they stand on the agreement; "…" for a line to write on."""
    words, blanks = content(), blanks_of(values)
    return [
        "".join("…" if run.to_write else run.text for run in clause)
        for clause in clauses(words.clauses, values.choices, blanks)
    ]


def _story(values: AgreementValues, blanks: dict[str, str], styles: Styles) -> list[Block]:
    words = content()
    blocks: list[Block] = [*_head(words, blanks, styles), _parties(values, blanks, styles)]
    blocks.extend(_clauses(clauses(words.clauses, values.choices, blanks), styles))
    blocks.append(_signatures(words, blanks, values, styles))
    return blocks


def _head(words: AgreementContent, blanks: dict[str, str], styles: Styles) -> list[Block]:
    names = {name: blanks[name] for name in ("mentor", "leader")}
    title_style = styles.title_for(sum(map(len, names.values())))
    # A title of two lines parts between the names, not within one.
    whole = {key: _unbroken(name) if len(name) <= 36 else name for key, name in names.items()}
    blocks: list[Block] = [
        Columns(
            [
                Paragraph(plain(words.kind.upper()), styles.eyebrow),
                Paragraph(plain(blanks["reference"]), styles.small, right_aligned=True),
            ],
            gap=0,
            keep_with_next=True,
        ),
        Paragraph(
            words.title.fill(blanks | whole),
            title_style,
            space_before=styles.space(5),
            space_after=styles.space(3),
            keep_with_next=True,
            whole=True,
        ),
        Paragraph(words.subtitle.fill(blanks), styles.subtitle),
    ]
    purpose = words.purpose.fill(blanks)
    if purpose:
        blocks.append(Paragraph(purpose, styles.body, space_before=styles.space(10)))
    return blocks


def _parties(values: AgreementValues, blanks: dict[str, str], styles: Styles) -> Block:
    mentor, leader = content().mentor_label.fill(blanks), content().leader_label.fill(blanks)
    cards = [
        _party_card(text_of(mentor), "mentor", (values.mentor, values.mentor_job), styles),
        _party_card(text_of(leader), "mentee", (values.leader, values.leader_job), styles),
    ]
    return Columns(
        cards,
        gap=styles.space(14),
        space_before=styles.space(16),
        space_after=styles.space(16),
        stretch=6,
    )


def _party_card(label: str, role_colour: str, who: tuple[str, str], styles: Styles) -> Panel:
    name, job = who
    lines: list[Block] = [
        Paragraph([Run(label.upper(), colour=role_colour)], styles.eyebrow),
        Paragraph(plain(name, Weight.BOLD), styles.body, space_before=styles.space(2)),
    ]
    if searchable(job):
        lines.append(Paragraph(plain(job), styles.body_muted))
    foot = Stack(
        [Paragraph(plain(content().hopes), styles.small), WritingLines(2)],
        space_before=styles.space(9),
    )
    return Panel(Stack(lines), padding=styles.space(12), foot=foot)


def _clauses(stand: list[list[Run]], styles: Styles) -> list[Block]:
    space = styles.space(6)
    blocks = [
        numbered(str(number), clause, styles, indent=24, space_after=space)
        for number, clause in enumerate(stand, start=1)
    ]
    for block in blocks:
        block.stretch = 3
    # The signatures never stand on a page without a clause.
    blocks[-1].keep_with_next = True
    return [*blocks]


def _signatures(
    words: AgreementContent, blanks: dict[str, str], values: AgreementValues, styles: Styles
) -> Block:
    panels = [
        _signature(text_of(words.mentor_signature.fill(blanks)), values.mentor, styles),
        _signature(text_of(words.leader_signature.fill(blanks)), values.leader, styles),
    ]
    ending = words.closing_with_contact if blanks["concern_contact"] else words.closing
    closing = Paragraph(ending.fill(blanks), styles.note, space_before=styles.space(10))
    copies = Paragraph(plain(words.copies), styles.small, space_before=styles.space(8))
    return Stack(
        [Columns(panels, gap=styles.space(14)), closing, copies],
        space_before=styles.space(14),
        stretch=10,
    )


def _signature(label: str, name: str, styles: Styles) -> Panel:
    lines = [labelled_line(text, styles) for text in (name, content().date_label)]
    foot = Columns(lines, gap=styles.space(12), shares=(2.1, 1), space_before=styles.space(8))
    return Panel(Paragraph(plain(label), styles.small), padding=styles.space(12), foot=foot)
