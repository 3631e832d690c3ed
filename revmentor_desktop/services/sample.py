"""The invented programme that can be looked round in, and that leaves again in one act."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, delete, select

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import EndReason, PairState
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.focus import NO_FOCUS, with_focus
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.pairing.drafts import insert_draft
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.services.setup.reading import section_kinds
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.session import insert
from revmentor_desktop.storage.tables import (
    ApplicationBase,
    ApplicationRow,
    OwnValueRow,
    PairRow,
    ParticipationBase,
    ParticipationRow,
    PersonBase,
    PersonRow,
    PlanSectionRow,
    ProgrammeBase,
    ProgrammeRow,
)
from revmentor_desktop.storage.values import from_plain, to_json
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.resources import resource

_PART_FIELDS = frozenset({"role", "state", "own_partners", "motivation"})
_TUESDAY, _FRIDAY = 1, 4
_WEEKS_TO_OBJECTIVES = 24
"""From the first session to the day by which the objectives are to be met."""


def has_sample(data: DataFile) -> bool:
    """Tell whether the sample programme is in the data file."""
    return bool(data.rows("SELECT 1 FROM programme WHERE is_sample"))


def add_sample(data: DataFile) -> int:
    """Add the sample programme with its people and pairs; return the programme's id.

    Raises KnownError ``sample-present``.
    """
    if has_sample(data):
        raise KnownError("sample-present")
    sample = _sample()
    start = _next_start(today())
    details = {name: sample[name] for name in ProgrammeBase.model_fields if name in sample}
    details |= {"name": f"{sample['name']} {start.year}", "start_date": start}
    with data.transaction() as session:
        programme = ProgrammeRow(**ProgrammeBase(**details).model_dump(), is_sample=True)
        programme_id = insert(session, programme)
        people = {_key(entry): _add_person(session, entry) for entry in sample["people"]}
        parts: dict[str, int] = {}
        for entry in sample["people"]:
            key = _key(entry)
            manager = entry.get("line_manager")
            people[key].line_manager_id = people[manager].id if manager else None
            parts[key] = _add_part(session, programme_id, people[key], entry)
            _add_told(session, parts[key], entry)
        _add_plan(session, programme_id, sample["plan"], start)
        _add_pairs(session, programme_id, parts)
    return programme_id


def remove_sample(data: DataFile) -> None:
    """Remove the sample programme and its invented people, and nothing else."""
    with data.transaction() as session:
        session.exec(delete(ProgrammeRow).where(col(ProgrammeRow.is_sample)))
        session.exec(delete(PersonRow).where(col(PersonRow.is_sample)))


def sample_organisation() -> str:
    """Return the name of the invented organisation."""
    return str(_sample()["organisation"])


def sample_logo() -> Path:
    """Return the picture of the invented organisation's logo, which we drew ourselves."""
    return resource("samples/harbour_care.png")


@cache
def _sample() -> dict[str, Any]:
    text = resource("samples/front_line_voices.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _next_start(day: date) -> date:
    """Return the third Tuesday of the January after `day`."""
    first = date(day.year + 1, 1, 1)
    return first + timedelta(days=(_TUESDAY - first.weekday()) % 7, weeks=2)


def _working_day(days_ago: int) -> date:
    """Return the day so long ago, or the Friday before it."""
    day = today() - timedelta(days=days_ago)
    return day - timedelta(days=max(0, day.weekday() - _FRIDAY))


def _key(entry: Mapping[str, Any]) -> str:
    """Return what a person goes by in the sample: "mei.brown", also their e-mail's first part."""
    name = f"{entry['first_name']}.{entry['last_name']}"
    return "".join(c for c in fold(name) if c.isascii() and (c.isalnum() or c == "."))


def _add_person(session: Session, entry: Mapping[str, Any]) -> PersonRow:
    values = {name: entry[name] for name in PersonBase.model_fields if name in entry}
    email = f"{_key(entry)}@harbour-care.example"
    taken = session.exec(select(PersonRow.id).where(PersonRow.email == email)).first()
    # Somebody who came with the sample before may since have become the officer's own.
    values["email"] = "" if taken else email
    row = PersonRow(**PersonBase(**values).model_dump(), is_sample=True)
    insert(session, row)
    return row


def _add_part(
    session: Session, programme_id: int, person: PersonRow, entry: Mapping[str, Any]
) -> int:
    part = ParticipationBase(**{name: entry[name] for name in _PART_FIELDS if name in entry})
    row = ParticipationRow(**part.model_dump(), programme_id=programme_id, person_id=person.id or 0)
    return insert(session, row)


def _add_told(session: Session, part_id: int, entry: Mapping[str, Any]) -> None:
    """Add what somebody answered to own fields, and their application, if one waits."""
    for key, value in entry.get("own", {}).items():
        session.add(OwnValueRow(participation_id=part_id, field=key, value=value))
    applied = dict(entry.get("application", {}))
    if applied:
        received_on = _working_day(applied.pop("days_ago"))
        noted = ApplicationBase(**applied, received_on=received_on)
        session.add(ApplicationRow(**noted.model_dump(), participation_id=part_id))


def _add_pairs(session: Session, programme_id: int, parts: Mapping[str, int]) -> None:
    """Add a pair that has ended, those that are agreed, and a draft with the proposals."""
    sample = _sample()

    def row(couple: Sequence[str], days_ago: int, **more: Any) -> PairRow:
        mentor, mentee = couple
        return PairRow(
            programme_id=programme_id,
            mentor_id=parts[mentor],
            mentee_id=parts[mentee],
            created_on=_working_day(days_ago),
            **more,
        )

    asked, agreed, ended = (_working_day(days) for days in (16, 14, 6))
    known = {"mentor_asked_on": asked, "mentee_asked_on": asked, "agreed_on": agreed}
    over = sample["ended"]
    reason = EndReason(over["reason"])
    session.add(
        row(over["pair"], 20, **known, state=PairState.ENDED, ended_on=ended, end_reason=reason)
    )
    for couple in sample["agreed"]:
        session.add(row(couple, 18, **known))
    draft_id = insert_draft(session, programme_id)
    for couple in sample["proposed"]:
        state, locked = PairState.PROPOSED, couple == sample["locked"]
        session.add(row(couple, 3, draft_id=draft_id, state=state, is_locked=locked))


def _add_plan(
    session: Session, programme_id: int, sections: Mapping[str, Any], start: date
) -> None:
    """Add what the sample decides, what its focus fills in, and days that are never long past."""
    decided = {name: from_plain(section_kinds()[name], one) for name, one in sections.items()}
    draft = Draft(plan=replace(Plan(), **decided))
    plan = with_focus(draft, NO_FOCUS, focus(draft.plan.purpose.focus)).plan
    asked, agreed = (_working_day(days) for days in (50, 40))
    due = start + timedelta(weeks=_WEEKS_TO_OBJECTIVES)
    consulted = tuple(replace(one, asked_on=asked) for one in plan.purpose.consultations)
    plan = replace(
        plan,
        purpose=replace(plan.purpose, consultations=consulted),
        sponsor=replace(plan.sponsor, agreed_on=agreed),
        objectives=tuple(replace(one, due=due) for one in plan.objectives),
    )
    for section in fields(Plan):
        content = to_json(getattr(plan, section.name))
        row = PlanSectionRow(programme_id=programme_id, name=section.name, content=content)
        session.add(row)
