"""Plans suggested for the tests."""

from __future__ import annotations

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.suggestion import Suggestion
from revmentor_desktop.services.pairing.suggesting import suggesting
from revmentor_desktop.storage.data_file import DataFile


def suggested(data: DataFile, programme: int, aim: Aim = Aim.EVERYONE) -> Suggestion:
    """The best plan for the board that is looked at."""
    return run_to_end(suggesting(data, programme, aim))


def person_ids(suggestion: Suggestion) -> list[tuple[int, int]]:
    """The pairs of a plan, the best fit first, by (mentor, leader) person ids."""
    return [(one.mentor.person.id, one.leader.person.id) for one in suggestion.pairs]


def poorest(data: DataFile, programme: int, leader: int) -> tuple[int, int]:
    """The mentor who fits a leader least, without any partner in the best plan, and the leader."""
    found = suggested(data, programme)
    scores = found.situation.scores
    (column,) = [at for at, one in enumerate(scores.leaders) if one.person.id == leader]
    free = [
        (scores.total(row, column), one.person.id)
        for row, one in enumerate(scores.mentors)
        if one in found.mentors_left and not scores.is_forbidden(row, column)
    ]
    return min(free)[1], leader
