"""Pairing rules: what never happens, and what makes a good pair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.pairing_choices import (
    CAPACITY,
    CRITERIA,
    RULES,
    WITHDRAWN,
    OwnCriterion,
    OwnRule,
    PairingChoices,
)
from revmentor_desktop.services.people.reading import grades_in_use
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.grade_curve import GradeCurve
from revmentor_desktop.ui.setup.grade_order import GradeOrder
from revmentor_desktop.ui.setup.own_rules import (
    FieldCombo,
    OwnCriterionEditor,
    OwnRuleEditor,
    comparable_fields,
)
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.setup.usual_partners import UsualPartners
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.choosing import Switch, Ticks
from revmentor_desktop.ui.widgets.rows import Rows
from revmentor_desktop.ui.widgets.text import plain_label
from revmentor_desktop.ui.widgets.weights import WeightField

_MOST_OWN = 10


class PairingStep(StepPage):
    """Which rules bind, and how much each criterion weighs."""

    step = Step.PAIRING

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _tr("What makes a good pair?"),
            _tr(
                "The rules protect people; the weights put in order what is left. Who is paired,"
                " you always decide yourself."
            ),
        )
        self._shown = PairingChoices()
        self._template: Mapping[str, int] = {}
        self._fields: Mapping[str, str] = {}
        self.rules = {key: Switch(*words) for key, words in _rule_words().items()}
        self.partners = UsualPartners()
        self.weights = {key: WeightField(words) for key, words in _criteria().items()}
        self.grade_curve = GradeCurve()
        self.grade_order = GradeOrder()
        self.style_field = FieldCombo()
        self.style_field.setAccessibleName(_tr("Where ways of talking are asked"))
        self.differences = Ticks({}, columns=3)
        self.sensitive = plain_label(
            _tr(
                "Sensitive answers count only where both people agreed to that; elsewhere the rest"
                " counts for more. What somebody answered is never shown with a pair."
            ),
            "small",
            "wrap",
        )
        self.own_rules: Rows[OwnRule] = Rows(
            OwnRuleEditor, _tr("Add a rule of your own"), _tr("Remove this rule"), _MOST_OWN
        )
        self.own_criteria: Rows[OwnCriterion] = Rows(
            OwnCriterionEditor,
            _tr("Weigh something of your own"),
            _tr("Weigh this no more"),
            _MOST_OWN,
        )
        self.reset = button(_tr("Back to the template’s"), "quiet", "undo-2")
        self.nothing = plain_label(
            _tr("Nothing is weighed, so every pair that is allowed is as good as the other."),
            "error",
            "wrap",
        )
        self._lay_out()
        self._wire()

    def show_draft(self, draft: Draft) -> None:
        choices, part = draft.plan.pairing, draft.plan.taking_part
        self._shown = choices
        self._template = focus(draft.plan.purpose.focus).weights
        for key, switch in self.rules.items():
            switch.put(key in choices.rules)
        self.partners.put(choices, part)
        for key, field in self.weights.items():
            field.put(choices.weights.get(key, 0))
        fields = comparable_fields(part)
        self.grade_curve.put(choices.grade_curve)
        self.grade_order.offer(grades_in_use(self.context.data))
        self.grade_order.put(choices.grade_order)
        self.style_field.put(choices.style_field)
        self.differences.offer(fields)
        self.sensitive.setVisible(any(one.is_special for one in part.asked_fields()))
        self.differences.put(choices.difference_fields)
        self.own_rules.put(choices.own_rules)
        self.own_criteria.put(choices.own_criteria)
        self._offer_fields(fields)
        self._refresh()

    def with_edits(self, draft: Draft) -> Draft:
        return replace(draft, plan=replace(draft.plan, pairing=self._choices()))

    def take_focus(self) -> None:
        self.rules[RULES[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def back_to_template(self) -> None:
        """Take rules, weights and differences as the template has them; own ones stay."""
        usual = PairingChoices(weights=self._template)
        for key, switch in self.rules.items():
            switch.put(key in usual.rules)
        for key, field in self.weights.items():
            field.put(usual.weights.get(key, 0))
        self.differences.put(usual.difference_fields)
        self._changed()

    def _choices(self) -> PairingChoices:
        return replace(
            self._shown,
            rules=frozenset(key for key, switch in self.rules.items() if switch.is_on),
            weights={key: field.value for key, field in self.weights.items()},
            difference_fields=self.differences.values(),
            style_field=self.style_field.key,
            grade_curve=self.grade_curve.value(),
            grade_order=self.grade_order.value(),
            own_rules=self.own_rules.values(),
            own_criteria=self.own_criteria.values(),
            mentor_partners=self.partners.mentor_partners,
            mentee_partners=self.partners.mentee_partners,
        )

    def _offer_fields(self, fields: Mapping[str, str]) -> None:
        """Let rows choose among the fields that there are by now."""
        self._fields = fields
        self.style_field.offer_fields(fields)
        for editor in (*self.own_rules.editors, *self.own_criteria.editors):
            if isinstance(editor, OwnRuleEditor | OwnCriterionEditor):
                editor.offer_fields(fields)

    def _changed(self, *_: object) -> None:
        self._refresh()
        self.edited.emit()

    def _refresh(self) -> None:
        """Say what share each weight is, and whether there is anything to go back to."""
        own = [one for one in self.own_criteria.editors if isinstance(one, OwnCriterionEditor)]
        counted = [*self.weights.values(), *(one.weight for one in own if not one.is_blank())]
        whole = sum(field.value for field in counted)
        for field in (*self.weights.values(), *(one.weight for one in own)):
            field.show_share(whole)
        self.nothing.setVisible(whole == 0)
        now = self._choices()
        usual = replace(
            now,
            rules=PairingChoices().rules,
            weights={key: self._template.get(key, 0) for key in self.weights},
            difference_fields=PairingChoices().difference_fields,
        )
        self.reset.setEnabled(now != usual)

    def _wire(self) -> None:
        for switch in self.rules.values():
            switch.switched.connect(self._changed)
        self.partners.edited.connect(self._changed)
        for field in self.weights.values():
            field.edited.connect(self._changed)
        self.differences.edited.connect(self._changed)
        self.grade_curve.edited.connect(self._changed)
        self.grade_order.edited.connect(self._changed)
        self.style_field.chosen.connect(self._changed)
        for rows in (self.own_rules, self.own_criteria):
            rows.edited.connect(self._changed)
            rows.add_button.clicked.connect(lambda: self._offer_fields(self._fields))
        self.reset.clicked.connect(self.back_to_template)

    def _lay_out(self) -> None:
        never = Section(_tr("What never happens"))
        for switch in self.rules.values():
            never.body.addWidget(switch)
        never.body.setSpacing(4)
        never.body.addSpacing(4)
        never.body.addWidget(
            plain_label(
                _tr(
                    "Always: nobody without a place, in reserve or refused. What is not known of"
                    " somebody forbids nothing."
                ),
                "small",
                "wrap",
            )
        )
        never.body.addWidget(self.own_rules)
        self.body.addWidget(never)
        self.body.addWidget(self.partners)
        weights = Section(
            _tr("What counts, and how much"),
            _tr("At the right stands what share of the whole each makes."),
        )
        weights.body.addWidget(self._weight_grid())
        weights.body.addWidget(self.nothing)
        weights.body.addWidget(self.own_criteria)
        weights.body.addSpacing(4)
        weights.body.addWidget(plain_label(_tr("Ways of talking are asked under"), "body", "wrap"))
        weights.body.addWidget(self.style_field)
        self.body.addWidget(weights)
        grades = Section(
            _tr("Distance between grades"),
            _tr("How many points of a hundred a distance is worth; draw the curve, or type."),
        )
        grades.body.addWidget(self.grade_curve)
        grades.body.addSpacing(6)
        grades.body.addWidget(plain_label(_tr("The order of grades"), "strong"))
        grades.body.addWidget(self.grade_order)
        self.body.addWidget(grades)
        self.body.addWidget(self._where_different())
        foot = QHBoxLayout()
        foot.addWidget(self.reset)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def _where_different(self) -> Section:
        differs = Section(
            _tr("Where a difference is sought"),
            _tr("Too much that is familiar means too little that is learnt."),
        )
        differs.body.addWidget(self.differences)
        differs.body.addWidget(self.sensitive)
        return differs

    def _weight_grid(self) -> QWidget:
        host = QWidget()
        grid = QGridLayout(host)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(0, 1)
        for row, (key, words) in enumerate(_criteria().items()):
            grid.addWidget(plain_label(words, "body", "wrap"), row, 0)
            grid.addWidget(self.weights[key], row, 1)
        return host


def _rule_words() -> dict[str, tuple[str, str]]:
    """Return each rule as a sentence, and a line beneath where one helps."""
    words = {
        "line": (
            _tr("Never in the same line of management"),
            _tr("The whole chain, upwards and downwards."),
        ),
        "department": (_tr("Never in the same department"), ""),
        "shared-manager": (
            _tr("Never two who have the same line manager"),
            _tr("Both are appraised by the same person."),
        ),
        "conflict": (
            _tr("Never with a declared conflict of interest"),
            _tr("It counts for both, whoever declared it; no more than a category is stored."),
        ),
        "not-with": (
            _tr("Never with somebody on a private list"),
            _tr("The list is kept on the People page; no reason is asked or stored."),
        ),
        "failed-pairs": (
            _tr("Never again two whose pair ended early"),
            _tr("In this programme or another; no reason is asked."),
        ),
        WITHDRAWN: (
            _tr("Never with somebody who has withdrawn"),
            _tr(
                "Off: they stand on the board, marked, and may be suggested. Ask them first,"
                " kindly, whether they want to come back."
            ),
        ),
        "paused": (
            _tr("Never with somebody who has paused"),
            _tr("The partners that they have stay theirs."),
        ),
        "confirmed": (_tr("Never before both are confirmed"), ""),
        "earlier-partners": (_tr("Never with somebody from an earlier pair"), ""),
        "mode": (_tr("Never one who meets only in person with one only by video"), ""),
        "time": (_tr("Never without a half day that suits both"), ""),
        CAPACITY: (
            _tr("Never more partners than agreed"),
            _tr(
                "Off: the number is a wish, and by hand anybody may get one more. Suggestions keep"
                " to the number all the same."
            ),
        ),
    }
    return {key: words[key] for key in RULES}


def _criteria() -> dict[str, str]:
    """Return each criterion in words."""
    words = {
        "offers": _tr("The one offers what the other wishes for"),
        "difference": _tr("Their experience differs"),
        "place": _tr("Place and way of meeting suit both"),
        "availability": _tr("They have half days in common"),
        "interests": _tr("They share an interest"),
        "grade-gap": _tr("There is distance between their grades"),
        "style": _tr("Their ways of talking complement each other"),
    }
    return {key: words[key] for key in CRITERIA}


def _tr(text: str) -> str:
    return QCoreApplication.translate("PairingStep", text)
