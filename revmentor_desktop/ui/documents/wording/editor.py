"""A plain editor for one section: its heading, its text, and buttons for the few signs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.documents.document_text import APART
from revmentor_desktop.domain.text import LINE_LIMIT, TEXT_LIMIT
from revmentor_desktop.services.documents.placeholders import Placeholders
from revmentor_desktop.services.documents.wording import EditedSection, Wording, slips_of
from revmentor_desktop.services.documents.wording_words import slip_words
from revmentor_desktop.ui.documents.wording import marking
from revmentor_desktop.ui.documents.wording.highlighter import Highlighter
from revmentor_desktop.ui.documents.wording.notes import Note, notes_of
from revmentor_desktop.ui.documents.wording.text_fields import LineField, MarkdownField
from revmentor_desktop.ui.theme import Theme
from revmentor_desktop.ui.widgets.buttons import button, icon_button, menu_button, set_button_text
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.storing import StoredAfterPause
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import plain_label, without_mnemonic
from revmentor_desktop.ui.wording_words import section_name

_AT_MOST: Final = 3
"""How many things that are wrong are told at once."""


class WordingEditor(StoredAfterPause):
    """Shows a section with the names of placeholders, and is stored after a pause in typing."""

    wanted = Signal(str)
    """The officer wants to go to where more of a section is worded or chosen, by its command."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._placeholders: Placeholders | None = None
        self.section: EditedSection | None = None
        self.name = plain_label("", "heading", "elide")
        self.own = Chip(self.tr("Own wording"), "brand")
        self.restore = button(self.tr("Back to the original"), "quiet", "undo-2")
        self.heading, self.body = LineField(), MarkdownField()
        self._looks = [Highlighter(one.document(), theme) for one in (self.heading, self.body)]
        self.menu = QMenu()
        self.placeholders = menu_button(self.tr("Placeholder"), self.menu, "plain")
        self._heading_field = LabelledField(self.tr("Heading"), self.heading)
        self._body_field = LabelledField(self.tr("Text"), self.body)
        self._slips = plain_label("", "error", "wrap")
        self.notes, self.go = plain_label("", "muted", "wrap"), button("", "quiet")
        self._place = ""
        self._typed_in: QPlainTextEdit = self.body
        self._make_tools()
        self._lay_out()
        self._wire()

    # ---- what stands here -----------------------------------------------------------------------

    def words(self) -> Wording:
        """Return the wording as it stands here, with the keys of placeholders."""
        if self.section is None or self._placeholders is None:
            return Wording("")
        stored = self._placeholders.stored
        now = self.section.now
        heading = stored(self.heading.toPlainText()) if self.section.has_heading else now.heading
        body = stored(self.body.toPlainText()) if self.section.has_body else now.body
        return Wording(heading, body)

    def show_section(self, section: EditedSection, placeholders: Placeholders) -> None:
        """Show a section as it is stored."""
        self.forget_waiting()
        self.section = section
        self._know(placeholders)
        self._show(section.now)
        self._heading_field.setVisible(section.has_heading)
        self._heading_field.set_label(self._line_label(section))
        self._body_field.setVisible(section.has_body)
        for tool in self.tools.values():
            tool.setVisible(section.has_body)
        self._typed_in = self.body if section.has_body else self.heading
        self.mark(section)

    def put(self, words: Wording) -> None:
        """Show what was typed before and could not be stored."""
        self._show(words)
        self._check()

    def _show(self, words: Wording) -> None:
        for field, text in ((self.heading, words.heading), (self.body, words.body)):
            shown = self._placeholders.shown(text) if self._placeholders else text
            if field.toPlainText() != shown:
                with QSignalBlocker(field):
                    field.setPlainText(shown)

    def _line_label(self, section: EditedSection) -> str:
        if not section.is_line:
            return self.tr("Heading")
        if APART in section.original.heading:
            return self.tr("Several words, with | between them")
        return self.tr("Line")

    def mark(self, section: EditedSection) -> None:
        """Say of the section that is shown how it stands now, and leave its texts alone."""
        self.section = section
        if self._placeholders is not None:
            self.name.setText(section_name(section, self._placeholders))
        self.own.setVisible(section.differs)
        self.restore.setVisible(section.differs)
        self._note(section)
        self._check()

    def _note(self, section: EditedSection) -> None:
        found = [*notes_of(section, self._placeholders)] if self._placeholders else []
        self.notes.setText(" ".join(one.words for one in found))
        self.notes.setVisible(bool(found))
        leading = next((one for one in found if one.command), Note(""))
        self._place = leading.command
        set_button_text(self.go, leading.verb)
        self.go.setVisible(bool(leading.command))

    def problem(self) -> str:
        """Return why the text cannot be stored, or nothing."""
        words = self.words()
        for text, limit in ((words.heading, LINE_LIMIT), (words.body, TEXT_LIMIT)):
            if len(text) > limit:
                return self.tr("This text has {0:,} characters; at most {1:,} fit here.").format(
                    len(text), limit
                )
        return ""

    def told(self) -> str:
        """Return what is said to be wrong."""
        return self._slips.text()

    def put_in(self, words: str) -> None:
        """Put words where the officer typed last."""
        self._typed_in.insertPlainText(words)
        self._typed_in.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- putting it together --------------------------------------------------------------------

    def _make_tools(self) -> None:
        made: dict[str, tuple[str, str, Callable[[QPlainTextEdit], None]]] = {
            "heading": ("heading", self.tr("A heading within the text"), marking.make_heading),
            "bold": ("bold", self.tr("Bold words (Ctrl+B)"), marking.make_bold),
            "list": ("list", self.tr("Points of a list"), marking.make_list),
            "numbered": ("list-ordered", self.tr("A numbered list"), marking.make_numbered),
            "line": ("pen-line", self.tr("A line to write on"), marking.add_line),
        }
        self.tools = {}
        for key, (sign, tip, change) in made.items():
            tool = icon_button(sign, tip, "ink")
            tool.clicked.connect(partial(self._use, change))
            self.tools[key] = tool

    def _use(self, change: Callable[[QPlainTextEdit], None], *_: object) -> None:
        change(self.body)
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        bar = QWidget()
        row = FlowLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        for tool in self.tools.values():
            row.addWidget(tool)
        row.addWidget(self.placeholders)
        low = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        low.setHeightForWidth(True)
        bar.setSizePolicy(low)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.own)
        foot.addStretch(1)
        foot.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.name)
        layout.addWidget(self._heading_field)
        layout.addWidget(bar)
        layout.addWidget(self._body_field, 100)
        layout.addWidget(self._slips)
        layout.addWidget(self.notes)
        layout.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)
        layout.addStretch(1)
        layout.addLayout(foot)

    def _wire(self) -> None:
        bold = QShortcut(QKeySequence.StandardKey.Bold, self)
        bold.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bold.activated.connect(lambda: marking.make_bold(self._typed_in))
        self.go.clicked.connect(lambda: self.wanted.emit(self._place))
        for field in (self.heading, self.body):
            field.installEventFilter(self)
            field.textChanged.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        # The row is as high as its highest; how high that is, the style says only now.
        self.placeholders.ensurePolished()
        for tool in self.tools.values():
            tool.setFixedHeight(self.placeholders.sizeHint().height())
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        for field in (self.heading, self.body):
            if watched is field and event.type() == QEvent.Type.FocusIn:
                self._typed_in = field
            elif watched is field and event.type() == QEvent.Type.FocusOut:
                self.settle()
        return super().eventFilter(watched, event)

    def _know(self, placeholders: Placeholders) -> None:
        if placeholders == self._placeholders:
            return
        self._placeholders = placeholders
        for look in self._looks:
            look.know(placeholders)
        self.menu.clear()
        for title, names in placeholders.groups.items():
            group = self.menu.addMenu(without_mnemonic(title))
            for key in names:
                name = placeholders.names[key]
                action = group.addAction(without_mnemonic(name))
                action.triggered.connect(partial(self._put_in_name, name))
        self.menu.addSeparator()
        option = self.menu.addAction(self.tr("Left out when a placeholder inside is empty"))
        option.triggered.connect(self._part_off)

    def _put_in_name(self, name: str, *_: object) -> None:
        self.put_in(f"{{{name}}}")

    def _part_off(self) -> None:
        marking.part_off(self._typed_in)
        self._typed_in.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- typing ---------------------------------------------------------------------------------

    def _changed(self) -> None:
        """Wait for a pause after something was typed; another look of the text is no change."""
        if self.section is not None and self.words() != self.section.now:
            self.wait()
        self._check()

    def _check(self) -> None:
        """Say what is wrong with what stands here."""
        if self.section is None or self._placeholders is None:
            return
        problem = self.problem()
        self._body_field.show_problem(problem)
        found = slips_of(self.section, self.words())
        said = [slip_words(one, self._placeholders) for one in found[:_AT_MOST]]
        self._slips.setText(" ".join(said))
        self._slips.setVisible(bool(said))
