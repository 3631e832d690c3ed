"""The paper of a pair that is looked at: its real pages, and what is done with it alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.pair_rows import TRACKED, PairRow
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.ui.documents.preview_card import preview_card
from revmentor_desktop.ui.documents.tracking.mark_words import paper_names
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.pdf_view import PdfPreview
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import set_tip


class PaperView(QObject):
    """Shows a paper in `card`; `own` are actions that only some papers have."""

    wanted = Signal()
    """The officer wants to see another of the pair's papers: that of `kind`."""
    seen = Signal()
    """Another paper is seen, or none."""

    def __init__(self, window: QWidget, own: Sequence[QPushButton]) -> None:
        super().__init__(window)
        self.kind = PaperKind.AGREEMENT
        self.paper: PairPaper | None = None
        self.preview = PdfPreview(window)
        self.kinds = Segments(self.tr("Paper"), dict.fromkeys(TRACKED, ""))
        self.save_one = button(self.tr("Save…"), "quiet", "download")
        self.print_one = button(self.tr("Print…"), "quiet", "printer")
        self.save_one.setAccessibleName(self.tr("Save this paper as PDF…"))
        self.print_one.setAccessibleName(self.tr("Print this paper…"))
        self._place = Chip()
        self.card = preview_card(self.preview, self._place, self.save_one, self.print_one, own=own)
        self.card.body.insertWidget(1, self.kinds)
        self.kinds.answered.connect(self._choose)
        self.preview.turned.connect(self._say_page)

    def name_kinds(self) -> None:
        """Name the papers in a word each; what they are in whole, is told."""
        short = (named("{Mentor}"), named("{Leader}"), self.tr("Agreement"))
        for (kind, whole), words in zip(paper_names().items(), short, strict=True):
            made = self.kinds.buttons[kind]
            set_button_text(made, words)
            made.setAccessibleName(whole)
            set_tip(made, whole)

    def look_at(self, row: PairRow | None, form: PaperFormat) -> None:
        """Show the paper of `kind` of a pair; one that is shown already is not made again."""
        paper = row.papers[self.kind] if row else None
        self.kinds.put(self.kind)
        if paper is not None and paper == self.paper:
            return
        self.paper = paper
        self.seen.emit()
        for one in (self.save_one, self.print_one):
            one.setEnabled(paper is not None)
        if row is None or paper is None:
            self.preview.clear()
            return
        name = self.tr("{0} of {1} and {2}").format(paper.name, *row.names)
        self.preview.show_pdf(paper.pdf(form), name)

    def outdate(self) -> None:
        """Make the paper again when it is next looked at."""
        self.paper = None

    def doing(self, command: Callable[[PairPaper], None]) -> Callable[[], None]:
        """Return what does something with the paper that is looked at then."""
        return partial(self._do, command)

    def _do(self, command: Callable[[PairPaper], None]) -> None:
        if self.paper:
            command(self.paper)

    def _choose(self, kind: str) -> None:
        self.kind = PaperKind(kind) if kind else self.kind
        self.wanted.emit()

    def _say_page(self, page: int, pages: int) -> None:
        self._place.setVisible(pages > 0)
        if self.paper:
            words = self.tr("{0} · page {1} of {2}")
            self._place.setText(words.format(self.paper.values.reference, page, pages))
