"""Saving and printing papers: what is asked first, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.documents.files import (
    Pages,
    Written,
    already_there,
    pages_to_print,
    together_name,
    write_run,
    write_together,
)
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.documents.paper_run import Filing, PaperRun
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.leaving import may_print_odd, may_replace, oddity, say_saved
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.printing import print_pdf


class DocumentCommands(QObject):
    """Carries out what the officer wants done with some papers of the programme’s pairs."""

    issued = Signal()
    """Papers have left the program."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def save(self, chosen: Sequence[PairPaper]) -> None:
        """Save one paper as a file, or several into a folder with one more to print."""
        programme_id = self._context.programme_id
        if programme_id is None or not chosen or not self._may_print(chosen):
            return
        if len(chosen) == 1:
            self._save_one(programme_id, chosen[0])
        else:
            self._save_several(programme_id, chosen)

    def print(self, chosen: Sequence[PairPaper]) -> None:
        """Send papers to a printer that the officer chooses."""
        programme_id = self._context.programme_id
        if programme_id is None or not chosen or not self._may_print(chosen):
            return
        run, title = PaperRun(chosen, {}, form=self._form()), self._title(chosen)
        self._context.jobs.start(
            self.tr("Making the pages…"),
            lambda: pages_to_print(self._context.data, programme_id, run, title),
            partial(self._print_pages, title),
            self._window,
        )

    def _save_one(self, programme_id: int, paper: PairPaper) -> None:
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save the paper"), paper.file_name, [self.tr("PDF (*.pdf)")]
        )
        if path is not None:
            form = self._form()
            self._context.jobs.start(
                self.tr("Saving the paper…"),
                lambda: write_together(
                    self._context.data, programme_id, path, PaperRun([paper], {}, form=form)
                ),
                self._say_saved,
                self._window,
            )

    def _save_several(self, programme_id: int, chosen: Sequence[PairPaper]) -> None:
        folder = self._context.prompts.choose_folder(self.tr("Save the papers in this folder"))
        if folder is None or not self._may_replace(programme_id, folder, chosen):
            return
        run = PaperRun(chosen, {}, Filing.EACH_PAPER, form=self._form())
        self._context.jobs.start(
            self.tr("Saving the papers…"),
            lambda: write_run(self._context.data, programme_id, folder, run),
            self._say_saved,
            self._window,
        )

    def _form(self) -> PaperFormat:
        return paper_format(self._context.preferences)

    def _may_replace(self, programme_id: int, folder: Path, chosen: Sequence[PairPaper]) -> bool:
        names = [one.file_name for one in chosen]
        names.append(together_name(self._context.data, programme_id, chosen))
        return may_replace(self._context.prompts, folder, already_there(folder, names))

    def _may_print(self, chosen: Sequence[PairPaper]) -> bool:
        """Ask before characters are printed that no font of the program has."""
        return may_print_odd(
            self._context.prompts,
            _oddities(chosen),
            self.tr("You can write the name in other letters on the People page."),
        )

    def _print_pages(self, title: str, pages: Pages) -> None:
        try:
            printed = print_pdf(pages.content, title, self._window)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if printed:
            self._record(pages)
            words = self.tr("Sent to the printer: {0}")
            self._context.notices.show(words.format(self._count(len(pages.made))))

    def _title(self, chosen: Sequence[PairPaper]) -> str:
        return Path(chosen[0].file_name).stem if len(chosen) == 1 else self.tr("Papers")

    def _record(self, pages: Pages) -> None:
        """Note what left the program; it is no step of undo."""
        programme_id = self._context.programme_id
        if programme_id is None:
            return
        try:
            record_pair_papers(self._context.data, programme_id, pages.made, pages.kept)
        except KnownError as error:
            self._context.prompts.error(error)
        self.issued.emit()

    def _say_saved(self, written: Written) -> None:
        self.issued.emit()
        words = self.tr("Saved in {0}: {1}").format(written.folder, self._count(len(written.files)))
        if written.together not in {None, *written.files}:
            words += self.tr(", and one file with all of them to print")
        say_saved(self._context, words, written.folder)

    def _count(self, count: int) -> str:
        return self.tr("one paper") if count == 1 else self.tr("{0} papers").format(count)


def _oddities(papers: Sequence[PairPaper]) -> list[str]:
    """Return what cannot be printed, pair by pair: the papers of one share most of it."""
    found: dict[int, dict[str, None]] = {}
    names: dict[int, str] = {}
    for paper in papers:
        values = paper.values
        names[paper.pair.id] = f"{values.mentor.name} – {values.mentee.name}"
        found.setdefault(paper.pair.id, {}).update(dict.fromkeys(paper.unprintable))
    return [oddity(names[pair], "".join(odd)) for pair, odd in found.items() if odd]
