"""Arguments that several verbs take, and how their words are read."""

from __future__ import annotations

import argparse
from datetime import date

from revmentor_desktop.system.dates import read_date
from revmentor_desktop.system.paths import typed_path


def add_programme(parser: argparse.ArgumentParser) -> None:
    """Let a verb be told which programme is meant; without it the only one is."""
    words = "which programme, when there are several"
    parser.add_argument("--programme", metavar="NAME", help=words)


def add_out(parser: argparse.ArgumentParser) -> None:
    """Let a verb that writes files be told where to."""
    words = "the folder to write into"
    parser.add_argument("--out", type=typed_path, required=True, metavar="DIR", help=words)


def day(text: str) -> date:
    """Read a date in any way that the program reads dates."""
    read = read_date(text)
    if read is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no date like 2027-01-19")
    return read


def whole_number(text: str) -> int:
    """Read a number without a fraction."""
    try:
        return int(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number") from error
