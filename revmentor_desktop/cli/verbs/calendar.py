"""``revmentor calendar``: the dates of a programme, as a calendar file."""

from __future__ import annotations

import argparse

from revmentor_desktop.cli.arguments import add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.system.paths import Paths, typed_path


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    words = "the file to write, such as Voices.ics"
    parser.add_argument("--out", type=typed_path, required=True, metavar="FILE", help=words)
    add_programme(parser)


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.services.setup.calendar import write_calendar

    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        write_calendar(data, programme.id, options.out)
    return Answer([str(options.out)], {"file": options.out})


VERB = Verb(
    name="calendar",
    words="write every milestone and session as a calendar file (.ics)",
    add_arguments=_add_arguments,
    run=_run,
)
