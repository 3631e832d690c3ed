"""Focus templates: what a focus fills in, and what it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.pairing_choices import DEFAULT_WEIGHTS
from revmentor_desktop.domain.plan.purpose import OWN_FOCUS
from revmentor_desktop.domain.plan.sessions import SessionPlan, SurveyQuestion

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusTemplate:
    """What one focus comes with.

    `purpose` is a sentence to start from; `words` are texts of packs and papers by their key, plain
    and without blanks.
    """

    key: str
    title: str
    line: str
    purpose: str = ""
    why_now_hint: str = ""
    objectives: tuple[Objective, ...] = ()
    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    weights: Mapping[str, int] = field(default_factory=lambda: dict(DEFAULT_WEIGHTS))
    sessions: tuple[SessionPlan, ...] = ()
    questions: tuple[SurveyQuestion, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


NO_FOCUS = FocusTemplate(key="", title="", line="")
"""Stands for a draft in which no focus was chosen yet."""


def with_focus(draft: Draft, before: FocusTemplate, chosen: FocusTemplate) -> Draft:
    """Return the draft with another focus.

    Whatever stands as the focus `before` filled it in (or is empty) is filled in anew; what the
    officer has changed stays. Dates, sponsor and the like come from no focus.
    """
    plan = draft.plan
    part, pairing = plan.taking_part, plan.pairing
    purpose_text = draft.details.purpose
    if purpose_text.strip() in {"", before.purpose.strip()}:
        purpose_text = chosen.purpose
    is_as_filled_in = dict(pairing.weights) == dict(before.weights)
    weights = chosen.weights if is_as_filled_in else pairing.weights
    return replace(
        draft,
        details=replace(draft.details, purpose=purpose_text),
        plan=replace(
            plan,
            purpose=replace(plan.purpose, focus=chosen.key),
            objectives=_refilled(plan.objectives, before.objectives, chosen.objectives),
            sessions=_refilled(plan.sessions, before.sessions, chosen.sessions),
            questions=_refilled(plan.questions, before.questions, chosen.questions),
            taking_part=replace(
                part,
                offers=_refilled(part.offers, before.offers, chosen.offers),
                wants=_refilled(part.wants, before.wants, chosen.wants),
            ),
            pairing=replace(pairing, weights=dict(weights)),
            words=_refilled_words(plan.words, before.words, chosen.words),
        ),
    )


def is_own(template: FocusTemplate) -> bool:
    """Tell whether this is the focus that the officer makes up."""
    return template.key == OWN_FOCUS


def _refilled(now: tuple[T, ...], before: tuple[T, ...], chosen: tuple[T, ...]) -> tuple[T, ...]:
    return chosen if now in ((), before) else now


def _refilled_words(
    now: Mapping[str, str], before: Mapping[str, str], chosen: Mapping[str, str]
) -> dict[str, str]:
    filled = {*before, *chosen}
    changed = {
        key: text
        for key, text in now.items()
        if before.get(key) != text and (text.strip() or key not in filled)
    }
    return {**chosen, **changed}
