"""How fast the papers of pairs are made, beside bare loops of reportlab; how much memory they take.

What a bare loop does stands in `bare_paper`. Times are those of one page of ours: one page of
text for one page of text.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from pypdf import PdfReader

from benchmarks.bare_paper import flowing, on_canvas, placed, said
from benchmarks.figures import Figure, Memory, in_turn
from benchmarks.pair_papers import pairs, sheets
from revmentor_desktop.documents.packs.papers import sheets_of
from revmentor_desktop.documents.packs.values import PairValues
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.domain.pair_papers import PaperKind

ROUNDS: Final = 3
PAIRS: Final = 12
MANY: Final = 500
MOST_RATIO: Final = 1.5
MOST_MEGABYTES: Final = 400.0

T = TypeVar("T")
Files = Sequence[Sequence[Sheet]]
"""The documents of each file."""


def figures() -> list[Figure | Memory]:
    """Measure agreements, in which names are everywhere, and packs, which have most in common.

    Beside each: the flowing text that one would write with reportlab, and text that a bare canvas
    places line by line, broken into lines before.
    """
    few = pairs(PAIRS)
    many = pairs(8 * PAIRS)
    agreements = [[sheet for pair in many for sheet in sheets_of(PaperKind.AGREEMENT, pair)]]
    together = [[sheet for pair in few for sheet in chain(*sheets(pair))]]
    memory = (
        [
            _memory("one file", together=True),
            _memory("a file for each person", together=False),
        ]
        if sys.platform == "linux"
        else []
    )
    return [
        *_figures("agreement", agreements),
        *_figures("all papers, one file", together),
        *_figures("all papers, a file each", list(_files(few))),
        *memory,
    ]


def _files(some: Sequence[PairValues]) -> Iterator[list[Sheet]]:
    """Yield the documents of each person."""
    return (documents for pair in some for documents in sheets(pair))


def _figures(name: str, files: Files) -> list[Figure]:
    pages = sum(len(PdfReader(io.BytesIO(_made(file))).pages) for file in files)
    all_said = [[said(sheet) for sheet in file] for file in files]
    all_placed = [[placed(sheet) for sheet in file] for file in files]
    (ours,), (flow,), (bare,) = in_turn(
        ROUNDS,
        partial(_seconds, _made, files, pages),
        partial(_seconds, flowing, all_said, pages),
        partial(_seconds, on_canvas, all_placed, pages),
    )
    return [
        Figure(f"page, {name}, beside flowing text", ours, flow, most_ratio=MOST_RATIO),
        Figure(f"page, {name}, beside placed lines", ours, bare, most_ratio=MOST_RATIO),
    ]


def _made(file: Sequence[Sheet]) -> bytes:
    return compose(file, title="Papers")


def _seconds(make: Callable[[T], object], files: Sequence[T], pages: int) -> list[float]:
    # The processor's time: whole files take long, and other programs would take their share.
    begun = time.process_time()
    for file in files:
        make(file)
    return [(time.process_time() - begun) / pages]


def _memory(name: str, *, together: bool) -> Memory:
    """Return the most memory that the papers of many pairs take, made in a process of its own."""
    taken, floor = (_megabytes(count, together=together) for count in (MANY, 0))
    return Memory(f"memory, {MANY} pairs, {name}", taken, floor, MOST_MEGABYTES)


def _megabytes(count: int, *, together: bool) -> float:
    arguments = [str(count), *(["--together"] if together else [])]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.papers", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def _most_memory() -> float:
    """Return the most memory that this process has had, in megabytes; Linux alone tells it."""
    # What getrusage tells would count the process that started this one.
    told = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(told.group(1)) / 2**10 if told else 0.0


def main() -> None:
    """Make the papers of so many pairs; print how many megabytes that took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--together", action="store_true")
    given = parser.parse_args()
    files = _files(pairs(given.count))
    if given.together:
        compose(chain.from_iterable(files), title="Papers")
    else:
        for file in files:
            compose(file, title="Papers")
    print(_most_memory())


if __name__ == "__main__":
    main()
