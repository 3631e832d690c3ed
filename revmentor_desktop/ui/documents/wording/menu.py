"""What the menu of a paper offers that is about its words: editing them, here or in Word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.services.documents.files import Written
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.word_files import word_name, write_word_file
from revmentor_desktop.services.documents.wording_check import wording_problems
from revmentor_desktop.services.documents.wording_files import files_of
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.leaving import say_saved
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.wording_asking import may_leave


def add_wording(
    menu: QMenu,
    context: Context,
    paper: PairPaper | None,
    edit: Callable[[str, str], None],
    issued: Callable[[], object],
    window: QWidget,
) -> None:
    """Add to the menu of a paper; `edit` is called with a file, and the key of a section or "".

    `issued` is called when the paper has left the program.
    """
    if paper is None:
        return
    export = menu.addAction(icon("file-text"), _tr("Save this one for Word…"))
    export.triggered.connect(lambda: _export(context, paper, edit, issued, window))
    for file in files_of(paper.kind)[:1]:
        action = menu.addAction(icon("pencil"), _tr("Edit wording…"))
        action.triggered.connect(lambda _=False, file=file: edit(file, ""))


def _export(
    context: Context,
    paper: PairPaper,
    edit: Callable[[str, str], None],
    issued: Callable[[], object],
    window: QWidget,
) -> None:
    programme_id = context.programme_id
    if programme_id is None or not may_leave(context, wording_problems([paper]), edit):
        return
    path = context.prompts.choose_file_to_save(
        _tr("Save the paper for Word"), word_name(paper), [_tr("Word document (*.docx)")]
    )
    if path is not None:
        form = paper_format(context.preferences)
        context.jobs.start(
            _tr("Saving the paper…"),
            lambda: write_word_file(context.data, programme_id, paper, path, form),
            partial(_say_saved, context, issued),
            window,
        )


def _say_saved(context: Context, issued: Callable[[], object], written: Written) -> None:
    issued()
    words = _tr("Saved as {0}. What is changed in it, RevMentor does not know.")
    say_saved(context, words.format(*written.files), written.folder)


def _tr(words: str) -> str:
    return QCoreApplication.translate("wording", words)
