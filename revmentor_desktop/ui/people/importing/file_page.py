"""The first step: which file, which sheet, and how a plain text is to be read."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.exchange.spreadsheets.delimited import DELIMITERS, ENCODINGS, TextFormat
from revmentor_desktop.exchange.spreadsheets.source import SUFFIXES
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.importing.grid_view import GridView
from revmentor_desktop.ui.people.importing.session import ImportSession
from revmentor_desktop.ui.people.importing.step_page import StepPage
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.surfaces import Card, EmptyState, IconLabel
from revmentor_desktop.ui.widgets.text import plain_label, set_property

_FIELD_WIDTH: Final = 220


class FilePage(StepPage):
    """Takes a file by button or drop, then shows how it reads."""

    def __init__(self, session: ImportSession, context: Context) -> None:
        super().__init__(
            session,
            self.tr("Choose the list of people"),
            self.tr(
                "A spreadsheet of any kind will do: an export from your HR system, a form’s"
                " answers, a sign-up sheet. It is only read, never changed."
            ),
        )
        self._context = context
        self._is_showing = False
        self.choose = button(self.tr("Choose a file…"), "primary", "folder-open")
        self.choose.clicked.connect(self.ask_for_file)
        self.another = button(self.tr("Another file…"))
        self.another.clicked.connect(self.ask_for_file)
        self.sheet = _box(self.tr("Sheet"))
        self.encoding = _box(self.tr("Encoding"))
        self.delimiter = _box(self.tr("Columns are separated by"))
        self.preview = GridView(self.tr("The beginning of the sheet"))
        self.warning = Card(role="warning")
        self._warning_label = plain_label("", "body", "wrap")
        self._name = plain_label("", "strong", "elide")
        self._size = plain_label("", "small", "elide")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._chosen())
        self.body.addWidget(self._stack, 1)
        self.sheet.activated.connect(lambda _: session.choose_sheet(self.sheet.currentData()))
        for box in (self.encoding, self.delimiter):
            box.activated.connect(self._choose_format)

    def ask_for_file(self) -> None:
        """Let the officer pick a file."""
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        path = self._context.prompts.choose_file_to_open(
            self.tr("Choose the list of people"), [self.tr("Spreadsheets") + f" ({endings})"]
        )
        if path is not None:
            self.preview.setFocus()
            self.session.open(Path(path))

    def aim(self, *, aimed: bool) -> None:
        """Show that a file is held over the page."""
        set_property(self._drop, "aimed", "true" if aimed else "false")

    def refresh(self) -> None:
        draft, source = self.session.draft, self.session.source
        is_first_look = source is not None and self._stack.currentIndex() == 0
        self._stack.setCurrentIndex(0 if source is None else 1)
        if is_first_look:
            self.take_focus()
        if source is None or draft.grid is None:
            return
        self._name.setText(draft.file_name)
        self._size.setText(
            # Titles and headings above the people are no people.
            self.tr("{0} · rows of people: {1:,} · columns: {2}").format(
                source.kind.upper(), len(draft.grid.rows) - draft.first_row, draft.grid.width
            )
        )
        self._sheet_field.setVisible(len(source.sheets) > 1)
        self._encoding_field.setVisible(draft.text_format is not None)
        self._delimiter_field.setVisible(draft.text_format is not None)
        _fill(self.sheet, [(sheet, sheet) for sheet in source.sheets], draft.sheet)
        if draft.text_format is not None:
            _fill(self.encoding, list(ENCODINGS.items()), draft.text_format.encoding)
            names = self._delimiter_names()
            _fill(self.delimiter, list(names.items()), draft.text_format.delimiter)
        self.preview.show_grid(draft.grid, None)
        self._warn()

    def take_focus(self) -> None:
        # From the preview Enter goes on to the next step.
        (self.choose if self.session.source is None else self.preview).setFocus()

    def _empty(self) -> QWidget:
        offer = EmptyState(
            "file-spreadsheet",
            self.tr("Drop the file here"),
            self.tr("CSV, Excel (.xlsx, .xls) or OpenDocument (.ods)"),
            self.choose,
        )
        self._drop = Card()
        self._drop.setProperty("role", "drop")
        self._drop.body.addWidget(offer)
        return self._drop

    def _chosen(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        about = QHBoxLayout()
        about.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._size)
        about.addWidget(IconLabel("file-spreadsheet", "brand", 28))
        about.addLayout(words, 1)
        about.addWidget(self.another)
        card = Card()
        card.body.addLayout(about)
        self._sheet_field = LabelledField(self.tr("Sheet"), self.sheet)
        self._encoding_field = LabelledField(self.tr("Encoding"), self.encoding)
        self._delimiter_field = LabelledField(self.tr("Columns are separated by"), self.delimiter)
        options = QHBoxLayout()
        options.setSpacing(16)
        for field in (self._sheet_field, self._encoding_field, self._delimiter_field):
            field.setMaximumWidth(_FIELD_WIDTH + 40)
            options.addWidget(field)
        options.addStretch(1)
        self.warning.body.addWidget(self._warning_label)
        layout.addWidget(card)
        layout.addLayout(options)
        layout.addWidget(self.warning)
        layout.addWidget(self.preview, 1)
        return page

    def _choose_format(self, _place: int) -> None:
        encoding, delimiter = self.encoding.currentData(), self.delimiter.currentData()
        self.session.choose_format(TextFormat(str(encoding), str(delimiter)))

    def _delimiter_names(self) -> dict[str, str]:
        names = (
            self.tr("Semicolon  ;"),
            self.tr("Comma  ,"),
            self.tr("Tab"),
            self.tr("Vertical bar  |"),
        )
        return dict(zip(DELIMITERS, names, strict=True))

    def _warn(self) -> None:
        grid = self.session.draft.grid
        said: list[str] = []
        if grid is not None and grid.lost_characters:
            said.append(
                self.tr(
                    "{0} characters cannot be read in this encoding and show as “�”. Try another."
                ).format(grid.lost_characters)
            )
        if grid is not None and grid.empty_formulas:
            said.append(
                self.tr(
                    "{0} formulas have no result in the file and count as blank. Open the file in"
                    " a spreadsheet program, save it, and choose it again to bring them in."
                ).format(grid.empty_formulas)
            )
        self._warning_label.setText("\n".join(said))
        self.warning.setVisible(bool(said))


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumWidth(_FIELD_WIDTH)
    return box


def _fill(box: QComboBox, choices: list[tuple[str, str]], chosen: str) -> None:
    box.clear()
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
