"""Which pairs the rules forbid, for everybody at once.

The rules stand in `domain.hard_rules` and are asked there about two people. Asking about each
of a million pairs would take minutes; so who a mentor must not meet is put together here from
indexes of the leaders, rule by rule. The two always say the same (a test compares every cell).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import compress, count
from operator import or_
from typing import Any, Final

from revmentor_desktop.domain.conflicts import both_ways
from revmentor_desktop.domain.field_values import said
from revmentor_desktop.domain.hard_rules import KEPT, UNCONFIRMED_STATES, manager_key
from revmentor_desktop.domain.line_management import chain_above
from revmentor_desktop.domain.pairing_facts import PairingFacts
from revmentor_desktop.domain.pairing_rules import standing_objection
from revmentor_desktop.domain.participation import (
    NO_PLACE_STATES,
    Participant,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.pairing_choices import WITHDRAWN, OwnRule
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.domain.text import fold

Columns = int
"""Some leaders, as bits: the lowest stands for the first of them in the order as given."""

_NOBODY: Final[Columns] = 0
_BITS: Final = bytes.maketrans(b"01", b"\0\1")
_SLOTS: Final[Mapping[Slot, int]] = {slot: 1 << at for at, slot in enumerate(Slot)}

_ROWS_AT_ONCE: Final = 16
"""After how many mentors the work can be broken off."""

_Rule = Callable[[Participant], Columns]


def forbidden_columns(
    mentors: Iterable[Participant], leaders: Sequence[Participant], facts: PairingFacts
) -> list[Columns]:
    """Return for each mentor the leaders with whom `standing_objection` finds something."""
    return run_to_end(forbidding(mentors, leaders, facts))


def forbidding(
    mentors: Iterable[Participant], leaders: Sequence[Participant], facts: PairingFacts
) -> Generator[None, None, list[Columns]]:
    """Find the same in steps that can be broken off."""
    rules = []
    for rule in _rules(leaders, facts):
        rules.append(rule)
        yield
    rows, found = list(mentors), list[Columns]()
    for done, mentor in enumerate(rows):
        found.append(_joined(rule(mentor) for rule in rules))
        if done % _ROWS_AT_ONCE == 0:
            yield
    if facts.overrides:
        _take_out_overridden(found, rows, leaders, facts)
    return found


def places(columns: Columns) -> Iterator[int]:
    """Return the places of some leaders in the order as given."""
    return compress(count(), format(columns, "b").encode().translate(_BITS)[::-1])


def _take_out_overridden(
    found: list[Columns],
    mentors: Sequence[Participant],
    leaders: Sequence[Participant],
    facts: PairingFacts,
) -> None:
    """Take out those pairs for which all that forbids them is set aside."""
    rows = {one.participation.id: at for at, one in enumerate(mentors)}
    columns = {one.participation.id: at for at, one in enumerate(leaders)}
    for one in facts.overrides:
        row, column = rows.get(one.mentor_id), columns.get(one.mentee_id)
        if row is None or column is None:
            continue
        if standing_objection(mentors[row], leaders[column], facts) is None:
            found[row] &= ~(1 << column)


def _rules(leaders: Sequence[Participant], facts: PairingFacts) -> Iterator[_Rule]:
    """Make the rules that bind, each asked about a mentor."""
    makers: dict[str, Callable[[Sequence[Participant], PairingFacts], _Rule]] = {
        "line": _line,
        "shared-manager": _shared_manager,
        "department": _department,
        "conflict": lambda them, facts: _pairs(them, facts.conflicts),
        "not-with": _not_with,
        "failed-pairs": lambda them, facts: _pairs(them, facts.ended_early),
        "earlier-partners": lambda them, facts: _pairs(them, facts.elsewhere),
        WITHDRAWN: lambda them, _: _states(them, frozenset({ParticipationState.WITHDRAWN})),
        "paused": lambda them, _: _states(them, frozenset({ParticipationState.PAUSED})),
        "confirmed": lambda them, _: _states(them, UNCONFIRMED_STATES),
        "mode": lambda them, _: _mode(them),
        "time": lambda them, _: _time(them),
    }
    yield _roles(leaders)
    yield _states(leaders, NO_PLACE_STATES)
    yield from (make(leaders, facts) for key, make in makers.items() if key in facts.rules)
    yield from (_own(leaders, facts, rule) for rule in facts.own_rules)


def _index(leaders: Sequence[Participant], key: Callable[[Participant], Any]) -> dict[Any, Columns]:
    """Return the columns by a key of the leaders; who has none is left out."""
    found: dict[Any, Columns] = {}
    for column, leader in enumerate(leaders):
        of_it = key(leader)
        if of_it:
            found[of_it] = found.get(of_it, _NOBODY) | 1 << column
    return found


def _joined(parts: Iterable[Columns]) -> Columns:
    return reduce(or_, parts, _NOBODY)


def _everybody(leaders: Sequence[Participant]) -> Columns:
    return (1 << len(leaders)) - 1


def _roles(leaders: Sequence[Participant]) -> _Rule:
    everybody = _everybody(leaders)
    fitting = _index(leaders, lambda one: one.participation.role).get(Role.MENTEE, _NOBODY)
    wrong = everybody & ~fitting
    return lambda mentor: wrong if mentor.participation.role is Role.MENTOR else everybody


def _states(leaders: Sequence[Participant], states: frozenset[ParticipationState]) -> _Rule:
    everybody = _everybody(leaders)
    by_state = _index(leaders, lambda one: one.participation.state)
    away = _joined(columns for state, columns in by_state.items() if state in states)
    return lambda mentor: everybody if mentor.participation.state in states else away


def _line(leaders: Sequence[Participant], facts: PairingFacts) -> _Rule:
    by_person = _index(leaders, lambda one: one.person.id)
    beneath: defaultdict[int, Columns] = defaultdict(int)
    for column, leader in enumerate(leaders):
        for manager in chain_above(leader.person.id, facts.managers):
            beneath[manager] |= 1 << column

    def rule(mentor: Participant) -> Columns:
        above = chain_above(mentor.person.id, facts.managers)
        found = _joined(by_person.get(manager, _NOBODY) for manager in above)
        return found | beneath.get(mentor.person.id, _NOBODY)

    return rule


def _shared_manager(leaders: Sequence[Participant], facts: PairingFacts) -> _Rule:
    by_manager = _index(leaders, lambda one: _manager(one, facts))
    return lambda mentor: by_manager.get(_manager(mentor, facts), _NOBODY)


def _manager(one: Participant, facts: PairingFacts) -> tuple[int | str] | None:
    manager = manager_key(one.person, facts.managers)
    return None if manager == "" else (manager,)


def _department(leaders: Sequence[Participant], _: PairingFacts) -> _Rule:
    by_department = _index(leaders, lambda one: fold(one.person.department))
    return lambda mentor: by_department.get(fold(mentor.person.department), _NOBODY)


def _not_with(leaders: Sequence[Participant], _: PairingFacts) -> _Rule:
    by_person = _index(leaders, lambda one: one.person.id)
    named: defaultdict[int, Columns] = defaultdict(int)
    for column, leader in enumerate(leaders):
        for person_id in leader.participation.not_with:
            named[person_id] |= 1 << column

    def rule(mentor: Participant) -> Columns:
        theirs = (by_person.get(one, _NOBODY) for one in mentor.participation.not_with)
        return _joined(theirs) | named.get(mentor.person.id, _NOBODY)

    return rule


def _pairs(leaders: Sequence[Participant], pairs: Iterable[tuple[int, int]]) -> _Rule:
    """Forbid people who stand in `pairs` of (lower, higher) person ids."""
    by_person = _index(leaders, lambda one: one.person.id)
    found: defaultdict[int, Columns] = defaultdict(int)
    for pair in pairs:
        # One the wrong way round is not found when two people are asked about, nor here.
        if both_ways(*pair) == pair:
            for one, other in (pair, pair[::-1]):
                found[one] |= by_person.get(other, _NOBODY)
    return lambda mentor: found.get(mentor.person.id, _NOBODY)


def _mode(leaders: Sequence[Participant]) -> _Rule:
    by_mode = _index(leaders, lambda one: one.person.meeting_mode)
    against: dict[MeetingMode | None, Columns] = {
        MeetingMode.IN_PERSON: by_mode.get(MeetingMode.VIDEO, _NOBODY),
        MeetingMode.VIDEO: by_mode.get(MeetingMode.IN_PERSON, _NOBODY),
    }
    return lambda mentor: against.get(mentor.person.meeting_mode, _NOBODY)


def _time(leaders: Sequence[Participant]) -> _Rule:
    by_slots = _index(leaders, _slots)
    return _each_once(
        lambda here: _joined(columns for there, columns in by_slots.items() if not here & there),
        _slots,
    )


def _slots(one: Participant) -> int:
    return sum(_SLOTS[slot] for slot in set(one.person.slots))


def _own(leaders: Sequence[Participant], facts: PairingFacts, own: OwnRule) -> _Rule:
    by_said = _index(leaders, lambda one: said(one, own.field, facts.own_values))
    is_kept = KEPT[own.kind]
    return _each_once(
        lambda here: _joined(
            columns for there, columns in by_said.items() if not is_kept(here, there)
        ),
        lambda mentor: said(mentor, own.field, facts.own_values),
    )


def _each_once(
    columns_of: Callable[[Any], Columns], said_by: Callable[[Participant], Any]
) -> _Rule:
    """Return a rule about what mentors said; those who said the same are looked at once."""
    found: dict[Any, Columns] = {}

    def rule(mentor: Participant) -> Columns:
        here = said_by(mentor)
        if here not in found:
            found[here] = columns_of(here) if here else _NOBODY
        return found[here]

    return rule
