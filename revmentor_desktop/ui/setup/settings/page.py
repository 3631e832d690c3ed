"""Programme settings: the steps of setting up as sections that can be changed at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.services.programmes.reading import standing
from revmentor_desktop.services.setup.effects import effects
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.setup.lessons import LessonsPanel
from revmentor_desktop.ui.setup.names import step_names
from revmentor_desktop.ui.setup.pages import step_page
from revmentor_desktop.ui.setup.settings.apply_bar import ApplyBar
from revmentor_desktop.ui.setup.settings.effect_words import effect_sentence
from revmentor_desktop.ui.setup.settings.kept_edits import KeptEdits
from revmentor_desktop.ui.setup.settings.removal import Removal
from revmentor_desktop.ui.setup.settings.section_list import SectionList
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.unread import forget_unread, show_unread, with_unread
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import EmptyState, scrolled
from revmentor_desktop.ui.widgets.tab_order import last_stop
from revmentor_desktop.ui.widgets.text import plain_label

LESSONS: Final = "lessons"
REMOVAL: Final = "removal"
_EFFECTS_AFTER_MS: Final = 250
"""How long the typing rests before it is worked out what the edits touch."""


@dataclass(slots=True)
class _Open:
    """A section that was opened: what it was given to show, and what it said to that at once.

    A page may say less than it was given (a blank row), which is no edit.
    """

    page: StepPage
    given: Draft
    untouched: Draft

    @property
    def edits(self) -> Draft:
        return with_unread(self.page, self.page.with_edits(self.given))

    @property
    def has_edits(self) -> bool:
        return self.edits != self.untouched

    def show(self, draft: Draft) -> None:
        forget_unread(self.page)
        self.page.show_draft(draft)
        self.given = draft
        self.untouched = self.edits

    def show_edits(self, typed: Draft) -> None:
        self.page.show_draft(typed)
        show_unread(self.page, typed)


class SettingsPage(Page):
    """Edits wait in their section until they are applied, one undo step for each section."""

    tables = frozenset(
        {
            "programme",
            "plan_section",
            "participation",
            "pair",
            "own_value",
            "consent",
            "person",
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            self.tr("Programme settings"),
            self.tr("Everything that was decided when the programme was set up; change any of it."),
        )
        names = {str(step): name for step, name in step_names().items() if step is not Step.CHECK}
        self._names = {
            **names,
            LESSONS: self.tr("Lessons"),
            REMOVAL: self.tr("Remove the programme"),
        }
        self._programme_id: int | None = None
        self._stored = Draft()
        self._open: dict[str, _Open] = {}
        self.kept = KeptEdits(context, self)
        self._applying = ""
        self.shown = str(Step.PURPOSE)
        self.list = SectionList(self._names)
        self.bar = ApplyBar()
        self.removal = Removal()
        self.lessons: LessonsPanel | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_EFFECTS_AFTER_MS)
        self._timer.timeout.connect(self._say_effects)
        self._lay_out_settings()
        self.list.asked.connect(self.show_section)
        self.bar.apply_asked.connect(self.apply)
        self.bar.discard_asked.connect(self.discard)
        self.removal.asked.connect(self._remove)
        self.kept.failed.connect(lambda error: context.notices.show(words_of(error)))

    # ---- showing --------------------------------------------------------------------------------

    def reload(self) -> None:
        programme_id = self.context.programme_id
        if programme_id != self._programme_id:
            self._change_programme(programme_id)
        self._sheets.setCurrentIndex(0 if programme_id is not None else 1)
        if programme_id is None:
            return
        self._stored = decided(self.context.data, programme_id)
        for key, section in self._open.items():
            if key == self._applying or not section.has_edits:
                section.show(self._stored)
        there = standing(self.context.data, programme_id)
        self.removal.show_programme(self._stored.details, there)
        self.show_section(self.shown)

    def show_section(self, key: str) -> None:
        """Show a section by the name of its step, or `LESSONS` or `REMOVAL`."""
        if self._programme_id is None:
            return
        self.shown = key
        sheet = self._widget(key)
        self._stack.setCurrentWidget(sheet)
        # Tab goes on from the section to the bar, whichever was made first.
        QWidget.setTabOrder(last_stop(sheet), self.bar.discard)
        QWidget.setTabOrder(self.bar.discard, self.bar.apply)
        self._follow_edits()

    def hideEvent(self, event: QHideEvent) -> None:
        self.kept.keep()
        super().hideEvent(event)

    def section(self, step: Step) -> StepPage:
        """Return the page of a step, made when it is first wanted."""
        if str(step) not in self._open:
            page = step_page(step, self.context)
            page.offer_for_stored()
            self._stack.addWidget(page)
            opened = self._open[str(step)] = _Open(page, self._stored, self._stored)
            opened.show(self._stored)
            typed = self._kept.get(step)
            if typed is not None:
                opened.show_edits(typed)
            page.edited.connect(self._follow_edits)
        return self._open[str(step)].page

    @property
    def waiting(self) -> list[str]:
        """The sections with edits that are not applied yet."""
        return [str(step) for step in self._kept]

    @property
    def _kept(self) -> Mapping[Step, Draft]:
        return self.kept.of(self._programme_id) if self._programme_id is not None else {}

    def _keep_edits(self) -> None:
        """Put down what waits in the sections that were opened; the others are as they were."""
        if self._programme_id is None:
            return
        waiting = {step: typed for step, typed in self._kept.items() if step not in self._open}
        for key, section in self._open.items():
            if section.has_edits:
                waiting[Step(key)] = section.edits
        in_order = {step: waiting[step] for step in STEPS if step in waiting}
        self.kept.take(self._programme_id, in_order)

    def _widget(self, key: str) -> QWidget:
        if key == REMOVAL:
            return self.removal
        if key == LESSONS:
            return self._lessons_sheet()
        return self.section(Step(key))

    def _lessons_sheet(self) -> QWidget:
        if self.lessons is None:
            self.lessons = LessonsPanel(self.context)
            self._lessons_host = QWidget()
            layout = QVBoxLayout(self._lessons_host)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(10)
            layout.addWidget(plain_label(self.tr("What was learnt?"), "title", "wrap"))
            inside = QWidget()
            column = QVBoxLayout(inside)
            column.setContentsMargins(0, 0, 12, 0)
            column.addWidget(self.lessons)
            column.addStretch(1)
            layout.addWidget(scrolled(inside), 1)
            self._stack.addWidget(self._lessons_host)
        return self._lessons_host

    def _change_programme(self, programme_id: int | None) -> None:
        """Put the edits of the programme before away; they come back with it."""
        self._keep_edits()
        self.kept.keep()
        for section in self._open.values():
            self._stack.removeWidget(section.page)
            section.page.hide()
            section.page.deleteLater()
        self._open.clear()
        self._programme_id = programme_id
        if programme_id is not None:
            self.kept.renew(programme_id)
        if self._kept and self.shown not in self._kept:
            self.shown = str(next(iter(self._kept)))

    # ---- edits ----------------------------------------------------------------------------------

    def apply(self) -> None:
        """Store the edits of the section that is shown, as one step of undo."""
        section, programme_id = self._open.get(self.shown), self._programme_id
        if section is None or programme_id is None:
            return
        from revmentor_desktop.services.setup.writing import save_plan

        changed = section.page.with_edits(self._stored)
        if not self._is_readable(section):
            return
        name = self._names[self.shown]
        self._applying = self.shown
        try:
            self.context.attempt(
                self.tr("Change “{0}”").format(name),
                lambda data: save_plan(data, programme_id, changed.details, changed.plan),
            )
        except KnownError as error:
            self._timer.stop()
            self.bar.say_problem(words_of(error))
            if isinstance(error, InvalidField):
                section.page.go_to(error.field)
            return
        finally:
            self._applying = ""
        self.list.buttons[self.shown].setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.offer_undo(self.tr("Applied: {0}.").format(name))

    def _is_readable(self, section: _Open) -> bool:
        """Tell whether every date can be read; say it where one cannot."""
        unread = section.edits.unread
        if unread:
            self._timer.stop()
            text = next(iter(unread.values())).strip()
            self.bar.say_problem(words_of(KnownError("date-unreadable", text=text)))
        return not unread

    def discard(self) -> None:
        """Show the section as it is stored; a notice brings the edits back."""
        section = self._open.get(self.shown)
        if section is None:
            return
        key, typed = self.shown, section.edits
        section.show(self._stored)
        self._follow_edits()
        self.list.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

        def bring_back() -> None:
            if self._open.get(key) is section:
                section.show_edits(typed)
                self.show_section(key)

        words = self.tr("Discarded: the edits of {0}.").format(self._names[key])
        self.context.notices.show(words, self.tr("Bring back"), bring_back, passing=True)

    def _follow_edits(self) -> None:
        """Show where edits wait, and beneath their section what they touch."""
        self._keep_edits()
        waiting = self.waiting
        self.list.show_section(self.shown, waiting)
        self.bar.setVisible(self.shown in waiting)
        if self.shown in waiting:
            self.bar.wait()
            self._timer.start()
        else:
            self._timer.stop()

    def _say_effects(self) -> None:
        section, programme_id = self._open.get(self.shown), self._programme_id
        if section is None or programme_id is None:
            return
        if not self._is_readable(section):
            return
        changed = section.page.with_edits(self._stored)
        touched = effects(self.context.data, programme_id, self._stored, changed)
        self.bar.say([effect_sentence(effect) for effect in touched])

    def _remove(self) -> None:
        from revmentor_desktop.services.programmes.writing import remove_programme

        programme_id = self._programme_id
        if programme_id is None:
            return
        self.shown = str(Step.PURPOSE)
        self.context.run(
            self.tr("Remove the programme"),
            lambda data: remove_programme(data, programme_id),
            notice=self.tr("The programme is removed. Its people stay."),
        )

    # ---- making of ------------------------------------------------------------------------------

    def _lay_out_settings(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.removal)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._stack, 1)
        right.addWidget(self.bar)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        sections = scrolled(self.list)  # all of them do not stand on every screen
        sections.setFixedWidth(self.list.width() + sections.verticalScrollBar().sizeHint().width())
        row.addWidget(sections)
        row.addLayout(right, 1)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(sheet)
        self._sheets.addWidget(self._no_programme())
        self.content.addWidget(self._sheets)

    def _no_programme(self) -> QWidget:
        self.make_programme = make = button(self.tr("New programme…"), "primary", "plus")
        make.clicked.connect(lambda: self.context.requested.emit("new-programme"))
        return EmptyState(
            "sliders-horizontal",
            self.tr("No programme yet"),
            self.tr("What is decided when a programme is set up can be changed here later."),
            make,
        )
