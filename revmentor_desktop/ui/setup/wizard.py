"""The wizard that sets a programme up: eight steps, kept as typed, in any order."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.domain.plan.problems import Problem, blocking, next_step, step_before
from revmentor_desktop.services.setup.checking import problems_of
from revmentor_desktop.services.setup.copying import earlier_programmes
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.setup.names import step_names
from revmentor_desktop.ui.setup.pages import step_page
from revmentor_desktop.ui.setup.session import SetupSession, content_of
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.steps.check import CheckStep
from revmentor_desktop.ui.setup.unread import show_unread, with_unread
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.dialogs import size_within_screen
from revmentor_desktop.ui.widgets.step_list import StepList
from revmentor_desktop.ui.widgets.surfaces import Card, ProblemCard
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

_SIZE: Final = (1180, 740)


class SetupWizard(QDialog):
    """Goes on with the draft of the data file, or begins one.

    `programme_id` is the programme that was created, and `created` the draft it was made of.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New programme"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.programme_id: int | None = None
        self.created: Draft | None = None
        self._context = context
        self.session = SetupSession(context, self)
        self._pages: dict[Step, StepPage] = {}
        self._shown: dict[Step, Draft] = {}
        self.steps = StepList(
            self.tr("New programme"),
            self.tr("Saved as you go. You can stop here and come back."),
            step_names(),
        )
        self.discard = button(self.tr("Discard the draft…"), "quiet")
        self.copy = button(self.tr("Start from an earlier programme…"), "quiet")
        self.back = button(self.tr("Back"), icon="arrow-left")
        self.skip = button(self.tr("Skip to the check"), "quiet")
        self.stop = button(self.tr("Stop for now"))
        self.next = button("", "primary")
        self.next.setDefault(True)
        self.afresh = button(self.tr("Start afresh…"))
        self._resumed = self._make_resumed_note()
        self._problem = ProblemCard()
        self._stack = QStackedWidget()
        self._has_earlier = bool(earlier_programmes(context.data))
        self._lay_out()
        self._connect()
        self._add_keys()
        self._resumed.setVisible(self.session.is_resumed)
        self._reveal(self.session.draft.step)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.session.draft.step

    @property
    def page(self) -> StepPage:
        """The page that is shown."""
        return self._page(self.step)

    @property
    def problem(self) -> str:
        """What is said to have gone wrong, or an empty text."""
        return self._problem.said

    def go_to(self, step: Step) -> None:
        """Show a step; what stands on the one that is left is stored."""
        self._take_over()
        self._resumed.hide()
        self._reveal(step)
        self.session.keep()

    def reject(self) -> None:
        """Stop for now: the draft stays. Ask first where it could not be stored."""
        self._take_over()
        self.session.keep()
        if not self.session.is_kept and not self._context.prompts.confirm(
            self.tr("Close all the same?"),
            self.tr("What you typed last could not be stored and would be lost."),
            self.tr("Close and lose it"),
            danger=True,
        ):
            return
        super().reject()
        self._context.announce(frozenset({"draft"}))
        if self.session.holds_anything and self.session.is_kept:
            self._context.notices.show(self.tr("Your draft is kept. Go on whenever you like."))

    # --- the draft ---

    def _reveal(self, step: Step) -> None:
        draft = self.session.draft
        self.session.edit(replace(draft, step=step, seen=draft.seen | {step}))
        page = self._page(step)
        content = content_of(self.session.draft)
        if self._shown.get(step) != content or step is Step.CHECK:
            page.show_draft(self.session.draft)
            show_unread(page, self.session.draft)
            self._shown[step] = content
        self._stack.setCurrentWidget(page)
        self._show_buttons()
        if step is Step.CHECK and self.next.isEnabled():
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            page.take_focus()

    def _take_over(self) -> None:
        """Take what stands on the page into the draft."""
        page = self.page
        self.session.edit(with_unread(page, page.with_edits(self.session.draft)))
        self._shown[self.step] = content_of(self.session.draft)

    def _edited(self) -> None:
        self._take_over()
        self._resumed.hide()
        self.discard.setVisible(self.session.holds_anything)

    def _begin_with(self, draft: Draft) -> None:
        """Go on with another draft from the first step; pages are made anew."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._shown.clear()
        self._resumed.hide()
        self._problem.say("")
        self.session.replace(draft)
        self._reveal(draft.step)

    def _discarded(self, title: str, verb: str) -> bool:
        text = self.tr("What you filled in so far goes, and cannot be brought back.")
        if not self._context.prompts.confirm(title, text, verb, danger=True):
            return False
        try:
            self.session.discard()
        except KnownError as error:
            self._problem.say(words_of(error))
            return False
        return True

    # --- what the buttons do ---

    def _go_on(self) -> None:
        if self.step is Step.CHECK:
            self._create()
        else:
            self.go_to(next_step(self.session.draft))

    def _go_back(self) -> None:
        if self.step is not STEPS[0]:
            self.go_to(step_before(self.session.draft))

    def _go_forth(self) -> None:
        if self.step is not STEPS[-1]:
            self.go_to(next_step(self.session.draft))

    def _go_to_problem(self, problem: Problem) -> None:
        self.go_to(problem.step)
        self.page.go_to(problem.field)

    def _create(self) -> None:
        name = self.session.draft.details.name.strip()
        try:
            self.programme_id = self.session.create(self.tr("Create {0}").format(name))
        except KnownError as error:
            self._problem.say(words_of(error))
            return
        self.created = self.session.draft
        self.accept()

    def _copy(self) -> None:
        from revmentor_desktop.ui.setup.copy_dialog import CopyDialog

        self._take_over()
        dialog = CopyDialog(self._context, self.session.holds_anything, self)
        if dialog.exec() and dialog.draft is not None:
            self._begin_with(dialog.draft)

    def _start_afresh(self) -> None:
        if self._discarded(self.tr("Start afresh?"), self.tr("Discard and start afresh")):
            self._begin_with(Draft())

    def _discard(self) -> None:
        if self._discarded(self.tr("Discard the draft?"), self.tr("Discard the draft")):
            super().reject()
            self._context.announce(frozenset({"draft"}))

    # --- making of ---

    def _page(self, step: Step) -> StepPage:
        page = self._pages.get(step)
        if page is None:
            page = self._pages[step] = step_page(step, self._context)
            page.edited.connect(self._edited)
            if isinstance(page, CheckStep):
                page.asked.connect(self.go_to)
                page.blocked.asked.connect(self._go_to_problem)
            self._stack.addWidget(page)
        return page

    def _show_buttons(self) -> None:
        step, is_last = self.step, self.step is Step.CHECK
        self.steps.show_step(step, STEPS)
        self.back.setVisible(step is not STEPS[0])
        self.copy.setVisible(step is STEPS[0] and self._has_earlier)
        self.skip.setVisible(not is_last)
        self.discard.setVisible(self.session.holds_anything)
        following = step_names()[next_step(self.session.draft)]
        words = self.tr("Create the programme")
        set_button_text(self.next, words if is_last else self.tr("Next: {0}").format(following))
        hindered = ""
        if is_last:
            blocked = blocking(problems_of(self._context.data, self.session.draft))
            hindered = self.tr("First give what is asked for above.") if blocked else ""
        self.next.setEnabled(not hindered)
        self.next.setAccessibleDescription(hindered)
        set_tip(self.next, hindered or self.tr("Ctrl+Enter"))

    def _make_resumed_note(self) -> Card:
        note = Card(role="panel")
        row = QHBoxLayout()
        row.setSpacing(12)
        words = self.tr("Here you stopped. Everything is as you left it.")
        row.addWidget(plain_label(words, "body", "wrap"), 1)
        row.addWidget(self.afresh)
        note.body.addLayout(row)
        return note

    def _lay_out(self) -> None:
        self.steps.foot.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.copy)
        foot.addWidget(self.back)
        foot.addStretch(1)
        for made in (self.skip, self.stop, self.next):
            foot.addWidget(made)
        side = QVBoxLayout()
        side.setContentsMargins(28, 24, 16, 20)
        side.setSpacing(12)
        side.addWidget(self._resumed)
        side.addWidget(self._stack, 1)
        side.addWidget(self._problem)
        side.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.steps)
        layout.addLayout(side, 1)
        size_within_screen(self, *_SIZE)

    def _connect(self) -> None:
        self.steps.asked.connect(self.go_to)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.skip.clicked.connect(lambda: self.go_to(Step.CHECK))
        self.stop.clicked.connect(self.reject)
        self.copy.clicked.connect(self._copy)
        self.afresh.clicked.connect(self._start_afresh)
        self.discard.clicked.connect(self._discard)
        self.session.failed.connect(lambda error: self._problem.say(words_of(error)))
        self.session.kept.connect(lambda: self._problem.say(""))

    def _add_keys(self) -> None:
        """Make every way through the steps a way for the keyboard."""
        for keys, press in (
            ("Ctrl+Return", self.next.click),
            ("Ctrl+Enter", self.next.click),
            ("Alt+N", self.next.click),
            ("Alt+B", self._go_back),
            ("Ctrl+PgUp", self._go_back),
            ("Ctrl+PgDown", self._go_forth),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(press)
