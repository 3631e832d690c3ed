"""Letters as drafts and pages: whole or not at all, under names that tell nothing."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.letters import FilledLetter
from revmentor_desktop.domain.participation import (
    ParticipationDetails,
    ParticipationState,
    Role,
)
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.letters.content import refusal_reasons
from revmentor_desktop.services.letters.files import (
    ReadyLetter,
    draft_names,
    odd_characters,
    pages_name,
    ready,
    write_draft,
    write_drafts,
    write_pages,
)
from revmentor_desktop.services.letters.reading import Mailing, Recipient, mailing, mailings
from revmentor_desktop.services.letters.writing import save_sender
from revmentor_desktop.services.people.reading import person_by_email
from revmentor_desktop.services.people.writing import add_person, take_part
from revmentor_desktop.services.sample import add_sample
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import person_details, stored_mentor, stored_programme
from tests.documents.reading_back import bookmarks, pages


@pytest.fixture
def found(data: DataFile) -> Mailing:
    """A refusal to two people, one of them without an address."""
    made = stored_programme(data, "Front-line voices")
    save_sender(data, made, "Dana", "")
    state = ParticipationState.REFUSED
    mei = add_person(data, person_details("Mei Brown", email="mei@harbour.example"))
    take_part(data, made, [mei], ParticipationDetails(role=Role.MENTOR, state=state))
    stored_mentor(data, made, "Zofia Adamska", state=state)
    assert person_by_email(data, "mei@harbour.example").id == mei
    return mailing(data, made, "refusal")


def letter_to(name: str, *, empty: tuple[str, ...] = ()) -> ReadyLetter:
    return ReadyLetter(Recipient(1, "mentor", name), FilledLetter("S", "B", empty))


def test_a_draft_for_each_under_the_name_of_the_person_alone(
    found: Mailing, tmp_path: Path
) -> None:
    files = run_to_end(write_drafts(ready(found, found.recipients), tmp_path / "out"))
    assert [path.name for path in files] == ["Zofia Adamska.eml", "Mei Brown.eml"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "Mei Brown.eml",
        "Zofia Adamska.eml",
    ]
    to_zofia, to_mei = (
        message_from_bytes(path.read_bytes(), policy=policy.default) for path in files
    )
    assert to_mei["To"] == "Mei Brown <mei@harbour.example>"
    assert to_zofia["To"] is None
    assert to_mei["Subject"] == "Thank you for your interest in Front-line voices"


def test_names_are_told_apart_and_fit_every_system() -> None:
    letters = [letter_to(name) for name in ("Ann Lee", "ann lee", "", "CON", "a/b:c", "x" * 300)]
    names = draft_names(letters)
    assert names[:5] == [
        "Ann Lee.eml",
        "ann lee 2.eml",
        "For everybody.eml",
        "Document CON.eml",
        "a b c.eml",
    ]
    assert len(names[5]) <= 80


def test_a_letter_with_a_gap_never_leaves(tmp_path: Path) -> None:
    gap = letter_to("Mei", empty=("sender",))
    files = run_to_end(write_drafts([gap, letter_to("Ann")], tmp_path))
    assert [path.name for path in files] == ["Ann.eml"]
    with pytest.raises(KnownError, match="letters-none"):
        run_to_end(write_drafts([gap], tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def test_one_draft_goes_where_it_was_wanted(tmp_path: Path) -> None:
    path = run_to_end(write_draft(letter_to("Ann"), tmp_path / "mine.eml"))
    assert path.read_bytes().startswith(b"X-Unsent: 1\r\n")


def test_pages_have_a_bookmark_each_and_a_name_that_tells_nothing(
    found: Mailing, tmp_path: Path
) -> None:
    assert pages_name(found) == "Letters Front-line voices.pdf"
    path = run_to_end(
        write_pages(found, ready(found, found.recipients), tmp_path / pages_name(found))
    )
    assert bookmarks(path.read_bytes()) == ["Zofia Adamska", "Mei Brown"]
    assert "Hello Zofia," in pages(path.read_bytes())[0]


def test_what_cannot_be_printed_is_named(found: Mailing) -> None:
    letter = ReadyLetter(Recipient(1, "mentor", "李"), FilledLetter("S", "Hello 李 and 李,"))
    assert odd_characters(found, letter) == "李"
    assert odd_characters(found, letter_to("Ann")) == ""


def test_a_short_letter_is_a_link_and_a_long_one_is_not() -> None:
    assert (letter_to("Ann").link or "").startswith("mailto:")
    long = ReadyLetter(Recipient(1, "mentor", "Ann"), FilledLetter("S", "word " * 500))
    assert long.link is None


def test_every_letter_that_comes_with_the_program_fits_a_link(data: DataFile) -> None:
    made = add_sample(data)
    save_sender(data, made, "Dana Whitfield, People team", "dana.whitfield@harbour-care.example")
    for one in mailings(data, made):
        for variant in one.letter.texts:
            to = Recipient(
                1,
                variant,
                "Zofia Adamska",
                "zofia.adamska@harbour-care.example",
                "Zofia",
                "David Price",
                max(refusal_reasons().values(), key=len),
            )
            assert ready(one, [to])[0].link
