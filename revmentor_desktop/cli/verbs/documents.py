"""``revmentor documents``: every paper of a programme, as PDF files."""

from __future__ import annotations

import argparse
import locale
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from revmentor_desktop.cli.arguments import add_out, add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences

if TYPE_CHECKING:
    from revmentor_desktop.services.documents.paper_format import PaperFormat


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser)
    add_programme(parser)
    words = "the size of the sheets; at first what is usual in your country"
    parser.add_argument("--paper", choices=("a4", "letter"), help=words)
    parser.add_argument("--large-print", action="store_true", help="in letters of 16 pt and more")


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.documents.styles import Paper
    from revmentor_desktop.services.documents.paper_format import kept_format

    form = kept_format(Preferences(paths.preferences), locale.getlocale()[0] or "")
    if options.paper:
        form = replace(form, paper=Paper[options.paper.upper()])
    if options.large_print:
        form = replace(form, is_large=True)
    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        files = written(data, programme.id, options.out, form)
    return Answer([str(file) for file in files], {"files": files})


def written(data: DataFile, programme_id: int, out: Path, form: PaperFormat) -> list[Path]:
    """Write every document of a programme into `out`; return the files.

    Without pairs there are the set-up papers only.
    """
    from revmentor_desktop.services.documents.files import write_agreements
    from revmentor_desktop.services.documents.setup_files import FOLDER, write_setup_papers

    files: list[Path] = []
    if pairs(data, programme_id):
        agreements = run_to_end(write_agreements(data, programme_id, out, form=form))
        files.extend(agreements.files)
        files.extend([agreements.together] if agreements.together else [])
    papers = run_to_end(write_setup_papers(data, programme_id, out / FOLDER, form=form))
    return [*files, *papers.files]


VERB = Verb(
    name="documents",
    words="write every pair’s agreement and the set-up papers as PDFs",
    add_arguments=_add_arguments,
    run=_run,
)
