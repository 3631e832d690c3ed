from __future__ import annotations

from pathlib import Path

from revmentor_desktop.ui.registry import page_kinds
from tests.cli.asking import CommandLine


def test_the_tour_leaves_every_document_and_a_picture_of_every_page(
    officer: CommandLine, tmp_path: Path
) -> None:
    answer = officer.ask("tour", "--out", tmp_path / "tour")
    documents = [Path(name) for name in answer["documents"]]
    assert len(documents) == 8 + 3 * 3 + 1 + 9 + 11
    assert documents[-1].name == "Recovery sheet.pdf"
    assert documents[-2].name.startswith("Letters Front-line voices")
    begins = {".pdf": b"%PDF-", ".xlsx": b"PK"}
    assert all(file.read_bytes().startswith(begins[file.suffix]) for file in documents)
    assert [file.suffix for file in documents].count(".xlsx") == 1
    pages = [Path(name) for name in answer["pages"]]
    assert [page.stem for page in pages] == [f"page-{kind.name}" for kind in page_kinds()]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)
    assert not officer.data_file.exists()
