"""A suggested plan in lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.matching.criteria import Missing, rounded
from revmentor_desktop.matching.left_over import Bound, Remedy, RemedyKind, WhyLeftOver
from revmentor_desktop.matching.problem import FORBIDDEN
from revmentor_desktop.matching.scoring_fairness import ScoredPair
from revmentor_desktop.matching.scoring_fit import Fit, Part
from revmentor_desktop.matching.suggestion import Suggestion
from revmentor_desktop.system.detail_words import detail_within

_AIMS: Final = {
    Aim.EVERYONE: "everyone first",
    Aim.FIT: "fit first",
    Aim.NOBODY_LEFT: "nobody left behind",
}
_CRITERIA: Final = {
    "offers": "learning goal",
    "difference": "perspective",
    "place": "place and mode",
    "availability": "times",
    "interests": "interests",
    "grade-gap": "distance in grade",
    "style": "style",
}
_MISSING: Final = {
    Missing.NOT_ASKED: "not asked",
    Missing.UNKNOWN: "not known of both",
    Missing.WITHHELD: "answers not to be used",
    Missing.NOT_COMPARABLE: "not comparable",
}
_OBSTACLES: Final[Mapping[str, str]] = {
    "line": "in the same line of management",
    "shared-manager": "with the same line manager",
    "conflict": "in a declared conflict of interest",
    "not-with": "on a private list",
    "department": "in the same department",
    "failed-pairs": "once in a pair that ended early",
    "earlier-partners": "partners before",
    "paused": "paused",
    "confirmed": "not confirmed",
    "mode": "without a common way to meet",
    "time": "without a common time",
    "no-place": "without a place",
    "withdrawn": "withdrawn",
    "capacity": "with as many partners as agreed",
    Bound.FLOOR: "below the floor",
    Bound.KEPT: "taken by agreed or locked pairs",
    Bound.TAKEN: "needed more by others",
    Bound.FREE: "free",
}
_INDENT: Final = " " * 8


def plan_lines(found: Suggestion, *, with_matrix: bool) -> list[str]:
    """Return a plan: figures, pairs with their points, who is left over, and the prices."""
    lines = [*_figures(found), ""]
    for one in found.pairs:
        lines.extend(_pair(found, one))
    lines.extend(["", *_left_over(found), "", *_prices(found)])
    if with_matrix:
        lines.extend(["", *_matrix(found)])
    return lines


def points(hundredths: int) -> str:
    """Return hundredths of a point as people read points."""
    return f"{hundredths / 100:.2f}"


def _figures(found: Suggestion) -> Iterator[str]:
    solution = found.solution
    floor = f", no pair below {points(solution.floor)}" if solution.aim is Aim.FIT else ""
    yield f"Aim: {_AIMS[solution.aim]}{floor}"
    leaders = solution.paired + len(found.leaders_left)
    words = [f"{solution.paired} of {leaders} leaders paired", f"total {points(solution.total)}"]
    if found.pairs:
        fits = [one.total for one in found.pairs]
        words.append(f"average {points(rounded(sum(fits), len(fits)))}")
        words.append(f"lowest {points(min(fits))}")
    yield " · ".join(words)
    if found.is_proven:
        yield "No plan is better by this aim: the check of its prices passed."
    else:
        yield "The check of the prices did not pass, so there may be a better plan."


def _pair(found: Suggestion, one: ScoredPair) -> Iterator[str]:
    names = f"{one.mentor.person.full_name} and {one.leader.person.full_name}"
    yield f"{points(one.total):>6}  {names}{_state(found.on_board(one))}"
    cell = found.situation.cell_of(*one.couple)
    fit = found.situation.scores.fit(*cell)
    yield _INDENT + _parts(fit, found)
    if fit.missing:
        missing = (f"{_name(part, found)} ({_why(part)})" for part in fit.missing)
        yield f"{_INDENT}not counted: {', '.join(missing)}"


def _state(there: Pair | None) -> str:
    if there is None:
        return ""
    if there.is_proposed:
        return f" ({there.reference}, locked)" if there.is_locked else f" ({there.reference})"
    return f" ({there.reference}, {there.state})"


def _parts(fit: Fit, found: Suggestion) -> str:
    counted = [part for part in fit.parts if part.points is not None]
    words = (f"{_name(part, found)} {points(part.share)}/{points(part.most)}" for part in counted)
    return " · ".join(words) or "nothing is known that counts"


def _name(part: Part, found: Suggestion) -> str:
    """Return a criterion in words; one of the officer's own by the label of its field."""
    scores, key = found.situation.scores, part.criterion
    if key in scores.choices.criteria_on(scores.facts.confidential):
        return detail_within("confidential")
    return _CRITERIA.get(key) or f"“{_own_label(key, scores.facts.labels)}”"


def _why(part: Part) -> str:
    return _MISSING[part.missing or Missing.UNKNOWN]


def _left_over(found: Suggestion) -> Iterator[str]:
    yield f"Without a partner, leaders: {_names(found.leaders_left)}"
    for reasons in found.why_leaders_left:
        yield from _why_left_over(found, reasons)
    yield f"Without a partner, mentors: {_names(found.mentors_left)}"


def _names(people: Iterable[Participant]) -> str:
    return ", ".join(one.person.full_name for one in people) or "none"


def _why_left_over(found: Suggestion, reasons: WhyLeftOver) -> Iterator[str]:
    """Yield what keeps a leader from the mentors, and what would help, the cheapest first."""
    labels = found.situation.scores.facts.labels
    name, mentors = reasons.participant.person.full_name, len(found.situation.scores.mentors)
    words = (f"{len(one.people)} {_obstacle(one.what, labels)}" for one in reasons.obstacles)
    all_of_them = "1 mentor" if mentors == 1 else f"{mentors} mentors"
    yield f"{_INDENT}{name}, of {all_of_them}: {', '.join(words)}"
    for remedy in reasons.remedies:
        change = remedy.outcome.from_best
        yield (
            f"{_INDENT}would help: {_remedy(remedy, labels)}"
            f" (leaders {change.leaders:+d}, total {change.total / 100:+.2f})"
        )
    if not reasons.remedies:
        yield f"{_INDENT}no single change would help"


def _obstacle(what: str, labels: Mapping[str, str]) -> str:
    return _OBSTACLES.get(what) or f"against the rule on “{_own_label(what, labels)}”"


def _remedy(remedy: Remedy, labels: Mapping[str, str]) -> str:
    if remedy.person is not None:
        return f"one partner more for {remedy.person.person.full_name}"
    pair = remedy.pair
    names = f"{pair.mentor.person.full_name} and {pair.leader.person.full_name}" if pair else ""
    if remedy.kind is RemedyKind.LOCK:
        return f"letting go of {names}"
    return f"{names} as an exception, though {_obstacle(remedy.rule, labels)}"


def _own_label(key: str, labels: Mapping[str, str]) -> str:
    """Return the label of the field that a rule or criterion of the officer's own is made of."""
    field = key.split(":")[1]
    return labels.get(field, field)


def _prices(found: Suggestion) -> Iterator[str]:
    solution, scores = found.solution, found.situation.scores
    if solution.aim is Aim.NOBODY_LEFT:
        yield "The prices of this aim are too long to read; --json has them."
        return
    yield "Prices, in hundredths of a point (what they prove is said by --json):"
    yield from _priced("mentors", scores.mentors, solution.mentor_prices)
    yield from _priced("leaders", scores.leaders, solution.mentee_prices)


def _priced(words: str, people: Iterable[Participant], prices: Iterable[int]) -> Iterator[str]:
    yield f"  {words}"
    for one, price in zip(people, prices, strict=True):
        yield f"{price:>14}  {one.person.full_name}"


def _matrix(found: Suggestion) -> Iterator[str]:
    """Yield a table for a spreadsheet: a row for each mentor, a dash for a forbidden pair."""
    leaders = (one.person.full_name for one in found.situation.scores.leaders)
    yield "\t".join(("Scores", *leaders))
    for mentor, row in zip(found.situation.scores.mentors, found.problem.scores, strict=True):
        yield "\t".join((mentor.person.full_name, *_cells(row)))


def _cells(row: Sequence[int]) -> Iterator[str]:
    return ("–" if score == FORBIDDEN else points(score) for score in row)
