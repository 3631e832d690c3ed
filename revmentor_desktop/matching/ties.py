"""Between plans that are equally good, one is chosen, always the same.

Everything that a goal counts is multiplied by `Ties.scale`; in the room that this makes below one
unit come first those who waited longest, then a lot for each pair. The lot is drawn from the keys
of the two people alone. So hardly ever two plans count the same (one chance in 10^9 for each two
that the goal cannot tell apart), and the best is the best in whatever order the rows stand, however
it was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from revmentor_desktop.matching.goal import most_pairs
from revmentor_desktop.matching.problem import Problem

PRIME: Final = 2**30 - 35
"""Lots are products of two people's numbers modulo this prime. (A sum of two numbers would come
out the same for every plan that pairs the same people.)"""


@dataclass(frozen=True)
class Ties:
    """The lots of a problem: `scale` for what the goal counts, `waiting` for each time left over.

    All lots of a plan together stay below `waiting`, and all that is added for waiting below
    `scale`. `scale` is so large that `whole_prices` can take it all out again.
    """

    scale: int
    waiting: int
    mentors: Sequence[int]
    mentees: Sequence[int]

    def of_mentor(self, mentor: int) -> list[int]:
        """Return the lots of one mentor with every mentee."""
        drawn = self.mentors[mentor]
        return [drawn * other % PRIME for other in self.mentees]

    def of_pair(self, mentor: int, mentee: int) -> int:
        """Return the lot of one pair."""
        return self.mentors[mentor] * self.mentees[mentee] % PRIME


def ties_of(problem: Problem) -> Ties:
    """Draw the lots of everybody in a problem."""
    people = len(problem.mentor_keys) + len(problem.mentee_keys)
    longest = max((*problem.mentor_waiting, *problem.mentee_waiting), default=0)
    waiting = PRIME * (most_pairs(problem) + people + 2)
    return Ties(
        scale=waiting * (1 + longest * (people + 2)),
        waiting=waiting,
        mentors=[_drawn("mentor", key) for key in problem.mentor_keys],
        mentees=[_drawn("mentee", key) for key in problem.mentee_keys],
    )


def no_ties(problem: Problem) -> Ties:
    """Return what leaves all as it is, where lots are drawn in another way."""
    return Ties(1, 0, [0] * len(problem.mentor_keys), [0] * len(problem.mentee_keys))


def _drawn(role: str, key: int) -> int:
    digest = blake2b(f"{role} {key}".encode(), digest_size=8).digest()
    return 1 + int.from_bytes(digest, "big") % (PRIME - 1)


def whole_prices(scaled: Sequence[int], scale: int) -> list[int]:
    """Round scaled prices so that they prove the same for what the goal itself counts.

    `scaled` are potentials: differences of two of them bound what a pair counts, up to less than
    ``scale / (len(scaled) + 1)`` of lots. Among as many fractions there is a gap wider than that;
    rounding all of them down from the end of this gap breaks no bound. The first stands for
    zero and stays zero.
    """
    fractions = sorted({price % scale for price in scaled})
    before = [fractions[-1] - scale, *fractions]
    gaps = [after - ahead for ahead, after in zip(before, fractions, strict=False)]
    start = fractions[gaps.index(max(gaps))]
    zero = (scaled[0] - start) // scale
    return [(price - start) // scale - zero for price in scaled]
