"""Saving and printing set-up papers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import oddity
from revmentor_desktop.services.documents.files import Written, already_there
from revmentor_desktop.services.documents.issued import record_papers
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.documents.setup_files import issue_setup_paper, write_setup_papers
from revmentor_desktop.services.documents.setup_papers import SetupPaper
from revmentor_desktop.services.documents.wording_check import programme_wording_problems
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.leaving import may_print_odd, may_replace, say_saved
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.printing import print_pdf
from revmentor_desktop.ui.wording_asking import may_leave


class PaperCommands(QObject):
    """Carries out what the officer wants done with set-up papers of the programme."""

    issued = Signal()
    """Papers have left the program."""
    wording_wanted = Signal(str, str)
    """The officer would rather look at how a section of a file is worded, by its key."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def save(self, paper: SetupPaper) -> None:
        """Save one paper as a file that the officer names."""
        programme_id = self._context.programme_id
        if programme_id is None or not self._may_print([paper]):
            return
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save the paper"), paper.file_name, [self.tr("PDF (*.pdf)")]
        )
        if path is not None:
            form = self._form()
            self._context.jobs.start(
                self.tr("Saving the paper…"),
                lambda: issue_setup_paper(self._context.data, programme_id, paper, path, form),
                self._say_saved,
                self._window,
            )

    def save_all(self, papers: Sequence[SetupPaper]) -> None:
        """Save all papers of the programme into a folder."""
        programme_id = self._context.programme_id
        if programme_id is None or not papers or not self._may_print(papers):
            return
        prompts = self._context.prompts
        folder = prompts.choose_folder(self.tr("Save the set-up papers in this folder"))
        if folder is None:
            return
        there = already_there(folder, [paper.file_name for paper in papers])
        if may_replace(prompts, folder, there):
            form, data = self._form(), self._context.data
            self._context.jobs.start(
                self.tr("Saving the papers…"),
                lambda: write_setup_papers(data, programme_id, folder, form=form),
                self._say_saved,
                self._window,
            )

    def print(self, paper: SetupPaper) -> None:
        """Send one paper to a printer that the officer chooses."""
        programme_id = self._context.programme_id
        if programme_id is None or not self._may_print([paper]):
            return
        pages = paper.pdf(self._form())
        try:
            printed = print_pdf(pages, Path(paper.file_name).stem, self._window)
            if printed:
                record_papers(self._context.data, programme_id, [paper])
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if printed:
            self.issued.emit()
            words = self.tr("Sent to the printer: {0}")
            self._context.notices.show(words.format(paper.title))

    def _form(self) -> PaperFormat:
        return paper_format(self._context.preferences)

    def _may_print(self, papers: Sequence[SetupPaper]) -> bool:
        """Ask before wording leaves that is not in order, or characters that no font has."""
        found = programme_wording_problems(papers[0].values, [one.key for one in papers])
        if not may_leave(self._context, found, self.wording_wanted.emit):
            return False
        return may_print_odd(
            self._context.prompts,
            [oddity(one.title, one.unprintable) for one in papers if one.unprintable],
            self.tr("You can write the words in other letters in the programme’s settings."),
        )

    def _say_saved(self, written: Written) -> None:
        self.issued.emit()
        count = len(written.files)
        said = self.tr("one paper") if count == 1 else self.tr("{0} papers").format(count)
        words = self.tr("Saved in {0}: {1}").format(written.folder, said)
        say_saved(self._context, words, written.folder)
