"""Questions about programmes and the organisation that runs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.domain.text import fold
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.storage.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a programme stands, in numbers of people and pairs.

    Pairs are the agreed ones; `proposals` are those of the draft that is looked at.
    """

    mentors: int
    leaders: int
    pairs: int
    paired_leaders: int
    paired_mentors: int
    proposals: int = 0


def programmes(data: DataFile) -> list[Programme]:
    """Return all programmes, the newest first."""
    rows = data.rows("SELECT * FROM programme ORDER BY start_date DESC, id DESC")
    return [_programme(row) for row in rows]


def programme(data: DataFile, programme_id: int) -> Programme:
    """Return one programme. Raises KnownError ``programme-gone``."""
    rows = data.rows("SELECT * FROM programme WHERE id = ?", (programme_id,))
    if not rows:
        raise KnownError("programme-gone")
    return _programme(rows[0])


def programme_named(data: DataFile, name: str | None) -> Programme:
    """Return the programme of that name in any case, or for None the only one.

    Raises KnownError ``programme-unknown``, ``programme-none`` or ``programme-which``.
    """
    found = programmes(data)
    if name is not None:
        matching = [one for one in found if fold(one.name) == fold(name.strip())]
        if not matching:
            raise KnownError("programme-unknown", name=name)
        return matching[0]
    if not found:
        raise KnownError("programme-none")
    if len(found) > 1:
        raise KnownError("programme-which", names=", ".join(one.name for one in found))
    return found[0]


def standing(data: DataFile, programme_id: int) -> Standing:
    """Count who takes part and how many are paired, as the pairing board does.

    Left out is who has no place, and who withdrew where the programme's rules pair nobody of them.
    """
    (row,) = data.rows(
        """
        WITH agreed AS (
            SELECT mentor_id, mentee_id FROM pair
            WHERE programme_id = :programme AND state IN ('agreed', 'paused')
        ), taking_part AS (
            SELECT id, role FROM participation
            WHERE programme_id = :programme
                AND state NOT IN ('reserve', 'refused')
                AND (state <> 'withdrawn' OR EXISTS (
                    SELECT 1 FROM plan_section AS section
                    WHERE section.programme_id = :programme AND section.name = 'pairing'
                        AND 'withdrawn' IN (SELECT value FROM json_each(content, '$.rules_known'))
                        AND 'withdrawn' NOT IN (SELECT value FROM json_each(content, '$.rules'))
                ))
        )
        SELECT
            sum(role = 'mentor'),
            sum(role = 'mentee'),
            (SELECT count(*) FROM agreed),
            sum(id IN (SELECT mentee_id FROM agreed)),
            sum(id IN (SELECT mentor_id FROM agreed))
        FROM taking_part
        """,
        {"programme": programme_id},
    )
    shown = shown_draft(data, programme_id)
    counted = Standing(*(number or 0 for number in row))
    return replace(counted, proposals=shown.proposals if shown else 0)


def waiting_applications(data: DataFile, programme_id: int) -> int:
    """Return how many applications wait for a decision; here, as the start of the window asks."""
    ((number,),) = data.rows(
        "SELECT count(*) FROM participation WHERE programme_id = ? AND state = 'applied'",
        (programme_id,),
    )
    return int(number)


def organisation(data: DataFile) -> str:
    """Return the organisation's name, or "" while none is given."""
    rows = data.rows("SELECT value FROM setting WHERE name = 'organisation'")
    return str(rows[0][0]) if rows else ""


def organisation_logo(data: DataFile) -> Logo | None:
    """Return the organisation's logo, or None while there is none."""
    for row in data.rows("SELECT width, height, colours, greys FROM logo"):
        return Logo(*row)
    return None


def _programme(row: Mapping[str, Any]) -> Programme:
    return Programme(
        id=row["id"],
        name=row["name"],
        purpose=row["purpose"],
        start_date=date.fromisoformat(row["start_date"]) if row["start_date"] else None,
        session_count=row["session_count"],
        session_minutes=row["session_minutes"],
        weeks_between=row["weeks_between"],
        is_sample=bool(row["is_sample"]),
    )
