"""``revmentor import-people``: people out of a spreadsheet."""

from __future__ import annotations

import argparse
from dataclasses import replace

from revmentor_desktop.cli.arguments import add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.people_import.comparison import Comparison, Fate
from revmentor_desktop.services.programmes.reading import programme_named, programmes
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import Paths, typed_path


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=typed_path, metavar="FILE")
    add_programme(parser)
    parser.add_argument("--sheet", metavar="NAME")
    parser.add_argument(
        "--accept",
        action="store_true",
        help="take the guessed mapping and leave out rows with problems; without it nothing is"
        " stored and the answer says what would be",
    )


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.exchange.people_file.draft import problems
    from revmentor_desktop.services.people_import.compare import compare
    from revmentor_desktop.services.people_import.guess import guessed_draft

    with opened(options, paths) as data:
        programme = _joined(data, options.programme)
        programme_id = programme.id if programme is not None else None
        draft = guessed_draft(data, options.file, options.sheet, today(), programme_id)
        draft = replace(draft, takes_part=programme is not None)
        for problem in problems(draft):
            raise KnownError(problem.code, **problem.params)
        if options.accept:
            from revmentor_desktop.services.people_import.apply import import_people

            comparison = run_to_end(import_people(data, draft, programme_id, today()))
        else:
            comparison = compare(data, draft, programme_id, today())
    return _answer(comparison, stored=options.accept)


def _joined(data: DataFile, name: str | None) -> Programme | None:
    """Return the programme that imported people join; None while there is none at all."""
    if name is None and not programmes(data):
        return None
    return programme_named(data, name)


def _answer(comparison: Comparison, *, stored: bool) -> Answer:
    counts = comparison.counts
    left_out = [
        {
            "row": row.row + 1,
            "name": row.name,
            "email": row.email,
            "reason": sentence(row.reason.code, row.reason.params),
        }
        for row in comparison.rows
        if row.reason is not None and row.reason.code != "row-blank"
    ]
    values = {
        "stored": stored,
        "read": counts.total(),
        "added": counts[Fate.ADDED],
        "updated": counts[Fate.UPDATED],
        "unchanged": counts[Fate.UNCHANGED],
        "left_out": left_out,
        "unread_columns": comparison.unread_columns,
    }
    lines = [f"{name}: {values[name]}" for name in ("read", "added", "updated", "unchanged")]
    lines += [f"left out: {len(left_out)}"]
    lines += [f"  row {one['row']} {one['name']}: {one['reason']}" for one in left_out]
    if comparison.unread_columns:
        lines.append(f"columns not read: {', '.join(comparison.unread_columns)}")
    if not stored:
        lines.append("Nothing is stored yet. Add --accept to store it.")
    return Answer(lines, values)


VERB = Verb(
    name="import-people",
    words="take people in from a spreadsheet",
    add_arguments=_add_arguments,
    run=_run,
)
