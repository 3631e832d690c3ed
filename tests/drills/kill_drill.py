"""Kills the program at any moment: ``python -m tests.drills.kill_drill --times 100``.

A child process pairs, prints, keeps scans, imports, migrates or does anything at all, and says
what is stored. It is killed (SIGKILL) at a random moment. Then the file must open, be whole, hold
all that was said to be stored, and nothing half done: it equals a mirror that did the same steps
undisturbed, up to the last one said or one more.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import shutil
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from revmentor_desktop.storage.connection import connect
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.migrations.steps import MIGRATIONS, Migration, version_of
from revmentor_desktop.system.clock import today
from tests.builders import Dump, dump
from tests.drills.processes import KEY, worker
from tests.drills.slow_migrations import SLOW_MIGRATIONS
from tests.drills.steps import STEPS, begin

KINDS: Final = (*STEPS, "migration")
_TIME: Final = re.compile(r"\d\d:\d\d")
_MOST_STEPS: Final = 8
"""Steps that the child may do before the killing moment is chosen."""


class Broken(Exception):
    """What must never happen has happened."""


def drill(kind: str, times: int, seed: int, folder: Path) -> Counter[str]:
    """Kill `times` times in `folder`; return how often each outcome was found. Raises Broken."""
    random = Random(f"{kind} {seed}")
    if kind == "migration":
        return _drill_migration(times, random, folder)
    return _drill_steps(kind, times, random, folder)


def _drill_steps(kind: str, times: int, random: Random, folder: Path) -> Counter[str]:
    path, mirror = folder / "killed.revmentor", _new(folder / "mirror.revmentor")
    begin(mirror)
    data = _new(path)
    begin(data)
    data.close()
    found, done, pace = Counter[str](), 0, 0.01
    for _ in range(times):
        said, pace = _killed_stepping(path, kind, done, random, pace)
        for number in range(done, said):
            STEPS[kind](mirror, number)
        content = _content(path, MIGRATIONS)
        done = said
        if content != _comparable(dump(mirror, without=())):
            STEPS[kind](mirror, said)
            done = said + 1
            if content != _comparable(dump(mirror, without=())):
                raise Broken(f"{kind}: after step {said} the file is neither here nor there")
        found["stored, not yet said" if done > said else "as said"] += 1
    found["steps"] = done
    mirror.close()
    return found


def _killed_stepping(
    path: Path, kind: str, first: int, random: Random, pace: float
) -> tuple[int, float]:
    """Let a child work and kill it; return the number after the last step said, and its pace.

    `pace` is how long a step takes, in seconds: the moment of the killing lies within one.
    """
    with worker("step", path, kind, str(first)) as child:
        if child.line() != "ready":
            raise Broken(f"{kind}: the file does not open")
        waited_for = random.randrange(_MOST_STEPS)
        start = time.perf_counter()
        for number in range(first, first + waited_for):
            if child.line() != str(number):
                raise Broken(f"{kind}: the child failed at step {number}")
        if waited_for:
            pace = (time.perf_counter() - start) / waited_for
        time.sleep(random.uniform(0, 1.3 * pace))  # the moment: within a step or just after
        return first + waited_for + len(child.kill()), pace


def _drill_migration(times: int, random: Random, folder: Path) -> Counter[str]:
    old = folder / "old.revmentor"
    data = _new(old)
    begin(data)
    data.close()
    right = _versions(old, folder / "stages")
    path, found, pace = folder / "killed" / "old.revmentor", Counter[str](), 0.0
    for turn in range(times + 1):
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        shutil.copy(old, path)
        with worker("lift", path) as child:
            child.line()
            start = time.perf_counter()
            if turn == 0:  # undisturbed, to know how long it takes
                child.line()
                pace = time.perf_counter() - start
            else:
                time.sleep(random.uniform(0, pace * 1.1))
            child.kill()
        version = _check_lifted(path, right)
        if turn:
            found[f"version {version}"] += 1
    return found


def _versions(old: Path, folder: Path) -> list[Dump]:
    """Return what the file holds at each version from today's on."""
    folder.mkdir()
    contents: list[Dump] = []
    for count in range(len(MIGRATIONS), len(SLOW_MIGRATIONS) + 1):
        path = folder / f"{count}.revmentor"
        shutil.copy(old, path)
        contents.append(_content(path, SLOW_MIGRATIONS[:count]))
    return contents


def _check_lifted(path: Path, right: list[Dump]) -> int:
    """Check a file after a killed migration, and its copies; return the version it is of."""
    today = len(MIGRATIONS)
    with contextlib.closing(connect(path, KEY)) as connection:
        version = version_of(connection)
    if _content(path, SLOW_MIGRATIONS[:version]) != right[version - today]:
        raise Broken(f"migration: the file says version {version} and is not")
    copies = list((path.parent / "backups").glob("old *"))  # what was not finished has a dot
    for copy in copies:
        if _content(copy, MIGRATIONS) != right[0]:
            raise Broken(f"migration: {copy.name} is no copy of the old file")
    if version > today and not copies:
        raise Broken("migration: changed without a copy")
    if _content(path, SLOW_MIGRATIONS) != right[-1]:
        raise Broken("migration: the file cannot be lifted any more")
    return version


def _new(path: Path) -> DataFile:
    return DataFile.create(path, KEY, bytes(16))


def _content(path: Path, migrations: tuple[Migration, ...]) -> Dump:
    """Open a file as the program does, check it through and through, and return all it holds."""
    data = DataFile.open(path, KEY, path.parent / "backups", migrations=migrations)
    try:
        for check, right in (("integrity_check", ["ok"]), ("foreign_key_check", [])):
            if [row[0] for row in data.rows(f"PRAGMA {check}")] != right:
                raise Broken(f"{path.name} fails its {check}")
        return _comparable(dump(data, without=()))
    finally:
        data.close()


def _comparable(content: Dump) -> Dump:
    """Leave out the day and the time of an act: the mirror does it later than the file."""
    now = {str(today()), str(today() - timedelta(days=1))}

    def said(value: Any) -> Any:
        is_time = isinstance(value, str) and _TIME.fullmatch(value)
        return None if is_time or value in now else value

    return {table: [tuple(map(said, row)) for row in rows] for table, rows in content.items()}


def main(arguments: list[str]) -> None:
    """Run the drills from the command line."""
    parser = argparse.ArgumentParser(prog="kill_drill", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="kills of each kind")
    parser.add_argument("--kind", choices=KINDS, action="append", help="all when left out")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    for kind in options.kind or KINDS:
        with TemporaryDirectory() as folder:
            found = drill(kind, options.times, options.seed, Path(folder))
        counts = ", ".join(f"{outcome}: {number}" for outcome, number in sorted(found.items()))
        sys.stdout.write(f"{kind}: killed {options.times} times, nothing lost ({counts})\n")


if __name__ == "__main__":
    main(sys.argv[1:])
