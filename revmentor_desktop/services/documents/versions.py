"""Versions of a pair's agreement: each kept as the pages that left the program.

An agreement that says something else than the pair's latest version is the next one. What left the
program cannot be called back, so keeping a version is no step of undo.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from revmentor_desktop.documents.agreement import agreement_said
from revmentor_desktop.documents.packs.values import PairValues
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.plan.agreement_choices import Goals
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.paper_format import USUAL
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today

if TYPE_CHECKING:
    from sqlmodel import Session

    from revmentor_desktop.services.documents.pair_papers import PairPaper

_MARK_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was kept; `said` is the same for all that say the same of the same pair.

    `words` are its parts: what kind each is, and what it says. `noted_before` is what had been
    noted of the version before it when this one left the program.
    """

    pair_id: int
    number: int
    made_on: date
    said: str
    words: tuple[tuple[str, str], ...] = ()
    noted_before: Mapping[Mark, date] = field(default_factory=dict)


def mark_of_agreement(wording: str, values: PairValues) -> str:
    """Return what is the same for agreements that say the same of the same pair.

    `wording` is the mark of what all agreements of the programme have in common.
    """
    goals, reference = values.programme.plan.agreement.goals, values.reference
    people = (
        (one.name, one.short, one.job, *(one.wants if goals is Goals.KNOWN else ()))
        for one in (values.mentor, values.mentee)
    )
    said = repr((wording, reference, *people))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LENGTH]


def latest_versions(data: DataFile, programme_id: int) -> dict[int, Version]:
    """Return by pair the latest version of its agreement that left the program."""
    return {pair_id: kept[-1] for pair_id, kept in kept_versions(data, programme_id).items()}


def kept_versions(data: DataFile, programme_id: int) -> dict[int, list[Version]]:
    """Return by pair the versions of its agreement that left the program, the newest last."""
    found = data.rows(
        """
        SELECT pair_id, number, made_on, said FROM agreement_version
        WHERE pair_id IN (SELECT id FROM pair WHERE programme_id = ?) ORDER BY number
        """,
        (programme_id,),
    )
    kept: dict[int, list[Version]] = {}
    for row in found:
        kept.setdefault(row["pair_id"], []).append(_version(row))
    return kept


def as_version(values: PairValues, kept: Sequence[Version], said: str) -> PairValues:
    """Return what an agreement says as the version that it is, after those that were kept."""
    number = version_number(kept[-1] if kept else None, said)
    is_kept = bool(kept) and kept[-1].number == number
    before = kept[:-1] if is_kept else kept
    return replace(
        values,
        version=number,
        version_day=kept[-1].made_on if is_kept else today(),
        earlier=(before[-1].number, before[-1].made_on) if before else None,
    )


def version_number(latest: Version | None, said: str) -> int:
    """Return the number of the version that says this, after that latest one."""
    if latest is None:
        return 1
    return latest.number if latest.said == said else latest.number + 1


def versions_of(data: DataFile, pair_id: int) -> list[Version]:
    """Return the versions of a pair's agreement that left the program, the newest first."""
    found = data.rows(
        """
        SELECT pair_id, number, made_on, said, words, noted_before FROM agreement_version
        WHERE pair_id = ? ORDER BY number DESC
        """,
        (pair_id,),
    )
    return [
        replace(
            _version(row),
            words=tuple((kind, words) for kind, words in json.loads(row["words"] or "[]")),
            noted_before=noted_from(row["noted_before"]),
        )
        for row in found
    ]


def noted_from(text: str | None) -> dict[Mark, date]:
    """Return what was noted of a version, as it is stored with the next."""
    return {Mark(mark): date.fromisoformat(day) for mark, day in json.loads(text or "{}").items()}


def pages_of(data: DataFile, version: Version) -> bytes:
    """Return a version as the PDF file that it was. Raises LookupError for one that is gone."""
    found = data.rows(
        "SELECT pages FROM agreement_version WHERE pair_id = ? AND number = ?",
        (version.pair_id, version.number),
    )
    if not found:
        raise LookupError(version)
    return bytes(found[0]["pages"])


def pages_to_keep(
    data: DataFile,
    programme_id: int,
    papers: Iterable[PairPaper],
    steps: int = 0,
) -> Generator[Progress, None, dict[int, bytes]]:
    """Return by pair the pages of agreements among `papers` that are a version not kept yet.

    It is told as what comes after so many steps.
    """
    latest = latest_versions(data, programme_id)
    made: dict[int, bytes] = {}
    for one in papers:
        if one.pair.id not in made and _is_new(one, latest):
            yield Progress(steps, steps, f"{one.values.mentor.name} – {one.values.mentee.name}")
            made[one.pair.id] = one.pdf(USUAL)
    return made


def keep_versions(
    session: Session,
    papers: Iterable[PairPaper],
    pages: Mapping[int, bytes],
    latest: Mapping[int, Version],
) -> None:
    """Keep agreements that are a new version; `latest` are those that were kept before."""
    from revmentor_desktop.storage.tables import AgreementVersionRow, PairRow

    kept: set[int] = set()
    for one in papers:
        pair_id = one.pair.id
        if pair_id in kept or not _is_new(one, latest) or session.get(PairRow, pair_id) is None:
            continue
        kept.add(pair_id)
        session.add(
            AgreementVersionRow(
                pair_id=pair_id,
                number=version_number(latest.get(pair_id), one.said),
                made_on=today(),
                said=one.said,
                pages=pages.get(pair_id) or one.pdf(USUAL),
                words=json.dumps(agreement_said(one.values), ensure_ascii=False),
                noted_before=_noted(session, pair_id) if pair_id in latest else None,
            )
        )


def _noted(session: Session, pair_id: int) -> str:
    """Return what is noted of a pair's agreement by now, as it is stored."""
    from sqlmodel import select

    from revmentor_desktop.storage.tables import PaperMarkRow

    of_agreement = select(PaperMarkRow).where(
        PaperMarkRow.pair_id == pair_id, PaperMarkRow.kind == PaperKind.AGREEMENT
    )
    noted = {row.mark: row.marked_on.isoformat() for row in session.exec(of_agreement)}
    return json.dumps(noted, sort_keys=True)


def _is_new(paper: PairPaper, latest: Mapping[int, Version]) -> bool:
    before = latest.get(paper.pair.id)
    is_agreement = paper.kind is PaperKind.AGREEMENT
    return is_agreement and (before is None or before.said != paper.said)


def _version(row: Any) -> Version:
    day = date.fromisoformat(row["made_on"])
    return Version(row["pair_id"], row["number"], day, row["said"])
