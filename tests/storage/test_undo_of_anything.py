"""Whatever is done in whatever order, undo takes it back exactly and redo does it again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

import pytest

from revmentor_desktop.storage.data_file import DataFile
from tests.builders import Dump, dump
from tests.drills.officer import FULL, Officer

SEQUENCES: Final = 1_000 if FULL else 60
PARTS: Final = 10
KEY: Final = bytes(range(32))


class Trail:
    """The states that an officer's actions led through; `at` is where undo and redo stand now."""

    def __init__(self, data: DataFile) -> None:
        self.data = data
        self.states: list[Dump] = [dump(data)]
        self.at = 0

    def went_on(self) -> None:
        """Take down the state after an action, which ends the way to what was undone."""
        self.states[self.at + 1 :] = [dump(self.data)]
        self.at += 1

    def back(self) -> None:
        """Undo one step, if there is one, and compare."""
        assert (self.data.undo_words is None) == (self.at == 0)
        if self.data.undo():
            self.at -= 1
        assert dump(self.data) == self.states[self.at]

    def forth(self) -> None:
        """Redo one step, if there is one, and compare."""
        assert (self.data.redo_words is None) == (self.at == len(self.states) - 1)
        if self.data.redo():
            self.at += 1
        assert dump(self.data) == self.states[self.at]


def play(data: DataFile, random: Random, plan: list[str]) -> Counter[str]:
    """Act by the plan with turns to and fro, then take back everything and redo it, twice.

    Returns how often each action changed something.
    """
    trail, officer, done = Trail(data), Officer(data, random), Counter[str]()
    for action in plan:
        while random.random() < 0.15:
            random.choice((trail.back, trail.forth))()
        before = dump(data)
        if officer.do(action):
            done[action] += 1
            trail.went_on()
        else:
            assert dump(data) == before
    for _ in range(2):
        while trail.at:
            trail.back()
        while trail.at < len(trail.states) - 1:
            trail.forth()
    return done


@pytest.mark.drill
@pytest.mark.parametrize("part", range(PARTS))
def test_any_sequence_is_undone_and_redone_exactly(part: int, tmp_path: Path) -> None:
    for seed in range(part, SEQUENCES, PARTS):
        random, path = Random(seed), tmp_path / f"{seed}.revmentor"
        data = DataFile.create(path, KEY, seed.to_bytes(16))
        officer = Officer(data, random)
        for action in officer.plan(5) if seed % 2 else ():
            officer.do(action)
        plan = officer.plan(random.randint(5, 20))
        data.close()  # which ends what can be undone
        data = DataFile.open(path, KEY, tmp_path)
        assert sum(play(data, random, plan).values()) > 1
        data.close()


def test_long_days_have_every_action_in_them_and_are_undone_exactly(data: DataFile) -> None:
    done = Counter[str]()
    for day in (2037, 2038, 2039):
        random = Random(day)
        done += play(data, random, Officer(data, random).plan(150))
    assert set(done) == Officer.ACTIONS
    assert done.total() > 200
