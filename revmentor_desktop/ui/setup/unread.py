"""Dates that are half typed: kept with the draft, although they are no dates yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from revmentor_desktop.domain.plan.draft import Draft
from revmentor_desktop.ui.setup.step_page import StepPage
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.tab_order import stops_of


def with_unread(page: StepPage, draft: Draft) -> Draft:
    """Return the draft with what stands in the page's fields for dates and is none."""
    others = {
        name: text for name, text in draft.unread.items() if not name.startswith(f"{page.step}:")
    }
    here = {name: field.entry.text() for name, field in _fields(page).items() if field.problem()}
    return replace(draft, unread={**others, **here})


def show_unread(page: StepPage, draft: Draft) -> None:
    """Put back what was half typed, into fields that are empty."""
    for name, field in _fields(page).items():
        if name in draft.unread and not field.entry.text():
            field.entry.setText(draft.unread[name])


def forget_unread(page: StepPage) -> None:
    """Empty the fields in which stands what is no date."""
    for field in _fields(page).values():
        if field.problem():
            field.set_value(None)


def _fields(page: StepPage) -> dict[str, OptionalDateField]:
    """Return the page's fields for dates by a name that is the same when the page is made anew."""
    found: dict[str, OptionalDateField] = {}
    numbers: Counter[str] = Counter()
    for stop in stops_of(page):
        if isinstance(stop, OptionalDateField):
            called = stop.accessibleName()
            found[f"{page.step}:{called}:{numbers[called]}"] = stop
            numbers[called] += 1
    return found
