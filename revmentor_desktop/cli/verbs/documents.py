"""``revmentor documents``: every paper of a programme, as PDF files."""

from __future__ import annotations

import argparse
from pathlib import Path

from revmentor_desktop.cli.arguments import add_out, add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.paths import Paths


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser)
    add_programme(parser)


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        files = written(data, programme.id, options.out)
    return Answer([str(file) for file in files], {"files": files})


def written(data: DataFile, programme_id: int, out: Path) -> list[Path]:
    """Write every document of a programme into `out`; return the files."""
    from revmentor_desktop.services.documents.files import write_agreements
    from revmentor_desktop.services.documents.setup_files import FOLDER, write_setup_papers

    agreements = run_to_end(write_agreements(data, programme_id, out))
    together = [agreements.together] if agreements.together else []
    papers = run_to_end(write_setup_papers(data, programme_id, out / FOLDER))
    return [*agreements.files, *together, *papers.files]


VERB = Verb(
    name="documents",
    words="write every pair’s agreement and the set-up papers as PDFs",
    add_arguments=_add_arguments,
    run=_run,
)
