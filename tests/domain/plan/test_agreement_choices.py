"""Choices that were stored before some clauses stood by themselves say the same now."""

from __future__ import annotations

import json
from typing import Any

import pytest

from revmentor_desktop.domain.plan.agreement_choices import (
    CLAUSES,
    USUAL_CLAUSES,
    AgreementChoices,
    Goals,
)
from revmentor_desktop.storage.values import from_json, to_json


def stored_before(**chosen: Any) -> AgreementChoices:
    """Return choices that were stored before meeting places were a choice."""
    plain = json.loads(to_json(AgreementChoices()))
    for name in ("place", "own_place", "notes", "reviews", "goals", "feedback", "rebook_days"):
        del plain[name]
    return from_json(AgreementChoices, json.dumps({**plain, **chosen}))


def test_what_was_a_part_of_a_clause_stands_where_that_clause_did() -> None:
    usual = ["meet", "cancel", "private", "limits", "apart", "aside", "end", "look-back"]
    assert stored_before(clauses=usual).clauses == USUAL_CLAUSES
    bare = stored_before(clauses=["limits"])
    assert bare.clauses == ("purpose", "limits", "concern")
    assert bare.goals is Goals.LINES


def test_choices_of_today_come_back_as_they_are() -> None:
    for clauses in ((), ("meet",), CLAUSES):
        choices = AgreementChoices(clauses=clauses)
        assert from_json(AgreementChoices, to_json(choices)) == choices


@pytest.mark.parametrize("clauses", [None, "meet", 7])
def test_what_is_no_list_of_clauses_is_refused(clauses: Any) -> None:
    with pytest.raises(ValueError, match="is not"):
        stored_before(clauses=clauses)


def test_the_usual_clauses_are_clauses_in_their_order() -> None:
    assert [key for key in CLAUSES if key in USUAL_CLAUSES] == list(USUAL_CLAUSES)
