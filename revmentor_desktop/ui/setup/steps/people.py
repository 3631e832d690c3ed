"""Who takes part: names of the two sides, places, what is asked, questions of the officer's own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.cleaning import limit_of
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.taking_part import DETAILS, TakingPart
from revmentor_desktop.services.setup.suggestions import suggested_fields, usual_thanks
from revmentor_desktop.system.detail_words import detail_label
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.own_fields import OwnFieldsEditor
from revmentor_desktop.ui.setup.role_card import RoleCard
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.suggestions import Suggestions
from revmentor_desktop.ui.setup.text_row import TextRow
from revmentor_desktop.ui.widgets.choosing import Ticks
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.rows import Rows
from revmentor_desktop.ui.widgets.tags import TagField

_WIDE = 760


class PeopleStep(StepPage):
    """Who takes part, what they are called, and what they are asked."""

    step = Step.PEOPLE

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _tr("Who takes part?"),
            _tr(
                "What you ask for here stands in applications, imports, rules and packs. Ask only"
                " what you will use."
            ),
        )
        self.mentor, self.leader = RoleCard(Role.MENTOR), RoleCard(Role.MENTEE)
        self.asked = Ticks({key: detail_label(key) for key in DETAILS}, columns=3)
        self.offers = TagField(_tr("A skill or an experience, then Enter"))
        self.wants = TagField(_tr("A wish to learn, then Enter"))
        self.own_fields = OwnFieldsEditor(suggested_fields())
        self.thanks: Rows[str] = Rows(
            lambda: TextRow(_tr("How taking part is recognised"), _tr("A word, a paper, an hour")),
            _tr("Add something else"),
            _tr("Remove this"),
        )
        self.usual_thanks = Suggestions(self.thanks, usual_thanks())
        self._lay_out()
        for editor in (self.mentor, self.leader):
            editor.edited.connect(self._named)
        for field in (self.asked, self.offers, self.wants, self.own_fields, self.thanks):
            field.edited.connect(self.edited)

    def show_draft(self, draft: Draft) -> None:
        part = draft.plan.taking_part
        self.mentor.put(part.mentor_name, part.mentor_places, part.mentor_may_apply)
        self.leader.put(part.mentee_name, part.mentee_places, part.mentee_may_apply)
        self.asked.put(part.asked)
        if self.offers.values() != part.offers:
            self.offers.set_values(part.offers)
        if self.wants.values() != part.wants:
            self.wants.set_values(part.wants)
        self.own_fields.put(part)
        self.thanks.put(part.thanks)
        self.usual_thanks.refresh()

    def with_edits(self, draft: Draft) -> Draft:
        part = self._with_names(draft.plan.taking_part)
        part = replace(
            part,
            asked=self.asked.values(),
            offers=self.offers.values(),
            wants=self.wants.values(),
            own_fields=self.own_fields.values(),
            thanks=self.thanks.values(),
            own_fields_made=max(self.own_fields.made, part.own_fields_made),
        )
        return replace(draft, plan=replace(draft.plan, taking_part=part))

    def go_to(self, name: str) -> None:
        self.own_fields.open_what_holds_more_than(limit_of(name))
        super().go_to(name)

    def take_focus(self) -> None:
        self.mentor.one.setFocus(Qt.FocusReason.TabFocusReason)  # typing replaces the usual name

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Beside each other the two need room; in a narrow window one stands above the other.
        wide = event.size().width() >= _WIDE
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _with_names(self, part: TakingPart) -> TakingPart:
        return replace(
            part,
            mentor_name=self.mentor.name,
            mentee_name=self.leader.name,
            mentor_places=self.mentor.places.value(),
            mentee_places=self.leader.places.value(),
            mentor_may_apply=self.mentor.may_apply.text(),
            mentee_may_apply=self.leader.may_apply.text(),
        )

    def _named(self) -> None:
        self.own_fields.name_roles(self._with_names(TakingPart()))
        self.edited.emit()

    def _lay_out(self) -> None:
        self._sides = QHBoxLayout()
        self._sides.setSpacing(12)
        for card in (self.mentor, self.leader):
            self._sides.addWidget(card, 1)
        self.body.addLayout(self._sides)
        asked = Section(
            _tr("What everybody is asked"),
            _tr("Beside name and e-mail. What is not ticked stands on no form."),
        )
        asked.body.addWidget(self.asked)
        self.body.addWidget(asked)
        skills = Section(
            _tr("Words to choose from"),
            _tr("Forms suggest these, so that offers and wishes meet in the same words."),
        )
        skills.body.addWidget(LabelledField(_tr("What can be offered"), self.offers))
        skills.body.addWidget(LabelledField(_tr("What can be wished for"), self.wants))
        self.body.addWidget(skills)
        own = Section(
            _tr("Questions of your own"),
            _tr("They then stand in People, in imports, in rules and on forms."),
        )
        own.body.addWidget(self.own_fields)
        self.body.addWidget(own)
        thanks = Section(
            _tr("How taking part is recognised"),
            _tr(
                "Who gives time and candour should know beforehand what comes back. It stands in"
                " the call."
            ),
        )
        thanks.body.addWidget(self.thanks)
        thanks.body.addWidget(self.usual_thanks)
        self.body.addWidget(thanks)
        self.body.addStretch(1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeopleStep", text)
