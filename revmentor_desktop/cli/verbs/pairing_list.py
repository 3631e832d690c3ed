"""``revmentor pairing-list``: a plan of pairs for the sponsor (PDF) or as a spreadsheet (XLSX)."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from revmentor_desktop.cli.arguments import add_paper, add_programme, paper_format
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.system.paths import Paths, typed_path

if TYPE_CHECKING:
    from revmentor_desktop.storage.data_file import DataFile

_PDF: Final = ".pdf"
_XLSX: Final = ".xlsx"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    words = "the file to write: a list to print (.pdf) or a spreadsheet (.xlsx)"
    parser.add_argument("--out", type=typed_path, required=True, metavar="FILE", help=words)
    add_programme(parser)
    which = parser.add_mutually_exclusive_group()
    words = "the draft whose proposals stand beside the agreed pairs; else the one looked at"
    which.add_argument("--draft", metavar="NAME", help=words)
    which.add_argument("--agreed", action="store_true", help="agreed pairs only")
    add_paper(parser)


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.services.documents.pairing_list import pairing_list
    from revmentor_desktop.services.documents.pairing_list_files import (
        write_pairing_list,
        write_plan,
    )

    out: Path = options.out
    if out.suffix.lower() not in {_PDF, _XLSX}:
        raise KnownError("plan-file-unclear", name=out.name)
    form = paper_format(options, paths)
    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        made = pairing_list(data, programme.id, _draft_id(data, programme.id, options))
        if out.suffix.lower() == _PDF:
            run_to_end(write_pairing_list(data, programme.id, made, out, form))
        else:
            run_to_end(write_plan(made, out))
    found = made.values
    values = {"file": out, "pairs": len(found.pairs), "agreed": len(found.agreed)}
    return Answer([str(out)], {**values, "draft": found.draft or None})


def _draft_id(data: DataFile, programme_id: int, options: argparse.Namespace) -> int | None:
    """Return which draft is meant, None for the one that is looked at. Raises ``draft-unknown``."""
    from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, draft_id_of

    if options.agreed:
        return NO_DRAFT
    found = draft_id_of(data, programme_id, options.draft)
    if found == NO_DRAFT:
        raise KnownError("draft-unknown", name=options.draft)
    return found


VERB = Verb(
    name="pairing-list",
    words="write the plan of pairs for the sponsor (PDF) or as a spreadsheet (XLSX)",
    add_arguments=_add_arguments,
    run=_run,
)
