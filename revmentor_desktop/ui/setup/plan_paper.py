"""The plan as the paper that it will be, before the programme is there: to look at, keep, print."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.services.documents.files import Written
from revmentor_desktop.services.documents.setup_files import write_setup_paper
from revmentor_desktop.services.documents.setup_papers import draft_plan
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.leaving import may_print_odd, oddity
from revmentor_desktop.ui.printing import print_pdf
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.pdf_view import PdfPreview
from revmentor_desktop.ui.widgets.text import plain_label

_SIZE: Final = (820, 860)


class PlanPaperDialog(Dialog):
    """Shows the implementation plan of a draft; nothing of it is noted, for it may still change."""

    def __init__(self, context: Context, draft: Draft, parent: QWidget | None = None) -> None:
        paper = draft_plan(context.data, draft)
        super().__init__(paper.title, paper.line, parent)
        self._context = context
        self._paper = paper
        self._content = paper.pdf()
        self._folder = Path()
        self.preview = PdfPreview(self)
        self.preview.show_pdf(self._content, paper.title)
        self.body.addWidget(self.preview, 1)
        self.said = plain_label("", "muted", "wrap")
        self.folder = button(self.tr("Open folder"), "quiet")
        self.said.hide()
        self.folder.hide()
        self.body.addWidget(self.said)
        self.body.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.save = self.add_button(self.tr("Save as PDF…"), icon="download")
        self.print = self.add_button(self.tr("Print…"), icon="printer")
        self.close_button = self.add_cancel(self.tr("Close"))
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.folder.clicked.connect(lambda: context.links.open_path(self._folder))
        size_within_screen(self, *_SIZE)
        self.preview.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self._may_print():
            return
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save the plan"), self._paper.file_name, [self.tr("PDF (*.pdf)")]
        )
        if path is not None:
            self._context.jobs.start(
                self.tr("Saving the plan…"),
                partial(write_setup_paper, self._paper, path),
                self._say_saved,
                self,
                failed=self._context.prompts.error,
            )

    def _print(self) -> None:
        if not self._may_print():
            return
        try:
            printed = print_pdf(self._content, Path(self._paper.file_name).stem, self)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if printed:
            self._say(self.tr("Sent to the printer."))

    def _may_print(self) -> bool:
        """Ask before characters are printed that no font of the program has."""
        odd = self._paper.unprintable
        said = [oddity(self._paper.title, odd)] if odd else []
        return may_print_odd(self._context.prompts, said)

    def _say_saved(self, written: Written) -> None:
        self._folder = written.folder
        self._say(self.tr("Saved as {0}").format(written.files[0]))
        self.folder.show()

    def _say(self, words: str) -> None:
        """Say it here: the window's own bar lies beneath the wizard."""
        self.folder.hide()
        self.said.setText(words)
        self.said.show()
