"""``revmentor documents``: every paper of a programme, as PDF files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from revmentor_desktop.cli.arguments import add_out, add_paper, add_programme, paper_format
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import Paths

if TYPE_CHECKING:
    from revmentor_desktop.services.documents.paper_format import PaperFormat


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser)
    add_programme(parser)
    add_paper(parser)


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    form = paper_format(options, paths)
    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        files = written(data, programme.id, options.out, form)
        note = _not_agreed(data, programme.id)
    lines = [str(file) for file in files]
    return Answer([*lines, note] if note else lines, {"files": files, "note": note})


def written(data: DataFile, programme_id: int, out: Path, form: PaperFormat) -> list[Path]:
    """Write every document of a programme into `out`; return the files.

    Without agreed pairs there are the set-up papers only.
    """
    from revmentor_desktop.services.documents.files import agreed_papers, write_papers
    from revmentor_desktop.services.documents.pair_rows import TRACKED
    from revmentor_desktop.services.documents.setup_files import FOLDER, write_setup_papers

    files: list[Path] = []
    if agreed_pairs(data, programme_id):
        papers = agreed_papers(data, programme_id, TRACKED)
        made = run_to_end(write_papers(data, programme_id, out, papers, form))
        files.extend(made.files)
        files.extend([made.together] if made.together else [])
    setup = run_to_end(write_setup_papers(data, programme_id, out / FOLDER, form=form))
    return [*files, *setup.files]


def _not_agreed(data: DataFile, programme_id: int) -> str:
    """Return why there are no agreements although pairs are proposed, or an empty text."""
    shown = shown_draft(data, programme_id)
    if agreed_pairs(data, programme_id) or shown is None or not shown.proposals:
        return ""
    return sentence("pairs-only-proposed", {"count": shown.proposals, "draft": shown.name})


VERB = Verb(
    name="documents",
    words="write every pair’s packs and agreement and the set-up papers as PDFs",
    add_arguments=_add_arguments,
    run=_run,
)
