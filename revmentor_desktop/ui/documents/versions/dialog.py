"""The dialog that shows the versions of an agreement as they left the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.staging import write_alone
from revmentor_desktop.services.documents.tracking import marks
from revmentor_desktop.services.documents.versions import Version, pages_of
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.versions.about import AboutVersion
from revmentor_desktop.ui.printing import print_pdf
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.pdf_view import PdfPreview
from revmentor_desktop.ui.widgets.text import announce, plain_label

_WIDTH: Final = 760
_HEIGHT: Final = 820


class VersionsDialog(Dialog):
    """Shows one of `versions`, the newest first: its pages, what it changed, what became of it."""

    def __init__(
        self, context: Context, paper: PairPaper, versions: Sequence[Version], parent: QWidget
    ) -> None:
        values = paper.values
        names = self.tr("The agreement of {0} and {1}, as it left the program.")
        super().__init__(
            self.tr("Versions of the agreement"),
            names.format(values.mentor.name, values.mentee.name),
            parent,
        )
        self._context = context
        self._paper = paper
        self._versions = {str(one.number): one for one in versions}
        self._pages = b""
        noted = marks(context.data, paper.pair.programme_id)
        self.about = AboutVersion(versions, noted.get((paper.pair.id, PaperKind.AGREEMENT), {}))
        self.which = KeyedCombo({key: self._words(one) for key, one in self._versions.items()})
        self.which.setAccessibleName(self.tr("Version"))
        self.preview = PdfPreview(self)
        self.said = plain_label("", "muted", "wrap")
        self.said.hide()
        row = QHBoxLayout()
        row.addWidget(self.which)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.about)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.said)
        self.save_button = self.add_button(self.tr("Save as PDF…"), "plain", "download")
        self.print_button = self.add_button(self.tr("Print…"), "plain", "printer")
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.which.chosen.connect(self._show)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.accept)
        size_within_screen(self, _WIDTH, _HEIGHT)
        earlier = [one.number for one in versions if one.number < values.version]
        self.which.put(str(next(iter(earlier), versions[0].number)))
        self._show()
        self.which.setFocus()

    def _words(self, version: Version) -> str:
        words = self.tr("Version {0}, since {1}")
        return words.format(version.number, short_date(version.made_on))

    def _show(self) -> None:
        version = self._versions[self.which.key]
        self._pages = pages_of(self._context.data, version)
        self.about.show_version(version)
        self.preview.show_pdf(self._pages, self.which.currentText())

    def _save(self) -> None:
        path = self._context.prompts.choose_file_to_save(
            self.tr("Save this version"), self._file_name(), [self.tr("PDF (*.pdf)")]
        )
        if path is None:
            return
        try:
            write_alone(path, self._pages)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        self._say(self.tr("Saved as {0}").format(path))

    def _print(self) -> None:
        try:
            printed = print_pdf(self._pages, self.which.currentText(), self)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        if printed:
            self._say(self.tr("Sent to the printer: version {0}").format(self.which.key))

    def _file_name(self) -> str:
        named = self._paper.file_name.removesuffix(".pdf")
        return f"{named} version {self.which.key}.pdf"

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self, words)
