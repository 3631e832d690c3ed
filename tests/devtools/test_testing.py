"""Two runs of pytest come to one exit status."""

from __future__ import annotations

import pytest

from devtools import testing


@pytest.mark.parametrize(
    ("statuses", "together"),
    [([0, 0], 0), ([0, 5], 0), ([5, 0], 0), ([5, 5], 5), ([1, 0], 1), ([0, 1], 1), ([5, 2], 2)],
)
def test_the_worse_run_counts_and_an_empty_one_does_not(statuses: list[int], together: int) -> None:
    assert testing.worst(statuses) == together
