"""The sheets beside the packs say what the two need when they meet, and fill their page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pypdf.generic import ContentStream

from revmentor_desktop.documents.packs.papers import pair_pdf
from revmentor_desktop.documents.styles import LARGE_PRINT, Paper, Styles
from revmentor_desktop.domain.pair_papers import PaperKind
from tests.documents.packs_example import pair, programme
from tests.documents.reading_back import pages, reader, text
from tests.documents.structure import tree

FORMS = [Styles(), LARGE_PRINT, Styles(in_colour=False)]


def test_the_cover_sheet_says_who_gets_what_and_by_when_it_is_back() -> None:
    said = text(pair_pdf(PaperKind.COVER_SHEET, pair()))
    assert "Mei Brown Nurse, Ward 4" in said
    assert "the leader’s pack, for David" in said
    assert "by Tue 12 January 2027." in said
    assert "Sam Okoro, sam.okoro@harbourcare.example" in said


def test_a_cover_sheet_says_nothing_of_what_is_not_known() -> None:
    bare = replace(programme(letter__sender="", letter__contact=""), duties=())
    said = text(pair_pdf(PaperKind.COVER_SHEET, pair(programme=bare)))
    assert "back to the organiser." in said
    assert "before you meet, too." in said


def test_each_session_has_a_sheet_with_its_questions() -> None:
    found = pages(pair_pdf(PaperKind.SESSION_SHEETS, pair()))
    assert len(found) == 6
    assert all(f"Session {at}: " in one for at, one in enumerate(found, start=1))
    assert "What takes longer than it should, and since when?" in found[1]


def test_sessions_without_a_theme_have_sheets_all_the_same() -> None:
    about = programme()
    bare = replace(
        about,
        plan=replace(about.plan, sessions=()),
        details=replace(about.details, session_count=3),
    )
    found = pages(pair_pdf(PaperKind.SESSION_SHEETS, pair(programme=bare)))
    assert len(found) == 3
    assert "Session 2\n" in found[1]
    assert "Questions to start with" not in found[1]


def test_the_review_has_scales_that_say_what_they_are() -> None:
    found = tree(pair_pdf(PaperKind.MID_POINT_REVIEW, pair()))
    scales = [one.told for one in found.find("Figure")]
    assert len(scales) == 12
    assert set(scales) == {"5 points to mark, from “not at all” to “fully”"}


@pytest.mark.parametrize("styles", FORMS)
def test_the_points_of_a_scale_are_empty_in_every_print(styles: Styles) -> None:
    file = reader(pair_pdf(PaperKind.MID_POINT_REVIEW, pair(), styles=styles))
    for page in file.pages:
        operators = [one for _, one in ContentStream(page.get_contents(), file).operations]
        assert b"B" not in operators


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("styles", FORMS)
def test_sheets_for_a_meeting_have_a_page_or_in_large_print_two(
    paper: Paper, styles: Styles
) -> None:
    most = 2 if styles is LARGE_PRINT else 1
    for kind in (PaperKind.MID_POINT_REVIEW, PaperKind.CLOSING_SHEET):
        pdf = pair_pdf(kind, pair(), paper=paper, styles=styles)
        assert len(pages(pdf)) == 2 * most
