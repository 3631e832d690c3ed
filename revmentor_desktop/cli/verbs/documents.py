"""``revmentor documents``: the papers of a programme, as PDF files."""

from __future__ import annotations

import argparse
from collections.abc import Collection
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
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import (
    CAN_BE_PRINTED,
    MOST_COPIES,
    PaperKind,
    usual_copies,
)
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
    from revmentor_desktop.services.documents.run_choice import RunChoice

SET_UP: Final = "set-up"
_ALL: Final = (*CAN_BE_PRINTED, SET_UP)
_USUAL: Final = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK, PaperKind.AGREEMENT, SET_UP)
_Copies = tuple[str, int]


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
        help="how many: of a kind, or of all; at first two agreements (and one to file), else one",
    )
    parser.add_argument(
        "--no-file-copy",
        action="store_true",
        help="without the agreement of each pair that is for the file",
    )
    _add_for_whom(parser)
    _add_files(parser)
    parser.add_argument(
        "--replace", action="store_true", help="replace files of these names that are there already"
    )
    add_paper(parser)


def _add_for_whom(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--for",
        dest="whom",
        choices=("all", "missing"),
        default="all",
        help="everything, or only papers that were not made yet or say something else now",
    )
    parser.add_argument(
        "--pairs",
        nargs="+",
        metavar="REFERENCE",
        help="only for these pairs, such as RM-0042 or 42; at first for all",
    )


def _add_files(parser: argparse.ArgumentParser) -> None:
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
    parser.add_argument(
        "--as-worded",
        action="store_true",
        help="write them even where the officer’s wording has a placeholder unknown or empty",
    )
    parser.add_argument(
        "--first-label",
        type=_label,
        default=1,
        metavar="N",
        help="labels begin on this one of a sheet, counted along the rows; at first 1",
    )


def _copies(text: str) -> _Copies:
    """Read "2" or "agreement=2"."""
    kind, _, number = text.rpartition("=")
    if kind and kind not in CAN_BE_PRINTED:
        raise argparse.ArgumentTypeError(f"“{kind}” is none of {', '.join(CAN_BE_PRINTED)}")
    count = whole_number(number)
    if not 1 <= count <= MOST_COPIES:
        raise argparse.ArgumentTypeError(f"“{number}” is not between 1 and {MOST_COPIES}")
    return kind, count


def _label(text: str) -> int:
    """Read the number of a label on a sheet."""
    from revmentor_desktop.documents.packs.labels import LABEL_SHEETS

    most, number = max(sheet.count for sheet in LABEL_SHEETS.values()), whole_number(text)
    if not 1 <= number <= most:
        raise argparse.ArgumentTypeError(f"“{text}” is not between 1 and {most}")
    return number


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    form = paper_format(options, paths)
    files: list[Path] = []
    notes: list[str] = []
    with opened(options, paths) as data:
        programme_id = programme_named(data, options.programme).id
        of_pairs = bool(set(options.documents) & set(CAN_BE_PRINTED))
        has_set_up = SET_UP in options.documents
        run = _wanted(data, programme_id, options, form)
        if not options.as_worded:
            _look_at_wording(data, programme_id, run, has_set_up=has_set_up)
        if not options.replace:
            _refuse_to_replace(data, programme_id, options.out, run, has_set_up=has_set_up)
        if of_pairs and agreed_pairs(data, programme_id):
            made = _write(data, programme_id, options.out, run) if run.is_something else None
            files.extend(_files(made))
            notes.extend([*_said(made), *_odd(run)])
        if has_set_up:
            files.extend(_set_up(data, programme_id, options.out, form))
        notes.extend(filter(None, [_not_agreed(data, programme_id)]))
    return Answer([*map(str, files), *notes], {"files": files, "note": " ".join(notes)})


def _refuse_to_replace(
    data: DataFile, programme_id: int, out: Path, run: PaperRun, *, has_set_up: bool
) -> None:
    """Raise KnownError ``files-there`` where a file would be replaced."""
    from revmentor_desktop.services.documents.files import already_there, together_name
    from revmentor_desktop.services.documents.paper_run import run_files
    from revmentor_desktop.services.documents.setup_files import FOLDER
    from revmentor_desktop.services.documents.setup_papers import setup_papers

    together = together_name(data, programme_id, run.papers)
    there = already_there(out, [file.name for file in run_files(run, together)])
    if has_set_up:
        names = [paper.file_name for paper in setup_papers(data, programme_id)]
        there.extend(already_there(out / FOLDER, names))
    if there:
        raise KnownError("files-there", folder=out, count=len(there), first=there[0])


def written(data: DataFile, programme_id: int, out: Path, form: PaperFormat) -> list[Path]:
    """Write every usual document of a programme into `out`; return the files.

    Without agreed pairs there are the set-up papers only.
    """
    from revmentor_desktop.services.documents.paper_run import Filing, offered
    from revmentor_desktop.services.documents.run_choice import AT_FIRST, RunChoice, run_of

    files: list[Path] = []
    if agreed_pairs(data, programme_id):
        choice = RunChoice(AT_FIRST.copies, filing=Filing.EACH_PAPER)
        run = run_of(offered(data, programme_id), choice, form)
        files.extend(_files(_write(data, programme_id, out, run)))
    return [*files, *_set_up(data, programme_id, out, form)]


def _wanted(
    data: DataFile, programme_id: int, options: argparse.Namespace, form: PaperFormat
) -> PaperRun:
    """Return what is wanted of the agreed pairs' papers."""
    from revmentor_desktop.services.documents.paper_run import offered
    from revmentor_desktop.services.documents.run_choice import run_of

    return run_of(
        offered(data, programme_id),
        _choice(options),
        form,
        pair_ids=_pairs(data, programme_id, options.pairs),
        only_missing=options.whom == "missing",
        first_label=options.first_label,
    )


def _look_at_wording(data: DataFile, programme_id: int, run: PaperRun, *, has_set_up: bool) -> None:
    """Raise KnownError ``wording-not-in-order`` where a placeholder is unknown or empty."""
    from revmentor_desktop.documents.setup.papers import KEYS
    from revmentor_desktop.services.documents import wording_check
    from revmentor_desktop.services.documents.placeholders import placeholders
    from revmentor_desktop.services.documents.setup_papers import programme_values
    from revmentor_desktop.services.setup.role_names import role_names

    found = wording_check.run_wording_problems(run)
    if has_set_up:
        about = programme_values(data, programme_id)
        found.extend(wording_check.programme_wording_problems(about, KEYS))
    if found:
        named = placeholders(role_names(data, programme_id))
        words = wording_check.problem_words(found, named)
        raise KnownError("wording-not-in-order", problems=words)


def _pairs(
    data: DataFile, programme_id: int, references: Collection[str] | None
) -> frozenset[int] | None:
    """Return the pairs that are meant, None for all. Raises KnownError ``reference-unknown``."""
    from revmentor_desktop.services.documents.tracking import pair_of_reference

    if references is None:
        return None
    return frozenset(pair_of_reference(data, programme_id, one).id for one in references)


def _choice(options: argparse.Namespace) -> RunChoice:
    """Return what is wanted, how often and how."""
    from revmentor_desktop.services.documents.paper_run import Filing
    from revmentor_desktop.services.documents.run_choice import RunChoice

    kinds = [kind for kind in CAN_BE_PRINTED if kind in options.documents]
    copies = {kind: usual_copies(kind) for kind in kinds}
    for named, count in options.copies:
        copies.update(dict.fromkeys([named] if named else kinds, count))
    filing = Filing.EACH_PERSON if options.per_person else Filing.EACH_PAPER
    if options.one_file:
        filing = Filing.ONE_FILE
    wanted = {kind: copies[kind] for kind in kinds}
    return RunChoice(wanted, not options.no_file_copy, filing, options.duplex)


def _write(data: DataFile, programme_id: int, out: Path, run: PaperRun) -> Written:
    from revmentor_desktop.services.documents.files import write_run

    return run_to_end(write_run(data, programme_id, out, run))


def _files(made: Written | None) -> list[Path]:
    if made is None:
        return []
    together = [made.together] if made.together not in {None, *made.files} else []
    return [*made.files, *filter(None, together)]


def _set_up(data: DataFile, programme_id: int, out: Path, form: PaperFormat) -> tuple[Path, ...]:
    from revmentor_desktop.services.documents.setup_files import FOLDER, write_setup_papers

    return run_to_end(write_setup_papers(data, programme_id, out / FOLDER, form=form)).files


def _said(made: Written | None) -> list[str]:
    """Return what is to be said of papers beside their files."""
    if made is None:
        return [sentence("no-paper-missing", {})]
    failed = ", ".join(made.failed)
    return [sentence("papers-left-out", {"papers": failed})] if failed else []


def _odd(run: PaperRun) -> list[str]:
    """Return whose characters no font has, before anybody prints what was written."""
    from revmentor_desktop.services.documents.oddities import oddities

    found = "; ".join(oddities(run))
    return [sentence("characters-unprintable", {"found": found})] if found else []


def _not_agreed(data: DataFile, programme_id: int) -> str:
    """Return why there are no agreements although pairs are proposed, or an empty text."""
    shown = shown_draft(data, programme_id)
    if agreed_pairs(data, programme_id) or shown is None or not shown.proposals:
        return ""
    return sentence("pairs-only-proposed", {"count": shown.proposals, "draft": shown.name})


VERB = Verb(
    name="documents",
    words="write the pairs’ packs, agreements, sheets and labels and the set-up papers as PDFs",
    add_arguments=_add_arguments,
    run=_run,
)
