"""What the pages of the wizard share: the opened file, the draft, and what it would do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from revmentor_desktop.exchange.people_file.draft import (
    ImportDraft,
    draft_of,
    with_header,
    with_remembered,
)
from revmentor_desktop.exchange.people_file.values import role_names_of
from revmentor_desktop.exchange.spreadsheets.delimited import TextFormat
from revmentor_desktop.exchange.spreadsheets.grid import Grid
from revmentor_desktop.exchange.spreadsheets.source import Source, open_source
from revmentor_desktop.services.people_import.compare import compare
from revmentor_desktop.services.people_import.comparison import Comparison
from revmentor_desktop.services.people_import.remembered import remembered
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context

if TYPE_CHECKING:
    from revmentor_desktop.services.people_import.apply import Steps

T = TypeVar("T")


class ImportSession(QObject):
    """One import, from the choice of the file to its end. Reading and comparing are jobs."""

    changed = Signal()
    """The draft is another one; what was compared counts no more."""
    compared = Signal()
    """`comparison` belongs to the draft again."""
    failed = Signal(object)
    """The file could not be read: the KnownError."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.programme_id = context.programme_id
        self.programme_name = ""
        if self.programme_id is not None:
            self.programme_name = programme(context.data, self.programme_id).name
        self.source: Source | None = None
        asked = taking_part(context.data, self.programme_id)
        self._begun = ImportDraft(
            takes_part=self.programme_id is not None,
            own_fields=asked.asked_fields(),
            role_names=role_names_of(asked),
        )
        self.draft = self._begun
        self.comparison: Comparison | None = None
        self.is_remembered = False
        self.is_edited = False

    def open(self, path: Path) -> None:
        """Read another file; the one before stays when that fails."""

        def read() -> tuple[Source, Grid]:
            source = open_source(path)
            return source, source.read()

        self._call(self.tr("Reading {0}").format(path.name), read, self._opened)

    def choose_sheet(self, sheet: str) -> None:
        """Read another sheet of the workbook."""
        self._read_again(replace(self.draft, sheet=sheet))

    def choose_format(self, text_format: TextFormat) -> None:
        """Read the text in another encoding or with another delimiter."""
        self._read_again(replace(self.draft, text_format=text_format))

    def choose_header(self, header: int | None) -> None:
        """Take another row for the headings and guess the columns anew."""
        if header != self.draft.header:
            self._take(with_header(self.draft, header, today()))

    def update(self, draft: ImportDraft) -> None:
        """Take an edited draft."""
        self.is_edited = True
        self._set(draft)

    def compare(self) -> None:
        """Find out what the draft would do, unless that is known; `compared` follows."""
        if self.comparison is not None:
            self.compared.emit()
            return
        draft, data = self.draft, self._context.data

        def work() -> Comparison:
            return compare(data, draft, self.programme_id, today())

        self._call(self.tr("Comparing with the people stored"), work, self._found)

    def take_in(self, words: str, done: Callable[[Comparison], None]) -> None:
        """Import the draft as one undo step `words`."""
        # Storing needs SQLModel, which takes a while to load and looking does not need.
        from revmentor_desktop.services.people_import.apply import import_people

        draft, data, programme_id = self.draft, self._context.data, self.programme_id

        def work() -> Steps:
            with data.words(words):
                return (yield from import_people(data, draft, programme_id, today()))

        def finished(comparison: Comparison) -> None:
            self._context.announce(data.last_touched)
            done(comparison)

        self._context.jobs.start(self.tr("Importing people"), work, finished, self._window)

    def _call(self, words: str, work: Callable[[], T], done: Callable[[T], object]) -> None:
        self._context.jobs.call(words, work, done, self._window, failed=self.failed.emit)

    def _opened(self, read: tuple[Source, Grid]) -> None:
        source, grid = read
        self.source = source
        self.is_edited = False
        draft = replace(
            self._begun,
            file_name=source.name,
            sheet=next(iter(source.sheets), ""),
            text_format=source.text_format,
        )
        self._take(draft_of(draft, grid, today()))

    def _read_again(self, draft: ImportDraft) -> None:
        source = self.source
        if source is None or (draft.sheet, draft.text_format) == (
            self.draft.sheet,
            self.draft.text_format,
        ):
            return
        self._call(
            self.tr("Reading {0}").format(draft.file_name),
            lambda: source.read(draft.sheet, draft.text_format),
            lambda grid: self._take(draft_of(draft, grid, today())),
        )

    def _take(self, draft: ImportDraft) -> None:
        """Take a freshly guessed draft, mapped as the last file of its shape was."""
        known = None
        if draft.grid is not None:
            known = remembered(self._context.data, draft.grid, draft.header)
        self.is_remembered = known is not None
        self._set(draft if known is None else with_remembered(draft, known))

    def _set(self, draft: ImportDraft) -> None:
        self.draft = draft
        self.comparison = None
        self.changed.emit()

    def _found(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.compared.emit()
