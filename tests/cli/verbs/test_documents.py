from __future__ import annotations

from pathlib import Path

from tests.cli.asking import CommandLine


def test_documents_writes_the_agreement_of_each_pair(started: CommandLine, tmp_path: Path) -> None:
    assert "no pair" in started.refused("documents", "--out", tmp_path / "out")
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    file, *papers = started.ask("documents", "--out", tmp_path / "out")["files"]
    assert Path(file).read_bytes().startswith(b"%PDF-")
    assert len(papers) == 9
    assert {Path(paper).parent for paper in papers} == {tmp_path / "out" / "Set-up papers"}
    assert all(Path(paper).read_bytes().startswith(b"%PDF-") for paper in papers)
    lines = "".join(f"{one}\n" for one in (file, *papers))
    assert started.run("documents", "--out", tmp_path / "out") == (0, lines, "")


def test_a_folder_that_cannot_be_written_is_said(started: CommandLine, tmp_path: Path) -> None:
    started.ask("pair", "tariq.holt@harbourcare.example", "rob.mensah@harbourcare.example")
    (tmp_path / "taken").write_text("a file, not a folder")
    assert "Nothing can be written" in started.refused("documents", "--out", tmp_path / "taken")
