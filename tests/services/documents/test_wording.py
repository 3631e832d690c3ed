"""Packs and sheets are worded by the officer; the originals stay, and only changes are kept."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from revmentor_desktop.documents.packs.blanks import BLANKS
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.letters import LetterText
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.wording_slips import SlipKind
from revmentor_desktop.services.documents.event_papers import SignOffList, invited
from revmentor_desktop.services.documents.issued import issued_pair_papers, record_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.paper_run import PaperRun
from revmentor_desktop.services.documents.placeholders import placeholders
from revmentor_desktop.services.documents.setup_papers import programme_values
from revmentor_desktop.services.documents.wording import (
    EditedDocument,
    Wording,
    cleaned,
    documents,
    save_wording,
    sections,
    wording_preview,
)
from revmentor_desktop.services.documents.wording_check import (
    problem_words,
    programme_wording_problems,
    run_wording_problems,
    wording_problems,
)
from revmentor_desktop.services.documents.wording_files import files, original_of
from revmentor_desktop.services.letters.writing import save_text
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.role_names import role_names
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.resources import resource
from tests.builders import stored_pair, stored_programme
from tests.documents.reading_back import text as text_of
from tests.services.documents.worded import section, word


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme with a pair."""
    made = stored_programme(data, "Front-line voices 2027")
    stored_pair(data, made, "Mei Brown", "David Price")
    return made


def document(data: DataFile, programme: int, file: str) -> EditedDocument:
    return next(one for one in documents(data, programme) if one.file == file)


def papers(data: DataFile, programme: int, *kinds: PaperKind) -> list[PairPaper]:
    return pair_papers(data, programme, kinds or list(PaperKind))


# ---------------------------------------------------------------------------------------- reading


def test_every_document_is_there_with_the_program_s_name(data: DataFile, programme: int) -> None:
    found = documents(data, programme)
    assert [one.file for one in found] == list(files())
    assert found[0].name == "Mentor’s pack"
    assert not any(one.differs for one in found)


def test_sections_stand_as_they_do_on_paper(data: DataFile, programme: int) -> None:
    keys = [one.key for one in document(data, programme, "cover").sections]
    assert keys == [
        "kind",
        "title",
        "subtitle",
        "inside",
        "what-to-do",
        "questions",
        "astray",
        "foot",
    ]


def test_short_words_stand_beneath_the_section_that_they_are_of(
    data: DataFile, programme: int
) -> None:
    found = document(data, programme, "sponsor-brief").sections
    keys = [one.key for one in found]
    at = keys.index("agreed")
    assert keys[at : at + 3] == ["agreed", "agreed_on", "asks"]
    assert [one.is_within for one in found[at : at + 3]] == [False, True, False]
    assert keys[-1] == "foot"
    assert not found[-1].is_within
    drive = [one for one in document(data, programme, "agreement").sections if "." in one.key]
    assert all(one.is_within for one in drive if one.key.partition(".")[0] in {"limits", "notes"})


def test_the_lines_of_an_original_are_not_broken(data: DataFile, programme: int) -> None:
    body = section(data, programme, "cover", "what-to-do").original.body
    assert len(body.splitlines()) == 3


def test_no_original_changes_by_being_stored() -> None:
    for file in files():
        for one in sections(file, {}):
            assert cleaned(one.original) == one.original


# --------------------------------------------------------------------------------------- changing


def test_a_change_stands_on_the_paper_and_is_one_step(data: DataFile, programme: int) -> None:
    with data.words("Word it"):
        word(data, programme, "mentor", "rapport", heading="Talking", body="Just **talk**, {you}.")
    assert document(data, programme, "mentor").differs
    assert section(data, programme, "mentor", "rapport").differs
    assert not section(data, programme, "mentor", "asking").differs
    pages = wording_preview(data, programme, "mentor")
    assert pages is not None
    assert "Just talk, Robin." in text_of(pages)
    assert data.undo_words == "Word it"
    data.undo()
    assert not document(data, programme, "mentor").differs


@pytest.mark.parametrize("key", ["title", "kind", "subtitle", "foot"])
def test_the_lines_around_the_text_can_be_worded(data: DataFile, programme: int, key: str) -> None:
    word(data, programme, "cover", key, heading="Quite our own")
    pages = wording_preview(data, programme, "cover")
    assert pages is not None
    assert "quite our own" in text_of(pages).casefold()


def test_words_for_both_packs_stand_in_both(data: DataFile, programme: int) -> None:
    word(data, programme, "shared", "stuck", heading="Stuck?")
    for paper in papers(data, programme, PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK):
        assert "Stuck?" in text_of(paper.pdf())


def test_only_what_differs_is_kept(data: DataFile, programme: int) -> None:
    found = section(data, programme, "mentor", "rapport")
    word(data, programme, "mentor", "rapport", heading="Talking")
    assert list(plan(data, programme).words) == ["document.mentor.rapport.heading"]
    save_wording(data, programme, found, found.original)
    assert plan(data, programme).words == {}


def test_nothing_is_stored_where_nothing_changed(data: DataFile, programme: int) -> None:
    found = section(data, programme, "mentor", "rapport")
    with data.words("Nothing"):
        save_wording(data, programme, found, found.now)
    assert data.undo_words != "Nothing"


def test_an_emptied_section_stays_empty_when_a_letter_is_worded(
    data: DataFile, programme: int
) -> None:
    word(data, programme, "mentor", "rapport", body=" ")
    save_text(data, programme, "invitation", "mentor", LetterText(subject="Come", body="Do"))
    now = section(data, programme, "mentor", "rapport")
    assert now.now.body == ""
    assert [one.kind for one in now.slips] == [SlipKind.NO_TEXT]


def test_a_section_without_text_is_left_out_with_its_number(data: DataFile, programme: int) -> None:
    heading = section(data, programme, "mentor", "rapport").now.heading
    word(data, programme, "mentor", "rapport", body="")
    pages = wording_preview(data, programme, "mentor")
    assert pages is not None
    assert heading not in text_of(pages)


def test_what_is_too_long_is_refused(data: DataFile, programme: int) -> None:
    with pytest.raises(KnownError, match="text-too-long"):
        word(data, programme, "mentor", "rapport", body="x" * 5_001)


def test_a_programme_that_is_gone_is_told(data: DataFile) -> None:
    with pytest.raises(KnownError, match="programme-gone"):
        documents(data, 7)


def test_papers_that_left_have_an_old_wording_after_a_change(
    data: DataFile, programme: int
) -> None:
    made = papers(data, programme, PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)
    record_pair_papers(data, programme, made)
    word(data, programme, "mentor", "rapport", heading="Talking")
    now = papers(data, programme, PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)
    old = {kind: one.is_old for (_, kind), one in issued_pair_papers(data, programme, now).items()}
    assert old == {PaperKind.MENTOR_PACK: True, PaperKind.LEADER_PACK: False}


@pytest.mark.parametrize(
    ("file", "key", "words"),
    [
        ("explainer", "promise", {"body": "### First\n\n- A\n- B\n\nThen **more**."}),
        ("call-leader", "takes", {"heading": "What you need"}),
        ("form", "interests", {"heading": "What I enjoy"}),
        ("plan", "people", {"heading": "Who is in it"}),
        ("risk-assessment", "risk-token", {"body": "It has an effect."}),
        ("shared", "whom_to_call", {"heading": "Who helps"}),
    ],
)
def test_a_change_of_any_paper_stands_on_it_and_goes_back(
    data: DataFile, programme: int, file: str, key: str, words: dict[str, str]
) -> None:
    found = section(data, programme, file, key)
    word(data, programme, file, key, **words)
    assert document(data, programme, file).differs
    pages = wording_preview(data, programme, file)
    assert pages is not None
    said = text_of(pages).casefold()
    for line in "".join(words.values()).replace("*", "").split("\n"):
        assert line.strip("#- ").casefold() in said
    save_wording(data, programme, section(data, programme, file, key), found.original)
    assert plan(data, programme).words == {}


def test_what_is_said_within_placeholders_is_worded_for_every_paper(
    data: DataFile, programme: int
) -> None:
    word(data, programme, "phrases", "end_freely", heading="whenever you like")
    word(data, programme, "phrases", "the_mentor", heading="our {mentor}, {programme}")
    for file in ("explainer", "shared", "phrases"):
        pages = wording_preview(data, programme, file)
        assert pages is not None
        assert "whenever you like" in text_of(pages)
    assert told(papers(data, programme, PaperKind.MENTOR_PACK)) == [
        ("Words within placeholders", "the_mentor", SlipKind.UNKNOWN, "programme")
    ]


def test_titles_of_columns_are_one_line_and_never_too_few(data: DataFile, programme: int) -> None:
    assert section(data, programme, "plan", "dates_titles").now.heading == (
        "When | What | What is due"
    )
    word(data, programme, "plan", "dates_titles", heading="Day | Which | So | Too many")
    assert plan_paper(data, programme).several("dates_titles") == ["Day", "Which", "So"]
    word(data, programme, "plan", "dates_titles", heading="Day")
    assert plan_paper(data, programme).several("dates_titles") == ["Day", "", ""]
    assert wording_preview(data, programme, "plan")


def plan_paper(data: DataFile, programme: int) -> PaperWords:
    return PaperWords("plan", {}, plan(data, programme).words)


def test_every_table_of_short_words_is_of_a_section() -> None:
    for file in files():
        text = original_of(file)
        assert set(text.parts) <= set(text.sections), file


def test_no_two_documents_go_by_one_name() -> None:
    there = [path.stem for path in resource("content").glob("pa[cp]*/*.md")]
    assert sorted(there) == sorted(files())


# ---------------------------------------------------------------------------------------- preview


def test_the_preview_shows_the_pair_that_is_looked_at(data: DataFile, programme: int) -> None:
    (pair,) = {one.pair.id for one in papers(data, programme, PaperKind.AGREEMENT)}
    theirs = wording_preview(data, programme, "mentor", pair)
    assert theirs is not None
    assert "Mei" in text_of(theirs)


def test_every_document_can_be_seen(data: DataFile, programme: int) -> None:
    for file in files():
        assert wording_preview(data, programme, file)


def test_the_pairing_list_is_not_seen_without_a_pair(data: DataFile) -> None:
    alone = stored_programme(data, "Nobody yet")
    assert wording_preview(data, alone, "pairing-list") is None
    assert wording_preview(data, alone, "explainer")


# ------------------------------------------------------------------------------------- the check


def told(made: Sequence[PairPaper]) -> list[tuple[str, str, SlipKind, str]]:
    return [
        (one.document, one.section.key, one.slip.kind, one.slip.word)
        for one in wording_problems(made)
    ]


def test_the_originals_leave_nothing_to_tell(data: DataFile, programme: int) -> None:
    assert told(papers(data, programme)) == []


def test_what_is_wrong_is_told_by_document_and_section(data: DataFile, programme: int) -> None:
    word(data, programme, "mentor", "rapport", body="Dear {yuo}, **look")
    word(data, programme, "leader", "time", body="")
    assert told(papers(data, programme)) == [
        ("Mentor’s pack", "rapport", SlipKind.UNKNOWN, "yuo"),
        ("Mentor’s pack", "rapport", SlipKind.BOLD, "**"),
        ("Leader’s pack", "time", SlipKind.NO_TEXT, ""),
    ]
    assert told(papers(data, programme, PaperKind.COVER_SHEET)) == []


def test_a_placeholder_of_which_nothing_is_known_is_told(data: DataFile, programme: int) -> None:
    word(data, programme, "shared", "stuck", body="Ask {concern_contact}[[ or {sponsor}]].")
    made = papers(data, programme, PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)
    assert told(made) == [
        ("Pages that both packs share", "stuck", SlipKind.NOTHING_KNOWN, "concern_contact")
    ]


def test_placeholders_that_may_be_empty_are_no_gap(data: DataFile, programme: int) -> None:
    word(data, programme, "session-sheet", "today", body="About {theme}")
    assert told(papers(data, programme, PaperKind.SESSION_SHEETS)) == []


def test_only_the_clauses_that_stand_are_looked_at(data: DataFile, programme: int) -> None:
    word(data, programme, "agreement", "end-talk", body="Dear {nobody}")
    assert told(papers(data, programme, PaperKind.AGREEMENT)) == []
    word(data, programme, "agreement", "end", body="Dear {nobody}")
    assert told(papers(data, programme, PaperKind.AGREEMENT)) == [
        ("Mentoring agreement", "end", SlipKind.UNKNOWN, "nobody")
    ]


def test_every_blank_can_be_filled(data: DataFile, programme: int) -> None:
    body = " ".join(f"[[{{{name}}}]]" for name in sorted(BLANKS))
    found = section(data, programme, "closing", "thanks")
    save_wording(data, programme, found, Wording(found.now.heading, body))
    assert told(papers(data, programme, PaperKind.CLOSING_SHEET)) == []


def told_of_all(data: DataFile, programme: int, *keys: str) -> list[tuple[str, str, SlipKind]]:
    about = programme_values(data, programme)
    return [
        (one.document, one.section.key, one.slip.kind)
        for one in programme_wording_problems(about, keys)
    ]


def test_the_originals_of_a_programme_s_papers_leave_nothing_to_tell(
    data: DataFile, programme: int
) -> None:
    assert told_of_all(data, programme, *files(), "labels") == []


def test_papers_that_are_for_no_pair_are_looked_over_too(data: DataFile, programme: int) -> None:
    word(data, programme, "explainer", "join", body="Ask {concern_contact}, {partner}")
    word(data, programme, "form", "consent", body="")
    word(data, programme, "sign-off", "says", body="I, {you}, was there.")
    word(data, programme, "pairing-list", "broken_some", heading="{count} pairs, {day}")
    assert told_of_all(data, programme, "explainer") == [
        ("Explainer", "join", SlipKind.UNKNOWN),
        ("Explainer", "join", SlipKind.NOTHING_KNOWN),
    ]
    assert told_of_all(data, programme, "call-mentor", "call-leader") == [
        ("Application form of both calls", "consent", SlipKind.NO_TEXT)
    ]
    assert told_of_all(data, programme, "sign-off") == [
        ("Sign-off list", "says", SlipKind.NOTHING_KNOWN)
    ]
    assert told_of_all(data, programme, "pairing-list", "plan", "labels") == []


def test_a_run_is_looked_over_with_its_lists(data: DataFile, programme: int) -> None:
    word(data, programme, "sign-off", "says", body="I was {there}.")
    run = PaperRun([], sign_off=SignOffList(invited(data, programme)))
    found = run_wording_problems(run)
    assert problem_words(found, placeholders(role_names(data, programme))) == (
        "Sign-off list, “What a signature says”: There is no placeholder {there}"
    )
