"""A step of setting up on the screen, without the wizard round it."""

from __future__ import annotations

from typing import TypeVar

from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.ui.setup.step_page import StepPage

S = TypeVar("S", bound=StepPage)


def shown_step(step: S, qtbot: QtBot) -> S:
    """Show a step in the room that the smallest window has for it."""
    qtbot.addWidget(step)
    step.resize(760, 560)
    step.show()
    return step


def assert_comes_back(step: StepPage, *drafts: Draft) -> None:
    """Show drafts one after the other: each comes back as it was, and nothing is called an edit."""
    edits: list[int] = []
    step.edited.connect(lambda: edits.append(1))
    for draft in drafts:
        step.show_draft(draft)
        assert step.with_edits(draft) == draft
    assert edits == []
