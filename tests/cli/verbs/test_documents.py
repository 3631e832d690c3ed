from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.asking import CommandLine
from tests.documents.reading_back import reader


def test_documents_writes_the_agreement_of_each_pair(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    file, *papers = started.ask("documents", "--out", tmp_path / "out")["files"]
    assert Path(file).read_bytes().startswith(b"%PDF-")
    assert len(papers) == 9
    assert {Path(paper).parent for paper in papers} == {tmp_path / "out" / "Set-up papers"}
    assert all(Path(paper).read_bytes().startswith(b"%PDF-") for paper in papers)
    lines = "".join(f"{one}\n" for one in (file, *papers))
    assert started.run("documents", "--out", tmp_path / "out") == (0, lines, "")


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
    _, out, _ = started.run("documents", "--out", tmp_path / "out")
    assert out.splitlines()[-1] == answer["note"]
    started.ask("pair", mentor, leader)
    answer = started.ask("documents", "--out", tmp_path / "out")
    assert (len(answer["files"]), answer["note"]) == (10, "")


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
    assert len(reader(Path(large[1]).read_bytes()).pages) > 1
    assert len(reader(Path(files[1]).read_bytes()).pages) == 1


def test_a_folder_that_cannot_be_written_is_said(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    (tmp_path / "taken").write_text("a file, not a folder")
    assert "Nothing can be written" in started.refused("documents", "--out", tmp_path / "taken")
