from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.widgets.dialogs import Dialog


def answer(press: str) -> list[str]:
    """Press a button of the next box; return what the box says once it has come."""
    said: list[str] = []

    def press_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Dialog)
        labels = box.findChildren(QLabel)
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
        said.extend([box.heading.text(), box.text.text()])
        buttons = {button.text(): button for button in box.findChildren(QPushButton)}
        QTest.mouseClick(buttons[press], Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press_it)
    return said


def test_an_error_is_a_sentence_with_names_as_they_are() -> None:
    said = answer("Close")
    Prompts().error(KnownError("pair-paused", name="Ann <b>Lee</b> & Co"))
    assert said[1].startswith("Ann <b>Lee</b> & Co has paused")


def test_a_short_message_stands_close_beneath_its_heading() -> None:
    box = Prompts().message_box("Printed", "12 agreements went to the printer.")
    box.show()
    assert box.text.y() - box.heading.geometry().bottom() <= 12
    assert box.heading.height() <= 2 * box.heading.fontMetrics().height()
    box.close()


def test_a_question_says_its_verb_on_the_button() -> None:
    said = answer("Erase for good")
    assert Prompts().confirm("Erase Ann Lee?", "This cannot be undone.", "Erase for good")
    assert said == ["Erase Ann Lee?", "This cannot be undone."]
    answer("Cancel")
    assert not Prompts().confirm("Erase?", "", "Erase for good", danger=True)


def test_a_file_to_save_gets_the_suffix_of_the_suggestion(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = {"name": str(tmp_path / "sheet")}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen["name"], ""))
    prompts = Prompts()
    assert prompts.choose_file_to_save("Save", "x.pdf", []) == tmp_path / "sheet.pdf"
    chosen["name"] = str(tmp_path / "sheet.txt")
    assert prompts.choose_file_to_save("Save", "x.pdf", []) == tmp_path / "sheet.txt"
    chosen["name"] = ""
    assert prompts.choose_file_to_save("Save", "x.pdf", []) is None


def test_the_next_choice_begins_in_the_folder_of_the_last(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _filters: str) -> tuple[str, str]:
        begun.append(folder)
        return str(tmp_path / "people.csv"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    prompts = Prompts()
    for _ in range(2):
        assert prompts.choose_file_to_open("Open", ["CSV (*.csv)"]) == tmp_path / "people.csv"
    assert begun[1] == str(tmp_path)


@pytest.mark.parametrize("has_documents", [True, False])
def test_the_first_file_is_offered_to_documents_or_to_the_officers_own_folder(
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    has_documents: bool,
) -> None:
    documents = tmp_path / "Documents"
    if has_documents:
        documents.mkdir()
    offered: list[str] = []

    def note(_: object, __: str, suggestion: str, ___: str) -> tuple[str, str]:
        offered.append(suggestion)
        return "", ""

    qapp.setProperty("folder_saved_in", None)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", note)
    Prompts().choose_file_to_save("Save", "x.pdf", [])
    assert offered == [str((documents if has_documents else Path.home()) / "x.pdf")]


def test_papers_are_not_saved_where_a_list_was_found(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {name: tmp_path / name for name in ("lists", "papers", "documents")}
    for place in places.values():
        place.mkdir()
    qapp.setProperty("folder_saved_in", None)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(places["documents"]))
    found, saved = str(places["lists"] / "people.csv"), str(places["papers"] / "x.pdf")
    begun: list[str] = []

    def choose(_: object, __: str, begins: str, *___: object) -> tuple[str, str]:
        begun.append(begins)
        return (saved if begins.endswith("x.pdf") else found), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    prompts = Prompts()
    for _ in range(2):
        prompts.choose_file_to_open("Open", [])
        prompts.choose_file_to_save("Save", "x.pdf", [])
    assert begun[1:] == [str(places["documents"] / "x.pdf"), str(places["lists"]), saved]


@pytest.mark.parametrize(
    ("pressed", "answer"), [("Go on", True), ("Edit", False), ("Cancel", None)]
)
def test_one_of_two_things_is_decided_or_neither(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, pressed: str, answer: bool | None
) -> None:
    def press(box: Dialog) -> int:
        (button,) = [one for one in box.findChildren(QPushButton) if one.text() == pressed]
        button.click()
        return box.result()

    monkeypatch.setattr(Dialog, "exec", press)
    assert Prompts().decide("Look first?", "Something is odd.", "Go on", "Edit") is answer
