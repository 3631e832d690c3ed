"""What the officer notes of pairs' papers once they are made; each note is one undo step."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.paper_tracking import Mark, marks_of
from revmentor_desktop.services.documents.versions import noted_from
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.dates import short_date

if TYPE_CHECKING:
    from sqlmodel import Session

    from revmentor_desktop.storage.tables import PaperMarkRow

PaperId = tuple[int, PaperKind]
"""A paper by its pair's id and its kind."""
_REFERENCE: Final = re.compile(r"(?:RM)?[\s-]*0*(\d{1,9})", re.IGNORECASE)


def marks(data: DataFile, programme_id: int) -> Mapping[PaperId, dict[Mark, date]]:
    """Return what was noted of the papers of a programme's pairs, each with its day.

    Of an agreement it is what was noted of its latest version that left the program.
    """
    of_earlier = _noted_before(data, programme_id)
    found: defaultdict[PaperId, dict[Mark, date]] = defaultdict(dict)
    rows = data.rows(
        """
        SELECT pair_id, paper_mark.kind, mark, marked_on FROM paper_mark
        JOIN pair ON pair.id = pair_id WHERE programme_id = ?
        """,
        (programme_id,),
    )
    for row in rows:
        paper = row["pair_id"], PaperKind(row["kind"])
        mark, day = Mark(row["mark"]), date.fromisoformat(row["marked_on"])
        if paper[1] is PaperKind.AGREEMENT and of_earlier.get(paper[0], {}).get(mark) == day:
            continue
        found[paper][mark] = day
    return found


def _noted_before(data: DataFile, programme_id: int) -> dict[int, dict[Mark, date]]:
    """Return by pair what had been noted of its agreement before the latest version was made."""
    rows = data.rows(
        """
        SELECT pair_id, noted_before FROM agreement_version
        WHERE pair_id IN (SELECT id FROM pair WHERE programme_id = ?) ORDER BY number
        """,
        (programme_id,),
    )
    latest = {row["pair_id"]: row["noted_before"] for row in rows}
    return {pair_id: noted_from(noted) for pair_id, noted in latest.items() if noted}


def mark_papers(data: DataFile, papers: Iterable[PaperId], mark: Mark, day: date) -> None:
    """Note of papers that something happened to them on a day; a later note replaces an earlier.

    Raises KnownError ``date-in-future``, or ``pair-gone``; of papers of which it cannot be noted,
    nothing is.
    """
    if day > today():
        raise KnownError("date-in-future", day=short_date(day))
    from revmentor_desktop.storage.tables import PairRow

    with data.transaction() as session:
        for pair_id, kind in papers:
            if mark not in marks_of(kind):
                continue
            if session.get(PairRow, pair_id) is None:
                raise KnownError("pair-gone")
            add_mark(session, (pair_id, kind), mark, day)


def add_mark(session: Session, paper: PaperId, mark: Mark, day: date) -> None:
    """Note within a transaction that something happened to a paper; see `mark_papers`."""
    from revmentor_desktop.storage.tables import PaperMarkRow

    pair_id, kind = paper
    row = _stored(session, paper, mark)
    row = row or PaperMarkRow(pair_id=pair_id, kind=kind, mark=mark, marked_on=day)
    row.marked_on = day
    session.add(row)


def take_back(data: DataFile, papers: Iterable[PaperId], mark: Mark) -> None:
    """Take back that something was noted of papers."""
    with data.transaction() as session:
        for paper in papers:
            row = _stored(session, paper, mark)
            if row is not None:
                session.delete(row)


def pair_of_reference(data: DataFile, programme_id: int, typed: str) -> Pair:
    """Return the pair whose short reference stands on a paper: "RM-0042", "rm 42" or "42".

    Raises KnownError ``reference-unknown``.
    """
    found = _REFERENCE.fullmatch(typed.strip())
    number = int(found[1]) if found else None
    for pair in agreed_pairs(data, programme_id):
        if pair.id == number:
            return pair
    raise KnownError("reference-unknown", typed=typed.strip())


def _stored(session: Session, paper: PaperId, mark: Mark) -> PaperMarkRow | None:
    from sqlmodel import select

    from revmentor_desktop.storage.tables import PaperMarkRow

    pair_id, kind = paper
    return session.exec(
        select(PaperMarkRow).where(
            PaperMarkRow.pair_id == pair_id,
            PaperMarkRow.kind == kind,
            PaperMarkRow.mark == mark,
        )
    ).one_or_none()
