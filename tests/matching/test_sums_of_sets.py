"""What sets weigh is the same in rows as added up one by one, with far fewer additions."""

from __future__ import annotations

from random import Random

import pytest

from revmentor_desktop.matching import sums_of_sets as module
from revmentor_desktop.matching.sets_of_people import bits
from revmentor_desktop.matching.sums_of_sets import sums_of_sets


@pytest.mark.parametrize("changes", [0, 1, 3, 40])
def test_sums_are_those_of_adding_every_set(changes: int) -> None:
    random = Random(changes)
    rows = [random.getrandbits(40) for _ in range(12)]
    weights, sets, naive = list[int](), list[int](), [0] * 40
    for _ in range(200):
        row = random.randrange(12)
        for _ in range(changes):
            rows[row] ^= 1 << random.randrange(40)
        weights.append(random.getrandbits(200))
        sets.append(rows[row])
        for x in bits(rows[row]):
            naive[x] += weights[-1]
    assert sums_of_sets(weights, sets, 40) == naive
    assert sums_of_sets([], [], 3) == [0, 0, 0]


def test_two_rows_of_sets_that_shrink_take_as_many_additions_as_people_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []

    def counted(number: int) -> list[int]:
        looked.extend(bits(number))
        return list(bits(number))

    monkeypatch.setattr(module, "bits", counted)
    monkeypatch.setattr(module, "_FEW", 0)
    low, high = (1 << 50) - 1, (1 << 50) - 1 << 50
    sets = [each for n in range(50) for each in (low >> n, high << n & high)]
    sums = sums_of_sets([1] * 100, sets, 100)
    assert sums == [*range(50, 0, -1), *range(1, 51)]
    assert len(looked) == 200
