"""Pairing rules: sentences with switches, weights with shares, rules made from any field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.checks import PARTNERS_LIMIT
from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    DEFAULT_GRADE_CURVE,
    RULES,
    CurvePoint,
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Purpose
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.own_rules import OwnCriterionEditor, OwnRuleEditor
from revmentor_desktop.ui.setup.steps.pairing import PairingStep
from tests.builders import stored_person
from tests.ui.setup.shown_steps import assert_comes_back, shown_step

LANGUAGES = "Languages that you are happy to talk in"
DIGITAL = focus("digital").weights
FULL = Draft(
    plan=Plan(
        purpose=Purpose(focus="digital"),
        taking_part=TakingPart(own_fields=(OwnField(key="own-1", label=LANGUAGES),)),
        pairing=PairingChoices(
            rules=frozenset({"line", "time"}),
            weights=dict(DIGITAL),
            difference_fields=("site", "own-1"),
            own_rules=(OwnRule(field="own-1", kind=OwnRuleKind.MUST_OVERLAP),),
            own_criteria=(OwnCriterion(field="site", kind=OwnCriterionKind.SAME, weight=25),),
            style_field="own-1",
            grade_order=("Officer", "Manager"),
            mentor_partners=2,
            mentee_partners=3,
        ),
    )
)


@pytest.fixture
def step(context: Context, qtbot: QtBot) -> PairingStep:
    return shown_step(PairingStep(context), qtbot)


def choices(step: PairingStep) -> PairingChoices:
    return step.with_edits(Draft()).plan.pairing


def test_a_draft_comes_back_as_it_was(step: PairingStep) -> None:
    assert_comes_back(step, FULL, Draft(), FULL)


def test_every_rule_is_a_sentence_that_can_be_switched(step: PairingStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    for rule in RULES:
        switch = step.rules[rule]
        assert switch.sentence.text().startswith("Never ")
        was = rule in PairingChoices().rules
        assert switch.is_on == was
        with qtbot.waitSignal(step.edited):
            switch.box.click()
        assert (rule in choices(step).rules) != was


def test_shares_are_of_the_whole_with_own_criteria(step: PairingStep) -> None:
    step.show_draft(FULL)
    whole = sum(DIGITAL.values()) + 25
    assert step.weights["offers"].share == f"{round(100 * DIGITAL['offers'] / whole)} %"
    (own,) = step.own_criteria.editors
    assert isinstance(own, OwnCriterionEditor)
    assert own.weight.share == f"{round(100 * 25 / whole)} %"
    step.weights["offers"].slider.setValue(0)
    assert step.weights["offers"].share == "0 %"
    assert choices(step).weights["offers"] == 0


def test_nothing_weighed_is_said(step: PairingStep) -> None:
    step.show_draft(Draft())
    assert step.nothing.isHidden()
    for field in step.weights.values():
        field.number.setValue(0)
    assert step.nothing.isVisible()


def test_a_rule_of_ones_own_is_made_from_any_field(step: PairingStep, qtbot: QtBot) -> None:
    step.show_draft(replace(FULL, plan=replace(FULL.plan, pairing=PairingChoices())))
    step.own_rules.add_button.click()
    (row,) = step.own_rules.editors
    assert isinstance(row, OwnRuleEditor)
    assert choices(step).own_rules == ()
    offered = [row.field.itemText(at) for at in range(row.field.count())]
    assert {"Department", "Half days that suit", LANGUAGES} <= set(offered)
    row.field.put("own-1")
    row.kind.put(OwnRuleKind.MUST_BE_EQUAL)
    with qtbot.waitSignal(step.edited):
        row.field.chosen.emit("own-1")
    assert choices(step).own_rules == (OwnRule(field="own-1", kind=OwnRuleKind.MUST_BE_EQUAL),)


def test_what_is_offered_is_weighed_against_what_is_wanted_under_another_field(
    step: PairingStep, qtbot: QtBot
) -> None:
    step.show_draft(FULL)
    (row,) = step.own_criteria.editors
    assert isinstance(row, OwnCriterionEditor)
    assert row.wanted.isHidden()
    row.kind.put(OwnCriterionKind.OFFERS_WANTS)
    with qtbot.waitSignal(step.edited):
        row.kind.chosen.emit(OwnCriterionKind.OFFERS_WANTS)
    assert row.wanted.isVisible()
    assert choices(step).own_criteria[0].wanted_field == ""
    row.wanted.put("own-1")
    made = OwnCriterion(
        field="site", kind=OwnCriterionKind.OFFERS_WANTS, weight=25, wanted_field="own-1"
    )
    assert choices(step).own_criteria == (made,)
    chosen = replace(FULL.plan.pairing, own_criteria=(made,))
    draft = replace(FULL, plan=replace(FULL.plan, pairing=chosen))
    step.show_draft(draft)
    assert step.with_edits(draft) == draft
    row.kind.put(OwnCriterionKind.SAME)
    assert choices(step).own_criteria[0].wanted_field == ""


def test_what_a_distance_in_grade_is_worth_can_be_seen_and_set(
    step: PairingStep, qtbot: QtBot
) -> None:
    step.show_draft(Draft())
    assert [number.value() for number in step.grade_curve.points] == [0, 30, 55, 80, 90, 100]
    assert choices(step).grade_curve == DEFAULT_GRADE_CURVE
    with qtbot.waitSignal(step.edited):
        step.grade_curve.points[0].setValue(20)
    assert choices(step).grade_curve == tuple(
        CurvePoint(gap, points) for gap, points in enumerate((20, 30, 55, 80, 90, 100))
    )
    step.show_draft(Draft())
    assert choices(step).grade_curve == DEFAULT_GRADE_CURVE


def test_a_curve_is_drawn_as_well_as_typed(step: PairingStep, qtbot: QtBot) -> None:
    step.show_draft(Draft())
    curve = step.grade_curve
    with qtbot.waitSignal(step.edited):
        curve.chart.edited.emit(2, 70)
    assert curve.points[2].value() == 70
    assert choices(step).grade_curve[2] == CurvePoint(2, 70)
    before = curve.chart.point(0)
    curve.points[0].setValue(50)
    assert curve.chart.point(0).y() < before.y()


def test_the_grades_that_people_have_are_put_in_order(
    context: Context, qtbot: QtBot, step: PairingStep
) -> None:
    for name, grade in (("Ann", "Manager"), ("Bo", "Officer"), ("Cy", "officer"), ("Di", "7")):
        stored_person(context.data, name, grade=grade)
    step.show_draft(Draft())
    order = step.grade_order
    assert "“Manager”, “Officer”" in order.said.text()
    with qtbot.waitSignal(step.edited):
        order.begin.click()
    assert choices(step).grade_order == ("7",)
    for grade in ("Officer", "Manager"):
        with qtbot.waitSignal(step.edited):
            order.offers[grade].click()
    assert choices(step).grade_order == ("7", "Officer", "Manager")
    assert order.missing.isHidden()
    with qtbot.waitSignal(step.edited):
        order.clear.click()
    assert choices(step).grade_order == ()


def test_what_is_sensitive_says_when_it_counts(step: PairingStep) -> None:
    step.show_draft(FULL)
    assert step.sensitive.isHidden()
    special = OwnField(key="own-2", label="Faith", is_special=True, special_purpose="Difference")
    part = TakingPart(own_fields=(special,))
    step.show_draft(replace(FULL, plan=replace(FULL.plan, taking_part=part)))
    assert step.sensitive.isVisible()


def test_ways_of_talking_are_asked_under_a_field(step: PairingStep, qtbot: QtBot) -> None:
    step.show_draft(FULL)
    assert step.style_field.currentText() == LANGUAGES
    with qtbot.waitSignal(step.edited):
        step.style_field.put("")
        step.style_field.chosen.emit("")
    assert choices(step).style_field == ""


def test_a_rule_about_a_removed_question_stays_and_says_so(step: PairingStep) -> None:
    gone = replace(FULL, plan=replace(FULL.plan, taking_part=TakingPart()))
    step.show_draft(gone)
    (row,) = step.own_rules.editors
    assert isinstance(row, OwnRuleEditor)
    assert row.field.currentText() == "(a question that was removed)"
    assert choices(step).own_rules == FULL.plan.pairing.own_rules


def test_back_to_the_template_keeps_what_is_ones_own(step: PairingStep, qtbot: QtBot) -> None:
    step.show_draft(FULL)
    step.weights["offers"].number.setValue(1)
    assert step.reset.isEnabled()
    with qtbot.waitSignal(step.edited):
        step.reset.click()
    now = choices(step)
    assert dict(now.weights) == dict(DIGITAL)
    assert now.rules == PairingChoices().rules
    assert now.difference_fields == PairingChoices().difference_fields
    assert now.own_rules == FULL.plan.pairing.own_rules
    assert now.own_criteria == FULL.plan.pairing.own_criteria
    assert not step.reset.isEnabled()


def test_how_many_partners_each_side_may_have_is_decided_in_the_words_of_the_programme(
    step: PairingStep, qtbot: QtBot
) -> None:
    part = TakingPart(mentor_name=RoleName(one="Guide", several="Guides"))
    step.show_draft(Draft(plan=Plan(taking_part=part)))
    mentors, leaders = step.partners.numbers.values()
    assert mentors.accessibleName() == "Leaders for one guide"
    assert leaders.accessibleName() == "Guides for one leader"
    assert (mentors.value(), leaders.value()) == (1, 1)
    with qtbot.waitSignal(step.edited):
        mentors.setValue(2)
    assert (choices(step).mentor_partners, choices(step).mentee_partners) == (2, 1)
    for number in (mentors, leaders):
        assert (number.minimum(), number.maximum()) == (1, PARTNERS_LIMIT)
    step.back_to_template()
    assert choices(step).mentor_partners == 2
