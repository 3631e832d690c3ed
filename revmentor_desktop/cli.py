"""The command line: the same services without a window.

``revmentor [--data FILE] [--json] VERB …``. Exit status 0, or 1 with one sentence on standard
error. The passphrase comes from REVMENTOR_PASSPHRASE or a prompt, never from an argument.
"""

from __future__ import annotations

import argparse
import getpass
import json
import logging
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn, TypeVar

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.programme import Programme, ProgrammeDetails
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.services import vault
from revmentor_desktop.services.pairing import reading as pairing
from revmentor_desktop.services.people import reading as people
from revmentor_desktop.services.people_import.comparison import Comparison, Fate
from revmentor_desktop.services.programmes import reading as programmes
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.files import write_whole
from revmentor_desktop.system.logs import start_log
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import DATA_FILE_SUFFIX, Paths
from revmentor_desktop.system.preferences import Preferences

T = TypeVar("T")

_ROLE_WORDS = {Role.MENTOR: "mentor", Role.MENTEE: "leader"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb has to say: `lines` for people, `values` for machines (``--json``)."""

    lines: Sequence[str]
    values: object


Verb = Callable[[argparse.Namespace, Paths], Answer]


def main(arguments: Sequence[str], paths: Paths) -> int:
    """Run one verb; return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Names have letters that a pipe's own encoding may lack, on Windows above all.
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        options = _parser().parse_args(arguments)
        answer: Answer = options.verb(options, paths)
    except KnownError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return _refused(KnownError("stopped"))
    except Exception:
        # The last door: a mistake of ours is one sentence too, with its place in the log.
        start_log(paths.logs)
        logging.getLogger(__name__).exception("a command failed")
        return _refused(KnownError("command-failed", folder=paths.logs))
    try:
        _say(answer, as_json=options.json)
    except BrokenPipeError:
        # Whoever listened has heard enough; what was asked for is done.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _refused(error: KnownError) -> int:
    print(sentence(error.code, error.params), file=sys.stderr)
    return 1


def _say(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(answer.values, ensure_ascii=False, indent=2, default=str))
    else:
        print("\n".join(answer.lines))
    sys.stdout.flush()


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence and exit status 1, like every other error."""

    def error(self, message: str) -> NoReturn:
        raise KnownError("command-unclear", message=message, help=f"{self.prog} --help")


def _parser() -> argparse.ArgumentParser:
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="answer for machines"
    )
    parser = _Parser(prog="revmentor", description="Reverse mentoring programmes, without a window")
    parser.add_argument("--data", type=Path, metavar="FILE", help="the data file")
    parser.add_argument("--json", action="store_true", help="answer for machines")
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)

    def add(name: str, run: Verb, words: str) -> argparse.ArgumentParser:
        verb = verbs.add_parser(name, help=words, description=words, parents=[shared])
        verb.set_defaults(verb=run)
        return verb

    new = add("new", _new, "start a programme, in a new data file if there is none yet")
    new.add_argument("--programme", required=True, metavar="NAME")
    new.add_argument("--purpose", default="", metavar="TEXT")
    new.add_argument("--start", type=date.fromisoformat, metavar="YYYY-MM-DD")
    new.add_argument("--sessions", type=int, default=6, metavar="NUMBER")
    new.add_argument("--organisation", metavar="NAME")

    importing = add("import-people", _import_people, "take people in from a spreadsheet")
    importing.add_argument("file", type=Path, metavar="FILE")
    importing.add_argument("--programme", metavar="NAME")
    importing.add_argument("--sheet", metavar="NAME")
    importing.add_argument(
        "--accept",
        action="store_true",
        help="take the guessed mapping and leave out rows with problems; without it nothing is"
        " stored and the answer says what would be",
    )

    listing = add("people", _people, "list the people")
    listing.add_argument("--programme", metavar="NAME")

    pair = add("pair", _pair, "pair a mentor and a leader")
    pair.add_argument("mentor", metavar="MENTOR_EMAIL")
    pair.add_argument("leader", metavar="LEADER_EMAIL")
    pair.add_argument("--programme", metavar="NAME")

    documents = add("documents", _documents, "write every pair's agreement as a PDF")
    documents.add_argument("--out", type=Path, required=True, metavar="DIR")
    documents.add_argument("--programme", metavar="NAME")

    tour = add("tour", _tour, "see the whole program without a screen: documents and pictures")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")
    return parser


def _passphrase(question: str) -> str:
    given = os.environ.get("REVMENTOR_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise KnownError("passphrase-needed")
    return getpass.getpass(question)


def _new_passphrase() -> str:
    passphrase = _passphrase("Choose a passphrase: ")
    if "REVMENTOR_PASSPHRASE" not in os.environ and passphrase != getpass.getpass("Once more: "):
        raise KnownError("passphrases-differ")
    return passphrase


def _path(options: argparse.Namespace, paths: Paths) -> Path:
    usual = Preferences(paths.preferences).usual_file(paths) or paths.default_data_file
    chosen: Path = options.data or usual
    return chosen.expanduser().absolute()


@contextmanager
def _opened(options: argparse.Namespace, paths: Paths) -> Iterator[DataFile]:
    path = _path(options, paths)
    if vault.needs_passphrase(path, paths):
        data = vault.open_with_passphrase(path, _passphrase("Passphrase: "), paths).data
    else:
        data = vault.open_with_key_store(path, paths).data
    try:
        yield data
    finally:
        data.close()


def _new(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.services.programmes.writing import add_programme, name_organisation

    path = _path(options, paths)
    is_new = not path.exists()
    if is_new:
        vault.create(path, _new_passphrase(), paths).data.close()
    details = ProgrammeDetails(
        name=options.programme,
        purpose=options.purpose,
        start_date=options.start,
        session_count=options.sessions,
    )
    with _opened(options, paths) as data:
        programme_id = add_programme(data, details)
        if options.organisation is not None:
            name_organisation(data, options.organisation)
        name = programmes.programme(data, programme_id).name
    lines = [f"Started the programme “{name}” in {path}."]
    if is_new:
        lines.append(
            "The data file is new: open it in the program and choose File, Recovery sheet…,"
            " so that it opens even when the passphrase is lost."
        )
    return Answer(lines, {"data": path, "programme": name, "new_data_file": is_new})


def _import_people(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.exchange.people_file.draft import problems
    from revmentor_desktop.services.people_import.compare import compare
    from revmentor_desktop.services.people_import.guess import guessed_draft

    with _opened(options, paths) as data:
        programme = _joined(data, options.programme)
        draft = guessed_draft(data, options.file, options.sheet, today())
        draft = replace(draft, takes_part=programme is not None)
        programme_id = programme.id if programme is not None else None
        for problem in problems(draft):
            raise KnownError(problem.code, **problem.params)
        if options.accept:
            from revmentor_desktop.services.people_import.apply import import_people

            comparison = _finished(import_people(data, draft, programme_id, today()))
        else:
            comparison = compare(data, draft, programme_id, today())
    return _imported(comparison, stored=options.accept)


def _joined(data: DataFile, name: str | None) -> Programme | None:
    """Return the programme that imported people join; None while there is none at all."""
    if name is None and not programmes.programmes(data):
        return None
    return programmes.programme_named(data, name)


def _imported(comparison: Comparison, *, stored: bool) -> Answer:
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


def _people(options: argparse.Namespace, paths: Paths) -> Answer:
    with _opened(options, paths) as data:
        if options.programme is None:
            chosen = programmes.programmes(data)
        else:
            chosen = [programmes.programme_named(data, options.programme)]
        everybody = people.people(data)
        names = {one.id: one.full_name for one in everybody}
        parts = _parts_by_person(data, chosen, names)
    listed = [one for one in everybody if options.programme is None or one.id in parts]
    lines = [f"{one.full_name}\t{one.email}\t{one.job_title}" for one in listed]
    return Answer(lines, [_values_of(one, names, parts.get(one.id, [])) for one in listed])


def _parts_by_person(
    data: DataFile, chosen: Sequence[Programme], names: dict[int, str]
) -> dict[int, list[dict[str, object]]]:
    parts: dict[int, list[dict[str, object]]] = {}
    for programme in chosen:
        for one in people.participants(data, programme.id):
            part = one.participation
            values = asdict(part) | {
                "programme": programme.name,
                "role": _ROLE_WORDS[part.role],
                "not_with": sorted(names[person_id] for person_id in part.not_with),
            }
            for number in ("id", "programme_id", "person_id"):
                del values[number]
            parts.setdefault(one.person.id, []).append(values)
    return parts


def _values_of(
    person: Person, names: dict[int, str], parts: list[dict[str, object]]
) -> dict[str, object]:
    values: dict[str, object] = {"name": person.full_name, **asdict(person)}
    manager = values.pop("line_manager_id")
    written = values.pop("line_manager_text")
    values["line_manager"] = names[manager] if isinstance(manager, int) else written
    return values | {"participations": parts}


def _pair(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.services.pairing.writing import pair

    with _opened(options, paths) as data:
        programme = programmes.programme_named(data, options.programme)
        mentor = people.person_by_email(data, options.mentor)
        leader = people.person_by_email(data, options.leader)
        pair_id = pair(data, programme.id, mentor.id, leader.id)
        stored = next(one for one in pairing.pairs(data, programme.id) if one.id == pair_id)
    words = f"Paired {mentor.full_name} and {leader.full_name} ({stored.reference})."
    values = {
        "reference": stored.reference,
        "programme": programme.name,
        "mentor": mentor.email,
        "leader": leader.email,
    }
    return Answer([words], values)


def _documents(options: argparse.Namespace, paths: Paths) -> Answer:
    with _opened(options, paths) as data:
        programme = programmes.programme_named(data, options.programme)
        return _written(data, programme.id, options.out)


def _written(data: DataFile, programme_id: int, out: Path) -> Answer:
    from revmentor_desktop.services.documents.files import write_agreements

    written = _finished(write_agreements(data, programme_id, out.expanduser().absolute()))
    files = [*written.files, *([written.together] if written.together else [])]
    return Answer([str(file) for file in files], {"files": files})


def _tour(options: argparse.Namespace, paths: Paths) -> Answer:
    """Make the sample programme in a data file that is gone afterwards, and show all of it."""
    from revmentor_desktop.services.programmes.writing import name_organisation
    from revmentor_desktop.services.sample import add_sample, sample_organisation

    out = options.out.expanduser().absolute()
    with tempfile.TemporaryDirectory(prefix="revmentor-tour-") as folder:
        paths = Paths(*(Path(folder) / name for name in ("data", "settings", "logs")))
        path = paths.data / f"{sample_organisation()}{DATA_FILE_SUFFIX}"
        opened = vault.create(path, secrets.token_hex(), paths)
        data = opened.data
        try:
            name_organisation(data, sample_organisation())
            programme_id = add_sample(data)
            documents = [
                *_written(data, programme_id, out / "documents").lines,
                _write_recovery_sheet(opened, out / "documents"),
            ]
            from revmentor_desktop.ui.gallery import save_pages

            pictures = save_pages(data, out / "pages")
        finally:
            data.close()
    lines = [*documents, *(str(picture) for picture in pictures)]
    return Answer(lines, {"documents": documents, "pages": pictures})


def _write_recovery_sheet(opened: vault.OpenFile, folder: Path) -> str:
    from revmentor_desktop.documents.recovery_sheet import RecoverySheetValues, recovery_sheet_pdf

    values = RecoverySheetValues(
        file_name=opened.data.path.name,
        code=opened.recovery_code,
        made_on=today(),
        organisation=programmes.organisation(opened.data),
    )
    path = folder / "Recovery sheet.pdf"
    write_whole(path, recovery_sheet_pdf(values))
    return str(path)


def _finished(work: Generator[Progress, None, T]) -> T:
    """Run long work to its end and return its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
