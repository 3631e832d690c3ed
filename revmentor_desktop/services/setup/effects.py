"""What changing a programme would touch, said before it is done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import NO_PLACE_STATES, OUT_STATES, Role
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.field_changes import (
    fields_of_another_kind,
    lapsed_fields,
    newly_sensitive_fields,
    removed_fields,
    silent_fields,
    withdrawn_options,
)
from revmentor_desktop.domain.plan.milestones import milestones
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import WITHDRAWN
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import STEPS_OF
from revmentor_desktop.services.pairing.facts import facts_with
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.programmes.reading import organisation, standing
from revmentor_desktop.services.setup.free_days import free_days
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.detail_words import detail_label


class EffectKind(StrEnum):
    """What is touched."""

    OLD_AGREEMENTS = "old-agreements"
    OLD_PAPERS = "old-papers"
    PAIRS_BREAK_RULE = "pairs-break-rule"
    PAIRS_KEEP_RULES_AGAIN = "pairs-keep-rules-again"
    PARTNERS_ALLOWED = "partners-allowed"
    OWN_PARTNERS_KEPT = "own-partners-kept"
    ANSWERS_REMOVED = "answers-removed"
    ANSWERS_KEPT = "answers-kept"
    ANSWERS_OF_ANOTHER_KIND = "answers-of-another-kind"
    DETAILS_KEPT = "details-kept"
    OPTIONS_GONE = "options-gone"
    CONSENTS_LAPSE = "consents-lapse"
    CONSENTS_NEEDED = "consents-needed"
    FILLED_IN_ANEW = "filled-in-anew"
    DATES_MOVE = "dates-move"
    MORE_THAN_PLACES = "more-than-places"


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that a change touches: how many of it, and of which field or side if of one."""

    kind: EffectKind
    count: int
    of: str = ""


def effects(data: DataFile, programme_id: int, before: Draft, after: Draft) -> tuple[Effect, ...]:
    """Return what changing a programme from `before` to `after` touches; the weightiest first."""
    if before == after:
        return ()
    with data.still():
        found = (
            *_on_pairs(data, programme_id, before, after),
            *_on_partners(data, programme_id, before, after),
            *_on_agreements(data, programme_id, before, after),
            *_on_papers(data, programme_id, before, after),
            *_on_answers(data, programme_id, before, after),
            *_on_details(data, programme_id, before, after),
            *_on_focus(before, after),
            *_on_dates(before, after),
            *_on_places(data, programme_id, before, after),
        )
    return tuple(effect for effect in found if effect.count)


def _on_pairs(data: DataFile, programme_id: int, before: Draft, after: Draft) -> Iterator[Effect]:
    if (before.plan.pairing, before.plan.taking_part) == (
        after.plan.pairing,
        after.plan.taking_part,
    ):
        return
    made = pairs(data, programme_id)
    broken, will_break = (
        _breaking([_as_in(plan, one) for one in made], facts_with(data, programme_id, plan))
        for plan in (before.plan, after.plan)
    )
    more = sum(bool(will_break[pair_id] - broken[pair_id]) for pair_id in broken)
    mended = sum(bool(broken[pair_id]) and not will_break[pair_id] for pair_id in broken)
    yield Effect(EffectKind.PAIRS_BREAK_RULE, more)
    yield Effect(EffectKind.PAIRS_KEEP_RULES_AGAIN, mended)


def _breaking(made: Iterable[Pair], facts: PairingFacts) -> dict[int, frozenset[str]]:
    return {
        pair.id: frozenset(error.code for error in breaches(pair.mentor, pair.mentee, facts))
        for pair in made
    }


def _as_in(plan: Plan, pair: Pair) -> Pair:
    """Return a pair of people who may have as many partners as a plan says."""
    mentor, mentee = (
        one.with_usual_partners(plan.pairing.partners_of(one.participation.role))
        for one in (pair.mentor, pair.mentee)
    )
    return replace(pair, mentor=mentor, mentee=mentee)


_SAID_THEMSELVES = """
    SELECT count(own_partners), count(*) FROM participation
    WHERE programme_id = ? AND role = ? AND state NOT IN (SELECT value FROM json_each(?))
"""


def _on_partners(
    data: DataFile, programme_id: int, before: Draft, after: Draft
) -> Iterator[Effect]:
    """Yield for how many of a side another number of partners holds, who have none of their own."""
    for role in Role:
        was, will_be = (one.plan.pairing.partners_of(role) for one in (before, after))
        if was == will_be:
            continue
        side = after.plan.taking_part.name_of(role).several
        holds = WITHDRAWN in after.plan.pairing.rules
        out = json.dumps(sorted(OUT_STATES if holds else NO_PLACE_STATES))
        ((own, everybody),) = data.rows(_SAID_THEMSELVES, (programme_id, role, out))
        yield Effect(EffectKind.PARTNERS_ALLOWED, everybody - own, side)
        yield Effect(EffectKind.OWN_PARTNERS_KEPT, own, side)


def _on_agreements(
    data: DataFile, programme_id: int, before: Draft, after: Draft
) -> Iterator[Effect]:
    issued = _issued(data, programme_id)
    if not issued:
        return
    # What sets pages is loaded only where agreements were issued.
    from revmentor_desktop.domain.pair_papers import PaperKind
    from revmentor_desktop.services.documents.pair_papers import wording_mark
    from revmentor_desktop.services.documents.setup_papers import setup_values

    owner = organisation(data)
    was, now = (
        wording_mark(PaperKind.AGREEMENT, setup_values(one.details, one.plan, owner, []))
        for one in (before, after)
    )
    if now != was:
        yield Effect(EffectKind.OLD_AGREEMENTS, sum(mark != now for mark in issued))


def _issued(data: DataFile, programme_id: int) -> list[str]:
    """Return the marks of the latest agreement issued for each agreed pair."""
    rows = data.rows(
        """
        SELECT wording FROM issued_paper WHERE id IN (
            SELECT max(id) FROM issued_paper
            WHERE programme_id = ? AND kind = 'agreement' AND pair_id IN (
                SELECT id FROM pair WHERE state IN ('agreed', 'paused')
            )
            GROUP BY pair_id
        )
        """,
        (programme_id,),
    )
    return [row[0] for row in rows]


def _on_papers(data: DataFile, programme_id: int, before: Draft, after: Draft) -> Iterator[Effect]:
    """Yield how many of the set-up papers that were issued would come to say something else."""
    issued = dict(data.rows(_ISSUED_PAPERS, (programme_id,)))
    if not issued:
        return
    from revmentor_desktop.services.documents.setup_papers import papers_of

    owner = organisation(data)
    was = papers_of(before.details, before.plan, owner, issued)
    will_be = papers_of(after.details, after.plan, owner, issued)
    changed = [now for now, old in zip(will_be, was, strict=True) if now.wording != old.wording]
    yield Effect(EffectKind.OLD_PAPERS, sum(one.wording != issued[one.key] for one in changed))


_ISSUED_PAPERS = """
    SELECT kind, wording FROM issued_paper WHERE id IN (
        SELECT max(id) FROM issued_paper WHERE programme_id = ? AND pair_id IS NULL GROUP BY kind
    )
"""


def _on_answers(data: DataFile, programme_id: int, before: Draft, after: Draft) -> Iterator[Effect]:
    old, new = before.plan.taking_part, after.plan.taking_part
    if old == new:
        return
    names = {field.key: field.label for field in old.own_fields}
    for gone in removed_fields(old, new):
        count = _count(data, "own_value", programme_id, gone.key)
        yield Effect(EffectKind.ANSWERS_REMOVED, count, gone.label)
    for silent, roles in _by_field(silent_fields(old, new)).items():
        count = _count(data, "own_value", programme_id, silent, roles)
        yield Effect(EffectKind.ANSWERS_KEPT, count, names[silent])
    for other in fields_of_another_kind(old, new):
        count = _count(data, "own_value", programme_id, other.key)
        yield Effect(EffectKind.ANSWERS_OF_ANOTHER_KIND, count, other.label)
    for key, options in withdrawn_options(old, new).items():
        field = new.field(key)
        count = _who_chose(data, programme_id, key, options)
        yield Effect(EffectKind.OPTIONS_GONE, count, field.label if field else "")
    for lapsed in lapsed_fields(old, new):
        count = _count(data, "consent", programme_id, lapsed.key)
        yield Effect(EffectKind.CONSENTS_LAPSE, count, lapsed.label)
    for sensitive in newly_sensitive_fields(old, new):
        count = _count(data, "own_value", programme_id, sensitive.key)
        yield Effect(EffectKind.CONSENTS_NEEDED, count, sensitive.label)


def _on_details(data: DataFile, programme_id: int, before: Draft, after: Draft) -> Iterator[Effect]:
    """Yield what is known by now of the details that are asked no more; it stays."""
    asked = after.plan.taking_part.asked
    for key in before.plan.taking_part.asked:
        if key not in asked:
            count = _known_of(data, programme_id, key)
            yield Effect(EffectKind.DETAILS_KEPT, count, detail_label(key))


_IS_KNOWN = {
    "line_manager": "person.line_manager_id IS NOT NULL OR person.line_manager_text <> ''",
    "start_date": "person.start_date IS NOT NULL",
    "meeting_mode": "person.meeting_mode IS NOT NULL",
    "motivation": "participation.motivation <> ''",
    **dict.fromkeys(("offers", "wants", "slots", "interests"), "person.{} <> '[]'"),
}


def _known_of(data: DataFile, programme_id: int, key: str) -> int:
    """Count those who take part of whom a detail is known."""
    is_known = _IS_KNOWN.get(key, "person.{} <> ''").format(key)
    sql = f"""
        SELECT count(*) FROM participation JOIN person ON person.id = participation.person_id
        WHERE participation.programme_id = ? AND ({is_known})
    """  # noqa: S608 - `key` is one of the details that a plan can ask for
    ((count,),) = data.rows(sql, (programme_id,))
    return int(count)


def _by_field(found: Iterable[tuple[OwnField, Role]]) -> dict[str, list[Role]]:
    sides: dict[str, list[Role]] = {}
    for field, role in found:
        sides.setdefault(field.key, []).append(role)
    return sides


_COUNTS = {
    table: f"""
        SELECT count(*) FROM {table}
        JOIN participation ON participation.id = {table}.participation_id
        WHERE participation.programme_id = ? AND {table}.field = ?
            AND participation.role IN (SELECT value FROM json_each(?))
    """  # noqa: S608 - the tables are the two named here
    for table in ("own_value", "consent")
}


def _count(
    data: DataFile, table: str, programme_id: int, key: str, roles: Iterable[Role] = Role
) -> int:
    ((count,),) = data.rows(_COUNTS[table], (programme_id, key, json.dumps(list(roles))))
    return int(count)


def _who_chose(data: DataFile, programme_id: int, key: str, options: frozenset[str]) -> int:
    rows = data.rows(
        """
        SELECT own_value.value FROM own_value
        JOIN participation ON participation.id = own_value.participation_id
        WHERE participation.programme_id = ? AND own_value.field = ?
        """,
        (programme_id, key),
    )
    chosen = [json.loads(row[0]) for row in rows]
    return sum(bool(options & set(one if isinstance(one, list) else [one])) for one in chosen)


def _on_focus(before: Draft, after: Draft) -> Iterator[Effect]:
    """Yield how many other steps another focus fills in anew."""
    if before.plan.purpose.focus == after.plan.purpose.focus:
        return
    touched = {
        step
        for section, step in STEPS_OF.items()
        if step is not Step.PURPOSE
        and getattr(before.plan, section) != getattr(after.plan, section)
    }
    yield Effect(EffectKind.FILLED_IN_ANEW, len(touched))


def _on_dates(before: Draft, after: Draft) -> Iterator[Effect]:
    was, will_be = _days(before), _days(after)
    yield Effect(
        EffectKind.DATES_MOVE,
        sum(key in will_be and will_be[key] != day for key, day in was.items()),
    )


def _days(draft: Draft) -> dict[str, object]:
    schedule = draft.plan.schedule
    found = milestones(draft.details, schedule, free_days(schedule))
    return {milestone.key: milestone.day for milestone in found}


def _on_places(data: DataFile, programme_id: int, before: Draft, after: Draft) -> Iterator[Effect]:
    old, new = before.plan.taking_part, after.plan.taking_part
    if (old.mentor_places, old.mentee_places) == (new.mentor_places, new.mentee_places):
        return
    there = standing(data, programme_id)
    for role, places, count in (
        (Role.MENTOR, new.mentor_places, there.mentors),
        (Role.MENTEE, new.mentee_places, there.leaders),
    ):
        over = count - places if places else 0
        yield Effect(EffectKind.MORE_THAN_PLACES, max(over, 0), new.name_of(role).several)
