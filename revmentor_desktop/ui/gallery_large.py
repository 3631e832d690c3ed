"""The board with 1,000 invented people on it: nobody paired, nearly all paired, in a low window."""

from __future__ import annotations

import csv
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import SIZE, Gallery
from revmentor_desktop.ui.gallery_pairing_seldom import WIDE
from revmentor_desktop.ui.pairing.page import PairingPage

_PEOPLE: Final = 1_000
_MENTORS: Final = 600
_LOW: Final = QSize(1280, 720)
_MOST_WAITS: Final = 100
_SEARCHED_MS: Final = 500
_DAY: Final = date(2026, 11, 2)
_HEADER: Final = (
    "Name", "E-mail", "Role", "Job title", "Department", "Site", "Can offer", "Wants to learn",
    "Available",
)  # fmt: skip
_FIRST: Final = (
    "Mei", "David", "Zofia", "Tomos", "Anna", "Łukasz", "Siân", "Chidi", "Amara", "Zoë", "Jürgen",
    "Niamh", "Olu", "Priya", "Rhys", "Søren", "Tariq", "Una", "Víctor", "Wren", "Alexandra",
    "Bartholomew", "Ceri", "Dafydd", "Eilidh",
)  # fmt: skip
_LAST: Final = (
    "Adamska", "Brown", "Chukwu", "Davies", "Evans", "Fernández", "Grant", "Hughes", "Ibrahim",
    "Jørgensen", "Kowalski", "Lloyd", "Meyer", "Nguyễn", "O’Neill", "Price", "Quist", "Rossi",
    "Stone", "Taylor", "Umar", "Vance", "Ward", "Ŵyn-Jones", "Young", "Zanetti", "Żółkowski",
    "Ashworth", "Beaumont", "Carrington", "Dunne", "Ellis", "Featherstonehaugh", "Gill", "Hart",
    "Iqbal", "James", "Khan", "Lowe", "Montgomery",
)  # fmt: skip
_WORK: Final = (
    ("Care assistant", "Nursing"), ("Analyst", "Finance"), ("Adviser", "People"),
    ("Technician", "Estates"), ("Engineer", "Digital"), ("Planner", "Operations"),
    ("Head of service", "Operations"), ("Finance Director", "Finance"), ("Director", "Estates"),
)  # fmt: skip
_SITES: Final = ("Harbour House", "Mill Lane", "North Quay", "Head office")
_SKILLS: Final = (
    "Spreadsheets", "AI tools", "Rotas", "Accessible design", "Social media", "Budgets",
    "Front-line view", "Data protection", "Customer voice", "Sign language", "Inclusion",
)  # fmt: skip
_TIMES: Final = ("Monday morning", "Tuesday afternoon", "Wednesday morning", "Friday afternoon")


def take_large(gallery: Gallery, context: Context) -> None:
    """Take the pictures; a programme with 1,000 people stays in the data file."""
    _take_in(context, gallery.paths.data / "people.csv")
    gallery.shell.show_page("pairing")
    page = gallery.shell.page("pairing")
    if not isinstance(page, PairingPage):
        return
    gallery.shell.notice_bar.hide()
    _wait_for_plan(gallery, page)
    gallery.take("board-1000-free")
    page.search.setText("grant")
    gallery.settle(_SEARCHED_MS)
    gallery.take("board-1000-free-search")
    page.search.clear()
    gallery.settle(_SEARCHED_MS)
    _pair(context, page)
    gallery.shell.notice_bar.hide()
    _wait_for_plan(gallery, page)
    page.pairs.choose(page.board.pairs[_MENTORS // 4].id)
    gallery.take("board-1000-paired")
    gallery.window.resize(WIDE)
    gallery.take("board-1000-wide")
    _take_list(gallery, context)
    gallery.window.resize(_LOW)
    gallery.take("board-1000-low")
    page.pairs.clearSelection()
    page.search.setText("grant")
    gallery.settle(_SEARCHED_MS)
    gallery.take("board-1000-search")
    page.search.clear()
    gallery.settle(_SEARCHED_MS)
    card = page.mentors.cards.card(page.mentors.cards.index(0))
    if card is not None:
        page.mentors.picked_up.emit(card.held())
        gallery.take("board-1000-dragging")
        page.mentors.put_down.emit(Qt.DropAction.IgnoreAction)
    _take_documents(gallery, context, page)


def _take_documents(gallery: Gallery, context: Context, page: PairingPage) -> None:
    """The papers of nearly 400 pairs, far down in the list."""
    from revmentor_desktop.services.pairing.agreeing import agree
    from revmentor_desktop.ui.documents.page import PAIRS, DocumentsPage

    gallery.window.resize(SIZE)
    ids, programme_id = [pair.id for pair in page.board.ready()], context.programme_id
    if programme_id is None:
        return
    context.attempt("Agree", lambda data: agree(data, programme_id, ids, _DAY))
    gallery.shell.show_page("documents")
    documents = gallery.shell.page("documents")
    if isinstance(documents, DocumentsPage):
        documents.show_part(PAIRS)
        documents.table.look_at(documents.model.rowCount() // 2)
        gallery.settle(_SEARCHED_MS)
        gallery.take("page-documents-many")


def _take_list(gallery: Gallery, context: Context) -> None:
    """The first page of the list with long numbers, in both prints."""
    from revmentor_desktop.services.documents.pairing_list import pairing_list
    from revmentor_desktop.services.documents.paper_format import PaperFormat

    if context.programme_id is None:
        return
    made = pairing_list(context.data, context.programme_id)
    for is_large in (False, True):
        name = f"paper-pairing-list-1000{'-large' if is_large else ''}"
        gallery.take_paper(name, made.pdf(PaperFormat(is_large=is_large)), pages=1)


def _wait_for_plan(gallery: Gallery, page: PairingPage) -> None:
    for _ in range(_MOST_WAITS):
        if page.best_plan.gap is not None:
            return
        gallery.settle()


def _take_in(context: Context, path: Path) -> None:
    """Import everybody into a programme of their own, which is looked at from then on."""
    from revmentor_desktop.exchange.people_file.draft import ImportDraft, draft_of
    from revmentor_desktop.exchange.spreadsheets.source import open_source
    from revmentor_desktop.services.people_import.apply import import_people
    from revmentor_desktop.services.programmes.writing import add_programme

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        writer.writerows(map(_row, range(_PEOPLE)))
    details = ProgrammeDetails(name="Every voice 2027", purpose="All sites say what they see.")
    programme_id = context.attempt("Start", lambda data: add_programme(data, details))
    draft = draft_of(ImportDraft(file_name=path.name), open_source(path).read(), _DAY)
    run_to_end(import_people(context.data, draft, programme_id, _DAY))
    path.unlink()
    context.choose_programme(programme_id)


def _row(number: int) -> tuple[str, ...]:
    """Return an invented person; no two have the same name."""
    first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST)]
    is_mentor = number % _PEOPLE * 7 % 10 < _MENTORS * 10 // _PEOPLE
    title, department = _WORK[(number * 5 + number // 7) % (6 if is_mentor else 9)]
    skills = [_SKILLS[(number * step + number // 3) % len(_SKILLS)] for step in (1, 4)]
    times = [_TIMES[(number // step) % len(_TIMES)] for step in (1, 5)]
    return (
        f"{first} {last}",
        f"person.{number}@example.org",
        "Mentor" if is_mentor else "Leader",
        title,
        department,
        _SITES[number * 3 % 11 % len(_SITES)],
        "; ".join(skills) if is_mentor else "",
        "" if is_mentor else "; ".join(skills),
        "; ".join(times),
    )


def _pair(context: Context, page: PairingPage) -> None:
    """Give nearly every leader the first mentor of another department."""
    from revmentor_desktop.services.pairing.proposing import rearrange

    programme_id = context.programme_id
    if programme_id is None:
        return
    mentors = list(page.board.side(Role.MENTOR))
    joined = []
    for leader in islice(page.board.side(Role.MENTEE), 5, None):
        at = next(
            at
            for at, one in enumerate(mentors)
            if one.person.department != leader.person.department
        )
        joined.append((mentors.pop(at).person.id, leader.person.id))
    context.attempt("Pair", lambda data: rearrange(data, programme_id, (), joined))
