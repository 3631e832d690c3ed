"""Letters leave: as drafts, copied, as PDF or printed. What is asked first, and said afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import oddity
from revmentor_desktop.services.documents.files import already_there
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.letters.files import (
    ReadyLetter,
    draft_names,
    odd_characters,
    pages,
    pages_name,
    pages_title,
    ready,
    write_draft,
    write_drafts,
    write_pages,
)
from revmentor_desktop.services.letters.reading import Mailing, Recipient
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.leaving import listed, may_print_odd, may_replace, say_saved
from revmentor_desktop.ui.letters.words import gaps, recipient_name
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.printing import print_pdf


class LetterCommands(QObject):
    """Carries out what the officer wants done with a letter to some people."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def draft(self, found: Mailing, recipients: Sequence[Recipient]) -> None:
        """Open one letter in the mail program, or make a folder of drafts for several."""
        chosen = self._whole(found, recipients)
        if len(chosen) == 1:
            self._draft_one(chosen[0])
        elif chosen:
            self._draft_several(chosen)

    def copy(self, found: Mailing, recipient: Recipient) -> None:
        """Put one letter's subject and text on the clipboard."""
        for one in self._whole(found, [recipient]):
            QGuiApplication.clipboard().setText(f"{one.filled.subject}\n\n{one.filled.body}")
            words = self.tr("Copied: the letter to {0}").format(recipient_name(one.recipient))
            self._context.notices.show(words)

    def save(self, found: Mailing, recipients: Sequence[Recipient]) -> None:
        """Save letters as one PDF."""
        chosen = self._whole(found, recipients)
        if not chosen or not self._may_print(found, chosen):
            return
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save the letters"), pages_name(found), [self.tr("PDF (*.pdf)")]
        )
        if path is not None:
            form = self._form()
            self._context.jobs.start(
                self.tr("Saving the letters…"),
                lambda: write_pages(found, chosen, path, form),
                lambda written: self._say_saved(written, len(chosen)),
                self._window,
            )

    def print(self, found: Mailing, recipients: Sequence[Recipient]) -> None:
        """Send letters to a printer that the officer chooses."""
        chosen = self._whole(found, recipients)
        if chosen and self._may_print(found, chosen):
            form = self._form()
            self._context.jobs.start(
                self.tr("Making the pages…"),
                lambda: pages(found, chosen, form),
                lambda content: self._print_pages(content, pages_title(found), len(chosen)),
                self._window,
            )

    def _form(self) -> PaperFormat:
        """Return the sheet that was chosen last; large print is chosen where it is seen."""
        return PaperFormat(paper_format(self._context.preferences).paper)

    # ---- drafts ---------------------------------------------------------------------------------

    def _draft_one(self, letter: ReadyLetter) -> None:
        try:
            link = letter.link
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if link is not None and self._context.links.open_mail(link):
            words = self.tr("Opened in your mail program: the letter to {0}")
            self._context.notices.show(words.format(recipient_name(letter.recipient)))
            return
        # It is too long for a link, or no mail program takes links: a file does as well.
        (name,) = draft_names([letter])
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save the draft, to open it in your mail program"),
            name,
            [self.tr("E-mail draft (*.eml)")],
        )
        if path is not None:
            self._context.jobs.start(
                self.tr("Writing the draft…"),
                lambda: write_draft(letter, path),
                self._open_draft,
                self._window,
            )

    def _draft_several(self, chosen: Sequence[ReadyLetter]) -> None:
        folder = self._context.prompts.choose_folder(self.tr("Save the drafts in this folder"))
        prompts = self._context.prompts
        if folder is not None and may_replace(
            prompts, folder, already_there(folder, draft_names(chosen))
        ):
            self._context.jobs.start(
                self.tr("Writing the drafts…"),
                lambda: write_drafts(chosen, folder),
                lambda written: self._open_folder(folder, len(written)),
                self._window,
            )

    def _open_draft(self, path: Path) -> None:
        self._context.links.open_path(path)
        say_saved(self._context, self.tr("The draft is saved as {0}").format(path), path.parent)

    def _open_folder(self, folder: Path, count: int) -> None:
        self._context.links.open_path(folder)
        words = self.tr("{0} drafts are in {1}: open each one and send it from there.")
        self._context.notices.show(words.format(count, folder))

    # ---- what is asked first --------------------------------------------------------------------

    def _whole(self, found: Mailing, recipients: Sequence[Recipient]) -> list[ReadyLetter]:
        """Return the letters that may leave; name the gaps of the others first."""
        letters = ready(found, recipients)
        whole = [one for one in letters if one.filled.is_whole]
        if len(whole) == len(letters):
            return letters
        left = [
            f"{recipient_name(one.recipient)}: {gaps(one.filled)}"
            for one in letters
            if one not in whole
        ]
        if not whole:
            self._context.prompts.inform(
                self.tr("Something is still to fill in"),
                self.tr("A letter with a gap is not written. Nothing to say yet: {0}").format(
                    listed(left)
                ),
            )
            return []
        goes_on = self._context.prompts.confirm(
            self.tr("Some letters have gaps"),
            self.tr("A letter with a gap is not written. Nothing to say yet: {0}").format(
                listed(left)
            ),
            self.tr("Leave these out"),
        )
        return whole if goes_on else []

    def _may_print(self, found: Mailing, chosen: Sequence[ReadyLetter]) -> bool:
        odd = [
            oddity(recipient_name(one.recipient), characters)
            for one in chosen
            if (characters := odd_characters(found, one))
        ]
        return may_print_odd(self._context.prompts, odd)

    # ---- what is said afterwards ----------------------------------------------------------------

    def _print_pages(self, content: bytes, title: str, count: int) -> None:
        try:
            printed = print_pdf(content, title, self._window)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if printed:
            words = self.tr("Sent to the printer: {0}")
            self._context.notices.show(words.format(self._count(count)))

    def _say_saved(self, path: Path, count: int) -> None:
        words = self.tr("Saved as {0}: {1}").format(path, self._count(count))
        say_saved(self._context, words, path.parent)

    def _count(self, count: int) -> str:
        return self.tr("one letter") if count == 1 else self.tr("{0} letters").format(count)
