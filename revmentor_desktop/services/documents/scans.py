"""Scans of signed agreements: kept in the data file, encrypted like all of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.scans import (
    MEGABYTE,
    MOST_MEGABYTES,
    ScanKind,
    is_whole,
    scan_kind,
)
from revmentor_desktop.services.documents.tracking import add_mark
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today

_PART: Final = 1 << 18
"""Bytes of a part: undo brings each back by a statement of its own, which may not be too long."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan that belongs to a pair's agreement."""

    id: int
    pair_id: int
    kind: ScanKind
    attached_on: date


@dataclass(frozen=True, slots=True)
class ScanFile:
    """A file that can be attached."""

    name: str
    kind: ScanKind
    content: bytes


def read_scan(path: Path) -> ScanFile:
    """Read a file that is to be attached.

    Raises KnownError ``source-unreadable``, ``scan-too-large``, ``scan-of-no-kind`` or
    ``scan-not-whole``.
    """
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * MEGABYTE:
            megabytes = f"{size / MEGABYTE:.1f}"
            raise KnownError("scan-too-large", name=path.name, size=megabytes, most=MOST_MEGABYTES)
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise KnownError("source-unreadable", name=path.name, reason=reason) from error
    kind = scan_kind(content)
    if kind is None:
        raise KnownError("scan-of-no-kind", name=path.name)
    if not is_whole(kind, content):
        raise KnownError("scan-not-whole", name=path.name)
    return ScanFile(path.name, kind, content)


def attach_scan(data: DataFile, pair_id: int, file: ScanFile, *, is_back: bool) -> None:
    """Keep a scan of a pair's agreement, and with `is_back` note that the paper is back.

    Raises KnownError ``pair-gone``.
    """
    from revmentor_desktop.storage.tables import (
        AgreementScanPartRow,
        AgreementScanRow,
        PairRow,
    )

    with data.transaction() as session:
        if session.get(PairRow, pair_id) is None:
            raise KnownError("pair-gone")
        row = AgreementScanRow(pair_id=pair_id, kind=file.kind, attached_on=today())
        session.add(row)
        session.flush()
        for at in range(0, len(file.content), _PART):
            part = file.content[at : at + _PART]
            session.add(AgreementScanPartRow(scan_id=row.id or 0, content=part))
        if is_back:
            add_mark(session, (pair_id, PaperKind.AGREEMENT), Mark.BACK, today())


def scans_of(data: DataFile, pair_id: int) -> list[Scan]:
    """Return the scans of a pair's agreement, the oldest first."""
    found = data.rows(
        "SELECT id, pair_id, kind, attached_on FROM agreement_scan WHERE pair_id = ? ORDER BY id",
        (pair_id,),
    )
    return [
        Scan(
            row["id"],
            row["pair_id"],
            ScanKind(row["kind"]),
            date.fromisoformat(row["attached_on"]),
        )
        for row in found
    ]


def content_of(data: DataFile, scan: Scan) -> bytes:
    """Return a scan as the file that was attached; nothing of one that is gone."""
    found = data.rows(
        "SELECT content FROM agreement_scan_part WHERE scan_id = ? ORDER BY id", (scan.id,)
    )
    return b"".join(row["content"] for row in found)


def remove_scan(data: DataFile, scan: Scan) -> None:
    """Take a scan away from its agreement; one that is gone already is no error."""
    from revmentor_desktop.storage.tables import AgreementScanRow

    with data.transaction() as session:
        row = session.get(AgreementScanRow, scan.id)
        if row is not None:
            session.delete(row)
