"""The Letters page: letters to people, and the calendar of who hears what when."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from revmentor_desktop.domain.letters import WITH_PAPERS, LetterText
from revmentor_desktop.services.letters.calendar import calendar
from revmentor_desktop.services.letters.content import letter
from revmentor_desktop.services.letters.reading import mailings
from revmentor_desktop.services.letters.writing import restore_text, save_sender, save_text
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.letters.calendar_view import CalendarView
from revmentor_desktop.ui.letters.commands import LetterCommands
from revmentor_desktop.ui.letters.sheet import LettersSheet
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.surfaces import EmptyState

_LETTERS: Final = 0
_CALENDAR: Final = 1


class LettersPage(Page):
    """The letters of the programme that is looked at."""

    tables = frozenset(
        {
            *("person", "participation", "pair", "application", "programme", "plan_section"),
            *("setting", "logo"),
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("Letters"),
            self.tr("Filled for each person, then opened in your mail program or printed."),
        )
        self.commands = LetterCommands(context, self)
        self.sheet = LettersSheet(context.theme)
        self.calendar = CalendarView(context.theme)
        self.tabs = QTabBar()
        self.save_button = button(self.tr("Save as PDF…"), "plain", "download")
        self.print_button = button(self.tr("Print…"), "plain", "printer")
        self.draft_button = button(self.tr("Open as e-mail draft"), "primary", "mail")
        self.go_dates = button(self.tr("Go to the dates"), "primary", "calendar")
        self._has_dates = False
        self._programme_id: int | None = None
        """The programme whose letters are shown."""
        self._lay_out_page()
        self._wire()

    def show_letter(self, key: str, only: Collection[int] = ()) -> None:
        """Look at a letter by its key; with `only` just these people are ticked, by their ids."""
        self.tabs.setCurrentIndex(_LETTERS)
        self._freshen()
        self.sheet.look_at(key)
        if only:
            self.sheet.tick_only(only)

    def show_calendar(self) -> None:
        """Look at the communications calendar."""
        self.tabs.setCurrentIndex(_CALENDAR)

    def reload(self) -> None:
        programme_id = self.context.programme_id
        if programme_id != self._programme_id:
            # What was typed belongs to the programme that was looked at.
            self.sheet.editor.settle()
            self._programme_id = programme_id
        if programme_id is not None:
            self.sheet.show_mailings(mailings(self.context.data, programme_id))
            said = calendar(self.context.data, programme_id, today())
            self._has_dates = bool(said)
            self.calendar.show_said(said)
        self._turn()

    def hideEvent(self, event: QHideEvent) -> None:
        self.sheet.editor.settle()
        super().hideEvent(event)

    # ---- putting it together --------------------------------------------------------------------

    def _lay_out_page(self) -> None:
        for one in (self.save_button, self.print_button, self.draft_button):
            self.add_action(one)
        self.tabs.setAccessibleName(self.tr("Parts of the page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("Letters"))
        self.tabs.addTab(self.tr("Communications calendar"))
        self._sheets = QStackedWidget()
        for part in (self.sheet, self.calendar, self._no_programme(), self._no_dates()):
            self._sheets.addWidget(part)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addWidget(self._sheets, 1)
        self.content.addWidget(both)

    def _no_programme(self) -> QWidget:
        make = button(self.tr("New programme…"), "primary", "plus")
        make.clicked.connect(lambda: self.context.requested.emit("new-programme"))
        return EmptyState(
            "mail",
            self.tr("Letters belong to a programme"),
            self.tr("Set a programme up first; its invitations and answers are then written here."),
            make,
        )

    def _no_dates(self) -> QWidget:
        self.go_dates.clicked.connect(lambda: self.context.requested.emit("edit-programme"))
        return EmptyState(
            "calendar",
            self.tr("No dates yet"),
            self.tr(
                "Give the programme a start: the calendar then says who hears what on which day,"
                " from the first word with the sponsor to the thanks at the end."
            ),
            self.go_dates,
        )

    def _wire(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.sheet.counted.connect(self._count)
        self.sheet.to_store.connect(self._store)
        self.sheet.to_restore.connect(self._restore)
        self.sheet.signed.connect(self._sign)
        self.sheet.copy_button.clicked.connect(self._copy)
        self.draft_button.clicked.connect(self._draft)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.calendar.letter_wanted.connect(self.show_letter)
        self.calendar.paper_wanted.connect(
            lambda key: self.context.requested.emit(f"show-paper:{key}")
        )

    # ---- showing --------------------------------------------------------------------------------

    def _turn(self) -> None:
        """Show the part that the tab names."""
        has_programme = self.context.programme_id is not None
        is_calendar = self.tabs.currentIndex() == _CALENDAR
        self.tabs.setVisible(has_programme)
        for one in (self.save_button, self.print_button, self.draft_button):
            one.setVisible(has_programme and not is_calendar)
        if not has_programme:
            self._sheets.setCurrentIndex(2)
        elif is_calendar:
            self._sheets.setCurrentIndex(1 if self._has_dates else 3)
        else:
            self._sheets.setCurrentIndex(0)

    @property
    def _has_papers(self) -> bool:
        """Whether papers go with the letter that is looked at."""
        found = self.sheet.mailing
        return found is not None and found.letter.key in WITH_PAPERS

    def _count(self) -> None:
        """Let the main button say how many letters it is about."""
        ticked = len(self.sheet.recipients.ticked)
        words = self.tr("Open as e-mail draft")
        if ticked > 1:
            words = self.tr("Make {0} e-mail drafts…").format(ticked)
        if self._has_papers:
            words = self.tr("Go to Documents")
        set_button_text(self.draft_button, words)
        for one in (self.save_button, self.print_button, self.draft_button):
            one.setEnabled(ticked > 0 or (self._has_papers and one is self.draft_button))

    # ---- changing -------------------------------------------------------------------------------

    def _store(self, key: str, variant: str, text: LetterText) -> None:
        programme_id = self._programme_id
        if programme_id is not None:
            words = self.tr("Word the letter “{0}”").format(letter(key).title)
            self.context.run(words, lambda data: save_text(data, programme_id, key, variant, text))

    def _restore(self, key: str, variant: str) -> None:
        programme_id = self._programme_id
        if programme_id is not None:
            title = letter(key).title
            self.context.run(
                self.tr("Take “{0}” back to the original").format(title),
                lambda data: restore_text(data, programme_id, key, variant),
                notice=self.tr("“{0}” is worded as it came.").format(title),
            )

    def _sign(self, sender: str, contact: str) -> None:
        programme_id = self._programme_id
        if programme_id is not None:
            self.context.run(
                self.tr("Sign the letters"),
                lambda data: save_sender(data, programme_id, sender, contact),
            )

    # ---- leaving --------------------------------------------------------------------------------

    def _draft(self) -> None:
        self.sheet.editor.settle()
        if self._has_papers:
            # Only there can each draft have that person's own papers attached.
            self.context.requested.emit("show:documents")
        elif self.sheet.mailing is not None:
            self.commands.draft(self.sheet.mailing, self.sheet.recipients.ticked)

    def _save(self) -> None:
        self.sheet.editor.settle()
        if self.sheet.mailing is not None:
            self.commands.save(self.sheet.mailing, self.sheet.recipients.ticked)

    def _print(self) -> None:
        self.sheet.editor.settle()
        if self.sheet.mailing is not None:
            self.commands.print(self.sheet.mailing, self.sheet.recipients.ticked)

    def _copy(self) -> None:
        self.sheet.editor.settle()
        if self.sheet.mailing is not None and self.sheet.has_person:
            self.commands.copy(self.sheet.mailing, self.sheet.recipient)
