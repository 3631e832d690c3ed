from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.services import vault
from revmentor_desktop.services.people.reading import person_by_email
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.services.programmes.reading import programmes
from revmentor_desktop.services.programmes.writing import present_organisation
from tests.cli.asking import PASSPHRASE, CommandLine
from tests.documents.logos import images_held
from tests.documents.reading_back import reader, text
from tests.logo_example import striped_logo
from tests.services.documents.worded import word


def test_documents_writes_the_packs_and_the_agreement_of_each_pair(
    started: CommandLine, tmp_path: Path
) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    files = started.ask("documents", "--out", tmp_path / "out")["files"]
    of_pairs, papers = files[:4], files[4:]
    assert [Path(one).name.split(" ", 2)[2] for one in of_pairs[:2]] == [
        "mentor’s pack RM-0001.pdf",
        "leader’s pack RM-0001.pdf",
    ]
    assert Path(of_pairs[2]).name == "Tariq Holt and Rob Mensah agreement RM-0001.pdf"
    assert len(papers) == 9
    assert {Path(paper).parent for paper in papers} == {tmp_path / "out" / "Set-up papers"}
    assert all(Path(paper).read_bytes().startswith(b"%PDF-") for paper in files)
    lines = "".join(f"{one}\n" for one in files)
    again = ("documents", "--out", tmp_path / "out", "--replace")
    assert started.run(*again) == (0, lines, "")


def test_without_a_pair_there_are_the_set_up_papers(started: CommandLine, tmp_path: Path) -> None:
    papers = started.ask("documents", "--out", tmp_path / "out")["files"]
    assert len(papers) == 9
    assert {Path(paper).parent for paper in papers} == {tmp_path / "out" / "Set-up papers"}


def test_what_is_only_proposed_is_said_with_the_way_to_agree_it(
    started: CommandLine, tmp_path: Path
) -> None:
    mentor, leader = "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example"
    started.ask("pair", mentor, leader, "--draft", "Plan B")
    answer = started.ask("documents", "--out", tmp_path / "out")
    assert len(answer["files"]) == 9
    assert answer["note"] == (
        "No pair is agreed yet, and only agreed pairs have papers. Proposed in “Plan B”: 1. "
        "Agree them on the Pairing page first."
    )
    _, out, _ = started.run("documents", "--out", tmp_path / "two")
    assert out.splitlines()[-1] == answer["note"]
    started.ask("pair", mentor, leader)
    answer = started.ask("documents", "--out", tmp_path / "three")
    assert (len(answer["files"]), answer["note"]) == (13, "")


@pytest.mark.parametrize(("sheet", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_sheet_and_large_print_can_be_asked_for(
    started: CommandLine, tmp_path: Path, sheet: str, size: tuple[int, int]
) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    files = started.ask("documents", "--out", tmp_path / sheet, "--paper", sheet)["files"]
    for file in files[:2]:
        box = reader(Path(file).read_bytes()).pages[0].mediabox
        assert (round(box.width), round(box.height)) == size
    large = started.ask("documents", "--out", tmp_path / "large", "--large-print")["files"]
    agreement = 2
    assert len(reader(Path(large[agreement]).read_bytes()).pages) > 1
    assert len(reader(Path(files[agreement]).read_bytes()).pages) == 1


MENTOR, LEADER = "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example"


def names(answer: Any) -> list[str]:
    return [Path(one).name for one in answer["files"]]


def test_only_the_kinds_that_are_asked_for_are_written(
    started: CommandLine, tmp_path: Path
) -> None:
    started.ask("pair", MENTOR, LEADER)
    kinds = ("--documents", "cover-sheet", "agreement", "--per-person", "--out", tmp_path / "out")
    assert names(started.ask("documents", *kinds)) == [
        "Tariq Holt, Mentor RM-0001.pdf",
        "Rob Mensah, Leader RM-0001.pdf",
        "Agreements for the file Front-line voices.pdf",
    ]
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".pdf"}


def test_the_list_to_sign_and_the_labels_are_written_when_asked_for(
    started: CommandLine, tmp_path: Path
) -> None:
    wanted = ("documents", "--documents", "sign-off", "labels", "--out", tmp_path / "out")
    assert names(started.ask(*wanted)) == []
    started.ask("pair", MENTOR, LEADER)
    files = started.ask(*wanted)["files"]
    assert len(files) == 2
    for file in files:
        assert "Tariq Holt" in text(Path(file).read_bytes())
    assert Path(files[1]).name.startswith("Address labels ")


def test_one_file_has_as_many_copies_as_wanted(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", MENTOR, LEADER)
    one = ("documents", "--documents", "agreement", "--one-file", "--black-and-white", "--out")
    for number, copies in enumerate(([], ["--copies", "3"], ["--copies", "agreement=1"])):
        (file,) = started.ask(*one, tmp_path / str(number), *copies)["files"]
        assert Path(file).name.startswith("All agreements ")
        assert len(reader(Path(file).read_bytes()).pages) == (3, 4, 2)[number]
    (file,) = started.ask(*one, tmp_path / "both", "--duplex", "--no-file-copy")["files"]
    assert len(reader(Path(file).read_bytes()).pages) == 3


def test_no_file_is_replaced_unless_that_is_said(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", MENTOR, LEADER)
    files = started.ask("documents", "--out", tmp_path)["files"]
    for older in map(Path, (files[2], files[-1])):
        for path in map(Path, files):
            path.unlink(missing_ok=True)
        older.write_text("older")
        said = started.refused("documents", "--out", tmp_path)
        assert f"“{older.name}”. Files that would be replaced: 1." in said
        assert [path.read_text() for path in tmp_path.rglob("*.pdf")] == ["older"]
        started.ask("documents", "--out", tmp_path, "--replace")
        assert older.read_bytes().startswith(b"%PDF-")


def test_only_the_pairs_that_are_named_get_papers(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", MENTOR, LEADER)
    wanted = ("documents", "--documents", "agreement", "--out", tmp_path / "out", "--pairs")
    assert names(started.ask(*wanted, "rm 1")) == [
        "Tariq Holt and Rob Mensah agreement RM-0001.pdf"
    ]
    assert "RM-0009" in started.refused(*wanted, "RM-0009")


def test_labels_begin_where_it_is_said(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", MENTOR, LEADER)
    labels = ("documents", "--documents", "labels", "--paper", "a4", "--out")
    (one,) = started.ask(*labels, tmp_path / "1")["files"]
    (two,) = started.ask(*labels, tmp_path / "2", "--first-label", "21")["files"]
    (four,) = started.ask(*labels, tmp_path / "4", "--copies", "labels=2")["files"]
    assert [len(reader(Path(file).read_bytes()).pages) for file in (one, two)] == [1, 2]
    assert text(Path(four).read_bytes()).count("Tariq Holt") == 2


def test_what_is_missing_is_written_once(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", MENTOR, LEADER)
    missing = (
        "documents",
        "--documents",
        "agreement",
        "--for",
        "missing",
        "--out",
        tmp_path / "out",
    )
    assert len(names(started.ask(*missing))) == 1
    answer = started.ask(*missing)
    assert answer["files"] == []
    assert answer["note"].startswith("Nothing is missing")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--copies", "0"], "not between 1 and 9"),
        (["--copies", "letter=2"], "“letter” is none of"),
        (["--first-label", "31"], "not between 1 and 30"),
        (["--documents", "letter"], "invalid choice"),
        (["--one-file", "--per-person"], "not allowed with"),
    ],
)
def test_what_is_unclear_is_refused(
    started: CommandLine, tmp_path: Path, given: list[str], said: str
) -> None:
    assert said in started.refused("documents", "--out", tmp_path / "out", *given)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_said(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    (tmp_path / "taken").write_text("a file, not a folder")
    assert "Nothing can be written" in started.refused("documents", "--out", tmp_path / "taken")


def test_the_logo_that_is_stored_stands_on_the_files(started: CommandLine, tmp_path: Path) -> None:
    opened = vault.open_with_passphrase(started.data_file, PASSPHRASE, started.paths)
    present_organisation(opened.data, "Harbour Care", striped_logo())
    opened.data.close()
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    files = started.ask("documents", "--out", tmp_path / "out")["files"]
    assert [images_held(Path(one).read_bytes()) for one in files] == [1] * len(files)


def worded(officer: CommandLine, file: str, key: str, body: str) -> None:
    """Let the officer have changed a section in the program."""
    data = vault.open_with_passphrase(officer.data_file, PASSPHRASE, officer.paths).data
    word(data, programmes(data)[0].id, file, key, body=body)
    data.close()


def test_whose_characters_cannot_be_printed_is_told(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    data = vault.open_with_passphrase(started.data_file, PASSPHRASE, started.paths).data
    holt = person_by_email(data, "tariq.holt@harbourcare.example")
    save_person(data, holt.id, replace(holt, last_name="李"))
    data.close()
    asked = ("documents", "--out", tmp_path / "out", "--documents", "agreement", "labels")
    note = started.ask(*asked)["note"]
    assert note.startswith(
        "Some characters cannot be printed; a question mark in brackets stands in their place."
    )
    assert "Tariq 李 – Rob Mensah: 李 (U+674E); Address labels, Tariq 李: 李 (U+674E)." in note


@pytest.mark.parametrize(("file", "key"), [("mentor", "asking"), ("explainer", "promise")])
def test_wording_that_is_not_in_order_is_refused_unless_it_is_wanted(
    started: CommandLine, tmp_path: Path, file: str, key: str
) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    worded(started, file, key, "Dear {nobody}, dear {mentor_first}")
    out = tmp_path / "out"
    said = started.refused("documents", "--out", out)
    assert said.startswith("Some of what these papers say is not in order: ")
    assert "There is no placeholder {nobody}" in said
    assert said.endswith("or add --as-worded to write them all the same.")
    assert not out.exists()
    assert len(started.ask("documents", "--out", out, "--as-worded")["files"]) == 13


def test_only_the_wording_of_what_is_wanted_is_looked_over(
    started: CommandLine, tmp_path: Path
) -> None:
    worded(started, "mentor", "asking", "Dear {nobody}")
    assert len(started.ask("documents", "--out", tmp_path / "out")["files"]) == 9
