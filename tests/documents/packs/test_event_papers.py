"""The list for the briefing is signed by everybody; labels stand where the sheets have them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from revmentor_desktop.documents.packs.invited import Invited, InvitedValues
from revmentor_desktop.documents.packs.labels import LABEL_SHEETS, labels_pdf
from revmentor_desktop.documents.packs.sign_off import sign_off_pdf
from revmentor_desktop.documents.styles import LARGE_PRINT, MM, Paper, Styles
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName
from tests.documents.packs_example import programme
from tests.documents.reading_back import check_structure, pages, reader, text
from tests.documents.structure import tree

LONG = Invited(
    name="Wilhelmina Anastasia Featherstonehaugh-Cholmondeley Marjoribanks",
    role=Role.MENTEE,
    job="Deputy Director of everything " * 13,
    department="Medicine and related services of the region",
    site="Royal General Hospital North",
)
MEI = Invited(name="Mei Brown", role=Role.MENTOR, job="Nurse", department="Medicine", site="North")
FORMS = [Styles(), LARGE_PRINT, Styles(in_colour=False)]


def values(*people: Invited) -> InvitedValues:
    return InvitedValues(programme=programme(), people=people)


def many(count: int) -> InvitedValues:
    return values(*(replace(MEI, name=f"Person{at:03}") for at in range(count)))


def places(pdf: bytes, page: int = 0) -> list[tuple[str, float, float]]:
    """Return the words of a page with where each begins, from the left and the bottom."""
    found: list[tuple[str, float, float]] = []

    def keep(words: str, _cm: object, matrix: list[float], *_: object) -> None:
        if words.strip():
            found.append((words.strip(), matrix[4], matrix[5]))

    reader(pdf).pages[page].extract_text(visitor_text=keep)
    return found


def test_everybody_is_on_the_list_with_role_box_and_what_tells_them_apart() -> None:
    pdf = sign_off_pdf(values(MEI, LONG))
    said = text(pdf)
    assert "Mei Brown Nurse, Medicine, North Mentor" in said
    assert "on Tue 15 December 2026" in said
    assert said.count("Deputy Director") < 5
    assert [one.told for one in tree(pdf).find("Figure")] == ["Has papers"] * 5


def test_roles_are_called_as_the_programme_calls_them() -> None:
    about = programme()
    part = replace(about.plan.taking_part, mentor_name=RoleName(one="Guide", several="Guides"))
    renamed = replace(about, plan=replace(about.plan, taking_part=part))
    assert "Guide" in text(sign_off_pdf(InvitedValues(programme=renamed, people=(MEI,))))


@pytest.mark.parametrize("styles", FORMS)
@pytest.mark.parametrize("paper", list(Paper))
def test_titles_come_again_on_each_page_of_the_list(
    styles: Styles, paper: Paper, tmp_path: Path
) -> None:
    pdf = sign_off_pdf(many(90), paper=paper, styles=styles)
    check_structure(pdf, tmp_path)
    found = pages(pdf)
    assert len(found) > 3
    assert all("Signature" in one for one in found)
    assert [word for one in found for word in one.split() if word.startswith("Person")] == [
        f"Person{at:03}" for at in range(90)
    ]


def test_a_list_of_nobody_has_rows_for_those_who_come() -> None:
    assert "Came as well" in text(sign_off_pdf(values()))


@pytest.mark.parametrize(("paper", "count"), [(Paper.A4, 21), (Paper.LETTER, 30)])
def test_labels_fill_sheet_after_sheet(paper: Paper, count: int, tmp_path: Path) -> None:
    pdf = labels_pdf(many(count + 1), "Labels", paper=paper)
    check_structure(pdf, tmp_path)
    assert [one.count("Person") for one in pages(pdf)] == [count, 1]


@pytest.mark.parametrize(("paper", "count"), [(Paper.A4, 21), (Paper.LETTER, 30)])
def test_a_half_used_sheet_is_used_up(paper: Paper, count: int) -> None:
    pdf = labels_pdf(many(3), "Labels", first=count - 1, paper=paper)
    assert [one.count("Person") for one in pages(pdf)] == [2, 1]
    kind = LABEL_SHEETS[paper]
    (_, x, y), *_ = [one for one in places(pdf) if one[0] == "Person000"]
    left, top = kind.place(count - 2, paper)
    assert left < x < left + kind.width
    assert top - kind.height < y < top


@pytest.mark.parametrize("styles", FORMS)
@pytest.mark.parametrize("paper", list(Paper))
def test_no_text_runs_over_a_label(paper: Paper, styles: Styles) -> None:
    kind = LABEL_SHEETS[paper]
    pdf = labels_pdf(values(*[LONG] * kind.count), "Labels", paper=paper, styles=styles)
    tops = [kind.place(at, paper)[1] for at in range(0, kind.count, kind.columns)]
    for words, _, y in places(pdf):
        assert any(top - kind.height + 3 * MM < y < top - 3 * MM for top in tops), words
    for name in (LONG.name.replace(" ", "").replace("-", ""),):
        said = pages(pdf)[0].replace(" ", "").replace("\n", "").replace("-", "")
        assert said.count(name) == kind.count


@pytest.mark.parametrize("paper", list(Paper))
def test_label_sheets_are_those_that_shops_have(paper: Paper) -> None:
    kind = LABEL_SHEETS[paper]
    right = kind.left + (kind.columns - 1) * kind.pitch + kind.width
    assert abs(paper.width - right - kind.left) < 1.5 * MM
    assert abs(paper.height - 2 * kind.top - kind.rows * kind.height) < 1 * MM


def test_labels_keep_the_letters_of_a_name_as_they_are() -> None:
    hostile = replace(MEI, name="<b>{mentor}</b> [[x]]", job="")
    assert "<b>{mentor}</b> [[x]]" in text(labels_pdf(values(hostile), "Labels"))
    assert "Nurse" not in text(labels_pdf(values(hostile), "Labels"))
