"""Set-up papers as files: all of a run appear together at its end, or none."""

from __future__ import annotations

from collections.abc import Collection, Generator
from pathlib import Path
from typing import Final

from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.files import Written
from revmentor_desktop.services.documents.issued import record_papers
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.setup_papers import SetupPaper, setup_papers
from revmentor_desktop.services.documents.staging import publish, staged, write, write_alone
from revmentor_desktop.storage.data_file import DataFile

FOLDER: Final = "Set-up papers"
"""The folder in which they stand where all documents of a programme are written."""


def write_setup_papers(
    data: DataFile,
    programme_id: int,
    folder: Path,
    keys: Collection[str] | None = None,
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, Written]:
    """Write the papers of a programme into `folder`, each as a file; with `keys` only these.

    Files of these names are replaced. Cancelling, by closing the generator, leaves the folder as
    it was. Raises KnownError ``folder-unwritable``, ``document-held`` or ``programme-gone``.
    """
    found = setup_papers(data, programme_id)
    chosen = [paper for paper in found if keys is None or paper.key in keys]
    with staged(folder) as waiting:
        for done, paper in enumerate(chosen):
            yield Progress(done, len(chosen), paper.title)
            write(waiting / paper.file_name, paper.pdf(form))
        publish(waiting, folder)
    record_papers(data, programme_id, chosen)
    return Written(folder, tuple(folder / paper.file_name for paper in chosen))


def write_setup_paper(
    paper: SetupPaper, path: Path, form: PaperFormat = USUAL
) -> Generator[Progress, None, Written]:
    """Write one paper as a file of any name and record nothing: it may be a draft's.

    Raises like `write_setup_papers`.
    """
    yield Progress(0, 1, paper.title)
    write_alone(path, paper.pdf(form))
    return Written(path.parent, (path,))


def issue_setup_paper(
    data: DataFile, programme_id: int, paper: SetupPaper, path: Path, form: PaperFormat = USUAL
) -> Generator[Progress, None, Written]:
    """Write one paper of a programme as `write_setup_paper` does, and record it."""
    written = yield from write_setup_paper(paper, path, form)
    record_papers(data, programme_id, [paper])
    return written
