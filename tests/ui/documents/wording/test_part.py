"""The officer words a section; it is stored a moment later and stands on the page beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Stage
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import PAIRS, WORDING, DocumentsPage
from revmentor_desktop.ui.documents.wording.part import WordingPart
from tests.builders import stored_pair, stored_programme
from tests.fakes import FakePrompts
from tests.ui.stage import settle, shown

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def programme(data: DataFile, context: Context) -> int:
    """A programme with a pair that the context looks at."""
    made = stored_programme(data, "Front-line voices 2027")
    stored_pair(data, made, "Mei Brown", "David Price")
    context.choose_programme(made)
    return made


@pytest.fixture
def page(context: Context, programme: int) -> Iterator[DocumentsPage]:
    """The page with the mentor's pack worded."""
    for made in shown(DocumentsPage(context), 1040, 760):
        made.edit_wording("mentor", "rapport")
        yield made


@pytest.fixture
def part(page: DocumentsPage) -> WordingPart:
    """The part of the page in which wording is edited."""
    return page.wording


def changed(data: DataFile, programme: int) -> dict[str, str]:
    return {
        key: words
        for key, words in plan(data, programme).words.items()
        if key.startswith("document.")
    }


def type_body(part: WordingPart, words: str) -> None:
    """Let the text say this, as if it were typed."""
    part.editor.body.selectAll()
    part.editor.body.insertPlainText(words)


def said_on_paper(part: WordingPart) -> str:
    return " ".join(part.preview.text().split())


def test_a_section_is_shown_with_the_names_of_placeholders(part: WordingPart) -> None:
    part.list.look_at("what-it-is")
    assert part.editor.name.text() == "What this is, and what it is not"
    assert "{Partner’s first name} brings questions" in part.editor.body.toPlainText()
    assert not part.editor.restore.isVisible()
    assert not part.editor.own.isVisible()


def test_what_is_typed_is_stored_after_a_pause_as_one_step(
    part: WordingPart, context: Context, data: DataFile, programme: int, qtbot: QtBot
) -> None:
    type_body(part, "Talk to {Leader's first name}, {Partner’s first name}.")
    assert changed(data, programme) == {}
    with qtbot.waitSignal(context.changed, timeout=5_000):
        pass
    words = "Talk to {leader_first}, {partner}."
    assert changed(data, programme) == {"document.mentor.rapport": words}
    assert data.undo_words == "Word “Finding a way to talk across ranks”"
    assert "Talk to David, David." in said_on_paper(part)
    assert part.editor.restore.isVisible()
    assert part.editor.body.toPlainText().startswith("Talk to {Leader's first name}")


def test_undo_brings_back_what_stood_there(part: WordingPart, context: Context) -> None:
    before = part.editor.body.toPlainText()
    type_body(part, "Talk.")
    part.editor.settle()
    context.undo()
    assert part.editor.body.toPlainText() == before
    assert not part.editor.own.isVisible()
    context.redo()
    assert part.editor.body.toPlainText() == "Talk."


def test_back_to_the_original_is_one_step(
    part: WordingPart, context: Context, data: DataFile, programme: int
) -> None:
    before = part.editor.body.toPlainText()
    type_body(part, "Talk.")
    part.editor.settle()
    part.editor.restore.click()
    assert changed(data, programme) == {}
    assert part.editor.body.toPlainText() == before
    assert data.undo_words == "Take “Finding a way to talk across ranks” back to the original"
    context.undo()
    assert part.editor.body.toPlainText() == "Talk."


@pytest.mark.parametrize("way", ["section", "document", "part", "hide"])
def test_nothing_typed_is_lost_by_going_elsewhere(
    part: WordingPart, page: DocumentsPage, data: DataFile, programme: int, way: str
) -> None:
    type_body(part, "Talk.")
    match way:
        case "section":
            part.list.look_at("asking")
        case "document":
            part.which.put("leader")
            part.which.chosen.emit("leader")
        case "part":
            page.show_part(PAIRS)
        case "hide":
            page.hide()
    assert changed(data, programme) == {"document.mentor.rapport": "Talk."}


def test_what_was_typed_stays_with_its_programme(
    part: WordingPart, context: Context, data: DataFile, programme: int
) -> None:
    other = stored_programme(data, "Another one")
    type_body(part, "Talk.")
    context.choose_programme(other)
    assert changed(data, programme) == {"document.mentor.rapport": "Talk."}
    assert changed(data, other) == {}
    assert part.editor.body.toPlainText() != "Talk."


def test_typing_on_is_not_disturbed_by_what_was_stored(
    part: WordingPart, data: DataFile, programme: int
) -> None:
    type_body(part, "Talk  ")
    part.editor.settle()
    part.editor.body.insertPlainText("on")
    assert part.editor.body.toPlainText() == "Talk  on"
    part.editor.settle()
    assert changed(data, programme) == {"document.mentor.rapport": "Talk on"}


def test_what_is_too_long_is_told_and_not_stored(
    part: WordingPart, data: DataFile, programme: int
) -> None:
    type_body(part, "x" * 5_001)
    part.editor.settle()
    assert "at most 5,000" in part.editor.problem()
    assert changed(data, programme) == {}


def test_what_could_not_be_stored_is_there_again_when_one_comes_back(
    part: WordingPart, data: DataFile, programme: int
) -> None:
    type_body(part, "x" * 5_001)
    part.list.look_at("asking")
    assert "at most" not in part.editor.problem()
    part.list.look_at("rapport")
    assert part.editor.body.toPlainText() == "x" * 5_001
    assert "at most 5,000" in part.editor.problem()
    type_body(part, "Short.")
    part.list.look_at("asking")
    assert changed(data, programme) == {"document.mentor.rapport": "Short."}
    part.list.look_at("rapport")
    assert part.editor.body.toPlainText() == "Short."


def test_where_nothing_can_be_stored_what_is_typed_stays(
    part: WordingPart, data: DataFile, programme: int, prompts: FakePrompts
) -> None:
    before = part.editor.body.toPlainText()
    type_body(part, "Talk.")
    data.rows("PRAGMA query_only = ON")
    part.editor.settle()
    assert len(prompts.said) == 1
    part.list.look_at("asking")
    part.list.look_at("rapport")
    assert part.editor.body.toPlainText() == "Talk."
    data.rows("PRAGMA query_only = OFF")
    part.editor.restore.setVisible(True)
    part.editor.restore.click()
    assert part.editor.body.toPlainText() == before


def test_a_dot_and_a_sign_say_what_differs_and_what_is_wrong(part: WordingPart) -> None:
    type_body(part, "Dear {nobody}")
    part.editor.settle()
    index = part.list.currentIndex()
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith("Own wording. Not in order")
    assert part.editor.told() == "There is no placeholder {nobody}."
    assert part.which.currentText().endswith("•")


def test_a_line_has_no_tools_and_is_worded_alike(
    part: WordingPart, data: DataFile, programme: int
) -> None:
    part.list.look_at("title")
    assert not part.editor.body.isVisible()
    assert not part.editor.tools["list"].isVisible()
    part.editor.heading.selectAll()
    part.editor.put_in("{Reader’s full name}")
    part.editor.settle()
    assert changed(data, programme) == {"document.mentor.title": "{your_name}"}
    assert "Mei Brown" in said_on_paper(part)


@pytest.mark.parametrize(
    ("file", "key", "name", "label"),
    [
        ("plan", "dates_titles", "When | What | What is due", "Several words, with | between them"),
        ("plan", "audience_all-staff", "Everybody", "Line"),
        ("explainer", "mentor", "Mentors gain", "Heading"),
    ],
)
def test_the_short_words_of_every_paper_are_worded_here(
    page: DocumentsPage, part: WordingPart, file: str, key: str, name: str, label: str
) -> None:
    page.edit_wording(file, key)
    assert part.editor.name.text() == name
    assert part.editor._heading_field.label.text() == label


def test_a_section_without_a_heading_goes_by_how_it_begins(
    page: DocumentsPage, part: WordingPart
) -> None:
    page.edit_wording("explainer", "lead")
    assert part.editor.name.text() == "In reverse mentoring, somebody whose experience…"
    assert not part.editor.heading.isVisible()
    offered = part.editor.menu.actions()[0].text()
    assert offered != "The two people", "a paper for everybody knows nobody"


def test_the_page_follows_to_the_section(part: WordingPart) -> None:
    top = part.preview.verticalScrollBar().value()
    part.list.look_at("limits")
    assert part.preview.verticalScrollBar().value() > top
    assert part.preview.pageNavigator().currentPage() > 0


def test_without_a_pair_two_invented_people_stand_on_the_page(
    context: Context, data: DataFile
) -> None:
    context.choose_programme(stored_programme(data, "New"))
    for made in shown(DocumentsPage(context), 1040, 760):
        made.edit_wording("mentor")
        assert made.wording.list.current is not None
        assert made.wording.list.current.key == "why-you"
        assert "Robin" in said_on_paper(made.wording)
        assert made.wording._place.text().startswith("Example")


def test_pairs_are_read_again_when_they_are_seen(
    part: WordingPart, page: DocumentsPage, context: Context
) -> None:
    page.view.kinds.buttons[PaperKind.MENTOR_PACK].click()
    page.show_part(WORDING)
    type_body(part, "Quite another text.")
    part.editor.settle()
    page.show_part(PAIRS)
    assert "Quite another text." in page.view.preview.text()


def test_by_keyboard_alone(part: WordingPart, data: DataFile, programme: int) -> None:
    part.list.setFocus()
    QTest.keyClick(part.list, Qt.Key.Key_Down)
    assert part.editor.section is not None
    assert part.editor.section.key == "asking"
    part.editor.body.setFocus()
    part.editor.body.selectAll()
    QTest.keyClicks(part.editor.body, "bold")
    part.editor.body.selectAll()
    QTest.keyClick(part.editor.body, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert part.editor.body.toPlainText() == "**bold**"
    QTest.keyClick(part.editor.body, Qt.Key.Key_Tab)
    assert not part.editor.body.hasFocus()
    assert changed(data, programme) == {"document.mentor.asking": "**bold**"}


def test_enter_in_the_heading_goes_on_to_the_text(part: WordingPart) -> None:
    part.editor.heading.setFocus()
    QTest.keyClick(part.editor.heading, Qt.Key.Key_Return)
    assert "\n" not in part.editor.heading.toPlainText()
    assert not part.editor.heading.hasFocus()


# -------------------------------------------------------------------------------- before it leaves


@pytest.mark.parametrize("goes_on", [True, False])
def test_before_papers_leave_the_wording_is_looked_over(
    page: DocumentsPage, part: WordingPart, prompts: FakePrompts, goes_on: bool
) -> None:
    type_body(part, "Dear {nobody}")
    part.editor.settle()
    prompts.answer = goes_on
    save_mentor_s_pack(page)
    assert "Look at the wording first?" in prompts.said
    assert (
        "Mentor’s pack, “Finding a way to talk across ranks”: There is no placeholder {nobody}."
        in prompts.sentences[0]
    )
    assert part.isVisible() is not goes_on
    assert ("Save the paper" in prompts.said) is goes_on


def save_mentor_s_pack(page: DocumentsPage) -> None:
    page.show_part(PAIRS)
    page.view.kinds.buttons[PaperKind.MENTOR_PACK].click()
    assert page.view.paper is not None
    page.commands.save(page.view.paper)


def test_wording_in_order_needs_no_question(page: DocumentsPage, prompts: FakePrompts) -> None:
    save_mentor_s_pack(page)
    assert prompts.said == ["Save the paper"]


def test_a_pack_is_saved_for_word(
    page: DocumentsPage, prompts: FakePrompts, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show_part(PAIRS)
    page.view.kinds.buttons[PaperKind.MENTOR_PACK].click()
    prompts.path = tmp_path / "pack.docx"
    menu = page.menu()
    (save,) = [one for one in menu.actions() if one.text() == "Save this one for Word…"]
    save.trigger()
    menu.close()
    settle(context.jobs, qtbot)
    assert prompts.path.read_bytes().startswith(b"PK")
    stands = page.model.row(0).standings
    assert stands[PaperKind.MENTOR_PACK].stage is Stage.PRINTED
    assert stands[PaperKind.LEADER_PACK].stage is Stage.NOT_MADE


def test_the_menu_of_a_paper_leads_to_its_wording(page: DocumentsPage, part: WordingPart) -> None:
    page.show_part(PAIRS)
    page.view.kinds.buttons[PaperKind.LEADER_PACK].click()
    menu = page.menu()
    (edit,) = [one for one in menu.actions() if one.text() == "Edit wording…"]
    edit.trigger()
    menu.close()
    assert part.isVisible()
    assert part.which.key == "leader"
