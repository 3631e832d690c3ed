"""What is done in a drill, step by numbered step: the same on every copy of the same data."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.services.people.writing import take_part
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_person, stored_programme
from tests.drills.officer import Officer
from tests.services.people_import.imports import draft, imported

ROWS: Final = 60
"""People in one imported list."""

_PAIRING: Final = (
    *["propose"] * 4,
    *["rearrange"] * 3,
    *["agree_pairs"] * 2,
    *("take_apart", "lock", "copy_draft", "remove_draft", "show_draft", "end", "pair_anyway"),
)

_PAPERS: Final = (
    *["agree_at_once"] * 3,
    *["print_papers"] * 4,
    *("mark_papers", "take_back_mark", "word_papers", "end"),
    *["attach_scan"] * 3,
    "remove_scan",
)

Step = Callable[[DataFile, int], None]


def begin(data: DataFile) -> None:
    """Store what the steps work on: a programme of forty people."""
    programme = stored_programme(data, "Front-line voices")
    for role in Role:
        people = [stored_person(data, f"{role} {number}") for number in range(20)]
        take_part(data, programme, people, ParticipationDetails(role=role, own_partners=2))


def pairing(data: DataFile, number: int) -> None:
    """Propose, rearrange, lock, agree, end, or plan in another draft."""
    random = Random(number)
    action = random.choice(_PAIRING)
    Officer(data, random).do(action)


def papers(data: DataFile, number: int) -> None:
    """Agree, print, note, word papers otherwise, attach scans or take them away."""
    random = Random(number)
    action = random.choice(_PAPERS)
    Officer(data, random).do(action)


def anything(data: DataFile, number: int) -> None:
    """Do whatever an officer may do."""
    random = Random(number)
    Officer(data, random).do(random.choice(sorted(Officer.ACTIONS)))


def importing(data: DataFile, number: int) -> None:
    """Take in a list of people, some of them known already, who come again with another job."""
    first = number % 12 * ROWS // 2
    rows = [
        (f"Person {one}", f"p{one}@list.example", "Mentor", "", f"Job {number}", "")
        for one in range(first, first + ROWS)
    ]
    imported(data, 1, draft(*rows))


STEPS: Final[dict[str, Step]] = {
    "pairing": pairing,
    "papers": papers,
    "anything": anything,
    "import": importing,
}
