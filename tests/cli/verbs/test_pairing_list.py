from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.asking import CommandLine
from tests.documents.reading_back import reader, text


@pytest.fixture
def planned(started: CommandLine) -> CommandLine:
    """A programme with the suggested plan in a draft."""
    started.ask("suggest", "--apply", "--draft", "Spring")
    return started


def test_the_list_and_the_spreadsheet_have_every_pair(planned: CommandLine, tmp_path: Path) -> None:
    suggested = planned.ask("suggest", "--draft", "Spring")["pairs"]
    pdf, xlsx = tmp_path / "list.pdf", tmp_path / "plan.XLSX"
    answer = planned.ask("pairing-list", "--out", pdf, "--draft", "spring")
    assert answer == {
        "file": str(pdf),
        "pairs": len(suggested),
        "agreed": 0,
        "draft": "Spring",
    }
    assert planned.run("pairing-list", "--out", xlsx) == (0, f"{xlsx}\n", "")
    said = text(pdf.read_bytes())
    _, *rows = CalamineWorkbook.from_path(str(xlsx)).get_sheet_by_name("Pairs").to_python()
    assert len(rows) == len(suggested) == 9
    listed = {row[0]: row for row in rows}
    for one in suggested:
        row = listed[one["reference"]]
        assert {one["mentor"]["name"], one["leader"]["name"]} <= set(row)
        assert row[12] == (one["score"] + 50) // 100
        assert one["reference"] in said
        assert one["leader"]["name"] in said


def test_sheets_and_print_can_be_chosen(planned: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    planned.ask("pairing-list", "--out", path, "--paper", "letter")
    usual = reader(path.read_bytes())
    assert usual.pages[0].mediabox.width == 612
    planned.ask("pairing-list", "--out", path, "--paper", "a4", "--large-print")
    large = reader(path.read_bytes())
    assert large.pages[0].mediabox.width == pytest.approx(595.28, abs=0.01)
    assert len(large.pages) > len(usual.pages)


def test_agreed_pairs_alone_are_listed_on_request(planned: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    refused = planned.refused("pairing-list", "--out", path, "--agreed")
    assert refused.startswith("No pair is agreed yet.")
    assert not path.exists()
    first = planned.ask("suggest", "--draft", "Other")["pairs"][0]
    emails = first["mentor"]["email"], first["leader"]["email"]
    planned.ask("pair", *emails)
    answer = planned.ask("pairing-list", "--out", path, "--agreed")
    assert (answer["pairs"], answer["agreed"], answer["draft"]) == (1, 1, None)
    assert "Agreed on" in text(path.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--out", "list.txt"), "“list.txt” says not which kind of file is wanted."),
        (("--out", "x.pdf", "--draft", "Autumn"), "There is no draft called “Autumn”"),
        (("--out", "x.pdf", "--draft", "Spring", "--agreed"), "not allowed with"),
    ],
)
def test_what_is_unclear_is_refused(
    planned: CommandLine, arguments: tuple[str, ...], words: str
) -> None:
    assert words in planned.refused("pairing-list", *arguments)


def test_without_pairs_nothing_is_written(started: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert "There is no pair in this plan yet." in started.refused("pairing-list", "--out", path)
    assert not path.exists()
