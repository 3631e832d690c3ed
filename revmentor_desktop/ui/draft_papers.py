"""The papers of a programme that is being set up, seen before there is one."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from revmentor_desktop.services.documents.setup_files import write_setup_paper
from revmentor_desktop.services.documents.setup_papers import PLAN, SetupPaper, draft_papers
from revmentor_desktop.services.documents.wording_check import programme_wording_problems
from revmentor_desktop.ui.paper_dialog import PaperDialog
from revmentor_desktop.ui.wording_asking import may_leave

if TYPE_CHECKING:
    from revmentor_desktop.domain.plan.draft import Draft
    from revmentor_desktop.domain.progress import Progress
    from revmentor_desktop.services.documents.files import Written
    from revmentor_desktop.ui.context import Context


class DraftPapersDialog(PaperDialog):
    """Shows the papers that a draft would have: to read, print or save and talk over."""

    def __init__(self, context: Context, draft: Draft, parent: QWidget) -> None:
        self._papers: Sequence[SetupPaper] = draft_papers(context.data, draft)
        super().__init__(
            context,
            self.tr("The plan on paper"),
            self.tr("As far as the plan has come. Nothing is created by looking at it."),
            {one.key: one.title for one in self._papers},
            parent,
        )
        self.which.setAccessibleName(self.tr("Paper"))
        self.which.put(PLAN)
        self._add_paper_buttons()
        self._show_paper()

    @property
    def paper(self) -> SetupPaper:
        """The paper that is looked at."""
        return next(one for one in self._papers if one.key == self.which.key)

    def _show_paper(self) -> None:
        self.preview.show_pdf(self.paper.pdf(self.choice.form), self.paper.title)

    def _save(self) -> None:
        paper, form, prompts = self.paper, self.choice.form, self._context.prompts
        if not self._may_send(paper):
            return
        path = prompts.choose_file_to_save(
            self.tr("Save the paper"), paper.file_name, [self.tr("PDF (*.pdf)")]
        )
        if path is None:
            return

        def work() -> Generator[Progress, None, Written]:
            return write_setup_paper(paper, path, form)

        self._context.jobs.start(self.tr("Saving the paper…"), work, self._say_saved, self)

    def _print(self) -> None:
        if self._may_send(self.paper):
            self._send(self.paper, self.paper.pdf(self.choice.form))

    def _may_send(self, paper: SetupPaper) -> bool:
        """Ask before wording leaves that is not in order, or characters that no font has."""
        if not may_leave(self._context, programme_wording_problems(paper.values, [paper.key])):
            return False
        remedy = self.tr("You can write the words in other letters.")
        return self._may_print(paper, paper.unprintable, remedy)
