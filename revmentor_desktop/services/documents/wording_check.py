"""A look at the wording of papers before they leave: what is unknown, open, or leaves a gap."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from revmentor_desktop.documents.agreement import sections_standing
from revmentor_desktop.documents.packs.content import DocumentWords
from revmentor_desktop.documents.packs.values import blanks_of
from revmentor_desktop.domain.pair_papers import READERS, PaperKind
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.wording_slips import Slip, lines_of, nothing_known
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.placeholders import may_be_empty
from revmentor_desktop.services.documents.wording import EditedSection, files_of, sections


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
    return list(dict.fromkeys(found for one in first.values() for found in _problems(one)))


def _problems(paper: PairPaper) -> Iterator[WordingProblem]:
    values = paper.values.read_by(READERS.get(paper.kind, Role.MENTOR))
    blanks, changed = blanks_of(values), values.programme.plan.words
    # A placeholder that may be empty on its own is no gap.
    told = {key: said for key, said in blanks.items() if key not in may_be_empty()}
    for file in files_of(paper.kind):
        name = DocumentWords(file, blanks, {}).around("name")
        for section in sections(file, changed):
            if not _stands(section, paper):
                continue
            for slip in _slips(section, told):
                yield WordingProblem(name, section, slip)


def _stands(section: EditedSection, paper: PairPaper) -> bool:
    """Tell whether a section comes onto the paper: not every clause of an agreement does."""
    is_clause = paper.kind is PaperKind.AGREEMENT and (not section.is_line or "." in section.key)
    return not is_clause or section.key in sections_standing(paper.values)


def _slips(section: EditedSection, blanks: Mapping[str, str]) -> Collection[Slip]:
    lines = [section.now.heading] if section.has_heading else []
    empty = nothing_known([*lines, *lines_of(section.now.body)], blanks)
    return [*section.slips, *empty]
