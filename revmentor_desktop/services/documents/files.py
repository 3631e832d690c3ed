"""Documents as files: each whole or not there, and none at all when the officer cancels."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Sequence
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
from revmentor_desktop.services.documents.versions import pages_to_keep
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.storage.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Written:
    """Files that were written: one for each paper, and one with all of them to print."""

    folder: Path
    files: tuple[Path, ...]
    together: Path | None = None


def write_papers(
    data: DataFile,
    programme_id: int,
    folder: Path,
    papers: Sequence[PairPaper],
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, Written]:
    """Write each paper into `folder`, and several of them as one file to print as well.

    Files of these names are replaced. Cancelling, by closing the generator, leaves the folder as
    it was. Raises KnownError ``folder-unwritable``, ``document-held`` (an older file cannot be
    replaced, nor perhaps those after it) or ``programme-gone``.
    """
    total = 2 * len(papers)
    with staged(folder) as waiting:
        for done, paper in enumerate(papers):
            yield Progress(done, total, _words(paper))
            write(waiting / paper.file_name, paper.pdf(form))
        names = [paper.file_name for paper in papers]
        together = None
        if len(papers) > 1:
            together = together_name(data, programme_id, papers)
            write(waiting / together, (yield from _composed(papers, together, len(papers), form)))
        pages = yield from pages_to_keep(data, programme_id, papers, total)
        publish(waiting, folder)
    record_pair_papers(data, programme_id, papers, pages)
    files = tuple(folder / name for name in names)
    return Written(folder, files, folder / together if together else None)


def write_together(
    data: DataFile,
    programme_id: int,
    path: Path,
    papers: Sequence[PairPaper],
    form: PaperFormat = USUAL,
) -> Generator[Progress, None, Written]:
    """Write papers as one file; raises like `write_papers`."""
    content = yield from _composed(papers, path.stem, 0, form)
    pages = yield from pages_to_keep(data, programme_id, papers, len(papers))
    write_alone(path, content)
    record_pair_papers(data, programme_id, papers, pages)
    return Written(path.parent, (path,), path)


def papers_to_print(
    papers: Sequence[PairPaper], title: str, form: PaperFormat = USUAL
) -> Generator[Progress, None, bytes]:
    """Return papers as one PDF file.

    Who prints it records it (`record_pair_papers`): nothing has left the program yet.
    """
    return (yield from _composed(papers, title, 0, form))


def agreed_papers(
    data: DataFile,
    programme_id: int,
    kinds: Collection[PaperKind],
    pair_ids: Collection[int] | None = None,
) -> list[PairPaper]:
    """Return what `pair_papers` does. Raises KnownError ``no-pairs``, ``pairs-only-proposed``."""
    chosen = pair_papers(data, programme_id, kinds, pair_ids)
    if chosen:
        return chosen
    shown = shown_draft(data, programme_id)
    if shown is not None and shown.proposals:
        raise KnownError("pairs-only-proposed", count=shown.proposals, draft=shown.name)
    raise KnownError("no-pairs")


def together_name(data: DataFile, programme_id: int, papers: Sequence[PairPaper]) -> str:
    """Return the name of the file with several papers of a programme."""
    are_agreements = all(one.kind is PaperKind.AGREEMENT for one in papers)
    what = "All agreements" if are_agreements else "All papers"
    return file_name(f"{what} {programme(data, programme_id).name}")


def already_there(folder: Path, names: Iterable[str]) -> list[str]:
    """Return which of `names` a folder has already."""
    return [name for name in names if (folder / name).exists()]


def _words(paper: PairPaper) -> str:
    return f"{paper.values.mentor.name} – {paper.values.mentee.name}"


def _composed(
    papers: Sequence[PairPaper], title: str, done_before: int, form: PaperFormat
) -> Generator[Progress, None, bytes]:
    made = [(paper, sheet) for paper in papers for sheet in paper.sheets()]
    total = done_before + len(made)
    title = title.removesuffix(".pdf")
    sheets = (sheet for _, sheet in made)
    steps = compose_stepwise(sheets, title=title, paper=form.paper, styles=form.styles)
    return telling(
        steps, lambda done: Progress(done_before + done, total, _words(made[done - 1][0]))
    )
