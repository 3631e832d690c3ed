"""The papers of a programme that is being set up, seen before there is one."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.documents.setup_files import write_setup_paper
from revmentor_desktop.services.documents.setup_papers import PLAN, SetupPaper, draft_papers
from revmentor_desktop.ui.leaving import may_print_odd, oddity
from revmentor_desktop.ui.paper_choice import PaperChoice
from revmentor_desktop.ui.printing import print_pdf
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.pdf_view import PdfPreview
from revmentor_desktop.ui.widgets.text import plain_label

if TYPE_CHECKING:
    from revmentor_desktop.domain.plan.draft import Draft
    from revmentor_desktop.domain.progress import Progress
    from revmentor_desktop.services.documents.files import Written
    from revmentor_desktop.ui.context import Context

_WIDTH: Final = 860
_HEIGHT: Final = 820


class DraftPapersDialog(Dialog):
    """Shows the papers that a draft would have: to read, print or save and talk over."""

    def __init__(self, context: Context, draft: Draft, parent: QWidget) -> None:
        super().__init__(
            self.tr("The plan on paper"),
            self.tr("As far as the plan has come. Nothing is created by looking at it."),
            parent,
        )
        self._context = context
        self._papers: Sequence[SetupPaper] = draft_papers(context.data, draft)
        self._folder = Path()
        self.which = KeyedCombo({one.key: one.title for one in self._papers})
        self.which.setAccessibleName(self.tr("Paper"))
        self.which.put(PLAN)
        self.choice = PaperChoice(context.preferences)
        self.preview = PdfPreview(self)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addStretch(1)
        top.addWidget(self.choice)
        self.body.addLayout(top)
        self.body.addWidget(self.preview, 1)
        self.said = plain_label("", "muted", "wrap")
        self.folder = button(self.tr("Open folder"), "quiet")
        self.said.hide()
        self.folder.hide()
        self.body.addWidget(self.said)
        self.body.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.save_button = self.add_button(self.tr("Save as PDF…"), "plain", "download")
        self.print_button = self.add_button(self.tr("Print…"), "plain", "printer")
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.which.chosen.connect(self._show)
        self.choice.changed.connect(self._show)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.folder.clicked.connect(lambda: context.links.open_path(self._folder))
        self.close_button.clicked.connect(self.accept)
        size_within_screen(self, _WIDTH, _HEIGHT)
        self.preview.setFocus()
        self._show()

    @property
    def paper(self) -> SetupPaper:
        """The paper that is looked at."""
        return next(one for one in self._papers if one.key == self.which.key)

    def _show(self) -> None:
        self.preview.show_pdf(self.paper.pdf(self.choice.form), self.paper.title)

    def _save(self) -> None:
        paper, form, prompts = self.paper, self.choice.form, self._context.prompts
        if not self._may_print(paper):
            return
        path = prompts.choose_file_to_save(
            self.tr("Save the paper"), paper.file_name, [self.tr("PDF (*.pdf)")]
        )
        if path is None:
            return

        def work() -> Generator[Progress, None, Written]:
            return write_setup_paper(paper, path, form)

        self._context.jobs.start(self.tr("Saving the paper…"), work, self._say_saved, self)

    def _say_saved(self, written: Written) -> None:
        self._folder = written.folder
        self._say(self.tr("Saved as {0}").format(*written.files))
        self.folder.show()

    def _print(self) -> None:
        paper = self.paper
        if not self._may_print(paper):
            return
        pages = paper.pdf(self.choice.form)
        try:
            printed = print_pdf(pages, Path(paper.file_name).stem, self)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if printed:
            self._say(self.tr("Sent to the printer: {0}").format(paper.title))

    def _say(self, words: str) -> None:
        """Say it here: a notice would stand behind the dialog."""
        self.folder.hide()
        self.said.setText(words)
        self.said.show()

    def _may_print(self, paper: SetupPaper) -> bool:
        odd = [oddity(paper.title, paper.unprintable)] if paper.unprintable else []
        return may_print_odd(
            self._context.prompts, odd, self.tr("You can write the words in other letters.")
        )
