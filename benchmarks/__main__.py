"""Measures all, or what its arguments name: ``python -m benchmarks [start] [table] [scores] …``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from benchmarks import (
    board,
    matching,
    paper_window,
    papers,
    people_import,
    people_table,
    scores,
    start,
)
from benchmarks.figures import Figure, Memory, table

_MEASUREMENTS: dict[str, Callable[[], Sequence[Figure | Memory]]] = {
    "start": start.figures,
    "import": people_import.figures,
    "table": people_table.figures,
    "board": board.figures,
    "matching": matching.figures,
    "scores": scores.figures,
    "papers": papers.figures,
    "printing": paper_window.figures,
}


def main() -> int:
    """Measure and print. Returns 0 when every figure is within its limits, else 1."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "what", nargs="*", type=_measurement, default=list(_MEASUREMENTS.values()), metavar="WHAT"
    )
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures = [figure for measure in parser.parse_args().what for figure in measure()]
    print(table(figures))
    return 0 if all(figure.holds for figure in figures) else 1


def _measurement(name: str) -> Callable[[], Sequence[Figure | Memory]]:
    if name not in _MEASUREMENTS:
        raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(_MEASUREMENTS)}")
    return _MEASUREMENTS[name]


if __name__ == "__main__":
    sys.exit(main())
