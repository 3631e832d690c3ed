"""What screen readers are told: every paper is a tree of parts in the order in which it is read."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.canvas import PaperCanvas
from revmentor_desktop.documents.letter import LetterValues, letters_pdf
from revmentor_desktop.documents.lists import Numbered
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.pairing_list import pairing_list_pdf
from revmentor_desktop.documents.panels import Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.recovery_sheet import RecoverySheetValues, recovery_sheet_pdf
from revmentor_desktop.documents.setup.papers import KEYS, setup_pdf
from revmentor_desktop.documents.styles import LARGE_PRINT, Paper, Styles
from revmentor_desktop.services.documents.setup_papers import setup_values
from tests.documents.pairing_list_example import plan_pair, plan_values
from tests.documents.reading_back import (
    agreement_pdf,
    agreements_pdf,
    check_structure,
    reader,
    text,
    values,
)
from tests.documents.setup_example import DETAILS_OF_IT, ORGANISATION, PLAN
from tests.documents.structure import Drawn, Node, drawn, tree

SETUP = setup_values(DETAILS_OF_IT, PLAN, ORGANISATION, ["No sponsor is named."])
STYLES = Styles()
MIXED = values(
    mentor="Ọlúwáṣeun Ẹ́niọlá",
    leader="محمد عبد الله",
    mentor_short="דוד כהן",
    mentor_job="Nguyễn Thị Ánh, Дмитрий",
    leader_job="Άννα Παπαδοπούλου",
    purpose="we hear דוד כהן and 12 others.",
)


def letter(styles: Styles) -> bytes:
    body = (
        "Dear Mei\n\n" + "We are glad that you take part. " * 90 + "\n\n– one\n– two\n\nRuth Lane"
    )
    values = LetterValues(title="To Mei", subject="Your place", body=body, day=date(2027, 1, 4))
    return letters_pdf([values, values], "Letters", styles=styles)


def recovery_sheet(styles: Styles) -> bytes:
    code = "ABCD-EFGH-IJKL-MNOP-QRST-UVWX"
    values = RecoverySheetValues(file_name="our.revmentor", code=code, made_on=date(2027, 1, 4))
    return recovery_sheet_pdf(values, styles=styles)


def long_agreement(styles: Styles) -> bytes:
    return agreement_pdf(
        values(mentor="Wolfe " * 33, mentor_job="Senior " * 60, purpose="because " * 625),
        styles=styles,
    )


def pairing_list(styles: Styles) -> bytes:
    pairs = tuple(plan_pair(number) for number in range(1, 40))
    return pairing_list_pdf(plan_values(pairs=pairs), styles=styles)


def set_up_paper(key: str, styles: Styles) -> bytes:
    return setup_pdf(key, SETUP, styles=styles)


PAPERS: dict[str, Callable[[Styles], bytes]] = {
    "agreement": lambda styles: agreement_pdf(MIXED, styles=styles),
    "long agreement": long_agreement,
    "letters": letter,
    "recovery sheet": recovery_sheet,
    "pairing list": pairing_list,
    **{key: partial(set_up_paper, key) for key in KEYS},
}


def all_drawn(pdf: bytes) -> list[Drawn]:
    file = reader(pdf)
    return [drawn(file, page) for page in file.pages]


def made(blocks: Sequence[Block], styles: Styles = STYLES) -> bytes:
    return compose([Sheet("Title", "", "", lambda _: blocks)], title="T", styles=styles)


def kinds(node: Node) -> list[str]:
    return [one.kind for one in node.walk()]


# ---- every paper ---------------------------------------------------------------------------------


@pytest.mark.parametrize("styles", [STYLES, LARGE_PRINT], ids=["usual", "large"])
@pytest.mark.parametrize("paper", PAPERS)
def test_every_text_of_every_paper_has_one_place_in_the_tree(
    paper: str, styles: Styles, tmp_path: Path
) -> None:
    pdf = PAPERS[paper](styles)
    tree(pdf)
    titles = {read_row(row) for table in tree(pdf).find("Table") for row in table.kids[:1]}
    for page in all_drawn(pdf):
        assert page.texts
        assert not page.unmarked
        assert not page.empty
        *others, foot = [one for one in page.ornaments if one]
        assert "Page " in foot
        # Where a table goes on, its titles are seen again, but not read again.
        assert {one.replace(" ", "") for one in others} <= titles
    check_structure(pdf, tmp_path)


def read_row(row: Node) -> str:
    return "".join(cell.read() for cell in row.kids).replace(" ", "")


@pytest.mark.parametrize("paper", PAPERS)
def test_the_levels_of_headings_leave_none_out(paper: str) -> None:
    sheets = tree(PAPERS[paper](STYLES)).kids
    assert {sheet.kind for sheet in sheets} == {"Part"}
    for sheet in sheets:
        levels = [int(node.kind[1:]) for node in sheet.walk() if node.kind in {"H1", "H2", "H3"}]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("paper", PAPERS)
def test_parts_stand_where_they_belong(paper: str) -> None:
    for node in tree(PAPERS[paper](LARGE_PRINT)).walk():
        below = {kid.kind for kid in node.kids}
        match node.kind:
            case "Table":
                assert below == {"TR"}
                assert not node.text
            case "TR":
                assert below <= {"TH", "TD"}
            case "TH":
                assert node.attributes["/Scope"] in {"/Column", "/Row"}
            case "L":
                assert below == {"LI"}
                assert node.attributes["/ListNumbering"] in {"/Decimal", "/Disc"}
            case "LI":
                assert [kid.kind for kid in node.kids] == ["Lbl", "LBody"]
            case "Figure" | "Span":
                assert node.told
            case "Form":
                assert [one["/Subtype"] for one in node.annotations] == ["/Widget"]
                assert node.annotations[0]["/TU"]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_file_says_what_it_is_and_hides_nothing(paper: str) -> None:
    pdf = PAPERS[paper](STYLES)
    assert pdf == PAPERS[paper](STYLES)
    file = reader(pdf)
    root: Any = file.root_object
    assert root["/MarkInfo"] == {"/Marked": True}
    assert root["/Lang"] == "en-GB"
    assert set(file.metadata or {}) == {"/Title", "/Creator"}
    assert not {"/Metadata", "/Names", "/AA", "/OpenAction", "/PieceInfo"} & set(root)
    for sign in (b"/home", b"/root", b"/tmp", b"/Users", b"ReportLab", b"/Author", b"/ModDate"):
        assert sign not in pdf


# ---- what is read --------------------------------------------------------------------------------


def test_the_agreement_reads_from_its_title_to_its_last_line() -> None:
    (sheet,) = tree(agreement_pdf(MIXED)).kids
    read = [(kid.kind, kid.read()) for kid in sheet.kids]
    assert read[:4] == [
        ("P", "MENTORING AGREEMENT"),
        ("P", "RM-0042"),
        ("H1", "Ọlúwáṣeun Ẹ́niọlá and محمد عبد الله"),
        ("P", "Front-line voices 2027 · Harbour Care"),
    ]
    assert read[4:6] == [
        ("Div", "MENTOR Ọlúwáṣeun Ẹ́niọlá Nguyễn Thị Ánh, Дмитрий What I want from this"),
        ("Div", "LEADER محمد عبد الله Άννα Παπαδοπούλου What I want from this"),
    ]
    (clauses,) = sheet.find("L")
    first, second, _, fourth, *_, last = clauses.kids
    assert first.kids[0].read() == "1"
    assert first.kids[1].read() == "Why we do this. We hear דוד כהן and 12 others."
    assert second.kids[1].read().startswith("We meet six times for 60 minutes, about every four")
    assert "David books; דוד כהן leads the conversation." in fourth.kids[1].read()
    assert len(clauses.kids) == 14
    assert last.read().startswith("14 A question, or a worry?")
    assert last.read().endswith("line to write on")
    assert [kind for kind, _ in read[6:10]] == ["L", "Div", "Div", "P"]
    assert read[9][1] == "Signed three times. This copy is for:"


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler’s tools are not installed")
@pytest.mark.parametrize("paper", PAPERS)
def test_another_program_finds_the_same_tree(paper: str, tmp_path: Path) -> None:
    pdf = PAPERS[paper](STYLES)
    place = tmp_path / "read.pdf"
    place.write_bytes(pdf)
    assert "Tagged:          yes" in said_by("pdfinfo", str(place))
    lines = said_by("pdfinfo", "-struct-text", str(place)).splitlines()
    words = [line.strip()[1:-1] for line in lines if line.strip().startswith('"')]
    # It shows text as it is drawn, which is in order too, not what is told instead.
    texts = [one.text for one in tree(pdf).walk()]
    assert without_spaces("".join(words)) == without_spaces("".join(texts))


def without_spaces(words: str) -> str:
    return "".join(words.split())


def said_by(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    assert not done.stderr
    return done.stdout.decode()


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler’s tools are not installed")
def test_another_program_reads_names_in_their_own_order(tmp_path: Path) -> None:
    place = tmp_path / "read.pdf"
    place.write_bytes(agreement_pdf(MIXED))
    read = unicodedata.normalize("NFC", said_by("pdfinfo", "-struct-text", str(place)))
    for words in (
        f'"{MIXED.mentor.name} and {MIXED.mentee.name}"',
        '"Why we do this. We hear דוד כהן and 12 others."',
        "David books; דוד כהן leads the conversation.",
        f'"{MIXED.mentor.job}"',
        f'"{MIXED.mentee.job}"',
    ):
        assert words in read


@pytest.mark.parametrize(
    "name", ["محمد عبد الله", "דוד כהן", "Ọlúwáṣeun Ẹ́niọlá", "a\u202eb", "(Ann) \\ Bell", "🙂 Ann"]
)
def test_a_name_is_told_in_its_own_letters_and_order(name: str) -> None:
    node = tree(made([Paragraph(plain(f"{name} and Ann"), STYLES.body)]))
    (paragraph,) = node.find("P")
    wanted = name.replace("\u202e", "").replace("🙂", "[?]")
    assert paragraph.read() == f"{wanted} and Ann"


def test_only_text_that_is_drawn_otherwise_is_told_twice() -> None:
    told = {"Zoë Čapek and Дмитрий": "", **{one: one for one in ("محمد", "דוד", "Ẹ\u0301ni")}}
    for words, said in told.items():
        node = tree(made([Paragraph(plain(words), STYLES.body)]))
        assert node.find("P")[0].told == said


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_hostile_text_breaks_no_tree(name: str, job: str) -> None:
    pdf = agreement_pdf(values(mentor=name, leader_job=job, purpose=name))
    assert len(tree(pdf).find("L")) == 1


def test_words_at_the_ends_of_lines_stay_apart() -> None:
    words = "word other " * 60
    (paragraph,) = tree(made([Paragraph(plain(words), STYLES.body)])).find("P")
    assert paragraph.text.split() == words.split()


def test_a_word_that_is_taken_apart_stays_one() -> None:
    (paragraph,) = tree(made([Paragraph(plain("x" * 200), STYLES.body)])).find("P")
    assert paragraph.text == "x" * 200


# ---- over several pages --------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["word", "שלום"])
def test_what_goes_on_over_pages_is_one_part_and_told_once(word: str) -> None:
    (paragraph,) = tree(made([Paragraph(plain(f"{word} " * 5000), STYLES.body)])).find("P")
    assert {page for page, _ in paragraph.contents} >= {0, 1, 2, 3, 4, 5}
    assert paragraph.read().split() == [word] * 5000


def test_a_panel_and_a_point_that_are_parted_stay_one() -> None:
    text_in = Paragraph(plain("word " * 1500), STYLES.body, whole=True)
    sign = Paragraph(plain("1"), STYLES.body)
    stack = Stack([Numbered(sign, text_in, indent=20), Paragraph(plain("end"), STYLES.body)])
    (panel,) = tree(made([Panel(stack, padding=12)])).find("Div")
    assert kinds(panel) == ["Div", "L", "LI", "Lbl", "LBody", "P"]
    assert panel.read() == "1 " + "word " * 1500 + "end"


def test_a_table_over_pages_is_one_with_its_titles_read_once() -> None:
    (table,) = [one for one in tree(pairing_list(STYLES)).find("Table") if len(one.kids) > 10]
    titles, *rows = table.kids
    assert [cell.kind for cell in titles.kids] == ["TH"] * 5
    assert len(rows) == 39
    assert all([cell.kind for cell in row.kids] == ["TD"] * 5 for row in rows)
    assert [row.read()[:7] for row in rows] == [f"RM-{number:04d}" for number in range(1, 40)]


def test_lists_that_follow_one_another_are_one_and_others_are_not() -> None:
    def item(sign: str) -> Numbered:
        return Numbered(
            Paragraph(plain(sign), STYLES.body), Paragraph(plain("x"), STYLES.body), indent=20
        )

    between = Paragraph(plain("between"), STYLES.body)
    node = tree(made([item("1"), item("2"), item("•"), between, item("•")]))
    assert [len(one.kids) for one in node.find("L")] == [2, 1, 1]


# ---- fields, links, pictures, bookmarks ----------------------------------------------------------


def test_fields_are_read_where_they_stand_with_what_they_ask() -> None:
    sheet = tree(setup_pdf("call-mentor", SETUP)).kids[1]
    read = [
        str(node.annotations[0]["/TU"]) if node.annotations else node.text
        for node in sheet.walk()
        if node.annotations or node.text
    ]
    at = read.index("E-mail")
    assert read[at - 2 : at + 2] == ["Name", "Name", "E-mail", "E-mail"]
    (week,) = sheet.find("Table")
    assert [cell.kind for cell in week.kids[0].kids] == ["TD", *["TH"] * 5]
    assert [cell.kind for cell in week.kids[1].kids] == ["TH", *["TD"] * 5]


def test_a_link_is_a_part_of_its_own() -> None:
    canvas = PaperCanvas(Paper.A4)
    with canvas.sheet("S", has_headings=False, is_closed=False):
        with canvas.element("P"):
            canvas.linkURL("https://example.org", (0, 0, 10, 10))
        canvas.showPage()
    (link,) = tree(canvas.finished("T")).find("Link")
    assert [one["/Subtype"] for one in link.annotations] == ["/Link"]


def test_the_timeline_is_put_into_words() -> None:
    (figure,) = tree(setup_pdf("plan", SETUP)).find("Figure")
    assert "Mid-point: 13 Apr" in figure.told
    assert figure.told.count("; ") == 7
    left, bottom, right, top = map(float, figure.attributes["/BBox"])
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842


def test_headings_are_bookmarks_where_there_are_several_pages() -> None:
    def story(styles: Styles) -> list[Block]:
        parts = [
            (
                Paragraph(plain(f"Part {number} <b>"), styles.heading, keep_with_next=True),
                Paragraph(plain("word " * 400), styles.body),
            )
            for number in range(5)
        ]
        return [block for part in parts for block in part]

    short = Sheet("Short", "", "", lambda styles: story(styles)[:1])
    long = Sheet("Long", "", "", story)
    outline: list[Any] = list(reader(compose([short, long, short], title="T")).outline)
    assert [str(one["/Title"]) for one in (outline[0], outline[1], outline[3])] == [
        "Short",
        "Long",
        "Short",
    ]
    assert [str(one["/Title"]) for one in outline[2]] == [f"Part {n} <b>" for n in range(5)]
    assert outline[1]["/Count"] < 0, "of many documents, headings show when asked for"
    alone: list[Any] = list(reader(compose([long], title="T")).outline)
    assert alone[0]["/Count"] > 0
    tops = [float(one["/Top"]) for one in outline[2]]
    assert all(60 < top < 800 for top in tops)


def test_many_documents_have_a_part_each_and_stay_small() -> None:
    pairs = [values(reference=f"RM-{number:04d}", mentor=f"M {number}") for number in range(60)]
    pdf = agreements_pdf(pairs, title="All")
    sheets = tree(pdf).kids
    assert [sheet.find("H1")[0].text for sheet in sheets[:2]] == [
        "M 0 and David Price",
        "M 1 and David Price",
    ]
    assert len(sheets) == 60
    # What is typed on the screen has a font of its own, once for all of them.
    assert len(pdf) < 60_000 + 60 * 7000
    assert text(pdf).count("Page 1 of 1") == 60
