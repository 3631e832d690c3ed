"""Killing the program loses at most the last two seconds of typing, in wizard and settings."""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

import pytest

from revmentor_desktop.domain.plan.draft import STEPS, Draft, Step
from revmentor_desktop.domain.plan.focus import NO_FOCUS, with_focus
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.programmes.writing import add_programme
from revmentor_desktop.services.setup import reading, writing
from revmentor_desktop.services.setup.focus import focus
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.storage.data_file import DataFile
from tests.drills.officer import FULL
from tests.drills.processes import KEY, Worker, worker
from tests.drills.typist import digest

_MOST_LOST: Final = 2.0
"""Seconds of typing that a killing may cost."""


def begun(path: Path, step: Step) -> None:
    """Make a data file whose draft stands before a step, its fields filled by a focus."""
    data = DataFile.create(path, KEY, bytes(16))
    details = ProgrammeDetails(name="Voices", purpose="")
    draft = with_focus(Draft(details=details), NO_FOCUS, focus("floor"))
    writing.keep_draft(data, replace(draft, step=step))
    data.close()


def left(path: Path) -> Draft | None:
    """Return the draft that a killed program has left; the file must be whole."""
    data = DataFile.open(path, KEY, path.parent / "backups")
    try:
        assert [row[0] for row in data.rows("PRAGMA integrity_check")] == ["ok"]
        return reading.draft(data)
    finally:
        data.close()


def check(child: Worker, path: Path, step: Step) -> int:
    """Kill a child at a step of the wizard, check what it left; return how much it had typed."""
    said = child.kill()
    killed = time.time()
    found = left(path)
    assert found is not None
    assert found.step is step
    return check_typing(said, killed, found, step)


def check_typing(said: list[str], killed: float, found: Draft | None, step: Step) -> int:
    """Check that nothing is lost but the last two seconds; return how much was typed."""
    typed = [line.split(":") for line in said]
    late = [sign for moment, sign in typed if float(moment) >= killed - _MOST_LOST]
    early = [sign for moment, sign in typed if float(moment) < killed - _MOST_LOST]
    assert digest(found) in {*late, *early[-1:]}, f"{step}: more than {_MOST_LOST} s are lost"
    return len({sign for _, sign in typed})


@pytest.mark.drill
@pytest.mark.parametrize("turn", range(20 if FULL else 1))
def test_a_killed_wizard_loses_at_most_two_seconds(tmp_path: Path, turn: int) -> None:
    """All steps at once: the children mostly wait between two keys."""
    random = Random(f"typing {turn}")
    paths = {step: tmp_path / f"{step}.revmentor" for step in STEPS}
    for step, path in paths.items():
        begun(path, step)
    with contextlib.ExitStack() as running:
        children = {
            step: running.enter_context(worker("type", path, step)) for step, path in paths.items()
        }
        for child in children.values():
            assert child.line() == "ready"
        time.sleep(_MOST_LOST + random.uniform(0.2, 1.2))  # the moment of the killing
        keys = {step: check(child, paths[step], step) for step, child in children.items()}
    typed_into = {step for step, number in keys.items() if number > 3}
    assert typed_into >= {Step.PURPOSE, Step.OBJECTIVES, Step.SPONSOR, Step.PEOPLE, Step.AGREEMENT}


@pytest.mark.drill
@pytest.mark.parametrize("turn", range(20 if FULL else 1))
def test_killed_settings_lose_at_most_two_seconds_and_change_nothing(
    tmp_path: Path, turn: int
) -> None:
    random = Random(f"typing into settings {turn}")
    steps = (Step.PURPOSE, Step.SPONSOR, Step.PEOPLE, Step.AGREEMENT)
    paths = {step: tmp_path / f"{step}.revmentor" for step in steps}
    for path in paths.values():
        data = DataFile.create(path, KEY, bytes(16))
        add_programme(data, ProgrammeDetails(name="Voices", purpose="Leaders listen."))
        data.close()
    with contextlib.ExitStack() as running:
        children = {
            step: running.enter_context(worker("type-into-settings", path, step))
            for step, path in paths.items()
        }
        for child in children.values():
            assert child.line() == "ready"
        time.sleep(_MOST_LOST + random.uniform(0.2, 1.2))  # the moment of the killing
        for step, child in children.items():
            said = child.kill()
            killed = time.time()
            data = DataFile.open(paths[step], KEY, tmp_path / "backups")
            assert [row[0] for row in data.rows("PRAGMA integrity_check")] == ["ok"]
            assert decided(data, 1).details.name == "Voices"
            assert decided(data, 1).plan == Plan()
            found = reading.settings_edits(data, 1).get(step)
            data.close()
            assert check_typing(said, killed, found, step) > 3, step
