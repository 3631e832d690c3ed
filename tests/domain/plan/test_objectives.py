"""An objective is found incomplete until it can be measured."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.plan.objectives import OBJECTIVES_LIMIT, Objective
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.problems import problems
from revmentor_desktop.services.setup.focus import focuses


def about_objectives(*objectives: Objective) -> list[str]:
    draft = Draft(plan=Plan(objectives=objectives))
    found = problems(draft, frozenset(), lambda _: True, date(2027, 1, 4))
    return [problem.code for problem in found if problem.step is Step.OBJECTIVES]


@pytest.mark.parametrize(
    "objective",
    [
        Objective(title="Listen", measure="Pulse"),
        Objective(title="Listen", measure="Pulse", baseline="2.5", target="3.5"),
    ],
)
def test_a_measure_is_enough(objective: Objective) -> None:
    assert about_objectives(objective) == []


def test_each_objective_without_a_measure_is_named() -> None:
    objectives = [Objective(title="One"), Objective(title="Two", measure="m"), Objective(title="3")]
    assert about_objectives(*objectives) == ["plan-objective-unmeasured"] * 2


def test_there_are_at_most_five_and_each_focus_leaves_room_for_one_more() -> None:
    assert OBJECTIVES_LIMIT == 5
    assert all(len(focus.objectives) < OBJECTIVES_LIMIT for focus in focuses())
