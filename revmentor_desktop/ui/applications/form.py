"""One application: what is noted of it. Ticks are stored at once, texts and dates when left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.applications import YES, Applicant, Application
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.applications.content import content
from revmentor_desktop.ui.applications.answers import Answers
from revmentor_desktop.ui.applications.checklist import Checklist, Item
from revmentor_desktop.ui.applications.commands import ApplicationCommands
from revmentor_desktop.ui.applications.words import decided_words, state_kind, state_word
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.side_by_side import SideBySide
from revmentor_desktop.ui.widgets.surfaces import Chip, rule
from revmentor_desktop.ui.widgets.text import plain_label


class ApplicationForm(QWidget):
    """Shows and edits one application; what cannot be stored stays with the reason beside it."""

    def __init__(self, commands: ApplicationCommands) -> None:
        super().__init__()
        self._commands = commands
        self._one: Applicant | None = None
        self._storing = False
        self.name = plain_label("", "heading", "wrap")
        self._work = plain_label("", "muted", "wrap")
        self._role, self.state = Chip(), Chip()
        self.decided = plain_label("", "small", "wrap")
        self.received, self.opted_in = OptionalDateField(), OptionalDateField()
        self.received_box = LabelledField(self.tr("Application came on"), self.received)
        self.opted_in_box = LabelledField(
            self.tr("Opted in on"), self.opted_in, self.tr("The day they said yes themselves.")
        )
        self.progress = plain_label("", "muted")
        self.checklist = Checklist(self.tr("Short checklist"))
        self.my_why = GrowingText(2, one_paragraph=False)
        self.my_why_box = LabelledField(
            self.tr("My why"),
            self.my_why,
            self.tr("What makes them want this, in their own words."),
        )
        self.needs = Checklist(self.tr("Still needs to hear"), line_when_ticked=True)
        self.needs.offer([Item(one.key, one.words, one.answer) for one in content().objections])
        self.own_needs = GrowingText(1, one_paragraph=False)
        self.own_needs_box = LabelledField(
            self.tr("Something else"), self.own_needs, self.tr("One on each line.")
        )
        self.answers = Answers()
        self._lay_out()
        self._connect()

    @property
    def person_id(self) -> int | None:
        """Whose application is shown."""
        return self._one.person.id if self._one else None

    def show_applicant(self, one: Applicant, asked: TakingPart, manager: str) -> None:
        """Show this application; what is half typed about the same person stays."""
        before = self._one
        if before is not None and before.person.id != one.person.id:
            self.leave()
            before = None
        self._one = one
        self._show_head(one)
        self._show_lists(one)
        noted = one.application
        old = before.application if before else None
        old_opt_in = before.participation.opted_in_on if before else None
        is_same = before is not None
        if not is_same or not self._is_typed(self.received, old and old.received_on):
            self._put_date(self.received, self.received_box, noted.received_on)
        if not is_same or not self._is_typed(self.opted_in, old_opt_in):
            self._put_date(self.opted_in, self.opted_in_box, one.participation.opted_in_on)
        if old is None or self.my_why.text() == old.my_why:
            self.my_why.put(noted.my_why)
            self.my_why_box.show_problem("")
        if old is None or self.own_needs.text() == _own_needs(old):
            self.own_needs.put(_own_needs(noted))
            self.own_needs_box.show_problem("")
        self.answers.show_applicant(one, asked, manager)

    def leave(self) -> None:
        """Store what is typed and not stored yet, as far as it can be."""
        if self._one is None or self._storing:
            return
        # Storing makes the page read anew, which comes back here.
        self._storing = True
        try:
            self._store_opt_in()
            self._store_noted()
        finally:
            self._storing = False

    def forget(self) -> None:
        """Be about nobody."""
        self._one = None

    def _noted(self, one: Applicant) -> Application:
        own = [line for line in self.own_needs.text().splitlines() if line.strip()]
        return replace(
            one.application,
            received_on=self.received.value(),
            checklist=dict.fromkeys(self.checklist.chosen, YES),
            my_why=self.my_why.text(),
            needs_to_hear=(*self.needs.chosen, *own),
        )

    def _store_noted(self) -> None:
        one = self._one
        if one is None or self._complains(self.received, self.received_box):
            return
        noted = self._noted(one)
        if noted == one.application:
            return
        try:
            self._commands.note(one, noted)
        except KnownError as error:
            long_why = len(noted.my_why) > len(_own_needs(noted))
            box = self.my_why_box if long_why else self.own_needs_box
            box.show_problem(words_of(error))

    def _store_opt_in(self) -> None:
        one = self._one
        if one is None or self._complains(self.opted_in, self.opted_in_box):
            return
        day = self.opted_in.value()
        if day == one.participation.opted_in_on:
            return
        try:
            self._commands.opt_in(one, day)
        except KnownError as error:
            self.opted_in_box.show_problem(words_of(error))

    def _complains(self, field: OptionalDateField, box: LabelledField) -> bool:
        box.show_problem(field.problem())
        return bool(field.problem())

    def _is_typed(self, field: OptionalDateField, stored: object) -> bool:
        """Tell whether a date field holds something else than what is stored."""
        return bool(field.problem()) or field.value() != stored

    def _put_date(self, field: OptionalDateField, box: LabelledField, day: date | None) -> None:
        if field.problem() or field.value() != day or day is None:
            field.set_value(day)
        box.show_problem("")

    def _show_head(self, one: Applicant) -> None:
        person, part = one.person, one.participation
        self.name.setText(person.full_name)
        self._work.setText(" · ".join(filter(None, (person.job_title, person.department))))
        self._work.setVisible(bool(self._work.text()))
        self._role.setText(role_names()[part.role])
        self._role.set_kind("mentor" if part.role is Role.MENTOR else "mentee")
        self.state.setText(state_word(part.state))
        self.state.set_kind(state_kind(part.state))
        self.decided.setText(decided_words(one))
        self.decided.setVisible(bool(self.decided.text()))

    def _show_lists(self, one: Applicant) -> None:
        questions = content().questions_for(one.participation.role)
        self.checklist.offer([Item(q.key, q.question, q.why) for q in questions])
        ticked = [q.key for q in questions if one.application.is_ticked(q.key)]
        self.checklist.put(ticked)
        self.progress.setText(self.tr("{0} of {1}").format(len(ticked), len(questions)))
        self.needs.put(one.application.needs_to_hear)
        for part in (self.my_why_box, self._needs_part):
            part.setVisible(one.participation.role is Role.MENTEE)

    def _connect(self) -> None:
        self.checklist.ticked.connect(self._store_noted)
        self.needs.ticked.connect(self._store_noted)
        for field, store in (
            (self.received, self._store_noted),
            (self.opted_in, self._store_opt_in),
        ):
            field.entry.returnPressed.connect(store)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, old: QWidget | None, _new: QWidget | None) -> None:
        stores: dict[QWidget, Callable[[], None]] = {
            self.received.entry: self._store_noted,
            self.opted_in.entry: self._store_opt_in,
            self.my_why: self._store_noted,
            self.own_needs: self._store_noted,
        }
        store = stores.get(old) if old is not None else None
        if store is not None:
            store()

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in (self._role, self.state):
            chips.addWidget(chip)
        chips.addStretch(1)
        dates = SideBySide(self.received_box, self.opted_in_box)
        title = QHBoxLayout()
        title.addWidget(plain_label(self.tr("Short checklist"), "label"), 1)
        title.addWidget(self.progress)
        self._needs_part = QWidget()
        needs = QVBoxLayout(self._needs_part)
        needs.setContentsMargins(0, 0, 0, 0)
        needs.setSpacing(6)
        needs.addWidget(plain_label(self.tr("Still needs to hear"), "label"))
        needs.addWidget(self.needs)
        needs.addWidget(self.own_needs_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self.name, self._work, chips, self.decided, dates, rule(), title):
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.addWidget(self.checklist)
        layout.addWidget(self.my_why_box)
        layout.addWidget(self._needs_part)
        layout.addWidget(rule())
        layout.addWidget(plain_label(self.tr("What they told us"), "label"))
        layout.addWidget(self.answers)
        layout.addStretch(1)


def _own_needs(noted: Application) -> str:
    known = {one.key for one in content().objections}
    return "\n".join(one for one in noted.needs_to_hear if one not in known)
