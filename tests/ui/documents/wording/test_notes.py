"""What is said of a section: that both packs have it, that it is off, where more is worded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import PAIRS, DocumentsPage
from revmentor_desktop.ui.documents.wording.part import WordingPart
from tests.builders import stored_pair, stored_programme
from tests.ui.stage import shown


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


def test_what_both_packs_share_is_worded_in_either(
    part: WordingPart, data: DataFile, programme: int
) -> None:
    assert not part.editor.notes.isVisible()
    part.list.look_at("stuck")
    assert part.editor.notes.text().startswith("This stands in both packs")
    assert not part.editor.go.isVisible()
    part.editor.body.setPlainText("Tell the organiser.")
    part.editor.settle()
    assert plan(data, programme).words["document.shared.stuck"] == "Tell the organiser."
    assert "document.mentor.stuck" not in plan(data, programme).words
    assert "Tell the organiser." in part.preview.text()
    part.which.chosen.emit("leader")
    assert part.editor.body.toPlainText() == "Tell the organiser."
    assert part.list.current is not None
    assert part.list.current.key == "stuck"
    said = str(part.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "When it stalls or goes wrong. Own wording. Stands in both packs"


def test_what_the_focus_says_leads_to_where_it_is_worded(
    part: WordingPart, context: Context, qtbot: QtBot
) -> None:
    part.list.look_at("why-you")
    assert part.editor.notes.text() == (
        "What {Why, by the focus} says is worded in Programme settings › Purpose."
    )
    with qtbot.waitSignal(context.requested, timeout=0) as asked:
        part.editor.go.click()
    assert asked.args == ["settings:purpose"]
    part.list.look_at("asking")
    assert not part.editor.go.isVisible()


def test_a_clause_that_is_off_says_so_and_leads_to_the_choices(
    part: WordingPart, page: DocumentsPage, context: Context, qtbot: QtBot
) -> None:
    page.edit_wording("agreement", "end-talk")
    said = str(part.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.endswith("Not on the paper")
    assert part.editor.notes.text().startswith("Not on the paper")
    with qtbot.waitSignal(context.requested, timeout=0) as asked:
        part.editor.go.click()
    assert asked.args == ["settings:agreement"]


@pytest.mark.parametrize("is_wide", [False, True])
def test_the_tools_stand_in_one_row(context: Context, programme: int, is_wide: bool) -> None:
    for made in shown(DocumentsPage(context), 1400 if is_wide else 1064, 770):
        made.edit_wording("mentor", "rapport")
        editor = made.wording.editor
        places = {(one.y(), one.height()) for one in (*editor.tools.values(), editor.placeholders)}
        assert len(places) == 1


def test_documents_are_grouped_by_what_they_are_for(part: WordingPart) -> None:
    said = [part.which.itemText(row) for row in range(part.which.count())]
    assert said[:2] == ["For each pair", "Mentor’s pack"]
    assert said.index("Certificates") < said.index("For the programme") < said.index("Explainer")
    assert said[-4:] == [
        "Words of several papers",
        "Pages that both packs share",
        "Application form of both calls",
        "Words within placeholders",
    ]
    assert "Sign-off list" in said[said.index("For the programme") :]


def test_the_page_says_what_wording_is_for(page: DocumentsPage) -> None:
    assert page._purpose.text().startswith("What your papers say.")
    page.show_part(PAIRS)
    assert page._purpose.text().startswith("Look at papers as they will be printed")


def test_no_name_in_the_list_shows_a_sign(part: WordingPart) -> None:
    for row in range(part.which.count()):
        file = part.which.itemData(row)
        if file is not None:
            part.which.chosen.emit(file)
            said = [part.model.index(at).data() for at in range(part.model.rowCount())]
            assert said
            assert all(one.strip() for one in said)
            assert not any(sign in one for one in said for sign in ("[[", "]]", "{", "**", "__"))


def test_a_heading_of_signs_alone_goes_by_the_original(part: WordingPart) -> None:
    part.editor.heading.setPlainText("____")
    part.editor.settle()
    assert part.list.currentIndex().data() == "Finding a way to talk across ranks"
