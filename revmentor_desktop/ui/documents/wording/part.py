"""A part of the Documents page: packs and sheets are worded, and the real page stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.documents.document_text import APART
from revmentor_desktop.domain.wording import Sign, tokens
from revmentor_desktop.domain.wording_slips import lines_of
from revmentor_desktop.services.documents.placeholders import Placeholders, placeholders
from revmentor_desktop.services.documents.wording import (
    EditedDocument,
    EditedSection,
    Wording,
    cleaned,
    documents,
    save_wording,
    wording_preview,
)
from revmentor_desktop.services.documents.wording_files import DocumentGroup, group_of, known_in
from revmentor_desktop.services.setup.role_names import role_names
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.preview_card import preview_card
from revmentor_desktop.ui.documents.wording.editor import WordingEditor
from revmentor_desktop.ui.documents.wording.section_list import SectionList, SectionsModel
from revmentor_desktop.ui.paper_choice import paper_format
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.pdf_view import PdfPreview
from revmentor_desktop.ui.widgets.surfaces import Card, Chip, scrolled
from revmentor_desktop.ui.wording_words import section_name

_MARK: Final = "•"
_LEAST_LETTERS: Final = 6
_AT_THE_EDGE: Final = frozenset({"kind", "title", "subtitle", "foot"})
"""Lines that stand on every page, or on the first."""
_LOOKED_FOR: Final = 6
"""Words by which a place on the pages is found; more might end in another line."""
_LEAST_PREVIEW: Final = 150
"""Pixels of width; in a narrow window the text matters more than the page."""


class WordingPart(QWidget):
    """Documents and sections at the left, the text in the middle, the page at the right.

    What is typed is stored a moment later, and whenever something else is gone to.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.which = KeyedCombo()
        self.which.setAccessibleName(self.tr("Document"))
        self.which.shrink(_LEAST_LETTERS)
        self.model = SectionsModel()
        self.list = SectionList(self.model, context.theme)
        self.editor = WordingEditor(context.theme)
        self.preview = PdfPreview(self)
        self._place = Chip()
        self._documents: dict[str, EditedDocument] = {}
        self._all_named: Placeholders | None = None
        self._named: Placeholders | None = None
        """Those of the document that is looked at."""
        self._programme_id: int | None = None
        self._pair_id: int | None = None
        self._unstored: dict[tuple[str, str], Wording] = {}
        """What was typed and could not be stored, by file and section."""
        self._stale = True
        self._lay_out()
        self._wire()

    def outdate(self) -> None:
        """Read the wording again: now while it is seen, else when it is next shown."""
        if self._context.programme_id != self._programme_id:
            # What was typed belongs to the programme that was looked at.
            self.editor.settle()
            self._programme_id = self._context.programme_id
            self._unstored.clear()
        self._stale = True
        if self.isVisible():
            self._freshen()

    def look_at(self, file: str, key: str) -> None:
        """Look at a section of a document; at its first one where there is no such."""
        self.editor.settle()
        self._freshen()
        self.which.put(file)
        self._show_document()
        self.list.look_at(key or _first(self._documents[file]))
        self._show_preview()

    def for_pair(self, pair_id: int | None) -> None:
        """Show the paper of this pair from now on, or that of two invented people."""
        self._pair_id = pair_id

    def show_again(self) -> None:
        """Show the page in another form."""
        if self.isVisible():
            self._show_preview()

    def showEvent(self, event: QShowEvent) -> None:
        self._freshen()
        self._show_preview()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.editor.settle()
        super().hideEvent(event)

    # ---- putting it together --------------------------------------------------------------------

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.which)
        side.addWidget(self.list, 1)
        middle = Card()
        middle.body.addWidget(scrolled(self.editor), 1)
        beside = preview_card(self.preview, self._place)
        beside.setMinimumWidth(_LEAST_PREVIEW)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(side, 5)
        row.addWidget(middle, 10)
        row.addWidget(beside, 8)

    def _wire(self) -> None:
        self.which.chosen.connect(self._turn_to)
        self.list.current_changed.connect(self._show_section)
        self.editor.to_store.connect(self._store)
        self.editor.restore.clicked.connect(self._restore)
        self.editor.wanted.connect(self._context.requested)
        self.preview.turned.connect(self._say_page)

    # ---- showing --------------------------------------------------------------------------------

    def _freshen(self) -> None:
        """Read what is worded how, and show it; what is being typed stays."""
        programme_id = self._context.programme_id
        if not self._stale or programme_id is None:
            return
        self._stale = False
        self._programme_id = programme_id
        self._all_named = placeholders(role_names(self._context.data, programme_id))
        found = documents(self._context.data, programme_id)
        self._documents = {one.file: one for one in found}
        self.which.offer_groups(self._by_groups(found))
        self._show_document()
        self._show_preview()

    def _by_groups(self, found: Sequence[EditedDocument]) -> dict[str, dict[str, str]]:
        """Return what documents are called, by file, below the head lines of their groups."""
        heads = {
            DocumentGroup.PAIR: self.tr("For each pair"),
            DocumentGroup.PROGRAMME: self.tr("For the programme"),
            DocumentGroup.COMMON: self.tr("Words of several papers"),
        }
        return {
            head: {
                one.file: f"{one.name} {_MARK}" if one.differs else one.name
                for one in found
                if group_of(one.file) is group
            }
            for group, head in heads.items()
        }

    def _turn_to(self, file: str) -> None:
        self.editor.settle()
        self.which.put(file)
        self._show_document()
        self._show_preview()

    def _show_document(self) -> None:
        found = self._documents.get(self.which.key)
        if found is None or self._all_named is None:
            return
        self._named = self._all_named.only(known_in(found.file))
        looked_at = self.list.current
        self.model.show(found.sections, self._named)
        self.list.look_at(looked_at.key if looked_at else _first(found))
        self._show_section()

    def _show_section(self) -> None:
        section, before = self.list.current, self.editor.section
        if section is None or self._named is None:
            return
        is_same = before is not None and (before.file, before.key) == (section.file, section.key)
        if is_same and self._is_at_it(section):
            self.editor.mark(section)
            return
        if not is_same:
            self.editor.settle()
            # Storing has read everything anew.
            section = self.list.current or section
        self.editor.show_section(section, self._named)
        typed = self._unstored.get((section.file, section.key))
        if typed is not None:
            self.editor.put(typed)
        if not is_same:
            self._go_to(section)

    def _is_at_it(self, section: EditedSection) -> bool:
        """Tell whether what stands in the editor is being typed, and to be left alone."""
        if self.editor.has_waiting() or self.editor.problem():
            return True
        return cleaned(self.editor.words()) == cleaned(section.now)

    def _show_preview(self) -> None:
        file, programme_id = self.which.key, self._context.programme_id
        if programme_id is None or file not in self._documents or not self.isVisible():
            return
        form = paper_format(self._context.preferences)
        pages = wording_preview(self._context.data, programme_id, file, self._pair_id, form)
        if pages is None:
            self.preview.clear()
            return
        self.preview.show_pdf(pages, self._documents[file].name)
        if self.list.current is not None:
            self._go_to(self.list.current)

    def _go_to(self, section: EditedSection) -> None:
        """Bring the page into view on which a section begins."""
        if section.key in _AT_THE_EDGE:
            return
        said = section.now.heading.split(APART)[0] or next(lines_of(section.now.body), "")
        stretches = [one.text.strip() for one in tokens(said) if one.sign is Sign.TEXT]
        if stretches:
            self.preview.go_to_text(" ".join(max(stretches, key=len).split()[:_LOOKED_FOR]))

    def _say_page(self, page: int, pages: int) -> None:
        self._place.setVisible(pages > 0)
        words = self.tr("Page {0} of {1}")
        if self._pair_id is None:
            words = self.tr("Example · page {0} of {1}")
        self._place.setText(words.format(page, pages))

    # ---- changing -------------------------------------------------------------------------------

    def _store(self) -> None:
        section, programme_id = self.editor.section, self._programme_id
        if section is None or programme_id is None:
            return
        words, place = self.editor.words(), (section.file, section.key)
        self._unstored.pop(place, None)
        step = self.tr("Word “{0}”")
        if self.editor.problem() or not self._save(programme_id, section, words, step):
            self._unstored[place] = words

    def _restore(self) -> None:
        section, programme_id = self.editor.section, self._programme_id
        self.editor.forget_waiting()
        if section is None or programme_id is None:
            return
        self._unstored.pop((section.file, section.key), None)
        words = self.tr("Take “{0}” back to the original")
        self._save(programme_id, section, section.original, words)
        if self._named is not None and self.list.current is not None:
            self.editor.show_section(self.list.current, self._named)

    def _save(self, programme_id: int, section: EditedSection, words: Wording, step: str) -> bool:
        """Store wording as one step; tell whether it is stored now."""
        if cleaned(words) == cleaned(section.now) or self._named is None:
            return True
        name = section_name(section, self._named)

        def save(data: DataFile) -> bool:
            save_wording(data, programme_id, section, words)
            return True

        return self._context.run(step.format(name), save) is True


def _first(document: EditedDocument) -> str:
    """Return the section that a document opens with."""
    return next((one.key for one in document.sections if not one.is_line), "")
