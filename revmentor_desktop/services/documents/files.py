"""Papers of pairs as files: each whole or not there, and none at all when the officer cancels."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.event_papers import EventPaper
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.issued import record_pair_papers, record_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.paper_run import PaperRun, file_to_print, run_files
from revmentor_desktop.services.documents.run_maker import RunMaker
from revmentor_desktop.services.documents.staging import publish, staged, write, write_alone
from revmentor_desktop.services.documents.versions import pages_to_keep
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.storage.data_file import DataFile


@dataclass(frozen=True, slots=True)
class Written:
    """Files that were written: each by itself, and one with all of them to print.

    `failed` names what could not be made: "Mei Brown – David Price: Mentor’s pack".
    """

    folder: Path
    files: tuple[Path, ...]
    together: Path | None = None
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """Papers as one PDF file to print: `made` are those in it, `failed` names the others.

    `kept` are the pages of agreements that are a new version, by pair; `for_all` is what is for all
    people together.
    """

    content: bytes
    made: tuple[PairPaper, ...]
    kept: Mapping[int, bytes]
    failed: tuple[str, ...] = ()
    for_all: tuple[EventPaper, ...] = ()


def write_run(
    data: DataFile,
    programme_id: int,
    folder: Path,
    run: PaperRun,
    replacing: Collection[str] | None = None,
) -> Generator[Progress, None, Written]:
    """Write the files of a run into `folder`, and record what was made.

    A paper that cannot be made is named, and the others are made. Older files of these names are
    replaced, with `replacing` only those: others stay, and the new one has a number. Cancelling,
    by closing the generator, leaves the folder as it was. Raises KnownError ``folder-unwritable``,
    ``document-held`` (an older file cannot be replaced, nor perhaps those after it),
    ``no-paper-made`` or ``programme-gone``.
    """
    together = together_name(data, programme_id, run.papers)
    maker = RunMaker(run, run_files(run, together))
    with staged(folder) as waiting:
        written: list[str] = []
        for file in maker.files:
            content = yield from maker.made(file)
            if content is not None:
                write(waiting / file.name, content)
                written.append(file.name)
        maker.check()
        kept = yield from pages_to_keep(data, programme_id, maker.sound(), maker.total)
        placed = publish(waiting, folder, replacing)
    record_pair_papers(data, programme_id, maker.sound(), kept)
    record_papers(data, programme_id, maker.sound_for_all())
    with_all = placed.get(together)
    files = tuple(placed[name] for name in written if name != together)
    return Written(folder, files or tuple(placed.values()), with_all, maker.failed)


def write_together(
    data: DataFile, programme_id: int, path: Path, run: PaperRun
) -> Generator[Progress, None, Written]:
    """Write a run that makes one file, under any name; records and raises like `write_run`."""
    pages = yield from pages_to_print(data, programme_id, run, path.stem)
    write_alone(path, pages.content)
    record_pages(data, programme_id, pages)
    return Written(path.parent, (path,), path, pages.failed)


def pages_to_print(
    data: DataFile, programme_id: int, run: PaperRun, title: str
) -> Generator[Progress, None, Pages]:
    """Return one of `runs_to_print` as one PDF file. Raises KnownError ``no-paper-made``.

    Who prints it records it (`record_pages`): nothing has left the program yet.
    """
    file = file_to_print(run, title)
    maker = RunMaker(run, [file])
    content = yield from maker.made(file)
    maker.check()
    kept = yield from pages_to_keep(data, programme_id, maker.sound(), maker.total)
    made = tuple(maker.sound())
    return Pages(content or b"", made, kept, maker.failed, tuple(maker.sound_for_all()))


def record_pages(data: DataFile, programme_id: int, pages: Pages) -> None:
    """Note that these pages were printed or saved today."""
    record_pair_papers(data, programme_id, pages.made, pages.kept)
    record_papers(data, programme_id, pages.for_all)


def together_name(data: DataFile, programme_id: int, papers: Sequence[PairPaper]) -> str:
    """Return the name of the file with several papers of a programme."""
    are_agreements = {one.kind for one in papers} == {PaperKind.AGREEMENT}
    what = "All agreements" if are_agreements else "All papers"
    return file_name(f"{what} {programme(data, programme_id).name}")


def already_there(folder: Path, names: Iterable[str]) -> list[str]:
    """Return which of `names` a folder has already."""
    return [name for name in names if (folder / name).exists()]
