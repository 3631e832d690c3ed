"""Saving and printing papers: what is asked first, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services.documents.files import (
    Pages,
    Written,
    already_there,
    pages_to_print,
    record_pages,
    together_name,
    write_run,
    write_together,
)
from revmentor_desktop.services.documents.oddities import oddities
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.paper_run import (
    Filing,
    Offered,
    PaperRun,
    count_files,
    offered,
    run_files,
    runs_to_print,
    title_to_print,
)
from revmentor_desktop.services.documents.wording_check import run_wording_problems
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.printing.look_dialog import LookDialog
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog, Wish
from revmentor_desktop.ui.leaving import listed, may_print_odd, may_replace, say_saved
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.printing import print_stepwise
from revmentor_desktop.ui.widgets.pdf_view import OpenPdf
from revmentor_desktop.ui.wording_asking import may_leave


class DocumentCommands(QObject):
    """Carries out what the officer wants done with papers of the programme’s pairs."""

    issued = Signal()
    """Papers have left the program."""
    wording_wanted = Signal(str, str)
    """The officer would rather edit the wording first: the file and the key of a section."""
    reformed = Signal()
    """Papers are wanted on other sheets, in another print or in other colours."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, ticked: Collection[int], wish: Wish) -> None:
        """Ask what is to be printed or saved, for whom and how; `ticked` are pairs."""
        programme_id = self._context.programme_id
        if programme_id is not None:
            self._context.jobs.call(
                self.tr("Gathering the papers…"),
                lambda: offered(self._context.data, programme_id),
                partial(self._choose, programme_id, ticked, wish),
                self._window,
            )

    def save(self, paper: PairPaper) -> None:
        """Save one paper as a file that the officer names."""
        programme_id, run = self._context.programme_id, self._run_of(paper)
        if programme_id is not None and self._may_leave(run):
            self._save_as_one(programme_id, run, paper.file_name)

    def print(self, paper: PairPaper) -> None:
        """Send one paper to a printer that the officer chooses."""
        programme_id, run = self._context.programme_id, self._run_of(paper)
        if programme_id is not None and self._may_leave(run):
            self._make(programme_id, run, Path(paper.file_name).stem)

    def _run_of(self, paper: PairPaper) -> PaperRun:
        return PaperRun([paper], {paper.kind: 1}, form=paper_format(self._context.preferences))

    def _choose(
        self, programme_id: int, ticked: Collection[int], wish: Wish, found: Offered
    ) -> None:
        dialog = RunDialog(found, ticked, self._context.preferences, wish, self._window)
        dialog.choice.changed.connect(self.reformed)
        if not dialog.exec():
            return
        run = dialog.run
        if not self._may_leave(run):
            return
        together = together_name(self._context.data, programme_id, run.papers)
        if dialog.wish is Wish.PRINT:
            self._print_next(programme_id, runs_to_print(run), Path(together).stem)
        elif run.filing is Filing.ONE_FILE and count_files(run) == 1:
            (file,) = run_files(run, together)
            self._save_as_one(programme_id, run, file.name)
        else:
            self._save_several(programme_id, run, together)

    # ---- saving ---------------------------------------------------------------------------------

    def _save_as_one(self, programme_id: int, run: PaperRun, name: str) -> None:
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save the paper") if len(run.papers) == 1 else self.tr("Save the papers"),
            name,
            [self.tr("PDF (*.pdf)")],
        )
        if path is not None:
            self._context.jobs.start(
                self.tr("Saving the papers…"),
                lambda: write_together(self._context.data, programme_id, path, run),
                partial(self._say_saved, run),
                self._window,
            )

    def _save_several(self, programme_id: int, run: PaperRun, together: str) -> None:
        folder = self._context.prompts.choose_folder(self.tr("Save the papers in this folder"))
        if folder is not None:
            self._context.jobs.call(
                self.tr("Gathering the papers…"),
                lambda: already_there(folder, [file.name for file in run_files(run, together)]),
                partial(self._save_over, programme_id, run, folder),
                self._window,
            )

    def _save_over(
        self, programme_id: int, run: PaperRun, folder: Path, there: Sequence[str]
    ) -> None:
        """Save into a folder in which these files are `there` already."""
        if may_replace(self._context.prompts, folder, there):
            self._context.jobs.start(
                self.tr("Saving the papers…"),
                lambda: write_run(self._context.data, programme_id, folder, run, there),
                partial(self._say_saved, run),
                self._window,
            )

    def _say_saved(self, run: PaperRun, written: Written) -> None:
        self.issued.emit()
        words = self.tr("Saved in {0}: {1}")
        if run.filing is Filing.EACH_PERSON or run.labels:
            said = self._files(len({*written.files, written.together} - {None}))
        else:
            said = self._count(len(run.papers) + len(run.for_all) - len(written.failed))
        words = words.format(written.folder, said)
        if not run.labels and written.together not in {None, *written.files}:
            words += self.tr(", and one file with all of them to print")
        say_saved(self._context, words, written.folder)
        if written.failed:
            self._context.prompts.inform(
                self.tr("Some papers could not be made"),
                self.tr("All others are saved. It concerns: {0}").format(listed(written.failed)),
            )

    # ---- printing -------------------------------------------------------------------------------

    def _make(self, programme_id: int, run: PaperRun, title: str) -> None:
        self._context.jobs.start(
            self.tr("Making the pages…"),
            lambda: pages_to_print(self._context.data, programme_id, run, title),
            partial(self._send, run, title, lambda: None),
            self._window,
        )

    def _print_next(self, programme_id: int, runs: Sequence[PaperRun], together: str) -> None:
        """Make the pages of the first run and look at them; once it is printed, go on."""
        if not runs:
            return
        run, title = runs[0], title_to_print(runs[0], together)
        self._context.jobs.start(
            self.tr("Making the pages…"),
            lambda: _opened(pages_to_print(self._context.data, programme_id, run, title)),
            partial(
                self._look, run, title, partial(self._print_next, programme_id, runs[1:], together)
            ),
            self._window,
        )

    def _look(
        self,
        run: PaperRun,
        title: str,
        go_on: Callable[[], object],
        made: tuple[Pages, OpenPdf],
    ) -> None:
        """Show all pages before they go to the printer."""
        if LookDialog(*made, run, parent=self._window).exec():
            self._send(run, title, go_on, made[0])

    def _send(self, run: PaperRun, title: str, go_on: Callable[[], object], pages: Pages) -> None:
        try:
            print_stepwise(
                self._context.jobs,
                pages.content,
                title,
                self._window,
                partial(self._say_printed, pages, go_on),
                is_duplex=run.is_duplex,
                in_colour=run.form.in_colour,
            )
        except KnownError as error:
            self._context.prompts.error(error)

    def _say_printed(self, pages: Pages, go_on: Callable[[], object]) -> None:
        """Note what left the program, which is no step of undo, and say so."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return
        try:
            record_pages(self._context.data, programme_id, pages)
        except KnownError as error:
            self._context.prompts.error(error)
        self.issued.emit()
        words = self.tr("Sent to the printer: {0}")
        count = len(pages.made) + len(pages.for_all)
        self._context.notices.show(words.format(self._count(count)))
        go_on()

    def _may_leave(self, run: PaperRun) -> bool:
        """Ask before wording leaves that is not in order, or characters that no font has."""
        if not may_leave(self._context, run_wording_problems(run), self.wording_wanted.emit):
            return False
        return may_print_odd(
            self._context.prompts,
            oddities(run),
            self.tr("You can write the name in other letters on the People page."),
        )

    def _count(self, count: int) -> str:
        return self.tr("one paper") if count == 1 else self.tr("{0} papers").format(count)

    def _files(self, count: int) -> str:
        return self.tr("one file") if count == 1 else self.tr("{0} files").format(count)


def _opened(
    work: Generator[Progress, None, Pages],
) -> Generator[Progress, None, tuple[Pages, OpenPdf]]:
    """Make pages and open them, which takes a while where there are many."""
    pages = yield from work
    return pages, OpenPdf(pages.content)
