"""The verbs there are, and how a command is read."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from revmentor_desktop.cli.verb import Verb
from revmentor_desktop.cli.verbs import (
    calendar,
    documents,
    import_people,
    letters,
    new,
    pair,
    pairing_list,
    people,
    suggest,
    tour,
)
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.paths import typed_path

VERBS: Final[tuple[Verb, ...]] = (
    new.VERB,
    import_people.VERB,
    people.VERB,
    pair.VERB,
    suggest.VERB,
    pairing_list.VERB,
    documents.VERB,
    calendar.VERB,
    letters.VERB,
    tour.VERB,
)
"""In the order in which the help shows them."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence and exit status 1, like every other error."""

    def error(self, message: str) -> NoReturn:
        """Raise KnownError ``command-unclear``."""
        raise KnownError("command-unclear", message=message, help=f"{self.prog} --help")


def parser() -> Parser:
    """Return what reads a command; its result has `data`, `json`, `run` and the verb's own."""
    whole = Parser(prog="revmentor", description="Reverse mentoring programmes, without a window")
    _add_shared(whole, data=None, json=False)
    found = whole.add_subparsers(metavar="VERB", required=True, parser_class=Parser)
    for verb in VERBS:
        one = found.add_parser(verb.name, help=verb.words, description=verb.words)
        # Said after the verb they count too; unsaid there, what stands before it stays.
        _add_shared(one, data=argparse.SUPPRESS, json=argparse.SUPPRESS)
        verb.add_arguments(one)
        one.set_defaults(run=verb.run)
    return whole


def _add_shared(parser: Parser, *, data: object, json: object) -> None:
    data_words, json_words = "the data file", "answer for machines"
    parser.add_argument("--data", type=typed_path, default=data, metavar="FILE", help=data_words)
    parser.add_argument("--json", action="store_true", default=json, help=json_words)
