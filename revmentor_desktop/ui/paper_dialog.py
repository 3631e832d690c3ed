"""A dialog that shows papers as they are printed: one is chosen, read, saved or printed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import oddity
from revmentor_desktop.ui.leaving import may_print_odd
from revmentor_desktop.ui.paper_choice import PaperChoice
from revmentor_desktop.ui.printing import print_pdf
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.pdf_view import PdfPreview
from revmentor_desktop.ui.widgets.text import announce, plain_label

if TYPE_CHECKING:
    from revmentor_desktop.services.documents.event_papers import EventPaper
    from revmentor_desktop.services.documents.files import Written
    from revmentor_desktop.services.documents.pairing_list import PairingList
    from revmentor_desktop.services.documents.setup_papers import SetupPaper
    from revmentor_desktop.ui.context import Context

_Shown: TypeAlias = "SetupPaper | PairingList | EventPaper"
_WIDTH: Final = 860
_HEIGHT: Final = 820


class PaperDialog(Dialog):
    """Shows one of some papers, and says what became of it.

    Whoever builds on it fills `which` and says what `_show_paper`, `_save` and `_print` do; buttons
    of its own come before `_add_paper_buttons`.
    """

    def __init__(
        self, context: Context, title: str, line: str, papers: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(title, line, parent)
        self._context = context
        self._folder = Path()
        self.which = KeyedCombo(papers)
        self.choice = PaperChoice(context.preferences)
        self.preview = PdfPreview(self)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addStretch(1)
        top.addWidget(self.choice)
        self.body.addLayout(top)
        self.issued = plain_label("", "small", "wrap")
        self.issued.hide()
        self.body.addWidget(self.issued)
        self.body.addWidget(self.preview, 1)
        self.said = plain_label("", "muted", "wrap")
        self.folder = button(self.tr("Open folder"), "quiet")
        self.said.hide()
        self.folder.hide()
        done = QHBoxLayout()
        done.addWidget(self.said, 1)
        done.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(done)
        self.which.chosen.connect(self._show_paper)
        self.choice.changed.connect(self._show_paper)
        self.folder.clicked.connect(lambda: context.links.open_path(self._folder))

    def _add_paper_buttons(self) -> None:
        self.save_button = self.add_button(self.tr("Save as PDF…"), "plain", "download")
        self.print_button = self.add_button(self.tr("Print…"), "plain", "printer")
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.accept)
        size_within_screen(self, _WIDTH, _HEIGHT)
        self.preview.setFocus()

    def _show_paper(self) -> None:
        """Show the paper that is chosen, on the sheets that are chosen."""
        raise NotImplementedError

    def _save(self) -> None:
        """Save the paper that is shown."""
        raise NotImplementedError

    def _print(self) -> None:
        """Print the paper that is shown."""
        raise NotImplementedError

    def _note_printed(self) -> None:
        """Record that the paper was printed; of some nothing is recorded."""

    def _send(self, paper: _Shown, pages: bytes) -> None:
        """Send pages to the printer, and say so."""
        try:
            printed = print_pdf(pages, Path(paper.file_name).stem, self)
            if printed:
                self._note_printed()
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if printed:
            self._say(self.tr("Sent to the printer: {0}").format(paper.title))

    def _say_saved(self, written: Written) -> None:
        self._folder = written.folder
        self._say(self.tr("Saved as {0}").format(*written.files))
        self.folder.show()

    def _say(self, words: str) -> None:
        """Say it here: a notice would stand behind the dialog."""
        self.folder.hide()
        self.said.setText(words)
        self.said.show()
        announce(self, words)

    def _may_print(self, paper: _Shown, unprintable: str, remedy: str) -> bool:
        """Ask first where characters of a paper cannot be printed; `remedy` says what helps."""
        odd = [oddity(paper.title, unprintable)] if unprintable else []
        return may_print_odd(self._context.prompts, odd, remedy)
