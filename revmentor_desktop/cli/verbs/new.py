"""``revmentor new``: a programme, in a new data file if there is none yet."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from revmentor_desktop.cli.arguments import day, whole_number
from revmentor_desktop.cli.opening import data_path, opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.checks import PROGRAMME, checked
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.text import clean_line
from revmentor_desktop.services.programmes.reading import programme
from revmentor_desktop.system.paths import Paths


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--programme", required=True, metavar="NAME")
    parser.add_argument("--purpose", default="", metavar="TEXT")
    parser.add_argument("--start", type=day, metavar="YYYY-MM-DD")
    parser.add_argument("--sessions", type=whole_number, default=6, metavar="NUMBER")
    parser.add_argument("--organisation", metavar="NAME")


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.services.programmes.writing import add_programme, name_organisation

    details = _details(options)
    path = data_path(options, paths)
    is_new = not path.exists()
    with opened(options, paths, or_new=True) as data:
        programme_id = add_programme(data, details)
        if options.organisation is not None:
            name_organisation(data, options.organisation)
        name = programme(data, programme_id).name
    lines = [f"Started the programme “{name}” in {path}."]
    if is_new:
        lines.append(
            "The data file is new: open it in the program and choose File, Recovery sheet…,"
            " so that it opens even when the passphrase is lost."
        )
    return Answer(lines, {"data": path, "programme": name, "new_data_file": is_new})


def _details(options: argparse.Namespace) -> ProgrammeDetails:
    """Read what was asked for; what cannot be stored is refused before there is any file."""
    details = ProgrammeDetails(
        name=options.programme,
        purpose=options.purpose,
        start_date=options.start,
        session_count=options.sessions,
    )
    for field, value in asdict(details).items():
        checked(PROGRAMME, field, value)
    clean_line(options.organisation or "")
    return details


VERB = Verb(
    name="new",
    words="start a programme, in a new data file if there is none yet",
    add_arguments=_add_arguments,
    run=_run,
)
