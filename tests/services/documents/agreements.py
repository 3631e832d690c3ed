"""The agreements of a programme, as its papers are made."""

from __future__ import annotations

from collections.abc import Collection, Generator
from pathlib import Path

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.files import (
    Pages,
    Written,
    pages_to_print,
    write_run,
)
from revmentor_desktop.services.documents.files import write_together as write_run_together
from revmentor_desktop.services.documents.issued import Issued, issued_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.paper_run import Filing, PaperRun
from revmentor_desktop.storage.data_file import DataFile

ONE: dict[str, int] = {PaperKind.AGREEMENT: 1}
"""A single copy of each agreement."""


def agreements(
    data: DataFile, programme_id: int, pair_ids: Collection[int] | None = None
) -> list[PairPaper]:
    """Return the agreements of a programme's agreed pairs."""
    return pair_papers(data, programme_id, [PaperKind.AGREEMENT], pair_ids)


def issued_agreements(data: DataFile, programme_id: int) -> dict[int, Issued]:
    """Return by pair what was issued last of its agreement."""
    found = issued_pair_papers(data, programme_id, agreements(data, programme_id))
    return {pair_id: issued for (pair_id, _), issued in found.items()}


def write_agreements(
    data: DataFile,
    programme_id: int,
    folder: Path,
    pair_ids: Collection[int] | None = None,
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, Written]:
    """Write each pair's agreement into a folder, and all of them as one file."""
    papers = agreements(data, programme_id, pair_ids)
    run = PaperRun(papers, ONE, Filing.EACH_PAPER, form=form)
    return write_run(data, programme_id, folder, run)


def write_together(
    data: DataFile,
    programme_id: int,
    path: Path,
    pair_ids: Collection[int] | None = None,
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, Written]:
    """Write the agreements of a programme's pairs as one file."""
    papers = agreements(data, programme_id, pair_ids)
    return write_run_together(data, programme_id, path, PaperRun(papers, ONE, form=form))


def agreements_to_print(
    data: DataFile, programme_id: int, pair_ids: Collection[int] | None = None
) -> Generator[Progress, None, Pages]:
    """Return the agreements of a programme's pairs as one PDF file."""
    papers = agreements(data, programme_id, pair_ids)
    return pages_to_print(data, programme_id, PaperRun(papers, ONE), "Agreements")
