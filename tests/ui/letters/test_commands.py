"""Letters leave as drafts, text, PDF and print; what is asked first, and what is said."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.letters import LetterText
from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.services.documents.paper_format import SHEET_KEY
from revmentor_desktop.services.letters.writing import save_sender, save_text
from revmentor_desktop.services.people.reading import person
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.letters.page import LettersPage
from revmentor_desktop.ui.widgets.notices import Notice
from tests.builders import stored_mentor
from tests.documents.reading_back import bookmarks, pages, reader
from tests.fakes import FakeLinks, FakePrompts
from tests.ui.stage import settle

WORDS = frozenset({"plan_section"})


def word(context: Context, programme: int, subject: str, body: str) -> None:
    """Word the invitation to mentors."""
    text = LetterText(subject=subject, body=body)
    save_text(context.data, programme, "invitation", "mentor", text)
    context.announce(WORDS)


def only(page: LettersPage, row: int) -> None:
    page.sheet.recipients.tick_all(False)
    page.sheet.recipients.tick([row], True)


def test_one_short_letter_opens_in_the_mail_program(
    page: LettersPage,
    context: Context,
    programme: int,
    links: FakeLinks,
    prompts: FakePrompts,
    notices: list[Notice],
) -> None:
    word(context, programme, "A & B?", "Hello {first_name},\n\nsee you.")
    only(page, 1)
    page.draft_button.click()
    (link,) = links.mails
    assert link.startswith("mailto:mei@harbour.example?")
    assert parse_qs(urlsplit(link).query) == {
        "subject": ["A & B?"],
        "body": ["Hello Mei,\r\n\r\nsee you."],
    }
    assert prompts.said == []
    assert notices[-1].text == "Opened in your mail program: the letter to Mei Brown"


@pytest.mark.parametrize("why", ["too long", "no mail program"])
def test_one_letter_that_is_no_link_becomes_a_file_that_is_opened(
    page: LettersPage,
    context: Context,
    programme: int,
    links: FakeLinks,
    prompts: FakePrompts,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
    why: str,
) -> None:
    links.answers = why != "no mail program"
    word(context, programme, "S", "word " * (600 if why == "too long" else 3))
    only(page, 1)
    prompts.path = tmp_path / "Mei Brown.eml"
    page.draft_button.click()
    settle(context.jobs, qtbot)
    assert bool(links.mails) is (why == "no mail program")
    assert links.paths == [tmp_path / "Mei Brown.eml"]
    message = message_from_bytes(prompts.path.read_bytes(), policy=policy.default)
    assert message["To"] == "Mei Brown <mei@harbour.example>"
    assert notices[-1].verb == "Open folder"
    assert notices[-1].action is not None
    notices[-1].action()
    assert links.paths[-1] == tmp_path


def test_several_become_a_folder_of_drafts_that_is_opened(
    page: LettersPage,
    context: Context,
    links: FakeLinks,
    prompts: FakePrompts,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.path = tmp_path / "drafts"
    page.draft_button.click()
    settle(context.jobs, qtbot)
    assert sorted(path.name for path in prompts.path.iterdir()) == [
        "Karl Meyer.eml",
        "Mei Brown.eml",
        "Zofia Adamska.eml",
    ]
    assert links.paths == [prompts.path]
    assert links.mails == []
    assert notices[-1].text.startswith(f"3 drafts are in {prompts.path}")


@pytest.mark.parametrize("answer", [True, False])
def test_older_drafts_are_replaced_only_when_that_is_wanted(
    page: LettersPage,
    context: Context,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
    answer: bool,
) -> None:
    (tmp_path / "Mei Brown.eml").write_text("older")
    prompts.path, prompts.answer = tmp_path, answer
    page.draft_button.click()
    settle(context.jobs, qtbot)
    assert prompts.said[-1] == "Replace the files?"
    assert ((tmp_path / "Mei Brown.eml").read_bytes() == b"older") is not answer


def test_nothing_happens_when_no_place_is_chosen(
    page: LettersPage, context: Context, prompts: FakePrompts, links: FakeLinks
) -> None:
    prompts.path = None
    page.draft_button.click()
    page.save_button.click()
    assert not context.jobs.busy
    assert (links.paths, links.mails) == ([], [])


def test_letters_with_gaps_are_named_and_never_leave(
    page: LettersPage,
    context: Context,
    programme: int,
    prompts: FakePrompts,
    links: FakeLinks,
    printed: list[tuple[bytes, str]],
) -> None:
    save_sender(context.data, programme, "", "")
    context.announce(WORDS)
    for one in (page.draft_button, page.save_button, page.print_button, page.sheet.copy_button):
        one.click()
    assert prompts.said == ["Something is still to fill in"] * 4
    assert "Mei Brown: Who signs (nothing known)" in prompts.sentences[0]
    assert not context.jobs.busy
    assert (links.paths, links.mails, printed) == ([], [], [])


@pytest.mark.parametrize("answer", [True, False])
def test_whole_letters_may_leave_without_those_with_gaps(
    page: LettersPage,
    context: Context,
    programme: int,
    prompts: FakePrompts,
    tmp_path: Path,
    qtbot: QtBot,
    answer: bool,
) -> None:
    word(context, programme, "S", "{oops}")
    prompts.path, prompts.answer = tmp_path / "Karl Meyer.eml", answer
    page.draft_button.click()
    settle(context.jobs, qtbot)
    assert prompts.said[0] == "Some letters have gaps"
    assert "Mei Brown: {oops} (unknown)" in prompts.sentences[0]
    assert "Karl" not in prompts.sentences[0]


def test_the_text_of_the_letter_looked_at_is_copied(
    page: LettersPage, notices: list[Notice]
) -> None:
    page.sheet.recipients_list.look_at(1)
    page.sheet.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Would you like to be a mentor? Front-line voices\n\nHello Mei,")
    assert notices[-1].text == "Copied: the letter to Mei Brown"


def test_letters_are_saved_as_one_file_with_a_bookmark_each(
    page: LettersPage,
    context: Context,
    prompts: FakePrompts,
    notices: list[Notice],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    prompts.path = tmp_path / "letters.pdf"
    page.save_button.click()
    settle(context.jobs, qtbot)
    content = prompts.path.read_bytes()
    assert bookmarks(content) == ["Zofia Adamska", "Mei Brown", "Karl Meyer"]
    assert notices[-1].text == f"Saved as {prompts.path}: 3 letters"


def test_the_ticked_letters_are_printed(
    page: LettersPage,
    context: Context,
    printed: list[tuple[bytes, str]],
    notices: list[Notice],
    qtbot: QtBot,
) -> None:
    page.sheet.recipients.tick([0], False)
    page.print_button.click()
    settle(context.jobs, qtbot)
    ((content, title),) = printed
    assert title == "Letters Front-line voices"
    assert "Hello Mei," in pages(content)[0]
    assert notices[-1].text == "Sent to the printer: 2 letters"


def test_they_are_printed_and_saved_on_the_sheet_that_was_chosen_last(
    page: LettersPage,
    context: Context,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    context.preferences.set(SHEET_KEY, "letter")
    page.print_button.click()
    settle(context.jobs, qtbot)
    prompts.path = tmp_path / "letters.pdf"
    page.save_button.click()
    settle(context.jobs, qtbot)
    for content in (printed[0][0], prompts.path.read_bytes()):
        box = reader(content).pages[0].mediabox
        assert (round(box.width), round(box.height)) == (612, 792)


@pytest.mark.parametrize("answer", [True, False])
def test_what_cannot_be_printed_is_named_first(
    page: LettersPage,
    context: Context,
    data: DataFile,
    programme: int,
    prompts: FakePrompts,
    printed: list[tuple[bytes, str]],
    qtbot: QtBot,
    answer: bool,
) -> None:
    stored_mentor(data, programme, "李 Chen", state=ParticipationState.INVITED)
    context.announce(frozenset({"participation"}))
    prompts.answer = answer
    page.print_button.click()
    settle(context.jobs, qtbot)
    assert prompts.said == ["Some characters cannot be printed"]
    assert "李 Chen: 李" in prompts.sentences[0]
    assert bool(printed) is answer


def test_an_address_that_no_mail_program_takes_is_said(
    page: LettersPage, context: Context, programme: int, prompts: FakePrompts, links: FakeLinks
) -> None:
    word(context, programme, "S", "short")
    mei = page.sheet.recipients.everybody[1].id
    odd = replace(person(context.data, mei), email="jörg@h.example")
    save_person(context.data, mei, odd)
    context.announce(frozenset({"person"}))
    only(page, 1)
    page.draft_button.click()
    assert prompts.said == ["address-unusable"]
    assert links.mails == []
