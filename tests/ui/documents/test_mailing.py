"""Who gets what is checked, then drafts open or are written; what was sent is noted when told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.services.documents.issued import issued_pair_papers
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.tracking import marks
from revmentor_desktop.services.documents.wording import Wording, save_wording, sections
from revmentor_desktop.services.letters.writing import save_sender
from revmentor_desktop.services.people.reading import participants, person
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.mailing.dialog import MailingDialog
from revmentor_desktop.ui.documents.mailing.model import Column
from revmentor_desktop.ui.documents.model import Column as PageColumn
from revmentor_desktop.ui.documents.page import DocumentsPage
from tests.fakes import FakeLinks, FakePrompts
from tests.ui.stage import settle

PACKS = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)
Check = Callable[[MailingDialog], None]


@pytest.fixture(autouse=True)
def signed(context: Context, programme: int) -> None:
    """Everybody has an address but the last leader, and the letters are signed."""
    data = context.data
    save_sender(data, programme, "Dana Whitfield", "")
    for one in participants(data, programme):
        if one.person.full_name != "Ann Ŵyn":
            email = f"{one.person.first_name.lower()}@harbour.example"
            save_person(data, one.person.id, replace(person(data, one.person.id), email=email))


@pytest.fixture
def links(context: Context) -> FakeLinks:
    """The door to other programs, which opens nothing."""
    context.links = made = FakeLinks()
    return made


@pytest.fixture
def checked(
    page: DocumentsPage,
    context: Context,
    links: FakeLinks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Check], MailingDialog]:
    """Ask for e-mails on the page; what is given does the checking in the dialog."""
    seen: list[MailingDialog] = []

    def ask(check: Check) -> MailingDialog:
        def answer(dialog: MailingDialog) -> int:
            seen.append(dialog)
            dialog.show()
            check(dialog)
            settle(context.jobs, qtbot)
            dialog.close()
            return 0

        monkeypatch.setattr(MailingDialog, "exec", answer)
        monkeypatch.setattr(MailingDialog, "deleteLater", lambda _: None)
        page.mail_button.click()
        return seen[-1]

    return ask


def shown(dialog: MailingDialog, column: Column) -> list[str]:
    model = dialog.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def issued(context: Context, programme: int) -> set[tuple[int, PaperKind]]:
    kinds = [*PACKS, PaperKind.AGREEMENT]
    papers = pair_papers(context.data, programme, kinds)
    return set(issued_pair_papers(context.data, programme, papers))


def test_the_list_says_who_gets_what_and_what_is_wrong(
    checked: Callable[[Check], MailingDialog],
) -> None:
    dialog = checked(lambda _: None)
    assert shown(dialog, Column.PERSON) == [
        "Mei Brown, mentor",
        "David Price, leader",
        "Zofia Adamska, mentor",
        "Karl Meyer, leader",
        "Idris Bello, mentor",
        "Ann Ŵyn, leader",
    ]
    assert shown(dialog, Column.ADDRESS)[-2:] == ["idris@harbour.example", "–"]
    assert shown(dialog, Column.ATTACHED)[:2] == ["Mentor’s pack", "Leader’s pack"]
    assert shown(dialog, Column.PAIR)[:3] == ["RM-0001", "RM-0001", "RM-0002"]
    assert shown(dialog, Column.CHECK) == [*["Ready"] * 5, "No e-mail address"]
    assert dialog.tick_all.text() == "5 of 6 chosen"
    assert dialog.make_button.text() == "Make 5 drafts…"
    assert "Mei Brown mentor" in dialog.about.text()
    assert dialog.problem == ""


def test_only_the_ticked_pairs_are_on_it(
    page: DocumentsPage, checked: Callable[[Check], MailingDialog]
) -> None:
    page.model.tick([0, 2], False)
    assert set(shown(checked(lambda _: None), Column.PAIR)) == {"RM-0002"}
    page.model.tick_all(False)
    assert not page.mail_button.isEnabled()


def test_many_become_files_in_a_folder(
    checked: Callable[[Check], MailingDialog],
    context: Context,
    programme: int,
    prompts: FakePrompts,
    links: FakeLinks,
    tmp_path: Path,
) -> None:
    prompts.path = tmp_path / "drafts"

    def check(dialog: MailingDialog) -> None:
        dialog.agreement.click()
        assert shown(dialog, Column.ATTACHED)[0] == "Mentor’s pack, Agreement"
        dialog.model.tick([2, 3], False)
        dialog.make_button.click()

    dialog = checked(check)
    names = sorted(path.name for path in (tmp_path / "drafts").iterdir())
    assert names == ["David Price RM-0001.eml", "Idris Bello RM-0003.eml", "Mei Brown RM-0001.eml"]
    assert links.paths == [tmp_path / "drafts"]
    assert dialog.said.text().startswith("3 drafts are in ")
    assert dialog.close_button.text() == "Close"
    assert {pair for pair, _ in issued(context, programme)} == {1, 3}
    assert marks(context.data, programme) == {}


def test_one_opens_in_the_mail_program_from_a_private_folder(
    checked: Callable[[Check], MailingDialog],
    context: Context,
    programme: int,
    links: FakeLinks,
    tmp_path: Path,
) -> None:
    def check(dialog: MailingDialog) -> None:
        dialog.model.tick(range(6), False)
        dialog.model.tick([3], True)
        assert dialog.make_button.text() == "Open the draft"
        dialog.make_button.click()

    dialog = checked(check)
    (path,) = links.paths
    assert path.is_relative_to(tmp_path / "open")
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert message["To"] == "Karl Meyer <karl@harbour.example>"
    assert issued(context, programme) == {(2, PaperKind.LEADER_PACK)}
    assert "Karl Meyer" in dialog.said.text()
    dialog.folder_button.click()
    assert links.paths[-1] == path.parent


def test_where_no_mail_program_answers_nothing_has_left(
    checked: Callable[[Check], MailingDialog],
    context: Context,
    programme: int,
    links: FakeLinks,
    prompts: FakePrompts,
    tmp_path: Path,
) -> None:
    links.answers = False
    prompts.path = tmp_path

    def check(dialog: MailingDialog) -> None:
        dialog.model.tick(range(1, 6), False)
        (dialog.make_button if links.answers is False else dialog.save_button).click()

    dialog = checked(check)
    assert prompts.said == ["No mail program answered"]
    assert issued(context, programme) == set()
    assert dialog.sent_button.isHidden()
    links.answers = True
    checked(check)
    assert (tmp_path / "Mei Brown RM-0001.eml").exists()
    assert issued(context, programme) == {(1, PaperKind.MENTOR_PACK)}


def test_they_are_sent_when_the_officer_says_so_and_that_is_one_step(
    page: DocumentsPage,
    checked: Callable[[Check], MailingDialog],
    context: Context,
    programme: int,
    prompts: FakePrompts,
    tmp_path: Path,
) -> None:
    prompts.path = tmp_path
    dialog = checked(lambda one: one.make_button.click())
    before = page.model.index(0, PageColumn.MENTOR_PACK).data()
    assert before.startswith("Printed")
    dialog.sent_button.click()
    assert dialog.said.text() == "Noted as sent today: 5 papers"
    assert dialog.sent_button.isHidden()
    found = marks(context.data, programme)
    assert len(found) == 5
    assert {mark for one in found.values() for mark in one} == {Mark.SENT}
    assert (3, PaperKind.LEADER_PACK) not in found
    context.undo()
    assert marks(context.data, programme) == {}


def test_a_letter_with_a_gap_is_worded_first(
    checked: Callable[[Check], MailingDialog], context: Context, programme: int
) -> None:
    save_sender(context.data, programme, "", "")
    wanted: list[str] = []
    context.requested.connect(wanted.append)
    dialog = checked(lambda one: one.letter_button.click())
    assert "has a gap" in dialog.problem
    assert not dialog.make_button.isEnabled()
    assert not dialog.tick_all.isEnabled()
    assert wanted == ["write-letter:pack"]


def test_characters_that_cannot_be_printed_are_told_before(
    checked: Callable[[Check], MailingDialog],
    context: Context,
    programme: int,
    prompts: FakePrompts,
    tmp_path: Path,
) -> None:
    data = context.data
    (mei,) = (one for one in participants(data, programme) if one.person.first_name == "Mei")
    save_person(data, mei.person.id, replace(person(data, mei.person.id), first_name="Mei \u13a0"))
    prompts.answer, prompts.path = False, tmp_path
    dialog = checked(lambda one: one.make_button.click())
    assert shown(dialog, Column.CHECK)[0] == "Cannot be printed: \u13a0 (U+13A0)"
    assert "Mei \u13a0 Brown: \u13a0 (U+13A0)" in prompts.sentences[0]
    assert list(tmp_path.glob("*.eml")) == []


def test_space_turns_a_tick_and_what_cannot_leave_has_none(
    checked: Callable[[Check], MailingDialog],
) -> None:
    def check(dialog: MailingDialog) -> None:
        dialog.table.setCurrentIndex(dialog.model.index(1, Column.CHECK))
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        assert not dialog.model.is_ticked(1)
        dialog.table.setCurrentIndex(dialog.model.index(5, Column.PERSON))
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
        assert not dialog.model.is_ticked(5)
        index = dialog.model.index(5, Column.PERSON)
        assert index.data(Qt.ItemDataRole.CheckStateRole) is None
        assert dialog.tick_all.checkState() is Qt.CheckState.PartiallyChecked
        dialog.tick_all.click()
        assert dialog.tick_all.checkState() is Qt.CheckState.Checked
        assert len(dialog.model.ticked) == 5
        dialog.tick_all.click()
        assert dialog.model.ticked == []
        assert not dialog.make_button.isEnabled()

    checked(check)


def test_the_menu_of_a_pair_sends_only_its_packs(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[int]] = []
    monkeypatch.setattr(page.mailing, "send", asked.append)
    page.table.look_at(1)
    (action,) = (one for one in page.menu().actions() if one.text().startswith("E-mail"))
    action.trigger()
    assert asked == [[2]]


@pytest.mark.parametrize("goes_on", [True, False])
def test_wording_is_looked_over_before_it_is_sent(
    page: DocumentsPage,
    checked: Callable[[Check], MailingDialog],
    context: Context,
    programme: int,
    prompts: FakePrompts,
    goes_on: bool,
) -> None:
    (section,) = [one for one in sections("mentor", {}) if one.key == "rapport"]
    save_wording(context.data, programme, section, Wording("Talking", "Dear {nobody}"))
    page.reload()
    prompts.answer = goes_on
    dialog = checked(lambda dialog: dialog.make_button.click())
    assert "Look at the wording first?" in prompts.said
    assert dialog.result() == 0
    assert ("Save the drafts in this folder" in prompts.said) is goes_on
    assert page.wording.isVisible() is not goes_on


def test_columns_are_as_wide_as_the_letters_that_are_shown(
    checked: Callable[[Check], MailingDialog], qapp: QApplication
) -> None:
    usual = qapp.styleSheet()
    qapp.setStyleSheet(f"{usual} QTableView {{ font-size: 19px }}")
    try:
        table = checked(lambda _: None).table
        for column in (Column.PERSON, Column.ATTACHED, Column.PAIR):
            assert table.columnWidth(column) >= table.sizeHintForColumn(column), column
    finally:
        qapp.setStyleSheet(usual)
