"""The agreements of a programme, as its papers are made."""

from __future__ import annotations

from collections.abc import Collection

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.issued import Issued, issued_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.storage.data_file import DataFile


def agreements(
    data: DataFile, programme_id: int, pair_ids: Collection[int] | None = None
) -> list[PairPaper]:
    """Return the agreements of a programme's agreed pairs."""
    return pair_papers(data, programme_id, [PaperKind.AGREEMENT], pair_ids)


def issued_agreements(data: DataFile, programme_id: int) -> dict[int, Issued]:
    """Return by pair what was issued last of its agreement."""
    found = issued_pair_papers(data, programme_id, agreements(data, programme_id))
    return {pair_id: issued for (pair_id, _), issued in found.items()}
