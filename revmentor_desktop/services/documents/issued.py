"""Which papers left the program, and by which wording they were made.

A paper once printed or saved cannot be called back, so recording it is no step of undo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Protocol

from revmentor_desktop.documents.agreement import AgreementValues
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.reading import Agreement, agreement_values
from revmentor_desktop.services.setup.free_days import frame_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.values import to_json
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.resources import resource

AGREEMENT: Final = "agreement"
_MARK_LENGTH: Final = 16


class Paper(Protocol):
    """A paper of a whole programme: a set-up paper, the pairing list."""

    @property
    def key(self) -> str:
        """What it is called among papers."""

    @property
    def wording(self) -> str:
        """A mark that is the same as long as the paper says the same."""


@dataclass(frozen=True, slots=True)
class Issued:
    """The latest agreement of a pair that left the program, or the latest copy of another paper.

    `is_old` tells whether it would say something else if it were made now.
    """

    issued_on: date
    is_old: bool


def record_agreements(data: DataFile, programme_id: int, made: Collection[Agreement]) -> None:
    """Note that these agreements were printed or saved today."""
    noted = [(AGREEMENT, one.pair.id, wording_mark(one.values)) for one in made]
    _record(data, programme_id, noted)


def record_papers(data: DataFile, programme_id: int, made: Collection[Paper]) -> None:
    """Note that these papers of the whole programme were printed or saved today."""
    _record(data, programme_id, [(one.key, None, one.wording) for one in made])


def issued_agreements(
    data: DataFile, programme_id: int, now: Iterable[Agreement]
) -> dict[int, Issued]:
    """Return by pair what was issued last; `now` are the agreements as they would be made."""
    rows = {row["pair_id"]: row for row in _latest(data, programme_id) if row["kind"] == AGREEMENT}
    return {
        one.pair.id: _issued(rows[one.pair.id], wording_mark(one.values))
        for one in now
        if one.pair.id in rows
    }


def issued_papers(data: DataFile, programme_id: int, now: Iterable[Paper]) -> dict[str, Issued]:
    """Return by key what was issued last; `now` are the papers as they would be made."""
    rows = {row["kind"]: row for row in _latest(data, programme_id) if row["pair_id"] is None}
    return {one.key: _issued(rows[one.key], one.wording) for one in now if one.key in rows}


def _issued(row: Any, wording: str) -> Issued:
    return Issued(date.fromisoformat(row["issued_on"]), row["wording"] != wording)


def _latest(data: DataFile, programme_id: int) -> list[Any]:
    """Return the latest note of each paper of a programme."""
    return data.rows(
        """
        SELECT kind, pair_id, issued_on, wording FROM issued_paper WHERE id IN (
            SELECT max(id) FROM issued_paper WHERE programme_id = ? GROUP BY kind, pair_id
        )
        """,
        (programme_id,),
    )


def _record(
    data: DataFile, programme_id: int, noted: Collection[tuple[str, int | None, str]]
) -> None:
    from revmentor_desktop.storage.tables import IssuedPaperRow

    with data.transaction() as session:
        for kind, pair_id, wording in noted:
            session.add(
                IssuedPaperRow(
                    programme_id=programme_id,
                    pair_id=pair_id,
                    kind=kind,
                    issued_on=today(),
                    wording=wording,
                )
            )


def wording_mark(values: AgreementValues) -> str:
    """Return a mark that is the same for all agreements that say the same, whoever the pair is."""
    everybody = replace(
        values,
        mentor="",
        leader="",
        mentor_short="",
        leader_short="",
        mentor_job="",
        leader_job="",
        reference="",
    )
    wording = resource("content/agreement.toml").read_bytes()
    said = to_json(everybody).encode()
    return hashlib.sha256(wording + b"\0" + said).hexdigest()[:_MARK_LENGTH]


def mark_for(pair: Pair, details: ProgrammeDetails, owner: str, decided: Plan) -> str:
    """Return the mark that the pair's agreement would have under these decisions."""
    days = frame_of(details, decided.schedule)
    return wording_mark(agreement_values(pair, details, owner, decided, days))
