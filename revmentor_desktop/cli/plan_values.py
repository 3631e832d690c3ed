"""A suggested plan for machines, with all that is needed to check its proof elsewhere.

People are named by name, address and number, and what they said never stands here: criteria and
rules say how two people compare, not why. What is made of special-category answers does not even
say in which field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from revmentor_desktop.cli.told_keys import told_keys
from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.matching.explaining import Checked, why
from revmentor_desktop.matching.goal import Goal, goal_of
from revmentor_desktop.matching.left_over import Remedy, WhyLeftOver
from revmentor_desktop.matching.problem import FORBIDDEN, degrees
from revmentor_desktop.matching.proof import bound, counted
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.scoring_fit import Part
from revmentor_desktop.matching.suggestion import Suggestion

INEQUALITY: Final = (
    "Let price be the price of a mentor or a leader, places how many partners beside those of"
    " locked pairs they may have, and worth what a pair counts. No plan counts more than the"
    " bound: the sum over mentors of max(0, price × places), plus the sum over leaders of the"
    " largest of price × n + per_leader for n = 1 and n = places (if there are places) and of what"
    " they count without another place (per_leader if has_locked_pair, else 0), plus the sum over"
    " all cells of the matrix that are neither null nor locked of max(0, worth − price of the"
    " mentor − price of the leader). This plan counts the worth of its pairs that are not locked,"
    " plus per_leader for each leader with a partner. Counted = bound, so no plan is better."
)
_WORTH: Final = {
    Aim.EVERYONE: "worth = score",
    Aim.FIT: "worth = score; a score below the floor is forbidden like null",
    Aim.NOBODY_LEFT: "worth = worths[score]; numbers of this proof are in hexadecimal",
}


def plan_values(found: Suggestion, *, with_matrix: bool) -> dict[str, object]:
    """Return a plan, its points and its proof; with the matrix every score."""
    solution, scores = found.solution, found.situation.scores
    told = told_keys(scores)
    values: dict[str, object] = {
        "aim": solution.aim.value,
        "unit": "hundredths of a point; 10000 is the best fit there is",
        "pairs": [_pair(found, one, told) for one in found.pairs],
        "leaders_paired": solution.paired,
        "total": solution.total,
        "left_over": {
            "mentors": [_person(one) for one in found.mentors_left],
            "leaders": [_left_over(one, told) for one in found.why_leaders_left],
        },
        "proof": _proof(found),
    }
    if solution.aim is Aim.FIT:
        values["floor"] = solution.floor
    if with_matrix:
        values["matrix"] = {
            "rows": [one.participation.id for one in scores.mentors],
            "columns": [one.participation.id for one in scores.leaders],
            "scores": [
                [None if score == FORBIDDEN else score for score in row]
                for row in found.problem.scores
            ],
            "locked": sorted(map(list, found.problem.locked)),
        }
    return values


def _person(one: Participant) -> dict[str, object]:
    return {
        "id": one.participation.id,
        "name": one.person.full_name,
        "email": one.person.email,
    }


def _left_over(reasons: WhyLeftOver, told: Mapping[str, str]) -> dict[str, object]:
    """Return a leader with what keeps them from how many mentors, and what would help."""
    return {
        **_person(reasons.participant),
        "obstacles": {told.get(one.what, one.what): len(one.people) for one in reasons.obstacles},
        "remedies": [_remedy(one, told) for one in reasons.remedies],
    }


def _remedy(remedy: Remedy, told: Mapping[str, str]) -> dict[str, object]:
    change, pair = remedy.outcome.from_best, remedy.pair
    return {
        "kind": remedy.kind,
        "rule": told.get(remedy.rule, remedy.rule) or None,
        "pair": [_person(pair.mentor), _person(pair.leader)] if pair else None,
        "person": _person(remedy.person) if remedy.person else None,
        "leaders": change.leaders,
        "total": change.total,
    }


def _pair(found: Suggestion, one: ScoredPair, told: Mapping[str, str]) -> dict[str, object]:
    reasons, there = why(found.situation, *one.couple), found.on_board(one)
    return {
        "mentor": _person(one.mentor),
        "leader": _person(one.leader),
        "score": one.total,
        "professional": reasons.fit.professional,
        "personal": reasons.fit.personal,
        "criteria": [_part(part, told) for part in reasons.fit.parts],
        "rules": {told.get(one.rule, one.rule): _rule(one) for one in reasons.rules},
        "state": there.state if there else "new",
        "reference": there.reference if there else None,
        "locked": found.situation.cell_of(*one.couple) in found.problem.locked,
    }


def _part(part: Part, told: Mapping[str, str]) -> dict[str, object]:
    return {
        "criterion": told.get(part.criterion, part.criterion),
        "side": part.side,
        "weight": part.weight,
        "points": part.points,
        "share": part.share,
        "most": part.most,
        "dropped": part.missing,
    }


def _rule(checked: Checked) -> str:
    if isinstance(checked.error, Overridden):
        return "set aside"
    return "kept" if checked.error is None else "broken"


def _proof(found: Suggestion) -> dict[str, object]:
    problem, solution = found.problem, found.solution
    goal = goal_of(problem, solution.aim, solution.floor)
    number = _number(solution.aim)
    mentor_places, leader_places = goal.rooms(problem)
    held = degrees(problem.locked, 1)
    values: dict[str, object] = {
        "verified": found.is_proven,
        "inequality": INEQUALITY,
        "worth": _WORTH[solution.aim],
        "per_leader": number(goal.per_mentee),
        "counted": number(counted(problem, goal, solution.pairs)),
        "bound": number(bound(problem, goal, solution)),
        "mentors": [
            _person(one) | {"places": places, "price": number(price)}
            for one, places, price in zip(
                found.situation.scores.mentors, mentor_places, solution.mentor_prices, strict=True
            )
        ],
        "leaders": [
            _person(one)
            | {"places": places, "price": number(price), "has_locked_pair": held[at] > 0}
            for at, (one, places, price) in enumerate(
                zip(
                    found.situation.scores.leaders,
                    leader_places,
                    solution.mentee_prices,
                    strict=True,
                )
            )
        ],
    }
    if solution.aim is Aim.NOBODY_LEFT:
        values["worths"] = _worths(found, goal, number)
    return values


def _worths(found: Suggestion, goal: Goal, number: Callable[[int], object]) -> dict[str, object]:
    """Return what each score counts that stands in the matrix, for machines that keep texts."""
    scores = sorted({score for row in found.problem.scores for score in row} - {FORBIDDEN})
    return {str(score): number(goal.worth[score] or 0) for score in scores}


def _number(aim: Aim) -> Callable[[int], Any]:
    """Return how a number of the proof is written: some of `NOBODY_LEFT` are very long."""
    return hex if aim is Aim.NOBODY_LEFT else int
