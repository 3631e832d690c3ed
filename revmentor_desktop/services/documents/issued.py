"""Which papers left the program, and by which wording they were made.

A paper once printed or saved cannot be called back, so recording it is no step of undo.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from revmentor_desktop.documents.agreement import AgreementValues
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.documents.reading import Agreement, agreement_values
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.values import to_json
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.resources import resource

AGREEMENT: Final = "agreement"
_MARK_LENGTH: Final = 16


@dataclass(frozen=True, slots=True)
class Issued:
    """The latest agreement of a pair that left the program."""

    pair_id: int
    wording: str


def record_agreements(data: DataFile, programme_id: int, made: Collection[Agreement]) -> None:
    """Note that these agreements were printed or saved today."""
    from revmentor_desktop.storage.tables import IssuedPaperRow

    with data.transaction() as session:
        for agreement in made:
            session.add(
                IssuedPaperRow(
                    programme_id=programme_id,
                    pair_id=agreement.pair.id,
                    kind=AGREEMENT,
                    issued_on=today(),
                    wording=wording_mark(agreement.values),
                )
            )


def issued_agreements(data: DataFile, programme_id: int) -> list[Issued]:
    """Return the latest agreement that was issued for each pair that there is."""
    rows = data.rows(
        """
        SELECT pair_id, wording FROM issued_paper
        WHERE programme_id = ? AND kind = ? AND pair_id IN (SELECT id FROM pair)
        ORDER BY id
        """,
        (programme_id, AGREEMENT),
    )
    latest = {row["pair_id"]: Issued(row["pair_id"], row["wording"]) for row in rows}
    return list(latest.values())


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
    return wording_mark(agreement_values(pair, details, owner, decided))
