"""Which papers left the program, and by which wording they were made.

A paper once printed or saved cannot be called back, so recording it is no step of undo.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.versions import keep_versions, latest_versions
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import time_of_day, today

if TYPE_CHECKING:
    from sqlmodel import Session


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
    """The latest copy of a paper that left the program.

    `is_old` tells whether it would say something else if it were made now; `issued_time` is such as
    "14:05", or "" where it is not known.
    """

    issued_on: date
    is_old: bool
    issued_time: str = ""


def record_pair_papers(
    data: DataFile,
    programme_id: int,
    made: Collection[PairPaper],
    pages: Mapping[int, bytes] = MappingProxyType({}),
) -> None:
    """Note that these papers of pairs were printed or saved today, and keep new agreements.

    `pages` are those that `pages_to_keep` made; what is not among them is made here.
    """
    with data.still():
        latest = latest_versions(data, programme_id)
        with data.transaction() as session:
            keep_versions(session, made, pages, latest)
            noted = [(one.kind, one.pair.id, one.wording) for one in made]
            _record(session, programme_id, noted)


def record_papers(data: DataFile, programme_id: int, made: Collection[Paper]) -> None:
    """Note that these papers of the whole programme were printed or saved today."""
    with data.transaction() as session:
        _record(session, programme_id, [(one.key, None, one.wording) for one in made])


def issued_pair_papers(
    data: DataFile, programme_id: int, now: Iterable[PairPaper]
) -> dict[tuple[int, PaperKind], Issued]:
    """Return by pair and kind what was issued last; `now` are papers as they would be made."""
    rows = {(row["pair_id"], row["kind"]): row for row in _latest(data, programme_id)}
    return {
        (one.pair.id, one.kind): _issued(rows[one.pair.id, one.kind], one.wording)
        for one in now
        if (one.pair.id, one.kind) in rows
    }


def issued_papers(data: DataFile, programme_id: int, now: Iterable[Paper]) -> dict[str, Issued]:
    """Return by key what was issued last; `now` are the papers as they would be made."""
    rows = {row["kind"]: row for row in _latest(data, programme_id) if row["pair_id"] is None}
    return {one.key: _issued(rows[one.key], one.wording) for one in now if one.key in rows}


def _issued(row: Any, wording: str) -> Issued:
    day, time = date.fromisoformat(row["issued_on"]), row["issued_time"] or ""
    return Issued(day, row["wording"] != wording, time)


def _latest(data: DataFile, programme_id: int) -> list[Any]:
    """Return the latest note of each paper of a programme."""
    return data.rows(
        """
        SELECT kind, pair_id, issued_on, issued_time, wording FROM issued_paper WHERE id IN (
            SELECT max(id) FROM issued_paper WHERE programme_id = ? GROUP BY kind, pair_id
        )
        """,
        (programme_id,),
    )


def _record(
    session: Session, programme_id: int, noted: Collection[tuple[str, int | None, str]]
) -> None:
    from revmentor_desktop.storage.tables import IssuedPaperRow

    for kind, pair_id, wording in noted:
        session.add(
            IssuedPaperRow(
                programme_id=programme_id,
                pair_id=pair_id,
                kind=kind,
                issued_on=today(),
                wording=wording,
                issued_time=time_of_day(),
            )
        )
