"""Packs leave by e-mail: what is checked and asked first, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.text import oddity
from revmentor_desktop.services.documents.files import already_there
from revmentor_desktop.services.documents.mailing import (
    LETTER,
    PackMail,
    draft_file_names,
    pack_draft,
    pack_mails,
    papers_of,
    record_mails,
    write_pack_drafts,
)
from revmentor_desktop.services.documents.tracking import mark_papers
from revmentor_desktop.services.documents.wording_check import wording_problems
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.mailing.dialog import MailingDialog
from revmentor_desktop.ui.documents.tracking.mark_words import mark_names
from revmentor_desktop.ui.leaving import may_print_odd, may_replace
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.wording_asking import may_leave


class MailingCommands(QObject):
    """Carries out what the officer wants sent to the people of some pairs."""

    issued = Signal()
    """Papers have left the program."""
    wording_wanted = Signal(str, str)
    """The officer would rather edit the wording first: the file and the key of a section."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def send(self, pair_ids: Collection[int]) -> None:
        """Let the officer check who of these pairs gets what, and make drafts of it."""
        programme_id = self._context.programme_id
        if programme_id is None or not pair_ids:
            return
        data = self._context.data

        def read(with_agreement: bool) -> Sequence[PackMail]:
            return pack_mails(data, programme_id, pair_ids, with_agreement=with_agreement)

        dialog = MailingDialog(read, self._context.theme, self._window)
        sending = _Sending(self._context, programme_id, dialog)
        sending.recorded.connect(self.issued)
        sending.wording_wanted.connect(self.wording_wanted)
        dialog.exec()
        dialog.deleteLater()


class _Sending(QObject):
    """Makes what one dialog asks for; it goes with the dialog."""

    recorded = Signal()
    wording_wanted = Signal(str, str)

    def __init__(self, context: Context, programme_id: int, dialog: MailingDialog) -> None:
        super().__init__(dialog)
        self._context = context
        self._programme_id = programme_id
        self._dialog = dialog
        self._made: Sequence[PackMail] = ()
        dialog.opened.connect(self._open)
        dialog.saved.connect(self._save)
        dialog.noted.connect(self._note_sent)
        dialog.letter_asked.connect(self._word)
        dialog.folder_asked.connect(context.links.open_path)

    # ---- one draft ------------------------------------------------------------------------------

    def _open(self) -> None:
        """Make the one ticked draft and open it in the mail program."""
        chosen = self._dialog.model.ticked
        if len(chosen) != 1 or not self._may_print(chosen):
            return
        mail, form = chosen[0], paper_format(self._context.preferences)
        self._context.jobs.start(
            self.tr("Making the draft…"),
            lambda: pack_draft(mail, form),
            lambda made: self._open_file(mail, *made),
            self._dialog,
        )

    def _open_file(self, mail: PackMail, name: str, content: bytes) -> None:
        try:
            path = self._context.private_files.put(name, content)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if not self._context.links.open_path(path):
            self._context.prompts.inform(
                self.tr("No mail program answered"),
                self.tr("Save the draft in a folder instead, and open it from your mail program."),
            )
            return
        self._record([mail])
        words = self.tr(
            "Opened in your mail program: the draft to {0}. If it looks like a message that you"
            " received, take it from its folder into your drafts. It goes when you close RevMentor."
        )
        self._dialog.say_made(words.format(mail.name), path.parent)

    # ---- many -----------------------------------------------------------------------------------

    def _save(self) -> None:
        """Write the ticked drafts into a folder that the officer chooses."""
        chosen = self._dialog.model.ticked
        if not chosen or not self._may_print(chosen):
            return
        prompts = self._context.prompts
        folder = prompts.choose_folder(self.tr("Save the drafts in this folder"))
        if folder is None:
            return
        there = already_there(folder, draft_file_names(chosen))
        if not may_replace(prompts, folder, there):
            return
        data, form = self._context.data, paper_format(self._context.preferences)
        self._context.jobs.start(
            self.tr("Writing the drafts…"),
            lambda: write_pack_drafts(data, self._programme_id, chosen, folder, form),
            lambda written: self._say_written(chosen, written, folder),
            self._dialog,
        )

    def _say_written(self, chosen: Sequence[PackMail], files: Sequence[Path], folder: Path) -> None:
        self._made = chosen
        self.recorded.emit()
        self._context.links.open_path(folder)
        words = (
            self.tr("One draft is in {0}: open it and send it from there.")
            if len(files) == 1
            else self.tr("{1} drafts are in {0}: open each one and send it from there.")
        )
        self._dialog.say_made(words.format(folder, len(files)), folder)

    # ---- before and afterwards ------------------------------------------------------------------

    def _may_print(self, chosen: Sequence[PackMail]) -> bool:
        """Ask before wording leaves that is not in order, or characters that no font has."""
        papers = [paper for mail in chosen for paper in mail.papers]
        if not may_leave(self._context, wording_problems(papers), self._edit_wording):
            return False
        return may_print_odd(
            self._context.prompts,
            [oddity(one.name, one.unprintable) for one in chosen if one.unprintable],
            self.tr("You can write the name in other letters on the People page."),
        )

    def _edit_wording(self, file: str, key: str) -> None:
        self._dialog.reject()
        self.wording_wanted.emit(file, key)

    def _record(self, mails: Sequence[PackMail]) -> None:
        self._made = mails
        try:
            record_mails(self._context.data, self._programme_id, mails)
        except KnownError as error:
            self._context.prompts.error(error)
        self.recorded.emit()

    def _note_sent(self) -> None:
        papers = papers_of(self._made)
        words = self.tr("Note of papers: {0}").format(mark_names()[Mark.SENT])
        try:
            self._context.attempt(words, lambda data: mark_papers(data, papers, Mark.SENT, today()))
        except KnownError as error:
            self._context.prompts.error(error)
            return
        self._dialog.say_noted(
            self.tr("Noted as sent today: one paper")
            if len(papers) == 1
            else self.tr("Noted as sent today: {0} papers").format(len(papers))
        )

    def _word(self) -> None:
        self._dialog.reject()
        self._context.requested.emit(f"write-letter:{LETTER}")
