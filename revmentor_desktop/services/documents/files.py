"""Papers of pairs as files: each whole or not there, and none at all when the officer cancels."""

from __future__ import annotations

import logging
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from revmentor_desktop.documents.pages import Sheet, compose, compose_stepwise
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.progress import Progress, telling
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.paper_run import (
    PaperRun,
    Part,
    RunFile,
    parts_to_print,
    run_files,
)
from revmentor_desktop.services.documents.staging import publish, staged, write, write_alone
from revmentor_desktop.services.documents.versions import pages_to_keep
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.storage.data_file import DataFile

_LOG: Final = logging.getLogger(__name__)


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

    `kept` are the pages of agreements that are a new version, by pair.
    """

    content: bytes
    made: tuple[PairPaper, ...]
    kept: Mapping[int, bytes]
    failed: tuple[str, ...] = ()


def write_run(
    data: DataFile, programme_id: int, folder: Path, run: PaperRun
) -> Generator[Progress, None, Written]:
    """Write the files of a run into `folder`, and record what was made.

    A paper that cannot be made is named, and the others are made. Files of these names are
    replaced. Cancelling, by closing the generator, leaves the folder as it was. Raises KnownError
    ``folder-unwritable``, ``document-held`` (an older file cannot be replaced, nor perhaps those
    after it), ``no-paper-made`` or ``programme-gone``.
    """
    together = together_name(data, programme_id, run.papers)
    maker = _Maker(run, run_files(run, together))
    with staged(folder) as waiting:
        written: list[str] = []
        for file in maker.files:
            content = yield from maker.made(file)
            if content is not None:
                write(waiting / file.name, content)
                written.append(file.name)
        maker.check()
        kept = yield from pages_to_keep(data, programme_id, maker.sound(), maker.total)
        publish(waiting, folder)
    record_pair_papers(data, programme_id, maker.sound(), kept)
    files = tuple(folder / name for name in written if name != together)
    with_all = folder / together if together in written else None
    return Written(folder, files or (folder / together,), with_all, maker.failed)


def write_together(
    data: DataFile, programme_id: int, path: Path, run: PaperRun
) -> Generator[Progress, None, Written]:
    """Write a run as one file of any name; records and raises like `write_run`."""
    pages = yield from pages_to_print(data, programme_id, run, path.stem)
    write_alone(path, pages.content)
    record_pair_papers(data, programme_id, pages.made, pages.kept)
    return Written(path.parent, (path,), path, pages.failed)


def pages_to_print(
    data: DataFile, programme_id: int, run: PaperRun, title: str
) -> Generator[Progress, None, Pages]:
    """Return a run as one PDF file. Raises KnownError ``no-paper-made``.

    Who prints it records it (`record_pair_papers`): nothing has left the program yet.
    """
    file = RunFile(title, parts_to_print(run))
    maker = _Maker(run, [file])
    content = yield from maker.made(file)
    maker.check()
    kept = yield from pages_to_keep(data, programme_id, maker.sound(), maker.total)
    return Pages(content or b"", tuple(maker.sound()), kept, maker.failed)


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


class _Maker:
    """Makes the files of a run one after the other, and leaves out what cannot be made."""

    def __init__(self, run: PaperRun, files: Sequence[RunFile]) -> None:
        self.files = files
        self._run = run
        self.total = sum(len(file.parts) for file in files)
        self._done = 0
        self._bad: dict[tuple[int, PaperKind, Role | None], PairPaper] = {}

    @property
    def failed(self) -> tuple[str, ...]:
        """What could not be made, each paper once."""
        papers = {(one.pair.id, one.kind): one for one in self._bad.values()}
        return tuple(f"{one.pair_names}: {one.name}" for one in papers.values())

    def sound(self) -> list[PairPaper]:
        """Return the papers that were made."""
        bad = {(pair_id, kind) for pair_id, kind, _ in self._bad}
        return [one for one in self._run.papers if (one.pair.id, one.kind) not in bad]

    def check(self) -> None:
        """Raise KnownError ``no-paper-made`` when nothing could be made."""
        if not self.sound():
            raise KnownError("no-paper-made", papers=", ".join(self.failed))

    def made(self, file: RunFile) -> Generator[Progress, None, bytes | None]:
        """Return the content of a file, without what cannot be made; None when nothing can."""
        parts = [part for part in file.parts if part.key not in self._bad]
        try:
            content = yield from self._composed(parts, file)
        except Exception:
            # Whatever is wrong with one pair, the others are not to wait for it.
            _LOG.exception("a paper could not be made")
            yield from self._find_bad(parts)
            sound = [part for part in parts if part.key not in self._bad]
            if len(sound) == len(parts):
                raise
            content = yield from self._composed(sound, file)
        self._done += len(file.parts)
        return content

    def _composed(
        self, parts: Sequence[Part], file: RunFile
    ) -> Generator[Progress, None, bytes | None]:
        if not parts:
            return None
        yield Progress(self._done, self.total, parts[0].paper.pair_names)
        fed: list[tuple[int, Part]] = []

        def sheets() -> Iterator[Sheet]:
            for number, part in enumerate(parts, start=1):
                for sheet in part.sheets():
                    fed.append((number, part))
                    yield sheet

        form = self._run.form
        steps = compose_stepwise(
            sheets(),
            title=file.title(parts),
            paper=form.paper,
            styles=form.styles,
            is_duplex=self._run.is_duplex,
        )

        def progress(done: int) -> Progress:
            number, part = fed[done - 1]
            return Progress(self._done + number, self.total, part.paper.pair_names)

        return (yield from telling(steps, progress))

    def _find_bad(self, parts: Sequence[Part]) -> Generator[Progress, None, None]:
        """Make each paper by itself and keep in mind which cannot be made."""
        for key, part in {part.key: part for part in parts}.items():
            yield Progress(self._done, self.total, part.paper.pair_names)
            try:
                form = self._run.form
                compose(part.sheets(), title="", paper=form.paper, styles=form.styles)
            except Exception:  # noqa: BLE001 - a pair may be bad in any way; the rest is made
                _LOG.exception("this is one that could not be made")
                self._bad[key] = part.paper
