"""The window leads to letters from anywhere, and keeps what was typed when it closes."""

from __future__ import annotations

import pytest

from revmentor_desktop.services.letters.reading import mailing
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.letters.page import LettersPage
from tests.ui.stage import PASSPHRASE, Stage


@pytest.fixture
def sample(stage: Stage) -> Stage:
    """A window with the sample programme."""
    from revmentor_desktop.services import vault

    path = stage.paths.data / "Voices.revmentor"
    stage.shell.attach(vault.create(path, PASSPHRASE, stage.paths))
    stage.do("load-sample")
    return stage


def letters_page(stage: Stage) -> LettersPage:
    page = stage.page
    assert isinstance(page, LettersPage)
    return page


def test_a_letter_is_opened_by_its_key_from_any_page(sample: Stage) -> None:
    sample.context.requested.emit("write-letter:thank-you")
    assert letters_page(sample).sheet.title.text() == "Thank-you"
    sample.do("show:home")
    sample.do("write-letter:refusal")
    assert letters_page(sample).sheet.title.text() == "Kind refusal"


def test_a_letter_to_some_people_has_only_them_ticked(sample: Stage) -> None:
    sample.do("write-letter:acceptance")
    sheet = letters_page(sample).sheet
    everybody = sheet.recipients.everybody
    assert len(sheet.recipients.ticked) == len(everybody) > 2
    wanted = [everybody[1], everybody[3]]
    sample.do("show:applications")
    sample.do(f"write-letter:acceptance:{wanted[1].id},{wanted[0].id},999")
    assert sheet.recipients.ticked == wanted
    assert sheet.recipient == wanted[0]


def test_the_calendar_leads_to_a_paper(sample: Stage) -> None:
    sample.do("show:letters")
    letters_page(sample).calendar.paper_wanted.emit("explainer")
    assert sample.shell.current_page is sample.shell.page("documents")


def test_closing_the_data_file_keeps_what_was_just_typed(sample: Stage) -> None:
    sample.do("write-letter:acceptance")
    page, data = letters_page(sample), sample.context.data
    programme_id = sample.context.programme_id
    assert programme_id is not None
    page.sheet.editor.body.setFocus()
    page.sheet.editor.body.setPlainText("Just typed.")
    variant = page.sheet.recipient.variant
    sample.shell.forget_file()
    assert mailing(data, programme_id, "acceptance").text(variant).body == "Just typed."
    data.close()


def test_the_letter_that_goes_with_packs_leaves_from_documents(sample: Stage) -> None:
    sample.do("write-letter:pack")
    page = letters_page(sample)
    assert page.draft_button.text() == "Go to Documents"
    sample.press(page.draft_button)
    assert isinstance(sample.page, DocumentsPage)
