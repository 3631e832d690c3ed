"""The process that is killed: ``python -m tests.drills.worker VERB PATH …``.

It says one line when it is ready and one for each thing that is done, as soon as it is stored.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.data_file import DataFile
from tests.drills.processes import KEY


def say(words: str) -> None:
    """Tell the parent at once."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def step_on(path: Path, kind: str, first: int) -> None:
    """Do step after step, beginning with number `first`, until killed."""
    from tests.drills.steps import STEPS

    data = DataFile.open(path, KEY, path.parent / "backups")
    say("ready")
    for number in count(first):
        STEPS[kind](data, number)
        say(str(number))


def lift(path: Path) -> None:
    """Open an old file, which lifts its tables slowly."""
    from tests.drills.slow_migrations import SLOW_MIGRATIONS

    say("ready")
    data = DataFile.open(path, KEY, path.parent / "backups", migrations=SLOW_MIGRATIONS)
    say("lifted")
    data.close()


def hold(path: Path) -> None:
    """Open the file, or say why not, and keep it open until the parent has had enough."""
    try:
        data = DataFile.open(path, KEY, path.parent / "backups")
    except KnownError as error:
        say(error.code)
        return
    say("open")
    sys.stdin.read()
    data.close()


def make(home: Path) -> None:
    """Make a data file at each place that the parent names, as long as it names one."""
    from revmentor_desktop.services import vault
    from revmentor_desktop.system.paths import Paths

    paths = Paths(home / "data", home / "settings", home / "logs")
    say("ready")
    for line in sys.stdin:
        place, passphrase = line.rstrip("\n").split("\t")
        try:
            opened = vault.create(Path(place), passphrase, paths)
        except KnownError as error:
            say(error.code)
            continue
        say("made")
        opened.data.close()


def claim(path: Path) -> None:
    """Claim a place for a data file until killed."""
    from revmentor_desktop.storage.claim import claimed

    with claimed(path):
        say("claimed")
        sys.stdin.read()


def type_on(path: Path, step: str) -> None:
    """Type into a step of the wizard until killed."""
    from revmentor_desktop.domain.plan.draft import Step
    from tests.drills import typist

    typist.type_on(path, Step(step))


def type_into_settings(path: Path, step: str) -> None:
    """Type into a section of the settings until killed."""
    from revmentor_desktop.domain.plan.draft import Step
    from tests.drills import typist

    typist.type_into_settings(path, Step(step))


def main(arguments: list[str]) -> None:
    """Do what the parent asks for."""
    match arguments:
        case ["step", path, kind, first]:
            step_on(Path(path), kind, int(first))
        case ["lift", path]:
            lift(Path(path))
        case ["hold", path]:
            hold(Path(path))
        case ["make", home]:
            make(Path(home))
        case ["claim", path]:
            claim(Path(path))
        case ["type", path, step]:
            type_on(Path(path), step)
        case ["type-into-settings", path, step]:
            type_into_settings(Path(path), step)
        case _:
            raise SystemExit(f"unknown: {arguments}")


if __name__ == "__main__":
    main(sys.argv[1:])
