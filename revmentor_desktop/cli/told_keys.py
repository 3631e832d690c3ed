"""What criteria and rules go by in an answer for machines.

A key of the officer's own names a field and how two people are compared in it. Beside points that
would tell of special-category answers, so what is made of them only gets a number.
"""

from __future__ import annotations

from collections.abc import Mapping

from revmentor_desktop.matching.scoring import Scores


def told_keys(scores: Scores) -> Mapping[str, str]:
    """Return what stands in the place of each key that is not told."""
    special = scores.facts.confidential
    hidden = scores.choices.criteria_on(special)
    criteria = [one.key for one in scores.criteria if one.key in hidden]
    rules = [own.key for own in scores.facts.own_rules if own.field in special]
    return {
        key: f"in-confidence-{number}" for number, key in enumerate([*criteria, *rules], start=1)
    }
