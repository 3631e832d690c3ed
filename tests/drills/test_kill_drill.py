"""The drill of killings, short every day and a hundred times each in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drills.kill_drill import KINDS, drill
from tests.drills.officer import FULL


@pytest.mark.drill
@pytest.mark.parametrize("kind", KINDS)
def test_a_killed_program_loses_nothing_and_leaves_nothing_half(kind: str, tmp_path: Path) -> None:
    times = 100 if FULL else 2
    found = drill(kind, times, seed=2027, folder=tmp_path)
    steps = found.pop("steps", 0)
    assert sum(found.values()) == times
    assert kind == "migration" or steps > times
