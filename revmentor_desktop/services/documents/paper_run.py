"""A run of the pairs' papers: what is made, for whom, how often, and into which files it goes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.domain.pair_papers import READERS, SIGN_OFF, PaperKind, usual_copies
from revmentor_desktop.domain.paper_tracking import COMES_BACK, Stage
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    EventPaper,
    Everybody,
    SignOffList,
    everybody,
)
from revmentor_desktop.services.documents.file_names import file_name, free_name
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.pair_rows import standings
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.tracking import PaperId
from revmentor_desktop.storage.data_file import DataFile

_FOR_THE_FILE: Final = "Agreements for the file"
_TO_MAKE: Final = frozenset({Stage.NOT_MADE, Stage.OLD_WORDING})


class Filing(StrEnum):
    """Into which files the papers of a run go."""

    ONE_FILE = "one-file"
    EACH_PERSON = "each-person"
    EACH_PAPER = "each-paper"


@dataclass(frozen=True, slots=True)
class PaperRun:
    """Papers, pair by pair and in handing-out order, and how they are made.

    With `has_file_copy` there is one agreement more of each pair, which the organiser files; with
    `is_duplex` every document starts on a right-hand page, to be printed on both sides. `sign_off`
    is for all people together, and so are `labels`, which need sheets of their own.
    """

    papers: Sequence[PairPaper]
    copies: Mapping[str, int] = field(default_factory=dict)
    filing: Filing = Filing.ONE_FILE
    is_duplex: bool = False
    form: PaperFormat = USUAL
    has_file_copy: bool = False
    sign_off: SignOffList | None = None
    labels: AddressLabels | None = None

    def copies_of(self, kind: str) -> int:
        """Return how many of a paper there are for each pair, the one for the file not counted."""
        return self.copies.get(kind, usual_copies(kind))

    @property
    def is_something(self) -> bool:
        """Whether there is anything to make."""
        return bool(self.papers or self.for_all)

    @property
    def for_all(self) -> tuple[EventPaper, ...]:
        """What is for all people together, each once."""
        return tuple(filter(None, (self.sign_off, self.labels)))

    @property
    def lists(self) -> list[ListPart]:
        """The list of all people, as often as it is wanted."""
        return [ListPart(self.sign_off)] * self.copies_of(SIGN_OFF) if self.sign_off else []

    @property
    def filed(self) -> list[PairPaper]:
        """The papers of which there is one more for the file."""
        is_filed = self.has_file_copy
        return [one for one in self.papers if is_filed and one.kind in COMES_BACK]


@dataclass(frozen=True, slots=True)
class Part:
    """A pair's paper in a file; with `role` only what one of the two gets of it."""

    paper: PairPaper
    role: Role | None = None

    @property
    def key(self) -> tuple[int, PaperKind, Role | None]:
        """What is the same for all copies of it."""
        return self.paper.pair.id, self.paper.kind, self.role

    @property
    def whose(self) -> str:
        """Whose it is, for whoever watches it being made."""
        return self.paper.pair_names

    @property
    def title(self) -> str:
        """The title of a file with it alone; "" where that file is named after somebody."""
        return self.paper.title if self.role is None else ""

    def sheets(self) -> list[Sheet]:
        """Return it as sheets."""
        return self.paper.sheets(self.role)


@dataclass(frozen=True, slots=True)
class ListPart:
    """A list for all people together, in a file."""

    paper: SignOffList

    @property
    def key(self) -> str:
        """What is the same for all copies of it."""
        return self.paper.key

    @property
    def whose(self) -> str:
        """What it is called: it is everybody's."""
        return self.paper.title

    @property
    def title(self) -> str:
        """The title of a file with it alone."""
        return self.paper.whole_title

    def sheets(self) -> list[Sheet]:
        """Return it as sheets."""
        return self.paper.sheets()


AnyPart = Part | ListPart


@dataclass(frozen=True, slots=True)
class RunFile:
    """A file of a run: its name, and what stands in it, parts or `labels`."""

    name: str
    parts: Sequence[AnyPart]
    labels: AddressLabels | None = None

    @property
    def amount(self) -> int:
        """How much there is to make."""
        return len(self.parts) + (self.labels is not None)

    def title(self, parts: Sequence[AnyPart]) -> str:
        """Return its title when it has these of its parts."""
        alone = parts[0].title if len(parts) == 1 else ""
        return alone or self.name.removesuffix(".pdf")


def run_files(run: PaperRun, together: str) -> list[RunFile]:
    """Return the files of a run; `together` is the name of one with all papers."""
    labels = [RunFile(run.labels.file_name, (), run.labels)] if run.labels else []
    return [*_named_apart(_without_labels(run, together)), *labels]


def count_files(run: PaperRun) -> int:
    """Return how many files a run makes; without their names that is known at once."""
    labels, lists = int(run.labels is not None), len(run.lists[:1])
    match run.filing:
        case Filing.ONE_FILE:
            return labels + bool(run.papers or lists)
        case Filing.EACH_PERSON:
            readers = {(one.pair.id, role) for one in run.papers for role in _readers_of(one.kind)}
            return labels + lists + len(readers) + bool(run.filed)
        case Filing.EACH_PAPER:
            single = lists + len(run.papers)
            return labels + single + (single > 1)


def _readers_of(kind: PaperKind) -> tuple[Role, ...]:
    return (READERS[kind],) if kind in READERS else (Role.MENTOR, Role.MENTEE)


def _without_labels(run: PaperRun, together: str) -> list[RunFile]:
    lists = [RunFile(one.paper.file_name, [one]) for one in run.lists[:1]]
    match run.filing:
        case Filing.ONE_FILE:
            name = together if run.papers or not run.sign_off else run.sign_off.file_name
            return [RunFile(name, parts)] if (parts := _in_order(run)) else []
        case Filing.EACH_PERSON:
            return [*lists, *_of_persons(run), *_for_the_file(run)]
        case Filing.EACH_PAPER:
            single = [RunFile(one.file_name, [Part(one)]) for one in run.papers]
            files = [*lists, *single]
            return [*files, RunFile(together, _in_order(run))] if len(files) > 1 else files


def runs_to_print(run: PaperRun) -> list[PaperRun]:
    """Return a run in what goes to the printer at once: labels are other sheets than paper is."""
    on_paper = replace(run, labels=None)
    on_labels = replace(run, papers=(), sign_off=None, is_duplex=False)
    return [one for one in (on_paper, on_labels) if one.is_something]


def title_to_print(run: PaperRun, together: str) -> str:
    """Return under which name one of `runs_to_print` goes to the printer."""
    alone = run.for_all[0] if run.for_all and not run.papers else None
    return alone.file_name.removesuffix(".pdf") if alone else together


def file_to_print(run: PaperRun, title: str) -> RunFile:
    """Return what goes to the printer: pair by pair, or person by person where that is wanted.

    The run is one of `runs_to_print`.
    """
    if run.filing is not Filing.EACH_PERSON:
        return RunFile(title, _in_order(run), run.labels)
    files = [*_of_persons(run), *_for_the_file(run)]
    parts = [*run.lists, *(part for file in files for part in file.parts)]
    return RunFile(title, parts, run.labels)


@dataclass(frozen=True, slots=True)
class Offered:
    """All papers that a programme's pairs can get, which of them are missing, and for whom."""

    papers: Sequence[PairPaper]
    missing: Collection[PaperId]
    everybody: Everybody


def offered(data: DataFile, programme_id: int) -> Offered:
    """Return what can be printed for a programme. Raises KnownError ``programme-gone``."""
    with data.still():
        papers = pair_papers(data, programme_id, list(PaperKind))
        missing = missing_papers(data, programme_id, papers)
        people = everybody(data, programme_id)
    return Offered(papers, frozenset((one.pair.id, one.kind) for one in missing), people)


def missing_papers(
    data: DataFile, programme_id: int, papers: Sequence[PairPaper]
) -> list[PairPaper]:
    """Return those that were not made yet, or say something else since they were made."""
    found = standings(data, programme_id, papers)
    return [one for one in papers if found[one.pair.id, one.kind].stage in _TO_MAKE]


def _in_order(run: PaperRun) -> list[AnyPart]:
    """Return lists, and then what each pair gets; with it what comes back for the file."""
    filed = {(one.pair.id, one.kind) for one in run.filed}
    parts: list[AnyPart] = [*run.lists]
    for one in run.papers:
        count = run.copies_of(one.kind) + ((one.pair.id, one.kind) in filed)
        parts.extend([Part(one)] * count)
    return parts


def _of_persons(run: PaperRun) -> Iterator[RunFile]:
    by_pair: dict[int, list[PairPaper]] = {}
    for paper in run.papers:
        by_pair.setdefault(paper.pair.id, []).append(paper)
    for papers in by_pair.values():
        for role in (Role.MENTOR, Role.MENTEE):
            parts = [
                Part(one, role)
                for one in papers
                if role in _readers_of(one.kind)
                for _ in range(_copies_for_one(run, one.kind))
            ]
            if parts:
                yield RunFile(_name_for(parts, role), parts)


def _for_the_file(run: PaperRun) -> Iterator[RunFile]:
    """Yield a file with what is for the file, where each of the two has a file of their own."""
    if run.filed:
        programme = run.filed[0].values.programme.details.name
        name = file_name(f"{_FOR_THE_FILE} {programme}")
        yield RunFile(name, [Part(one) for one in run.filed])


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
        name = free_name(file.name, taken)
        taken.add(name.casefold())
        named.append(replace(file, name=name))
    return named
