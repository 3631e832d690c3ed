"""The set-up papers of the programme: a list at the left, the real pages at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from revmentor_desktop.services.documents.issued import issued_papers
from revmentor_desktop.services.documents.setup_papers import SetupPaper, setup_papers
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.paper_commands import PaperCommands
from revmentor_desktop.ui.documents.paper_list import PapersList, PapersModel
from revmentor_desktop.ui.documents.preview_card import preview_card
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.pdf_view import PdfPreview
from revmentor_desktop.ui.widgets.surfaces import Chip


class SetupPapersPart(QWidget):
    """A part of the Documents page. Papers are read again when it is shown after a change."""

    counted = Signal(int)
    """How many papers there are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.commands = PaperCommands(context, self)
        self.model = PapersModel()
        self.list = PapersList(self.model, context.theme)
        self.preview = PdfPreview(self)
        self.save_one = button(self.tr("Save…"), "quiet", "download")
        self.print_one = button(self.tr("Print…"), "quiet", "printer")
        self.save_one.setAccessibleName(self.tr("Save this paper as PDF…"))
        self.print_one.setAccessibleName(self.tr("Print this paper…"))
        self._place = Chip()
        self._shown: SetupPaper | None = None
        self._stale = True
        self._lay_out()
        self._wire()

    def outdate(self) -> None:
        """Read the papers again: now while they are seen, else when they are next shown."""
        self._stale = True
        if self.isVisible():
            self._freshen()

    def show_again(self) -> None:
        """Show the paper that is looked at in another form."""
        self._shown = None
        if self.isVisible():
            self._show_current()

    def save_all(self) -> None:
        """Save all papers into a folder."""
        self.commands.save_all(self.model.papers)

    def menu(self) -> QMenu:
        """Return the menu of the paper that is looked at."""
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        save = menu.addAction(icon("download"), self.tr("Save this one as PDF…"))
        save.triggered.connect(self._save)
        send = menu.addAction(icon("printer"), self.tr("Print this one…"))
        send.triggered.connect(self._print)
        word = menu.addAction(icon("pencil"), self.tr("Edit wording…"))
        word.triggered.connect(self._word)
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        self._freshen()
        self._show_current()
        super().showEvent(event)

    def _lay_out(self) -> None:
        card = preview_card(self.preview, self._place, self.save_one, self.print_one)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.list, 7)
        row.addWidget(card, 6)

    def _wire(self) -> None:
        self.list.current_changed.connect(self._show_current)
        self.list.menu_asked.connect(lambda at: self.menu().popup(at))
        self.preview.turned.connect(self._say_page)
        self.commands.issued.connect(self.outdate)
        self.save_one.clicked.connect(self._save)
        self.print_one.clicked.connect(self._print)

    def _freshen(self) -> None:
        if not self._stale:
            return
        self._stale = False
        programme_id = self._context.programme_id
        data = self._context.data
        found = setup_papers(data, programme_id) if programme_id is not None else []
        looked_at = self._shown.key if self._shown else ""
        self.model.show(found, issued_papers(data, programme_id or 0, found))
        self.list.look_at(looked_at)
        self._show_current()
        self.counted.emit(len(found))

    def _show_current(self) -> None:
        paper = self.list.current
        if paper is not None and paper == self._shown:
            return
        self._shown = paper
        for one in (self.save_one, self.print_one):
            one.setEnabled(paper is not None)
        if paper is None:
            self.preview.clear()
            return
        form = paper_format(self._context.preferences)
        self.preview.show_pdf(paper.pdf(form), paper.title)

    def _say_page(self, page: int, pages: int) -> None:
        self._place.setVisible(pages > 0)
        self._place.setText(self.tr("Page {0} of {1}").format(page, pages))

    def _save(self) -> None:
        if self._shown:
            self.commands.save(self._shown)

    def _print(self) -> None:
        if self._shown:
            self.commands.print(self._shown)

    def _word(self) -> None:
        if self._shown:
            self.commands.wording_wanted.emit(self._shown.key, "")
