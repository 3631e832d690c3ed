"""The dialog that shows all pages of a run before they go to a printer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from revmentor_desktop.documents.packs.labels import LABEL_SHEETS
from revmentor_desktop.services.documents.files import Pages
from revmentor_desktop.services.documents.paper_run import PaperRun
from revmentor_desktop.ui.leaving import listed
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.pdf_view import OpenPdf, PdfPreview
from revmentor_desktop.ui.widgets.surfaces import Chip

_SIZE: Final = (720, 860)


class LookDialog(Dialog):
    """Shows the pages, which are `opened`; accepted when they are to be printed."""

    def __init__(
        self, pages: Pages, opened: OpenPdf, run: PaperRun, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("What will be printed"), "", parent)
        self.preview = PdfPreview(self)
        self.place = Chip()
        self.preview.turned.connect(self._say_page)
        self.preview.show_open(opened, self.tr("All pages that will be printed"))
        count = self.preview.page_count
        self.text.setText(
            self._sheets_of_labels(count, run) if run.labels else self._amount(count, run)
        )
        self.text.show()
        if pages.failed:
            left_out = self.tr("These papers could not be made and are left out: {0}")
            self.show_problem(left_out.format(listed(pages.failed)))
        self.body.addWidget(self.place, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addWidget(self.preview, 1)
        self.add_cancel()
        self.print = self.add_button(self.tr("Print…"), "primary", "printer")
        self.print.clicked.connect(self.accept)
        size_within_screen(self, *_SIZE)

    def _sheets_of_labels(self, pages: int, run: PaperRun) -> str:
        """Say which sheets the printer needs now, instead of paper."""
        kind = LABEL_SHEETS[run.form.paper]
        words = self.tr(
            "Sheets of labels: {0:,}, with {1} × {2} labels each. Put them into the printer, and"
            " print at actual size."
        )
        return words.format(pages, kind.columns, kind.rows)

    def _amount(self, pages: int, run: PaperRun) -> str:
        """Say how many pages there are, and how many sheets of paper they take."""
        is_duplex = run.is_duplex
        sheets = (pages + 1) // 2 if is_duplex else pages
        words = (
            self.tr("Pages: {0:,}. Sheets of paper: {1:,}, printed on both sides.")
            if is_duplex
            else self.tr("Pages: {0:,}. Sheets of paper: {1:,}, printed on one side.")
        )
        return words.format(pages, sheets)

    def _say_page(self, page: int, pages: int) -> None:
        self.place.setText(self.tr("Page {0:,} of {1:,}").format(page, pages))
