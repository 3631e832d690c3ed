"""A run of the pairs' papers: what is made, for whom, how often, and into which files it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, count
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.domain.pair_papers import READERS, PaperKind
from revmentor_desktop.domain.paper_tracking import Stage
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.pair_rows import standings
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.tracking import PaperId
from revmentor_desktop.storage.data_file import DataFile

USUAL_COPIES: Final[Mapping[PaperKind, int]] = MappingProxyType({PaperKind.AGREEMENT: 2})
"""How many of a paper a pair gets where the officer says nothing; of what is not named, one."""
_TO_MAKE: Final = frozenset({Stage.NOT_MADE, Stage.OLD_WORDING})


class Filing(StrEnum):
    """Into which files the papers of a run go."""

    ONE_FILE = "one-file"
    EACH_PERSON = "each-person"
    EACH_PAPER = "each-paper"


@dataclass(frozen=True, slots=True)
class PaperRun:
    """Papers, pair by pair and in handing-out order, and how they are made.

    With `is_duplex` every document starts on a right-hand page, to be printed on both sides.
    """

    papers: Sequence[PairPaper]
    copies: Mapping[PaperKind, int] = field(default_factory=lambda: USUAL_COPIES)
    filing: Filing = Filing.ONE_FILE
    is_duplex: bool = False
    form: PaperFormat = USUAL

    def copies_of(self, kind: PaperKind) -> int:
        """Return how many of a paper each pair gets."""
        return self.copies.get(kind, 1)


@dataclass(frozen=True, slots=True)
class Part:
    """A paper in a file; with `role` only what one of the two gets of it."""

    paper: PairPaper
    role: Role | None = None

    @property
    def key(self) -> tuple[int, PaperKind, Role | None]:
        """What is the same for all copies of it."""
        return self.paper.pair.id, self.paper.kind, self.role

    def sheets(self) -> list[Sheet]:
        """Return it as sheets."""
        return self.paper.sheets(self.role)


@dataclass(frozen=True, slots=True)
class RunFile:
    """A file of a run: its name, and what stands in it."""

    name: str
    parts: Sequence[Part]

    def title(self, parts: Sequence[Part]) -> str:
        """Return its title when it has these of its parts."""
        if len(parts) == 1 and parts[0].role is None:
            return parts[0].paper.title
        return self.name.removesuffix(".pdf")


def run_files(run: PaperRun, together: str) -> list[RunFile]:
    """Return the files of a run; `together` is the name of one with all papers."""
    match run.filing:
        case Filing.ONE_FILE:
            return [RunFile(together, _in_order(run))]
        case Filing.EACH_PERSON:
            return _named_apart(list(_of_persons(run)))
        case Filing.EACH_PAPER:
            single = _named_apart([RunFile(one.file_name, [Part(one)]) for one in run.papers])
            return single if len(single) == 1 else [*single, RunFile(together, _in_order(run))]


def parts_to_print(run: PaperRun) -> list[Part]:
    """Return what goes to the printer: pair by pair, or person by person where that is wanted."""
    if run.filing is Filing.EACH_PERSON:
        return [part for file in _of_persons(run) for part in file.parts]
    return _in_order(run)


@dataclass(frozen=True, slots=True)
class Offered:
    """All papers that a programme's pairs can get, and which of them are missing."""

    papers: Sequence[PairPaper]
    missing: Collection[PaperId]


def offered(data: DataFile, programme_id: int) -> Offered:
    """Return what can be printed for a programme. Raises KnownError ``programme-gone``."""
    papers = pair_papers(data, programme_id, list(PaperKind))
    missing = missing_papers(data, programme_id, papers)
    return Offered(papers, frozenset((one.pair.id, one.kind) for one in missing))


def missing_papers(
    data: DataFile, programme_id: int, papers: Sequence[PairPaper]
) -> list[PairPaper]:
    """Return those that were not made yet, or say something else since they were made."""
    found = standings(data, programme_id, papers)
    return [one for one in papers if found[one.pair.id, one.kind].stage in _TO_MAKE]


def _in_order(run: PaperRun) -> list[Part]:
    return [Part(one) for one in run.papers for _ in range(run.copies_of(one.kind))]


def _of_persons(run: PaperRun) -> Iterator[RunFile]:
    by_pair: dict[int, list[PairPaper]] = {}
    for paper in run.papers:
        by_pair.setdefault(paper.pair.id, []).append(paper)
    for papers in by_pair.values():
        for role in (Role.MENTOR, Role.MENTEE):
            parts = [
                Part(one, role)
                for one in papers
                if READERS.get(one.kind, role) is role
                for _ in range(_copies_for_one(run, one.kind))
            ]
            if parts:
                yield RunFile(_name_for(parts, role), parts)


def _copies_for_one(run: PaperRun, kind: PaperKind) -> int:
    """Return how many copies one of the two gets: what is for both is shared, nobody has none."""
    copies = run.copies_of(kind)
    return copies if kind in READERS else (copies + 1) // 2


def _name_for(parts: Sequence[Part], role: Role) -> str:
    values = parts[0].paper.values
    reader = values.read_by(role).reader
    called = values.programme.plan.taking_part.name_of(role).one
    return file_name(f"{reader.name}, {called}", values.reference)


def _named_apart(files: Sequence[RunFile]) -> list[RunFile]:
    """Give each file a name of its own, where two people are called the same."""
    taken: set[str] = set()
    named: list[RunFile] = []
    for file in files:
        name = _free(file.name, taken)
        taken.add(name.casefold())
        named.append(RunFile(name, file.parts))
    return named


def _free(name: str, taken: Collection[str]) -> str:
    stem = name.removesuffix(".pdf")
    names = chain([name], (f"{stem} {number}.pdf" for number in count(2)))
    return next(one for one in names if one.casefold() not in taken)
