"""The implementation plan: all that was decided, with the dates drawn along the months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.panels import Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup import parts
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.plan_sentences import agreed, asked_details, pairing_rules
from revmentor_desktop.documents.setup.timeline import Lane, Timeline
from revmentor_desktop.documents.setup.values import SetupValues, short_day
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.readiness import Answer, Verdict, verdict
from revmentor_desktop.system.dates import MONTHS

_VERDICT_FILLS = {
    Verdict.GO: "ok_soft",
    Verdict.PILOT: "warn_soft",
    Verdict.NOT_YET: "bad_soft",
    Verdict.UNANSWERED: "neutral_soft",
}
_DATED = (1.05, 1.2, 3.4)
"""How wide the columns are of day, name, and what is done."""


def implementation_plan(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    """Return the blocks of the plan."""
    writer = Writer(words, styles, "brand")
    return [
        *parts.head(words, styles),
        *_purpose(values, writer),
        *_filled(writer, "timeline", _timeline(values, words, styles)),
        *writer.section("why", _evidence(values, styles)),
        *_filled(writer, "consulted", _consulted(values, words, styles)),
        *_filled(writer, "objectives", _objectives(values, words, styles)),
        *_filled(writer, "sponsor", _sponsor(values, words, styles)),
        *_filled(writer, "readiness", _readiness(values, words, styles)),
        *_filled(writer, "dates", _dates(values, words, styles)),
        *_filled(writer, "sessions", _sessions(values, words, styles)),
        *_filled(writer, "people", _people(values, words, styles)),
        *_filled(writer, "rules", parts.points(pairing_rules(values.plan, words), styles)),
        *_filled(writer, "confidentiality", parts.points(agreed(values.plan, words), styles)),
        *_filled(writer, "communications", _communications(values, words, styles)),
        *_missing(values, words, styles),
    ]


def _filled(writer: Writer, key: str, made: list[Block]) -> list[Block]:
    """Return a section that only stands with what the plan says of it."""
    return writer.section(key, made) if made else []


def _titles(words: PaperWords, part: str) -> list[str]:
    """Return the titles of a table's columns; an empty one stays."""
    return words.several(f"{part}_titles")


def _purpose(values: SetupValues, writer: Writer) -> list[Block]:
    words, styles = writer.words, writer.styles
    found = verdict(values.plan.readiness)
    blocks: list[Block] = []
    purpose = writer.body("purpose")
    if purpose:
        said = [parts.label(words.around("purpose_label"), styles), *parts.closed(purpose)]
        blocks.append(parts.tinted(said, styles))
    headline, advice = values.standing
    if headline:
        standing = Paragraph([Run(f"{headline}. ", Weight.BOLD), Run(advice)], styles.note)
        blocks.append(
            Panel(
                standing,
                padding=styles.space(10),
                fill=_VERDICT_FILLS[found],
                border=None,
                space_after=styles.space(6),
            )
        )
    return blocks


def _evidence(values: SetupValues, styles: Styles) -> list[Block]:
    facts = [plain(fact) for fact in values.plan.purpose.open_evidence if fact.strip()]
    return parts.points(facts, styles)


def _consulted(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = [
        [[Run(one.who, Weight.BOLD)], plain(short_day(one.asked_on)), plain(one.said)]
        for one in values.plan.purpose.consultations
        if one.who.strip() or one.said.strip()
    ]
    return parts.table(_titles(words, "consulted"), rows, styles, (1.2, 0.9, 2), is_wordy=True)


def _timeline(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    lanes = [
        _lane(values, words, "recruit", ("call", "applications-close"), "mentor"),
        _lane(values, words, "briefings", ("briefings",), "mentor"),
        _lane(values, words, "pairing", ("pairing", "agreements-due"), "mentor"),
        _sessions_lane(values, words),
        _check_ins_lane(values, words),
        _lane(values, words, "mid-point", ("mid-point",), "mentee"),
        _lane(values, words, "close", ("close",), "brand"),
        _lane(values, words, "follow-up", ("follow-up",), "brand"),
    ]
    drawn = [lane for lane in lanes if lane]
    if not drawn:
        return []
    return [Timeline(drawn, styles, space_after=styles.space(8))]


def _lane(
    values: SetupValues, words: PaperWords, name: str, keys: tuple[str, ...], accent: str
) -> Lane | None:
    days = tuple(sorted(day for key in keys if (day := values.day(key))))
    if not days:
        return None
    said = _span(days)
    label = words.around(f"lane_{name.replace('-', '_')}")
    return Lane(label, days, said, is_period=True, accent=accent)


def _sessions_lane(values: SetupValues, words: PaperWords) -> Lane | None:
    days = values.session_days
    if not days:
        return None
    label = words.around("lane_sessions")
    return Lane(label, days, _span(days), is_period=True, accent="brand")


def _check_ins_lane(values: SetupValues, words: PaperWords) -> Lane | None:
    days = tuple(one.day for one in values.milestones if one.key.startswith("check-in"))
    if not days:
        return None
    return Lane(words.around("lane_check_ins"), days, _span(days), accent="mentee")


def _span(days: tuple[date, ...]) -> str:
    """Return "10 Nov – 8 Dec": the weekdays stand in the table of dates."""
    ends = dict.fromkeys((days[0], days[-1]))
    return " – ".join(f"{day.day} {MONTHS[day.month - 1][:3]}" for day in ends)


def _objectives(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = []
    for one in values.plan.objectives:
        title = [Run(one.title, Weight.BOLD)]
        if one.goal.strip():
            title.append(Run(f" {words.around('serves')} {one.goal}", colour="muted"))
        facts = (one.measure, one.baseline, one.target, short_day(one.due))
        rows.append([title, *map(plain, facts)])
    shares = (2.0, 1.75, 1.1, 1.25, 1.15)
    return parts.table(_titles(words, "objectives"), rows, styles, shares, is_wordy=True)


def _sponsor(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    sponsor = values.plan.sponsor
    if not sponsor.name.strip():
        return []
    blocks = parts.paragraph(words.line("sponsor_named"), styles)
    agreed_to = [plain(one) for one in sponsor.agreed_to if one.strip()]
    if agreed_to:
        blocks.extend(parts.before(words.line("sponsor_agreed"), styles))
    return [*blocks, *parts.points(agreed_to, styles, parts.YES, "ok")]


def _readiness(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    said = {Answer.NO: ("answer_no", "bad"), Answer.PARTLY: ("answer_partly", "warn")}
    rows = [
        [
            plain(weak.question),
            [Run(words.around(said[weak.answer][0]), Weight.BOLD, said[weak.answer][1])],
            plain(weak.advice),
        ]
        for weak in values.weak
        if weak.answer in said
    ]
    titles = _titles(words, "readiness")
    return parts.table(titles, rows, styles, (1.7, 0.55, 2.4), is_wordy=True)


def _dates(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows, said = [], set()
    for duty in values.duties:
        title = [Run(duty.title, Weight.BOLD)]
        if duty.milestone.is_moved:
            title.append(Run(f" {words.around('moved')}", colour="muted"))
        line = words.line("again") if duty.line in said else plain(duty.line)
        said.add(duty.line)
        rows.append([plain(short_day(duty.milestone.day)), title, line])
    return parts.table(_titles(words, "dates"), rows, styles, _DATED)


def _sessions(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    days = [*values.session_days, *[None] * len(values.plan.sessions)]
    rows = [
        [[Run(str(number), Weight.BOLD, "brand")], plain(one.title), plain(short_day(day))]
        for number, (one, day) in enumerate(zip(values.plan.sessions, days, strict=False), start=1)
        if one.title.strip()
    ]
    return parts.table(["", *_titles(words, "sessions")], rows, styles, (0.25, 3.4, 1.05))


def _people(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    part = values.plan.taking_part
    sides = (
        (Role.MENTOR, "mentor", part.mentor_places, words.blanks["mentor_may_apply"]),
        (Role.MENTEE, "mentee", part.mentee_places, words.blanks["leader_may_apply"]),
    )
    open_places = words.around("open_places")
    cards = [
        parts.card(
            part.name_of(role).several,
            _facts(
                [
                    (words.around("places"), str(places) if places else open_places),
                    (words.around("may_apply"), may_apply),
                ],
                styles,
            ),
            styles,
            accent,
        )
        for role, accent, places, may_apply in sides
    ]
    asked = Run(f" {asked_details(values, words.around('asked_first'))}.")
    both = parts.beside(cards, styles)
    both.keep_with_next = True
    thanks = words.line("thanks")
    return [
        both,
        Paragraph([*parts.in_bold(words.line("asked")), asked], styles.note),
        *([Paragraph(thanks, styles.note)] if says_something(thanks) else []),
    ]


def _facts(facts: list[tuple[str, str]], styles: Styles) -> list[Block]:
    return [
        Stack(
            [Paragraph(plain(label), styles.small), Paragraph(plain(fact), styles.note)],
            space_after=styles.space(5),
        )
        for label, fact in facts
        if fact
    ]


def _communications(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    rows = [
        [
            plain(short_day(one.day)),
            parts.in_bold(words.line(f"audience_{one.who}")),
            plain(one.what),
        ]
        for one in values.notices
    ]
    return parts.table(_titles(words, "communications"), rows, styles, _DATED)


def _missing(values: SetupValues, words: PaperWords, styles: Styles) -> list[Block]:
    if not values.missing:
        return []
    title = replace(styles.heading, colour="warn")
    blocks: list[Block] = [
        Paragraph(
            words.heading("missing"), title, space_after=styles.space(3), keep_with_next=True
        ),
        *Writer(words, styles, "warn").before("missing"),
        *parts.points([plain(one) for one in values.missing], styles, accent="warn"),
    ]
    panel = parts.tinted(blocks, styles, "warn_soft", is_loose=True)
    panel.space_before = styles.space(18)
    return [panel]
