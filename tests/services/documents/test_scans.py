"""Scans of signed agreements are kept as they came, go with the pair, and come back by undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.scans import MEGABYTE, MOST_MEGABYTES, ScanKind
from revmentor_desktop.services.documents.scans import (
    ScanFile,
    attach_scan,
    content_of,
    read_scan,
    remove_scan,
    scans_of,
)
from revmentor_desktop.services.documents.tracking import marks
from revmentor_desktop.services.people.writing import remove_people
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import stored_pair, stored_programme
from tests.services.documents.agreements import agreements
from tests.services.documents.scans import JPG, PDF, PNG, large_pdf


@pytest.fixture
def pair(data: DataFile) -> int:
    return stored_pair(data, stored_programme(data), "Mei Brown", "David Price")


def a_file(content: bytes = PDF) -> ScanFile:
    return ScanFile("signed.pdf", ScanKind.PDF, content)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("signed.pdf", PDF, ScanKind.PDF),
        ("signed.jpg", JPG, ScanKind.JPG),
        ("signed.PNG", PNG, ScanKind.PNG),
        ("a picture after all.pdf", PNG, ScanKind.PNG),
        ("no ending", JPG, ScanKind.JPG),
    ],
)
def test_a_scan_is_known_by_its_content(
    tmp_path: Path, name: str, content: bytes, kind: ScanKind
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert read_scan(path) == ScanFile(name, kind, content)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "scan-of-no-kind"),
        (b"MZ\x90\x00 a program", "scan-of-no-kind"),
        (b"<html>%PDF-1.7</html>%%EOF", "scan-of-no-kind"),
        (PDF[:-20], "scan-not-whole"),
        (JPG[:-2], "scan-not-whole"),
        (PNG[:-12], "scan-not-whole"),
        (large_pdf(MOST_MEGABYTES * MEGABYTE + 1), "scan-too-large"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(content)
    with pytest.raises(KnownError) as refused:
        read_scan(path)
    assert refused.value.code == code
    assert refused.value.params["name"] == "signed.pdf"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.pdf", tmp_path):
        with pytest.raises(KnownError) as refused:
            read_scan(path)
        assert refused.value.code == "source-unreadable"


def test_the_largest_scan_opens_as_it_was_also_after_undo(data: DataFile, pair: int) -> None:
    content = large_pdf(MOST_MEGABYTES * MEGABYTE)
    attach_scan(data, pair, a_file(content), is_back=False)
    (scan,) = scans_of(data, pair)
    assert (scan.pair_id, scan.kind, scan.attached_on) == (pair, ScanKind.PDF, today())
    assert content_of(data, scan) == content
    remove_scan(data, scan)
    assert scans_of(data, pair) == []
    assert content_of(data, scan) == b""
    data.undo()
    assert content_of(data, *scans_of(data, pair)) == content
    data.redo()
    remove_scan(data, scan)
    assert scans_of(data, pair) == []


def test_attaching_is_one_step_with_the_mark(data: DataFile, pair: int) -> None:
    programme = 1
    with data.words("Attach"):
        attach_scan(data, pair, a_file(), is_back=True)
    paper = pair, PaperKind.AGREEMENT
    assert marks(data, programme)[paper] == {Mark.BACK: today()}
    data.undo()
    assert scans_of(data, pair) == []
    assert paper not in marks(data, programme)
    attach_scan(data, pair, a_file(), is_back=False)
    assert paper not in marks(data, programme)


def test_several_scans_stand_in_the_order_in_which_they_came(data: DataFile, pair: int) -> None:
    for kind, content in ((ScanKind.JPG, JPG), (ScanKind.PNG, PNG)):
        attach_scan(data, pair, ScanFile("page", kind, content), is_back=False)
    assert [content_of(data, one) for one in scans_of(data, pair)] == [JPG, PNG]


def test_scans_go_with_the_people_and_nothing_of_them_stays(data: DataFile, pair: int) -> None:
    attach_scan(data, pair, a_file(), is_back=True)
    (agreement,) = agreements(data, 1)
    remove_people(data, [agreement.pair.mentee.person.id])
    for table in ("agreement_scan", "agreement_scan_part"):
        assert data.rows(f"SELECT * FROM {table}") == []
    data.undo()
    assert content_of(data, *scans_of(data, pair)) == PDF


def test_a_pair_that_is_gone_takes_no_scan(data: DataFile, pair: int) -> None:
    with pytest.raises(KnownError, match="pair-gone"):
        attach_scan(data, pair + 1, a_file(), is_back=True)


def test_nothing_of_a_scan_can_be_read_in_the_file(data: DataFile, pair: int) -> None:
    attach_scan(data, pair, a_file(), is_back=False)
    stored = b"".join(path.read_bytes() for path in data.path.parent.glob(f"{data.path.name}*"))
    assert PDF[:40] not in stored
