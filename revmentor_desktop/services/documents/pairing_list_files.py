"""The plan of pairs as files: the list for the sponsor (PDF), and all of it as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.files import Written
from revmentor_desktop.services.documents.issued import record_papers
from revmentor_desktop.services.documents.pairing_list import PairingList
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.plan_sheets import plan_workbook
from revmentor_desktop.services.documents.staging import write_alone
from revmentor_desktop.storage.data_file import DataFile


def write_pairing_list(
    data: DataFile, programme_id: int, made: PairingList, path: Path, form: PaperFormat = USUAL
) -> Generator[Progress, None, Written]:
    """Write the list as a file of any name, and record that it left the program.

    Raises KnownError ``folder-unwritable`` or ``document-held``.
    """
    written = yield from _written(path, made.title, lambda: made.pdf(form))
    record_papers(data, programme_id, [made])
    return written


def write_plan(made: PairingList, path: Path) -> Generator[Progress, None, Written]:
    """Write the plan as a spreadsheet of any name. Raises like `write_pairing_list`."""
    return _written(path, path.name, lambda: plan_workbook(made.values))


def _written(
    path: Path, words: str, content: Callable[[], bytes]
) -> Generator[Progress, None, Written]:
    yield Progress(0, 1, words)
    write_alone(path, content())
    return Written(path.parent, (path,))
