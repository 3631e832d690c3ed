"""The organisation's logo on paper: where it stands, what is told of it, how often it is held."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from revmentor_desktop.documents.letter import LetterValues, letters_pdf
from revmentor_desktop.documents.packs.invited import Invited, InvitedValues
from revmentor_desktop.documents.packs.labels import labels_pdf
from revmentor_desktop.documents.packs.papers import pair_pdf, sheets_of
from revmentor_desktop.documents.packs.sign_off import sign_off_pdf
from revmentor_desktop.documents.pages import compose
from revmentor_desktop.documents.pairing_list import pairing_list_pdf
from revmentor_desktop.documents.recovery_sheet import RecoverySheetValues, recovery_sheet_pdf
from revmentor_desktop.documents.setup.papers import KEYS, setup_pdf
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.documents.styles import LARGE_PRINT, MM, Paper, Styles
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import Role
from tests.documents.logos import images_held, pictures
from tests.documents.packs_example import DAVID, MEI, pair, programme
from tests.documents.pairing_list_example import plan_pair, plan_values
from tests.documents.reading_back import pages, reader
from tests.documents.setup_example import ORGANISATION
from tests.documents.structure import tree
from tests.logo_example import striped_logo

LOGO = striped_logo()
LONG = "Mei-Lin Alexandrina Brown-Featherstonehaugh of Kirkby-under-Lyme"
MEETING = InvitedValues(
    programme=programme(), people=(Invited(name="Mei Brown", role=Role.MENTOR),)
)


def with_logo(logo: Logo | None = LOGO) -> SetupValues:
    return replace(programme(), logo=logo)


def letter(logo: Logo | None) -> bytes:
    values = LetterValues(
        title="To Mei",
        subject="Your place",
        body="Dear Mei,\n\nwelcome.",
        day=date(2027, 1, 4),
        organisation=ORGANISATION,
        logo=logo,
    )
    return letters_pdf([values], "Letters")


def recovery(logo: Logo | None) -> bytes:
    code = "-".join(["ABCDE"] * 8)
    return recovery_sheet_pdf(
        RecoverySheetValues(
            file_name="our.revmentor",
            code=code,
            made_on=date(2027, 1, 4),
            organisation=ORGANISATION,
            logo=logo,
        )
    )


def listed(logo: Logo | None) -> bytes:
    values = plan_values(pairs=(plan_pair(1),))
    return pairing_list_pdf(
        replace(values, setup=replace(values.setup, logo=logo, organisation=ORGANISATION))
    )


def signed_off(logo: Logo | None) -> bytes:
    return sign_off_pdf(replace(MEETING, programme=with_logo(logo)))


def of_pair(kind: PaperKind) -> Callable[[Logo | None], bytes]:
    return lambda logo: pair_pdf(kind, pair(programme=with_logo(logo)))


def of_setup(key: str) -> Callable[[Logo | None], bytes]:
    return lambda logo: setup_pdf(key, with_logo(logo))


PAPERS: dict[str, Callable[[Logo | None], bytes]] = {
    **{kind: of_pair(kind) for kind in PaperKind},
    **{key: of_setup(key) for key in KEYS},
    "letter": letter,
    "recovery sheet": recovery,
    "pairing list": listed,
    "sign-off list": signed_off,
}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_shows_the_logo_and_says_whose_it_is(paper: str) -> None:
    made = PAPERS[paper](LOGO)
    found = pictures(made)
    assert found[0].page == 0
    assert zlib.decompress(LOGO.colours) == found[0].pixels
    assert found[0].width / found[0].height == pytest.approx(4, abs=0.01)
    assert images_held(made) == 1
    told = [one.told for one in tree(made).find("Figure")]
    assert sum(one.startswith(ORGANISATION) for one in told) == len(found)
    assert PAPERS[paper](LOGO) == made


@pytest.mark.parametrize("paper", PAPERS)
def test_without_a_logo_there_is_none(paper: str) -> None:
    made = PAPERS[paper](None)
    assert images_held(made) == 0
    assert pictures(made) == []
    assert ORGANISATION not in [one.told for one in tree(made).find("Figure")]


@pytest.mark.parametrize("paper", PAPERS)
def test_the_words_of_a_paper_stay_as_many_pages(paper: str) -> None:
    usual, marked = pages(PAPERS[paper](None)), pages(PAPERS[paper](LOGO))
    assert len(usual) == len(marked)
    assert " ".join(" ".join(usual).split()) == " ".join(" ".join(marked).split())


def test_labels_have_no_logo() -> None:
    assert images_held(labels_pdf(replace(MEETING, programme=with_logo()), "Labels")) == 0


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("styles", [Styles(), LARGE_PRINT, Styles(in_colour=False)])
@pytest.mark.parametrize("size", [(400, 100), (200, 200), (60, 400), (1000, 50)])
def test_a_logo_of_any_shape_stands_above_the_words(
    paper: Paper, styles: Styles, size: tuple[int, int]
) -> None:
    for kind in (PaperKind.AGREEMENT, PaperKind.MENTOR_PACK, PaperKind.COVER_SHEET):
        both = replace(MEI, name=LONG), replace(DAVID, name=LONG)
        about = replace(with_logo(striped_logo(*size)), organisation=LONG)
        values = pair(programme=about, mentor=both[0], mentee=both[1])
        made = pair_pdf(kind, values, paper=paper, styles=styles)
        (shown,) = [one for one in pictures(made) if one.page == 0]
        assert shown.top < paper.height - 6 * MM
        assert shown.right == pytest.approx(paper.width - 21 * MM, abs=0.01)
        assert shown.bottom > highest_text(made) + 2


def highest_text(pdf: bytes) -> float:
    """Return how far up the letters of the first page reach, in points."""
    tops: list[float] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            tops.append(matrix[5] + size * 0.73)

    reader(pdf).pages[0].extract_text(visitor_text=visit)
    return max(tops)


def test_a_long_paper_has_it_on_its_first_page_only() -> None:
    made = pair_pdf(PaperKind.MENTOR_PACK, pair(programme=with_logo()))
    assert len(pages(made)) > 5
    assert [one.page for one in pictures(made)] == [0]


def test_a_file_of_many_pairs_holds_its_pixels_once() -> None:
    sheets = [
        sheet
        for number in range(1, 21)
        for sheet in sheets_of(
            PaperKind.AGREEMENT, pair(programme=with_logo(), reference=f"RM-{number:04}")
        )
    ]
    made = compose(sheets, title="Agreements")
    found = pictures(made)
    assert [one.page for one in found] == list(range(20))
    assert len({one.number for one in found}) == images_held(made) == 1


def test_in_black_and_white_it_is_grey() -> None:
    made = pair_pdf(
        PaperKind.AGREEMENT, pair(programme=with_logo()), styles=Styles(in_colour=False)
    )
    (shown,) = pictures(made)
    assert shown.colours == "/DeviceGray"
    assert shown.pixels == zlib.decompress(LOGO.greys)


def test_a_certificate_has_it_in_the_middle_instead_of_the_rings() -> None:
    made = pair_pdf(PaperKind.CERTIFICATES, pair(programme=with_logo()))
    for shown in pictures(made):
        assert (shown.left + shown.right) / 2 == pytest.approx(Paper.A4.width / 2, abs=0.01)
        assert shown.width > 54 * MM
    assert len(pictures(made)) == 2


def test_without_a_name_it_is_told_by_the_programme() -> None:
    made = pair_pdf(PaperKind.AGREEMENT, pair(programme=replace(with_logo(), organisation="")))
    told = [one.told for one in tree(made).find("Figure")]
    assert programme().details.name in told
