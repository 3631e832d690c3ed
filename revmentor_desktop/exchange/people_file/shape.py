"""The shape of a people file, by which its mapping is found again for the next one like it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.exchange.people_file.columns import header_key
from revmentor_desktop.exchange.people_file.targets import CODED, Consent, OwnTarget, Target
from revmentor_desktop.exchange.spreadsheets.grid import Grid


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an officer decided for a shape: targets by column key, and codes of values.

    Own fields go by `own_name`: the next file may be for another programme, whose fields have
    other keys.
    """

    columns: Mapping[str, Target | None] = field(default_factory=dict)
    values: Mapping[Target, Mapping[str, str]] = field(default_factory=dict)
    role_for_all: Role | None = None
    own_columns: Mapping[str, str] = field(default_factory=dict)
    own_values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    state_for_new: ParticipationState | None = None


def own_name(own: OwnTarget) -> str:
    """Return what an own field goes by in what is remembered: the words of its label."""
    if isinstance(own, Consent):
        return f"consent: {header_key(own.field.label)}"  # no header's words hold a colon
    return header_key(own.label)


def column_keys(grid: Grid, header: int | None) -> tuple[str, ...]:
    """Return a key for each column: its header's words, numbered where they repeat."""
    if header is None:
        return tuple(f"column {number}" for number in range(1, grid.width + 1))
    seen: Counter[str] = Counter()
    keys: list[str] = []
    for column in range(grid.width):
        words = header_key(grid.cell(header, column))
        seen[words] += 1
        keys.append(words if seen[words] == 1 else f"{words} #{seen[words]}")
    return tuple(keys)


def signature(grid: Grid, header: int | None) -> str:
    """Return the shape of a file: the same for the same headers in any order. Holds no names."""
    keys = sorted(column_keys(grid, header))
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()


def to_json(remembered: Remembered) -> dict[str, Any]:
    """Return what is remembered as plain values."""
    return {
        "columns": {key: str(target or "") for key, target in remembered.columns.items()},
        "values": {str(target): dict(codes) for target, codes in remembered.values.items()},
        "role_for_all": str(remembered.role_for_all or ""),
        "own_columns": dict(remembered.own_columns),
        "own_values": {name: dict(codes) for name, codes in remembered.own_values.items()},
        "state_for_new": str(remembered.state_for_new or ""),
    }


def from_json(plain: Mapping[str, Any]) -> Remembered:
    """Return what was remembered; what a later version wrote and this one lacks is passed over."""
    targets = {str(target) for target in Target}
    columns = {
        str(key): Target(value) if value else None
        for key, value in plain.get("columns", {}).items()
        if not value or value in targets
    }
    kept = plain.get("values", {})
    values = {target: _codes(kept.get(target, {})) for target in CODED}
    role, state = plain.get("role_for_all", ""), plain.get("state_for_new", "")
    return Remembered(
        columns,
        {target: codes for target, codes in values.items() if codes},
        Role(role) if role in set(Role) else None,
        _codes(plain.get("own_columns", {})),
        {str(name): _codes(codes) for name, codes in plain.get("own_values", {}).items()},
        ParticipationState(state) if state in set(ParticipationState) else None,
    )


def _codes(plain: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(code) for key, code in plain.items()}
