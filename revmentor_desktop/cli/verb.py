"""What a verb of the command line is, and what it answers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from revmentor_desktop.system.paths import Paths


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb has to say: `lines` for people, `values` for machines (``--json``)."""

    lines: Sequence[str]
    values: object


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its name, its words for the help, the arguments it takes, and what it does.

    `run` raises KnownError for what cannot be done.
    """

    name: str
    words: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Paths], Answer]
