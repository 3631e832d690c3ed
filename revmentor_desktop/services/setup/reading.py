"""Questions about the draft and about the plans of programmes."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any, get_type_hints

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.values import from_json


def draft(data: DataFile) -> Draft | None:
    """Return the programme that is being set up, or None."""
    rows = data.rows("SELECT content FROM draft")
    return from_json(Draft, rows[0][0]) if rows else None


def settings_edits(data: DataFile, programme_id: int) -> dict[Step, Draft]:
    """Return what was typed in a programme's settings and not applied, by section in order."""
    rows = data.rows(
        "SELECT section, content FROM settings_edit WHERE programme_id = ? ORDER BY id",
        (programme_id,),
    )
    return {Step(section): from_json(Draft, content) for section, content in rows}


def plan(data: DataFile, programme_id: int) -> Plan:
    """Return a programme's plan; sections that were never decided are as they come."""
    rows = data.rows(
        "SELECT name, content FROM plan_section WHERE programme_id = ?", (programme_id,)
    )
    kinds = section_kinds()
    return Plan(**{name: from_json(kinds[name], content) for name, content in rows})


def taking_part(data: DataFile, programme_id: int | None) -> TakingPart:
    """Return who takes part in a programme by its plan; as it comes for None."""
    rows = data.rows(
        "SELECT content FROM plan_section WHERE programme_id IS ? AND name = 'taking_part'",
        (programme_id,),
    )
    return from_json(TakingPart, rows[0][0]) if rows else TakingPart()


def pairing_choices(data: DataFile, programme_id: int) -> PairingChoices:
    """Return what a programme decided about pairing; as it comes where it decided nothing."""
    rows = data.rows(
        "SELECT content FROM plan_section WHERE programme_id = ? AND name = 'pairing'",
        (programme_id,),
    )
    return from_json(PairingChoices, rows[0][0]) if rows else PairingChoices()


def decided(data: DataFile, programme_id: int) -> Draft:
    """Return all that is decided about a programme, as its settings show it.

    Raises KnownError ``programme-gone``.
    """
    stored = programme(data, programme_id)
    details = {one.name: getattr(stored, one.name) for one in fields(ProgrammeDetails)}
    return Draft(details=ProgrammeDetails(**details), plan=plan(data, programme_id))


def taken_names(data: DataFile) -> frozenset[str]:
    """Return the folded names of all programmes."""
    return frozenset(fold(name) for (name,) in data.rows("SELECT name FROM programme"))


@cache
def section_kinds() -> dict[str, Any]:
    """Return the type of each section of `Plan` by its name."""
    hints = get_type_hints(Plan)
    return {section.name: hints[section.name] for section in fields(Plan)}
