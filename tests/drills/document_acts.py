"""What an officer does with papers: prints them, notes what became of them, attaches scans."""

from __future__ import annotations

from datetime import date
from typing import Final

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.domain.scans import ScanKind
from revmentor_desktop.services.documents import scans, tracking, wording
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.versions import pages_to_keep
from tests.drills.pairing_acts import PairingActs

DOCUMENT_ACTIONS: Final = (
    *["mark_papers"] * 3,
    "take_back_mark",
    *["attach_scan"] * 3,
    *["remove_scan"] * 2,
    *["word_papers"] * 2,
)
"""The acts below that are steps of undo, the more often the more often they stand here."""
_FILES: Final = ("mentor", "leader", "shared", "agreement")
_TRACKED: Final = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK, PaperKind.AGREEMENT)
_SCAN_SIZES: Final = (2_000, 2_000, 300_000)
"""In bytes; the largest is kept in two parts."""


class DocumentActs(PairingActs):
    """Acts on papers of pairs."""

    def print_papers(self) -> None:
        """Let papers leave the program, which is no step of undo and so none of the actions.

        Agreements that say something new are kept as versions.
        """
        programme, pairs = self._pairs(PairState.AGREED)
        papers = pair_papers(self.data, programme, _TRACKED, pairs)
        pages = run_to_end(pages_to_keep(self.data, programme, papers))
        record_pair_papers(self.data, programme, papers, pages)

    def mark_papers(self) -> None:
        _, pairs = self._pairs(PairState.AGREED)
        day = date(2026, 1, self.random.randint(1, 31))
        tracking.mark_papers(self.data, self._papers(pairs), self.random.choice(list(Mark)), day)

    def take_back_mark(self) -> None:
        found = self.data.rows("SELECT pair_id, kind, mark FROM paper_mark ORDER BY id")
        if found:
            pair, kind, mark = self.random.choice(found)
            tracking.take_back(self.data, [(pair, PaperKind(kind))], Mark(mark))

    def attach_scan(self) -> None:
        _, pairs = self._pairs(PairState.AGREED)
        content = self.random.randbytes(self.random.choice(_SCAN_SIZES))
        file = scans.ScanFile("scan", self.random.choice(list(ScanKind)), content)
        is_back = self.random.random() < 0.5
        scans.attach_scan(self.data, self._of(pairs), file, is_back=is_back)

    def remove_scan(self) -> None:
        pair = self._of([row[0] for row in self.data.rows("SELECT pair_id FROM agreement_scan")])
        kept = scans.scans_of(self.data, pair)
        if kept:
            scans.remove_scan(self.data, self.random.choice(kept))

    def word_papers(self) -> None:
        """Word a section of a paper in the organisation's own way, or as it came."""
        programme = self._lively_programme()
        edited = {one.file: one for one in wording.documents(self.data, programme)}
        section = self.random.choice(edited[self.random.choice(_FILES)].sections)
        own = wording.Wording(self._word(), " ".join(self._words()))
        words = self.random.choice((section.original, own, own))
        wording.save_wording(self.data, programme, section, words)

    def _papers(self, pairs: list[int]) -> list[tracking.PaperId]:
        return [(pair, kind) for pair in pairs for kind in _TRACKED]
