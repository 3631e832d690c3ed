"""Suggested questions: sensitive ones are marked, and age is not among them."""

from __future__ import annotations

from revmentor_desktop.domain.plan.own_fields import FieldKind
from revmentor_desktop.services.setup.suggestions import suggested_fields


def test_what_the_law_protects_is_marked_and_asked_of_nobody_before_its_purpose_is_written() -> (
    None
):
    protected = ("gender", "ethnic", "disability", "orientation", "belief", "part fully")
    for word in protected:
        (field,) = [one for one in suggested_fields() if word in one.label.lower()]
        assert field.is_special, field.label
        assert not field.is_asked


def test_age_is_not_suggested() -> None:
    for field in suggested_fields():
        words = {word.strip("?,.") for word in field.label.lower().split()}
        assert not words & {"age", "birth", "born", "generation", "old", "young"}


def test_lists_have_options_and_others_have_none() -> None:
    for field in suggested_fields():
        with_options = field.kind in {FieldKind.ONE_OF, FieldKind.SEVERAL_OF}
        assert bool(field.options) == with_options, field.label
