"""Who manages whom, along the whole chain."""

from __future__ import annotations

from collections.abc import Mapping

Managers = Mapping[int, int | None]
"""For each person's id the id of their line manager, or None."""


def chain_above(person_id: int, managers: Managers) -> tuple[int, ...]:
    """Return the managers above a person, nearest first; a circle is walked once."""
    chain: list[int] = []
    manager = managers.get(person_id)
    while manager is not None and manager != person_id and manager not in chain:
        chain.append(manager)
        manager = managers.get(manager)
    return tuple(chain)


def line_between(one: int, other: int, managers: Managers) -> tuple[int, ...]:
    """Return the ids from the lower to the higher of two people in one line of management.

    Empty when neither is anywhere above the other.
    """
    for lower, higher in ((one, other), (other, one)):
        above = chain_above(lower, managers)
        if higher in above:
            return (lower, *above[: above.index(higher) + 1])
    return ()


def would_circle(person_id: int, manager_id: int, managers: Managers) -> bool:
    """Tell whether making `manager_id` the manager of `person_id` closes a circle."""
    return manager_id == person_id or person_id in chain_above(manager_id, managers)
