"""Arguments that several verbs take, and how their words are read."""

from __future__ import annotations

import argparse
import locale
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from revmentor_desktop.system.dates import read_date
from revmentor_desktop.system.paths import Paths, typed_path
from revmentor_desktop.system.preferences import Preferences

if TYPE_CHECKING:
    from revmentor_desktop.services.documents.paper_format import PaperFormat


def add_programme(parser: argparse.ArgumentParser) -> None:
    """Let a verb be told which programme is meant; without it the only one is."""
    words = "which programme, when there are several"
    parser.add_argument("--programme", metavar="NAME", help=words)


def add_out(parser: argparse.ArgumentParser) -> None:
    """Let a verb that writes files be told where to."""
    words = "the folder to write into"
    parser.add_argument("--out", type=typed_path, required=True, metavar="DIR", help=words)


def add_paper(parser: argparse.ArgumentParser) -> None:
    """Let a verb that makes papers be told on which sheets and in which print."""
    words = "the size of the sheets; at first what is usual in your country"
    parser.add_argument("--paper", choices=("a4", "letter"), help=words)
    parser.add_argument("--large-print", action="store_true", help="in letters of 16 pt and more")
    parser.add_argument("--black-and-white", action="store_true", help="without colours")


def paper_format(options: argparse.Namespace, paths: Paths) -> PaperFormat:
    """Return on which sheets and in which print papers are wanted; else as the last time."""
    from revmentor_desktop.documents.styles import Paper
    from revmentor_desktop.services.documents.paper_format import kept_format

    form = kept_format(Preferences(paths.preferences), locale.getlocale()[0] or "")
    if options.paper:
        form = replace(form, paper=Paper[options.paper.upper()])
    if options.large_print:
        form = replace(form, is_large=True)
    if options.black_and_white:
        form = replace(form, in_colour=False)
    return form


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
