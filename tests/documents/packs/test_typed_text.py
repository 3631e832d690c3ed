"""Whatever somebody types into any field stands on every paper as it was typed, and does nothing.

Each field has a mark before and behind each text, so that it is told apart from all others; how
often it stands on a paper is counted with the marks alone first.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from revmentor_desktop.documents.packs.invited import Invited, InvitedValues
from revmentor_desktop.documents.packs.labels import labels_pdf
from revmentor_desktop.documents.packs.papers import pair_pdf, unprintable_on
from revmentor_desktop.documents.packs.sign_off import sign_off_pdf
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import Role
from tests.documents.packs_example import programme
from tests.documents.reading_back import bookmarks, check_structure, reader, text
from tests.documents.structure import tree
from tests.documents.typed_example import TYPED, typed_pair

HOSTILE: Final = (
    "<b>Ann</b>",
    '<img src="/etc/hostname">',
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('id')]]]\">x",
    '<a href="file:///etc/hostname">y</a><br/>',
    "Tom &amp; Jerry & co",
    "{{ }} {mentor} {0} {programme.plan} %s ${x}",
    "[[x]] **y** ____ # z | - [ ]",
    "\\(x\\) Tj ET /Launch <</S/JavaScript>>",
)
"""Signs of the languages that text passes on its way: markup, blanks, Markdown, PDF."""
CLEANED: Final = {
    "nul\x00nul": "nulnul",
    "over\u202eride\u202cn": "overriden",
    "iso\u2066late\u200bd": "isolated",
    "esc\x1b[31mape": "esc[31mape",
    "line\r\nby\u2028line": "line by line",
    "va\ufe0fry\u00ading": "varying",
}
"""What is not meant to be seen, and what stands instead."""
ACCENTS: Final = "Żółć Ŵyn-Ångström Đỗ Nguyễn Ğül Ñuño Œuvré Þór Ærø Šķ Őri"
SCRIPTS: Final = {
    "latin": ("Żółć Ŵyn-Ångström", "Đỗ Nguyễn"),
    "latin in parts": (unicodedata.normalize("NFD", "Ĕva Ṩmid"), "J\u030can B\u0308ea"),
    "greek": ("Ἑλένη Παπαδοπούλου", "Γιώργος Ώρας"),
    "cyrillic": ("Юлія Ґалаґан", "Жанна Ёлкина"),
    "arabic": ("محمد العلي", "فاطمة الزهراء"),
    "hebrew": ("דוד כהן", "שירה לוי"),
}
MARKS: Final = {key: f"q{chr(97 + n // 26)}{chr(97 + n % 26)}z" for n, key in enumerate(TYPED)}
DOES_SOMETHING: Final = {
    *("/JS", "/JavaScript", "/Launch", "/URI", "/OpenAction", "/AA", "/EmbeddedFiles", "/GoToR"),
    *("/SubmitForm", "/ImportData", "/RichMedia", "/Movie", "/Sound"),
}
every_kind = pytest.mark.parametrize("kind", list(PaperKind))


def bare(words: str) -> str:
    """Return text without what lines, capitals and marks of direction make of it."""
    composed = unicodedata.normalize("NFC", words)
    kept = (c for c in composed if not c.isspace() and unicodedata.category(c) != "Cf")
    return "".join(kept).casefold()


def told(pdf: bytes) -> str:
    """Return what is read aloud: without what comes again on each page."""
    return bare(tree(pdf).read())


@cache
def stands(kind: PaperKind) -> Mapping[str, int]:
    """Return how often each field stands on a paper, of those that do."""
    said = told(pair_pdf(kind, typed_pair(MARKS.__getitem__)))
    found = {key: said.count(mark) for key, mark in MARKS.items()}
    return {key: count for key, count in found.items() if count}


def marked(texts: tuple[str, ...], key: str) -> str:
    """Return texts with the mark of a field before and behind each of them."""
    mark = MARKS[key]
    return mark + "".join(f"{one}{mark}" for one in texts)


def missing(kind: PaperKind, pdf: bytes, wanted: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the fields in which a text does not stand as often as the field does."""
    said = told(pdf)
    return [
        (key, one)
        for key, count in stands(kind).items()
        for one in wanted
        if said.count(bare(f"{MARKS[key]}{one}{MARKS[key]}")) != count
    ]


@pytest.fixture
def no_doors() -> Iterator[list[str]]:
    """Whatever is opened, run or asked for outside meanwhile."""
    seen: list[str] = []
    _LISTENING.append(seen)
    yield seen
    _LISTENING.remove(seen)


_LISTENING: list[list[str]] = []
_DOORS: Final = ("open", "socket.", "subprocess.", "os.", "exec", "compile", "urllib", "ctypes.")


def _listen(event: str, details: tuple[Any, ...]) -> None:
    if _LISTENING and event.startswith(_DOORS):
        for seen in _LISTENING:
            seen.append(f"{event} {details[:1]}")


sys.addaudithook(_listen)


def test_every_field_stands_somewhere_but_what_the_partner_does_not_need() -> None:
    somewhere = {key for kind in PaperKind for key in stands(kind)}
    assert set(TYPED) - somewhere == {"leader.offer"}


@every_kind
def test_hostile_text_stands_as_it_is_and_opens_nothing(
    kind: PaperKind, tmp_path: Path, no_doors: list[str]
) -> None:
    pair = typed_pair(partial(marked, HOSTILE))
    stands(kind)
    no_doors.clear()
    pdf = pair_pdf(kind, pair)
    assert no_doors == []
    assert missing(kind, pdf, HOSTILE) == []
    assert does(pdf) == set()
    assert not any("/XObject" in resources(page) for page in reader(pdf).pages)
    check_structure(pdf, tmp_path)


@every_kind
def test_what_is_not_meant_to_be_seen_is_left_out(kind: PaperKind) -> None:
    pdf = pair_pdf(kind, typed_pair(partial(marked, tuple(CLEANED))))
    assert missing(kind, pdf, tuple(CLEANED.values())) == []
    outside = f"{reader(pdf).metadata} {bookmarks(pdf)} {text(pdf)}"
    assert not {"\x00", "\x1b", "\u202e", "\u2066"} & set(outside)


@every_kind
def test_every_script_stands_in_every_field(kind: PaperKind) -> None:
    names = (ACCENTS, *(one for both in SCRIPTS.values() for one in both))
    pdf = pair_pdf(kind, typed_pair(partial(marked, names)))
    assert missing(kind, pdf, names) == []
    assert "[?]" not in text(pdf)


@pytest.mark.parametrize("script", SCRIPTS)
@every_kind
def test_another_program_finds_names_as_they_are_written(
    kind: PaperKind, script: str, qapp: QApplication
) -> None:
    mentor, leader = SCRIPTS[script]
    names = {"mentor.name": mentor, "leader.name": leader}
    pdf = pair_pdf(kind, typed_pair(lambda key: names.get(key, MARKS[key])))
    found = bare(" ".join(all_lines(pdf)))
    for key, name in names.items():
        assert found.count(bare(name)) == stands(kind).get(key, 0)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler’s tools are not installed")
@every_kind
def test_a_third_program_finds_them_too(kind: PaperKind, tmp_path: Path) -> None:
    # What it makes of an accent that is raised over a capital is another line; see the tree.
    for script, (mentor, leader) in ({"accents": (ACCENTS, "Ægir Ñuñ")} | SCRIPTS).items():
        names = {"mentor.name": mentor, "leader.name": leader}
        if script == "latin in parts":
            continue
        pair = typed_pair((MARKS | names).__getitem__)
        place = tmp_path / f"{script}.pdf"
        place.write_bytes(pair_pdf(kind, pair))
        command = ["pdftotext", "-enc", "UTF-8", str(place), "-"]
        found = bare(subprocess.run(command, capture_output=True, check=True).stdout.decode())
        for key, name in names.items():
            assert found.count(bare(name)) == stands(kind).get(key, 0), (script, key)


@every_kind
def test_what_no_font_has_is_known_before_printing(kind: PaperKind) -> None:
    assert unprintable_on(kind, typed_pair(MARKS.__getitem__)) == ""
    odd = "\u13a0"
    for field in stands(kind):
        texts = {**MARKS, field: f"{MARKS[field]}{odd}"}
        assert unprintable_on(kind, typed_pair(texts.__getitem__)) == odd, field
    pdf = pair_pdf(kind, typed_pair(lambda key: f"{MARKS[key]}{odd}"))
    said = told(pdf)
    for key, count in stands(kind).items():
        assert said.count(f"{MARKS[key]}[?]") == count


def test_what_the_officer_words_is_looked_through_too() -> None:
    words = {
        "document.agreement.meet": "We meet. \u13a0",
        "document.shared.start": "Begin. \u13a1",
        "letter.pack.mentor.body": "Hello. \u13a2",
    }
    pair = typed_pair(MARKS.__getitem__)
    plan = replace(pair.programme.plan, words=words)
    changed = replace(pair, programme=replace(pair.programme, plan=plan))
    for kind in PaperKind:
        wanted = "\u13a0" if kind is PaperKind.AGREEMENT else "\u13a1"
        assert unprintable_on(kind, changed) == wanted


def test_lists_of_everybody_take_any_name(tmp_path: Path, no_doors: list[str]) -> None:
    names = (*HOSTILE, ACCENTS, *(one for both in SCRIPTS.values() for one in both))
    people = tuple(Invited(name=one, role=Role.MENTOR, department=one[:20]) for one in names)
    values = InvitedValues(programme=programme(), people=people)
    sign_off_pdf(values)
    labels_pdf(values, "Labels")
    no_doors.clear()
    files = [sign_off_pdf(values), labels_pdf(values, "Labels")]
    assert no_doors == []
    for pdf in files:
        said = told(pdf)
        assert [one for one in names if bare(one) not in said] == []
        assert does(pdf) == set()
        check_structure(pdf, tmp_path)


def all_lines(pdf: bytes) -> list[str]:
    """Return the lines of all pages as a reader shows them."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = [document.getAllText(at).text() for at in range(document.pageCount())]
    document.close()
    return [line for page in pages for line in page.splitlines()]


def resources(page: Any) -> Any:
    return page["/Resources"]


def does(pdf: bytes) -> set[str]:
    """Return what a file has in it that does something or leads elsewhere."""
    found: set[str] = set()
    file = reader(pdf)
    size: Any = file.trailer["/Size"]
    for number in range(1, int(size)):
        _collect(file.get_object(number), found)
    return found & DOES_SOMETHING


def _collect(thing: Any, found: set[str]) -> None:
    if isinstance(thing, dict):
        found |= {str(key) for key in thing}
        found |= {str(one) for one in thing.values() if isinstance(one, str)}
        for one in thing.values():
            _collect(one, found)
    elif isinstance(thing, list):
        for one in thing:
            _collect(one, found)
