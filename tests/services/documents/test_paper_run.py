"""A run of papers: which files it makes, what is in them, what is left out and said."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import SIGN_OFF, PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    SignOffList,
    invited,
)
from revmentor_desktop.services.documents.files import Written, pages_to_print, write_run
from revmentor_desktop.services.documents.issued import (
    issued_pair_papers,
    issued_papers,
    record_pair_papers,
)
from revmentor_desktop.services.documents.pair_papers import PairPaper, pair_papers
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.documents.paper_run import (
    Filing,
    PaperRun,
    missing_papers,
    runs_to_print,
    title_to_print,
)
from revmentor_desktop.services.documents.tracking import mark_papers
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import change_programme, stored_pair, stored_programme
from tests.documents.reading_back import bookmarks, check_structure, pages, reader, text

THREE = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK, PaperKind.AGREEMENT)
LIGHT = (PaperKind.COVER_SHEET, PaperKind.AGREEMENT, PaperKind.CERTIFICATES)
HOSTILE = '<img src="/etc/hostname"> {mentor} &amp; {{ }} \u202e[[x]] <b>'


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme with three pairs; one has names that look like markup."""
    made = stored_programme(data, "Voices")
    for mentor, leader in (
        ("Mei Brown", "David Price"),
        (HOSTILE, "Karl Meyer"),
        ("Ann Lee", "Ann Lee"),
    ):
        stored_pair(data, made, mentor, leader)
    return made


def papers(data: DataFile, programme: int, kinds: Any = LIGHT) -> list[PairPaper]:
    return pair_papers(data, programme, kinds)


def written(data: DataFile, programme: int, folder: Path, run: PaperRun) -> Written:
    return run_to_end(write_run(data, programme, folder, run))


def break_pair(monkeypatch: pytest.MonkeyPatch, *ids: int) -> None:
    """Let the agreements of these pairs fail while they are made."""
    usual = PairPaper.sheets

    def sheets(paper: PairPaper, role: Role | None = None) -> list[Sheet]:
        if paper.pair.id in ids and paper.kind is PaperKind.AGREEMENT:
            raise ZeroDivisionError
        return usual(paper, role)

    monkeypatch.setattr(PairPaper, "sheets", sheets)


def test_one_file_has_all_pair_by_pair_in_handing_out_order(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    run = PaperRun(papers(data, programme))
    made = written(data, programme, tmp_path / "out", run)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["All papers Voices.pdf"]
    assert made.files == (made.together,)
    content = made.files[0].read_bytes()
    firsts = [page.split("RM-000")[1][0] for page in pages(content)]
    assert firsts == sorted(firsts)
    of_first = [page for page in pages(content) if "RM-0001" in page]
    _, agreement, copy, *certificates = of_first
    assert agreement == copy == pages(run.papers[1].pdf())[0]
    assert certificates == pages(run.papers[2].pdf())
    check_structure(content, tmp_path)


def test_a_file_for_each_person_has_their_own_papers_and_one_agreement(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    run = PaperRun(papers(data, programme), filing=Filing.EACH_PERSON)
    made = written(data, programme, tmp_path, run)
    assert [path.name for path in made.files] == [
        "Mei Brown, Mentor RM-0001.pdf",
        "David Price, Leader RM-0001.pdf",
        "img src etc hostname mentor &amp x b , Mentor RM-0002.pdf",
        "Karl Meyer, Leader RM-0002.pdf",
        "Ann Lee, Mentor RM-0003.pdf",
        "Ann Lee, Leader RM-0003.pdf",
    ]
    assert made.together is None
    mine = made.files[0].read_bytes()
    assert len(pages(mine)) == 3
    assert bookmarks(mine)[-1] == "Mei Brown"
    assert "Mei Brown" in pages(mine)[-1]


def test_nobody_gets_the_pack_that_the_other_reads(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    run = PaperRun(papers(data, programme, THREE)[:3], filing=Filing.EACH_PERSON)
    mentors, leaders = (one.read_bytes() for one in written(data, programme, tmp_path, run).files)
    assert "Mei, this is your briefing pack" in text(mentors)
    assert "David, this is your briefing pack" not in text(mentors)
    assert "David, this is your briefing pack" in text(leaders)
    assert "Mei, this is your briefing pack" not in text(leaders)


def test_one_agreement_more_is_for_the_file(data: DataFile, programme: int, tmp_path: Path) -> None:
    run = PaperRun(papers(data, programme), has_file_copy=True)
    (alone,) = written(data, programme, tmp_path / "one", run).files
    agreement = pages(run.papers[1].pdf())[0]
    assert pages(alone.read_bytes())[1:4] == [agreement] * 3
    each = written(data, programme, tmp_path / "each", replace(run, filing=Filing.EACH_PERSON))
    assert each.files[-1].name == "Agreements for the file Voices.pdf"
    assert len(pages(each.files[-1].read_bytes())) == 3
    assert pages(each.files[-1].read_bytes())[0] == agreement
    assert pages(each.files[0].read_bytes()).count(agreement) == 1
    papers_of = replace(run, filing=Filing.EACH_PAPER)
    every = written(data, programme, tmp_path / "every", papers_of)
    assert len(every.files) == len(run.papers)
    assert every.together is not None
    assert pages(every.together.read_bytes())[1:4] == [agreement] * 3


def test_the_list_comes_first_and_labels_by_themselves(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    people = invited(data, programme)
    listed, labels = SignOffList(people), AddressLabels(people, 3)
    run = PaperRun(
        papers(data, programme)[:3], {SIGN_OFF: 2}, sign_off=listed, labels=labels, is_duplex=True
    )
    for filing in Filing:
        made = written(data, programme, tmp_path / filing, replace(run, filing=filing))
        assert made.files[-1].name == "Address labels Voices.pdf"
        assert made.files[-1].read_bytes() == labels.pdf()
        alone = tmp_path / filing / "Sign-off list Voices.pdf"
        assert alone.exists() is (filing is not Filing.ONE_FILE)
    on_paper, on_labels = runs_to_print(run)
    content = run_to_end(pages_to_print(data, programme, on_paper, "Papers")).content
    assert "Who was briefed" in pages(content)[0]
    assert pages(content)[0] == pages(content)[2]
    sticking = run_to_end(pages_to_print(data, programme, on_labels, "Labels"))
    assert (sticking.content, sticking.for_all) == (labels.pdf(), (labels,))
    assert title_to_print(on_labels, "Papers") == "Address labels Voices"
    assert runs_to_print(replace(run, sign_off=None, labels=None, papers=())) == []


def test_where_a_name_cannot_be_put_on_labels_the_papers_are_made(
    data: DataFile, programme: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(labels: AddressLabels, form: PaperFormat) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(AddressLabels, "pdf", fail)
    labels = AddressLabels(invited(data, programme))
    made = written(data, programme, tmp_path, PaperRun(papers(data, programme), labels=labels))
    assert made.failed == ("Address labels",)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["All papers Voices.pdf"]
    assert issued_papers(data, programme, [labels]) == {}
    with pytest.raises(KnownError, match="no-paper-made"):
        written(data, programme, tmp_path / "none", PaperRun([], labels=labels))


def test_people_called_the_same_have_files_of_their_own(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    for number in (1, 2):
        stored_pair(data, programme, "Anna " * 20, f"Rob {number}")
    change_programme(data, programme, name="V")
    chosen = [one for one in papers(data, programme) if one.pair.id > 3]
    same = [PairPaper(p.kind, p.pair, chosen[0].values, "", "", "") for p in chosen]
    run = PaperRun(same, filing=Filing.EACH_PERSON)
    made = written(data, programme, tmp_path, run)
    assert len({path.name.casefold() for path in made.files}) == 4
    assert made.files[2].name.endswith(" 2.pdf")


def test_duplex_starts_every_document_on_a_right_hand_page(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    run = PaperRun(papers(data, programme)[:3], is_duplex=True)
    content = run_to_end(pages_to_print(data, programme, run, "Papers")).content
    found = pages(content)
    assert [bool(page.strip()) for page in found] == [True, False] * 4 + [True]
    assert all("BT" not in _code(content, page) for page in range(1, 9, 2))
    check_structure(content, tmp_path)
    path = tmp_path / "one.pdf"
    path.write_bytes(content)
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)


def _code(content: bytes, page: int) -> str:
    found = reader(content).pages[page].get_contents()
    return found.get_data().decode("latin-1") if found else ""


def test_copies_are_made_as_often_as_wanted(data: DataFile, programme: int) -> None:
    run = PaperRun(papers(data, programme, [PaperKind.AGREEMENT])[:1], {PaperKind.AGREEMENT: 3})
    assert len(pages(run_to_end(pages_to_print(data, programme, run, "Papers")).content)) == 3


def test_black_and_white_has_no_colour(data: DataFile, programme: int) -> None:
    form = PaperFormat(in_colour=False)
    run = PaperRun(papers(data, programme)[:3], form=form)
    content = run_to_end(pages_to_print(data, programme, run, "Papers")).content
    codes = [_code(content, page).split() for page in range(len(pages(content)))]
    assert not any({"rg", "RG"} & set(code) for code in codes)


def test_one_bad_pair_is_named_and_the_rest_is_made(
    data: DataFile, programme: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_well = papers(data, programme, [PaperKind.AGREEMENT])
    agreements = [pages(one.pdf())[0] for one in made_well]
    break_pair(monkeypatch, 1)
    for filing in Filing:
        folder = tmp_path / filing
        made = written(data, programme, folder, PaperRun(papers(data, programme), filing=filing))
        assert made.failed == ("Mei Brown – David Price: Mentoring agreement",)
        everything = [page for path in folder.iterdir() for page in pages(path.read_bytes())]
        assert [page in everything for page in agreements] == [False, True, True]
    issued = issued_pair_papers(data, programme, papers(data, programme))
    assert (1, PaperKind.AGREEMENT) not in issued
    assert {(1, PaperKind.COVER_SHEET), (2, PaperKind.AGREEMENT)} <= set(issued)


def test_when_nothing_can_be_made_nothing_is_written(
    data: DataFile, programme: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_pair(monkeypatch, 1, 2, 3)
    run = PaperRun(papers(data, programme, [PaperKind.AGREEMENT]))
    with pytest.raises(KnownError, match="no-paper-made"):
        written(data, programme, tmp_path / "out", run)
    with pytest.raises(KnownError, match="no-paper-made"):
        run_to_end(pages_to_print(data, programme, run, "Papers"))
    assert not list((tmp_path / "out").iterdir())
    assert not issued_pair_papers(data, programme, run.papers)


@pytest.mark.parametrize("filing", list(Filing))
def test_cancelled_a_run_leaves_no_file_and_nothing_is_recorded(
    data: DataFile, programme: int, tmp_path: Path, filing: Filing
) -> None:
    run = PaperRun(papers(data, programme), filing=filing)
    work = write_run(data, programme, tmp_path / "out", run)
    said = [next(work).words for _ in range(6)]
    assert said[0] == "Mei Brown – David Price"
    work.close()
    assert not list((tmp_path / "out").iterdir())
    assert not issued_pair_papers(data, programme, run.papers)


def test_hostile_names_are_printed_as_they_are(data: DataFile, programme: int) -> None:
    chosen = [one for one in papers(data, programme) if one.pair.id == 2]
    content = run_to_end(pages_to_print(data, programme, PaperRun(chosen), "Papers")).content
    found = " ".join(text(content).split())
    assert '<img src="/etc/hostname"> {mentor} &amp; {{ }}' in found


def test_missing_is_what_was_not_made_or_says_something_else_now(
    data: DataFile, programme: int
) -> None:
    everything = papers(data, programme, THREE)
    assert missing_papers(data, programme, everything) == everything
    record_pair_papers(data, programme, everything[:3])
    mark_papers(data, [(2, PaperKind.MENTOR_PACK)], Mark.HANDED_OUT, today())
    assert missing_papers(data, programme, everything) == everything[4:]
    change_programme(data, programme, name="Other voices")
    now = papers(data, programme, THREE)
    assert {one.pair.id for one in missing_papers(data, programme, now)} == {1, 2, 3}
