"""A certificate is one page for a wall: the name large, a frame, nothing else around it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdf.generic import ContentStream

from revmentor_desktop.documents.packs.papers import pair_pdf
from revmentor_desktop.documents.styles import LARGE_PRINT, Paper, Styles
from revmentor_desktop.domain.pair_papers import PaperKind
from tests.documents.packs_example import MEI, pair, programme
from tests.documents.reading_back import pages, reader
from tests.documents.structure import tree

LONG = "Wilhelmina Anastasia Featherstonehaugh-Cholmondeley Marjoribanks"
JOB = "Deputy Director of Everything that Happens on the Wards at Night " * 6


@pytest.mark.parametrize("styles", [Styles(), LARGE_PRINT, Styles(in_colour=False)])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("name", ["Mei Brown", LONG])
def test_each_has_one_page_without_a_foot(styles: Styles, paper: Paper, name: str) -> None:
    both = pair(mentor=replace(MEI, name=name, job=JOB))
    found = pages(pair_pdf(PaperKind.CERTIFICATES, both, paper=paper, styles=styles))
    assert len(found) == 2
    first, second = (" ".join(one.split()) for one in found)
    assert name.replace(" ", "") in first.replace(" ", "")
    assert "David Price" in second
    assert "as a mentor, Tue 19 January to Tue 6 July 2027." in first
    assert "as a leader" in second
    assert "Amara Diallo, Chief Executive Date RM-0042" in first
    assert "Page 1" not in first


def test_the_name_is_the_largest_on_the_page_and_its_title() -> None:
    pdf = pair_pdf(PaperKind.CERTIFICATES, pair())
    assert [one.read() for one in tree(pdf).find("H1")] == ["Mei Brown", "David Price"]
    file = reader(pdf)
    operations = ContentStream(file.pages[0].get_contents(), file).operations
    sizes = [float(operands[1]) for operands, operator in operations if operator == b"Tf"]
    assert max(sizes) > 2.5 * sorted(sizes)[-2]


def test_what_is_not_known_leaves_no_gap() -> None:
    about = programme()
    plan = replace(about.plan, sponsor=replace(about.plan.sponsor, name="", job_title=""))
    bare = replace(about, plan=plan, organisation="", duties=())
    (first, _) = pages(pair_pdf(PaperKind.CERTIFICATES, pair(programme=bare)))
    said = " ".join(first.split())
    assert said.startswith(
        "Front-line voices 2027 CERTIFICATE With thanks and respect to Mei Brown"
    )
    assert "as a mentor. This meant" in said
    assert "For the programme Date" in said
