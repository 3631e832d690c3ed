"""How long it takes to import 5,000 people: read, mapped, checked, compared, stored."""

from __future__ import annotations

import csv
import tempfile
import time
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from benchmarks import people_file
from benchmarks.figures import Figure, in_turn
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.exchange.people_file.draft import ImportDraft, draft_of
from revmentor_desktop.exchange.spreadsheets.source import open_source
from revmentor_desktop.services.people_import.apply import import_people
from revmentor_desktop.services.people_import.comparison import Fate
from revmentor_desktop.services.programmes.writing import add_programme
from revmentor_desktop.storage.connection import connect
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import data_key

ROUNDS: Final = 3
MOST_SECONDS: Final = 5.0

TODAY: Final = date(2026, 11, 22)
SEED: Final = bytes(range(16))


def figures() -> list[Figure]:
    """Measure the import of a CSV into a fresh data file.

    The floor is Python's own CSV reader and one ``executemany`` into an encrypted file with the
    same settings: no mapping, no checks, no undo.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        people_file.write(folder / "people.csv")
        numbers = count()
        (floor,), (ours,) = in_turn(
            ROUNDS,
            partial(_bare, folder, numbers),
            partial(_imported, folder, numbers),
        )
    return [Figure("import of 5,000 people", ours, floor, most_seconds=MOST_SECONDS)]


def filled(folder: Path, how_many: int = people_file.HOW_MANY) -> tuple[DataFile, int]:
    """Return a data file in `folder` with that many people, and the programme they take part in."""
    people_file.write(folder / "people.csv", how_many)
    data, programme_id = _fresh(folder / "people.revmentor")
    _take_in(data, folder / "people.csv", programme_id, how_many)
    return data, programme_id


def _imported(folder: Path, numbers: count[int]) -> list[float]:
    data, programme_id = _fresh(folder / f"{next(numbers)}.revmentor")
    start = time.perf_counter()
    _take_in(data, folder / "people.csv", programme_id)
    seconds = time.perf_counter() - start
    data.close()
    return [seconds]


def _fresh(path: Path) -> tuple[DataFile, int]:
    data = DataFile.create(path, data_key(SEED), SEED)
    return data, add_programme(data, ProgrammeDetails(name="Front-line voices"))


def _take_in(
    data: DataFile, path: Path, programme_id: int, how_many: int = people_file.HOW_MANY
) -> None:
    grid = open_source(path).read()
    draft = draft_of(ImportDraft(file_name=path.name), grid, TODAY)
    done = run_to_end(import_people(data, draft, programme_id, TODAY)).counts
    if done[Fate.ADDED] != how_many:
        raise RuntimeError(f"not everybody came in: {done}")


def _bare(folder: Path, numbers: count[int]) -> list[float]:
    connection = connect(folder / f"{next(numbers)}.floor", data_key(SEED), SEED)
    columns = ", ".join(f'"{title}"' for title in people_file.HEADER)
    blanks = ", ".join("?" * len(people_file.HEADER))
    connection.execute(f"CREATE TABLE person (id INTEGER PRIMARY KEY, {columns})")
    start = time.perf_counter()
    with (folder / "people.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        connection.execute("BEGIN IMMEDIATE")
        # Names of columns and question marks only.
        connection.executemany(f"INSERT INTO person ({columns}) VALUES ({blanks})", reader)  # noqa: S608
        connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return [seconds]
