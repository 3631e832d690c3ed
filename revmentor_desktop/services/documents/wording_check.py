"""A look at the wording of papers before they leave: what is unknown, open, or leaves a gap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from revmentor_desktop.documents.agreement import sections_standing
from revmentor_desktop.documents.packs.values import blanks_of
from revmentor_desktop.documents.setup.values import PHRASES, SetupValues
from revmentor_desktop.domain.pair_papers import READERS, PaperKind
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.wording_slips import Slip, lines_of, nothing_known
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.paper_run import PaperRun
from revmentor_desktop.services.documents.placeholders import Placeholders, may_be_empty
from revmentor_desktop.services.documents.wording import EditedSection, sections, stands_among
from revmentor_desktop.services.documents.wording_files import (
    files_of,
    files_of_paper,
    words_of,
)
from revmentor_desktop.services.documents.wording_words import slip_words, text_beginning


@dataclass(frozen=True, slots=True)
class WordingProblem:
    """Something wrong in a section of a document; `document` is what that is called."""

    document: str
    section: EditedSection
    slip: Slip


def wording_problems(papers: Sequence[PairPaper]) -> list[WordingProblem]:
    """Return what of the wording of these papers should be looked at before they leave.

    What pairs have of their own, their names and reference, is never empty; so one pair answers
    for all that are of the same programme.
    """
    first: dict[PaperKind, PairPaper] = {}
    for one in papers:
        first.setdefault(one.kind, one)
    return list(dict.fromkeys(found for one in first.values() for found in _of_pair(one)))


def programme_wording_problems(about: SetupValues, keys: Iterable[str]) -> list[WordingProblem]:
    """Return the same of papers that are for no single pair: set-up papers, lists, by their keys.

    A paper that has no wording of its own has nothing to look at.
    """
    files = dict.fromkeys(file for key in keys for file in files_of_paper(key))
    return list(dict.fromkeys(found for file in files for found in _of_programme(file, about)))


def run_wording_problems(run: PaperRun) -> list[WordingProblem]:
    """Return the same of all that is made in one go."""
    of_all = (
        found
        for one in run.for_all
        for found in programme_wording_problems(one.values.programme, [one.key])
    )
    return [*wording_problems(run.papers), *of_all]


def problem_words(found: Sequence[WordingProblem], named: Placeholders) -> str:
    """Return in one line what is wrong, section by section."""
    words: list[str] = []
    for one in found:
        said = one.section.now.heading or one.section.original.heading or one.section.original.body
        place = text_beginning(said, named)
        what = slip_words(one.slip, named).rstrip(".")
        words.append(f"{one.document}, “{place}”: {what}")
    return "; ".join(words)


def _of_pair(paper: PairPaper) -> Iterator[WordingProblem]:
    values = paper.values.read_by(READERS.get(paper.kind, Role.MENTOR))
    blanks = blanks_of(values)
    for file in (*files_of(paper.kind), PHRASES):
        for section in sections(file, values.programme.plan.words):
            if _stands(section, paper):
                yield from _problems(file, section, values.programme, blanks)


def _of_programme(file: str, about: SetupValues) -> Iterator[WordingProblem]:
    blanks = words_of(file, about, {}).blanks
    for section in sections(file, about.plan.words):
        # Not all that came with the program stands on every paper, and it leaves no gap there.
        if section.differs:
            yield from _problems(file, section, about, blanks)


def _problems(
    file: str, section: EditedSection, about: SetupValues, blanks: Mapping[str, str]
) -> Iterator[WordingProblem]:
    # A placeholder that may be empty on its own is no gap.
    told = {key: said for key, said in blanks.items() if key not in may_be_empty()}
    for slip in _slips(section, told):
        yield WordingProblem(words_of(file, about, {}).around("name"), section, slip)


def _stands(section: EditedSection, paper: PairPaper) -> bool:
    """Tell whether a section comes onto the paper: not every clause of an agreement does."""
    return paper.kind is not PaperKind.AGREEMENT or stands_among(
        section, sections_standing(paper.values)
    )


def _slips(section: EditedSection, blanks: Mapping[str, str]) -> Collection[Slip]:
    lines = [section.now.heading] if section.has_heading else []
    empty = nothing_known([*lines, *lines_of(section.now.body)], blanks)
    return [*section.slips, *empty]
