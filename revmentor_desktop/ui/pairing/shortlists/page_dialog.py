"""The dialog that shows what a leader is to read of the mentors they may choose among."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.domain.text import oddity
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.letters.choice import (
    ChoicePage,
    choice_page,
    write_choice_draft,
    write_choice_page,
)
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.leaving import may_print_odd, say_saved
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.choosing import Switch
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen

_SIZE: Final = (640, 740)


class ChoicePageDialog(Dialog):
    """Shows the page, which can be saved as PDF or opened as an e-mail; no fit stands on it."""

    def __init__(self, context: Context, programme_id: int, offered: Shortlist, parent: QWidget):
        super().__init__(
            self.tr("What {0} reads").format(name_of(offered.leader)),
            named(self.tr("Only what the {mentors} share. It says nothing of how well they fit.")),
            parent,
        )
        self._context = context
        self._programme_id = programme_id
        self._offered = offered
        self.are_named = Switch(
            named(self.tr("The {mentors} have agreed to be named, and to what stands here")),
            self.tr(
                "Ask them first: until then, the page says what they offer and enjoy, not who they "
                "are."
            ),
        )
        self.are_named.switched.connect(self._show)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("What the page says"))
        self.body.addWidget(self.are_named)
        self.body.addWidget(self.preview, 1)
        self.add_cancel(self.tr("Close"))
        self.save = self.add_button(self.tr("Save as PDF…"), "plain", "download")
        self.save.clicked.connect(self._save)
        self.mail = self.add_button(self.tr("E-mail draft"), "primary", "mail")
        self.mail.clicked.connect(self._mail)
        self._show()
        size_within_screen(self, *_SIZE)

    @property
    def page(self) -> ChoicePage:
        """The page as it is shown."""
        return choice_page(
            self._context.data,
            self._programme_id,
            self._offered,
            are_named=self.are_named.is_on,
        )

    def _show(self, *_: object) -> None:
        said = self.page.values
        self.preview.setPlainText(f"{said.subject}\n\n{said.body}")

    def _save(self) -> None:
        page, context = self.page, self._context
        odd = page.unprintable
        if not may_print_odd(context.prompts, [oddity(page.values.to, odd)] if odd else []):
            return
        path = context.prompts.choose_file_to_save(
            self.tr("Save the page"), page.pdf_name, [self.tr("PDF (*.pdf)")]
        )
        if path is not None:
            form = PaperFormat(paper_format(context.preferences).paper)
            context.jobs.start(
                self.tr("Saving the page…"),
                lambda: write_choice_page(page, path, form),
                self._say_saved,
                self,
            )

    def _mail(self) -> None:
        page, context = self.page, self._context
        try:
            link = page.link
        except KnownError as error:
            context.prompts.error(error)
            return
        if link is not None and context.links.open_mail(link):
            self.accept()
            return
        # It is too long for a link, or no mail program takes links: a file does as well.
        path = context.prompts.choose_file_to_save(
            self.tr("Save the draft, to open it in your mail program"),
            page.draft_name,
            [self.tr("E-mail draft (*.eml)")],
        )
        if path is not None:
            context.jobs.start(
                self.tr("Writing the draft…"),
                lambda: write_choice_draft(page, path),
                self._open_draft,
                self,
            )

    def _open_draft(self, path: Path) -> None:
        self._context.links.open_path(path)
        self._say_saved(path)

    def _say_saved(self, path: Path) -> None:
        say_saved(self._context, self.tr("Saved as {0}").format(path), path.parent)
        self.accept()
