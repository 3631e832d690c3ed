"""A programme's pairs with the papers that are kept track of, and how each stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.paper_tracking import Mark, Stage, Standing, standing_of
from revmentor_desktop.services.documents.issued import issued_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.tracking import marks
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today

TRACKED: Final = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK, PaperKind.AGREEMENT)
"""The papers that are kept track of, in the order of their columns."""
_DUE: Final = "agreements-due"


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair, its papers, how each stands, and what was noted of each."""

    pair: Pair
    papers: Mapping[PaperKind, PairPaper]
    standings: Mapping[PaperKind, Standing]
    marks: Mapping[PaperKind, Mapping[Mark, date]]

    @property
    def names(self) -> tuple[str, str]:
        """What the mentor and the mentee are called on paper."""
        values = self.papers[PaperKind.AGREEMENT].values
        return values.mentor.name, values.mentee.name

    @property
    def is_missing(self) -> bool:
        """Whether something is still to be done about one of the papers."""
        return any(one.is_missing for one in self.standings.values())


def pair_rows(data: DataFile, programme_id: int) -> list[PairRow]:
    """Return the rows of a programme's agreed pairs. Raises KnownError ``programme-gone``."""
    with data.still():
        papers = pair_papers(data, programme_id, TRACKED)
        noted = marks(data, programme_id)
        stands = standings(data, programme_id, papers)
    by_pair: dict[int, dict[PaperKind, PairPaper]] = {}
    for paper in papers:
        by_pair.setdefault(paper.pair.id, {})[paper.kind] = paper
    return [
        PairRow(
            next(iter(made.values())).pair,
            made,
            {kind: stands[paper.pair.id, kind] for kind, paper in made.items()},
            {kind: noted.get((paper.pair.id, kind), {}) for kind, paper in made.items()},
        )
        for made in by_pair.values()
    ]


def standings(
    data: DataFile, programme_id: int, papers: Sequence[PairPaper]
) -> dict[tuple[int, PaperKind], Standing]:
    """Return by pair and kind how papers of a programme's pairs stand."""
    issued = issued_pair_papers(data, programme_id, papers)
    noted = marks(data, programme_id)
    day = today()

    def stands(paper: PairPaper) -> Standing:
        key = paper.pair.id, paper.kind
        left = issued.get(key)
        has_left = (left.issued_on, left.is_old) if left else None
        due = paper.values.programme.day(_DUE)
        standing = standing_of(paper.kind, noted.get(key, {}), has_left, due, day)
        return (
            replace(standing, time=left.issued_time) if left and _says_when(standing) else standing
        )

    return {(one.pair.id, one.kind): stands(one) for one in papers}


def _says_when(standing: Standing) -> bool:
    """Tell whether a standing is since the paper left the program."""
    return standing.stage in {Stage.PRINTED, Stage.OLD_WORDING}
