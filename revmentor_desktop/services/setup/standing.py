"""What Home says about setting up. Loads next to nothing: the window waits for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from revmentor_desktop.domain.plan.readiness import Answer, Verdict, verdict
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today

if TYPE_CHECKING:
    from revmentor_desktop.domain.plan.milestones import Frame, Milestone


def draft_name(data: DataFile) -> str | None:
    """Return the name of the programme that is being set up, "" while it has none.

    None when nothing is being set up.
    """
    rows = data.rows("SELECT content FROM draft")
    return str(json.loads(rows[0][0])["details"]["name"]).strip() if rows else None


def has_settings_edits(data: DataFile, programme_id: int) -> bool:
    """Tell whether edits wait in the settings of a programme."""
    sql = "SELECT EXISTS (SELECT 1 FROM settings_edit WHERE programme_id = ?)"
    ((found,),) = data.rows(sql, (programme_id,))
    return bool(found)


def readiness_verdict(data: DataFile, programme_id: int) -> Verdict:
    """Return where the readiness check of a programme leads."""
    rows = data.rows(
        "SELECT content FROM plan_section WHERE programme_id = ? AND name = 'readiness'",
        (programme_id,),
    )
    if not rows:
        return Verdict.UNANSWERED
    return verdict({key: Answer(given) for key, given in json.loads(rows[0][0]).items()})


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of a programme: the frame, and what comes next."""

    frame: Frame
    coming: tuple[Milestone, ...]


def loading_dates() -> Iterator[None]:
    """Load what `dates` needs, a little at each step, so that a window need not stand still."""
    from revmentor_desktop.domain.plan.schedule import Schedule

    yield
    import_module("revmentor_desktop.services.setup.reading")
    yield
    import_module("revmentor_desktop.services.setup.dates_content")
    yield
    from revmentor_desktop.system.bank_holidays import loading

    yield from loading(Schedule().region)


def dates(data: DataFile, programme_id: int, count: int, since: date | None = None) -> Dates:
    """Return the frame and the next milestones from today (or `since`) on, `count` at most.

    Loads the calendars of bank holidays, which takes a moment (`loading_dates`). Raises KnownError
    ``programme-gone``.
    """
    from revmentor_desktop.domain.plan.milestones import frame, milestones
    from revmentor_desktop.services.programmes.reading import programme
    from revmentor_desktop.services.setup.free_days import free_days
    from revmentor_desktop.services.setup.reading import plan

    schedule = plan(data, programme_id).schedule
    found = milestones(programme(data, programme_id), schedule, free_days(schedule))
    first = since or today()
    return Dates(frame(found), tuple(one for one in found if one.day >= first)[:count])
