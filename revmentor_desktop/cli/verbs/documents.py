"""``revmentor documents``: the papers of a programme, as PDF files."""

from __future__ import annotations

import argparse
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from revmentor_desktop.cli.arguments import (
    add_out,
    add_paper,
    add_programme,
    paper_format,
    whole_number,
)
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.pair_papers import MOST_COPIES, PaperKind
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import Paths

if TYPE_CHECKING:
    from revmentor_desktop.services.documents.files import Written
    from revmentor_desktop.services.documents.paper_format import PaperFormat
    from revmentor_desktop.services.documents.paper_run import PaperRun

SET_UP: Final = "set-up"
SIGN_OFF: Final = "sign-off"
LABELS: Final = "labels"
_ALL: Final = (*PaperKind, SIGN_OFF, LABELS, SET_UP)
_USUAL: Final = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK, PaperKind.AGREEMENT, SET_UP)
_Copies = tuple[PaperKind | None, int]


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_out(parser)
    add_programme(parser)
    parser.add_argument(
        "--documents",
        nargs="+",
        choices=_ALL,
        default=_USUAL,
        metavar="KIND",
        help=f"which: {', '.join(_ALL)}; at first {', '.join(_USUAL)}",
    )
    parser.add_argument(
        "--copies",
        nargs="+",
        type=_copies,
        default=[],
        metavar="[KIND=]N",
        help="how many each pair gets: of a kind, or of all; at first two agreements, else one",
    )
    parser.add_argument(
        "--for",
        dest="whom",
        choices=("all", "missing"),
        default="all",
        help="all pairs, or only papers that were not made yet or say something else now",
    )
    files = parser.add_mutually_exclusive_group()
    files.add_argument(
        "--one-file", action="store_true", help="only one file, in the order of handing out"
    )
    files.add_argument("--per-person", action="store_true", help="a file for each person")
    parser.add_argument(
        "--duplex",
        action="store_true",
        help="to print on both sides: every document starts on a right-hand page",
    )
    add_paper(parser)


def _copies(text: str) -> _Copies:
    """Read "2" or "agreement=2"."""
    kind, _, number = text.rpartition("=")
    if kind and kind not in set(PaperKind):
        raise argparse.ArgumentTypeError(f"“{kind}” is none of {', '.join(PaperKind)}")
    count = whole_number(number)
    if not 1 <= count <= MOST_COPIES:
        raise argparse.ArgumentTypeError(f"“{number}” is not between 1 and {MOST_COPIES}")
    return PaperKind(kind) if kind else None, count


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    form = paper_format(options, paths)
    kinds = set(options.documents) & set(PaperKind)
    files: list[Path] = []
    notes: list[str] = []
    with opened(options, paths) as data:
        programme_id = programme_named(data, options.programme).id
        has_pairs = bool(agreed_pairs(data, programme_id))
        if kinds and has_pairs:
            only_missing = options.whom == "missing"
            run = _wanted(options, form)
            made = _of_pairs(data, programme_id, options.out, run, kinds, only_missing=only_missing)
            files.extend(_files(made))
            notes.extend(_said(made))
        if has_pairs:
            files.extend(_for_all(data, programme_id, options, form))
        if SET_UP in options.documents:
            files.extend(_set_up(data, programme_id, options.out, form))
        notes.extend(filter(None, [_not_agreed(data, programme_id)]))
    return Answer([*map(str, files), *notes], {"files": files, "note": " ".join(notes)})


def written(data: DataFile, programme_id: int, out: Path, form: PaperFormat) -> list[Path]:
    """Write every usual document of a programme into `out`; return the files.

    Without agreed pairs there are the set-up papers only.
    """
    from revmentor_desktop.services.documents.paper_run import Filing, PaperRun

    files: list[Path] = []
    if agreed_pairs(data, programme_id):
        run = PaperRun([], filing=Filing.EACH_PAPER, form=form)
        files.extend(_files(_of_pairs(data, programme_id, out, run, _USUAL)))
    return [*files, *_set_up(data, programme_id, out, form)]


def _wanted(options: argparse.Namespace, form: PaperFormat) -> PaperRun:
    """Return how papers are wanted; which, is not told yet."""
    from revmentor_desktop.services.documents.paper_run import USUAL_COPIES, Filing, PaperRun

    copies = dict(USUAL_COPIES)
    for kind, count in options.copies:
        copies.update(dict.fromkeys([kind] if kind else PaperKind, count))
    filing = Filing.EACH_PERSON if options.per_person else Filing.EACH_PAPER
    if options.one_file:
        filing = Filing.ONE_FILE
    return PaperRun([], copies, filing, options.duplex, form)


def _of_pairs(
    data: DataFile,
    programme_id: int,
    out: Path,
    run: PaperRun,
    kinds: Collection[str],
    *,
    only_missing: bool = False,
) -> Written | None:
    """Write papers of the agreed pairs; return None when nothing is missing."""
    from revmentor_desktop.services.documents.files import agreed_papers, write_run
    from revmentor_desktop.services.documents.paper_run import missing_papers

    papers = agreed_papers(data, programme_id, [kind for kind in PaperKind if kind in kinds])
    if only_missing:
        papers = missing_papers(data, programme_id, papers)
    if not papers:
        return None
    return run_to_end(write_run(data, programme_id, out, replace(run, papers=papers)))


def _files(made: Written | None) -> list[Path]:
    if made is None:
        return []
    together = [made.together] if made.together not in {None, *made.files} else []
    return [*made.files, *filter(None, together)]


def _for_all(
    data: DataFile, programme_id: int, options: argparse.Namespace, form: PaperFormat
) -> list[Path]:
    """Write what is for all people together, where it is asked for; return the files."""
    from revmentor_desktop.services.documents.event_papers import (
        AddressLabels,
        SignOffList,
        invited,
        write_event_paper,
    )

    files: list[Path] = []
    for kind, make in ((SIGN_OFF, SignOffList), (LABELS, AddressLabels)):
        if kind in options.documents:
            made = make(invited(data, programme_id))
            path = options.out / made.file_name
            files.extend(run_to_end(write_event_paper(data, programme_id, made, path, form)).files)
    return files


def _set_up(data: DataFile, programme_id: int, out: Path, form: PaperFormat) -> tuple[Path, ...]:
    from revmentor_desktop.services.documents.setup_files import FOLDER, write_setup_papers

    return run_to_end(write_setup_papers(data, programme_id, out / FOLDER, form=form)).files


def _said(made: Written | None) -> list[str]:
    """Return what is to be said of papers beside their files."""
    if made is None:
        return [sentence("no-paper-missing", {})]
    failed = ", ".join(made.failed)
    return [sentence("papers-left-out", {"papers": failed})] if failed else []


def _not_agreed(data: DataFile, programme_id: int) -> str:
    """Return why there are no agreements although pairs are proposed, or an empty text."""
    shown = shown_draft(data, programme_id)
    if agreed_pairs(data, programme_id) or shown is None or not shown.proposals:
        return ""
    return sentence("pairs-only-proposed", {"count": shown.proposals, "draft": shown.name})


VERB = Verb(
    name="documents",
    words="write the pairs’ packs, agreements and sheets and the set-up papers as PDFs",
    add_arguments=_add_arguments,
    run=_run,
)
