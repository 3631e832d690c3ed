"""Documents as files: each whole or not there, and none at all when the officer cancels."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.documents.pages import compose_stepwise
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.progress import Progress, telling
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.staging import publish, staged, write, write_alone
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.storage.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Written:
    """Files that were written: one for each pair, and one with all of them to print."""

    folder: Path
    files: tuple[Path, ...]
    together: Path | None = None


def write_agreements(
    data: DataFile,
    programme_id: int,
    folder: Path,
    pair_ids: Collection[int] | None = None,
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, Written]:
    """Write each pair's agreement into `folder`, and all of them as one file to print.

    Files of these names are replaced. Cancelling, by closing the generator, leaves the folder as
    it was. Raises KnownError ``no-pairs``, ``pairs-only-proposed``, ``folder-unwritable``,
    ``document-held`` (an older file cannot be replaced, nor perhaps those after it) or
    ``programme-gone``.
    """
    chosen = _some(data, programme_id, pair_ids)
    total = 2 * len(chosen)
    with staged(folder) as waiting:
        for done, agreement in enumerate(chosen):
            yield Progress(done, total, _words(agreement))
            write(waiting / agreement.file_name, agreement.pdf(form))
        names = [agreement.file_name for agreement in chosen]
        together = None
        if len(chosen) > 1:
            together = together_name(data, programme_id)
            write(waiting / together, (yield from _composed(chosen, together, len(chosen), form)))
        publish(waiting, folder)
    record_pair_papers(data, programme_id, chosen)
    files = tuple(folder / name for name in names)
    return Written(folder, files, folder / together if together else None)


def write_together(
    data: DataFile,
    programme_id: int,
    path: Path,
    pair_ids: Collection[int] | None = None,
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, Written]:
    """Write the agreements of a programme's pairs as one file; raises like `write_agreements`."""
    chosen = _some(data, programme_id, pair_ids)
    content = yield from _composed(chosen, path.stem, 0, form)
    write_alone(path, content)
    record_pair_papers(data, programme_id, chosen)
    return Written(path.parent, (path,), path)


def agreements_to_print(
    data: DataFile,
    programme_id: int,
    pair_ids: Collection[int] | None = None,
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, bytes]:
    """Return the agreements of a programme's pairs as one PDF file. Raises ``no-pairs``.

    Who prints it records it (`record_pair_papers`): nothing has left the program yet.
    """
    chosen = _some(data, programme_id, pair_ids)
    return (yield from _composed(chosen, together_name(data, programme_id), 0, form))


def together_name(data: DataFile, programme_id: int) -> str:
    """Return the name of the file with all agreements of a programme."""
    return file_name(f"All agreements {programme(data, programme_id).name}")


def already_there(folder: Path, names: Iterable[str]) -> list[str]:
    """Return which of `names` a folder has already."""
    return [name for name in names if (folder / name).exists()]


def _some(data: DataFile, programme_id: int, pair_ids: Collection[int] | None) -> list[PairPaper]:
    chosen = pair_papers(data, programme_id, [PaperKind.AGREEMENT], pair_ids)
    if chosen:
        return chosen
    shown = shown_draft(data, programme_id)
    if shown is not None and shown.proposals:
        raise KnownError("pairs-only-proposed", count=shown.proposals, draft=shown.name)
    raise KnownError("no-pairs")


def _words(agreement: PairPaper) -> str:
    return f"{agreement.values.mentor.name} – {agreement.values.mentee.name}"


def _composed(
    chosen: list[PairPaper], title: str, done_before: int, form: PaperFormat
) -> Generator[Progress, None, bytes]:
    total = done_before + len(chosen)
    sheets = (sheet for agreement in chosen for sheet in agreement.sheets())
    title = title.removesuffix(".pdf")
    steps = compose_stepwise(sheets, title=title, paper=form.paper, styles=form.styles)
    return telling(
        steps, lambda done: Progress(done_before + done, total, _words(chosen[done - 1]))
    )
