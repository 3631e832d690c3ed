"""A changed agreement is the next version; what an earlier one said is kept as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from revmentor_desktop.documents.packs.papers import words_on
from revmentor_desktop.documents.packs.values import Partner
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.pairs import EndReason
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents import versions
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.documents.tracking import mark_papers, marks
from revmentor_desktop.services.documents.version_changes import (
    Change,
    ChangeKind,
    changes,
    noted_of,
)
from revmentor_desktop.services.documents.versions import (
    Version,
    mark_of_agreement,
    pages_of,
    pages_to_keep,
    versions_of,
)
from revmentor_desktop.services.pairing.ending import end
from revmentor_desktop.services.people.writing import remove_people, save_person
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import person_details, stored_pair, stored_programme
from tests.documents.reading_back import text
from tests.services.documents.agreements import agreements, write_agreements, write_together


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data, "Voices")
    for mentor, leader in (("Mei Brown", "David Price"), ("Jonas Tamm", "Helen Ward")):
        stored_pair(data, made, mentor, leader)
    return made


def issue(data: DataFile, programme: int, pair_ids: list[int] | None = None) -> None:
    record_pair_papers(data, programme, agreements(data, programme, pair_ids))


def change(data: DataFile, programme: int, hours: int = 24) -> None:
    save_section(data, programme, "agreement", AgreementChoices(notice_hours=hours))


def kept(data: DataFile, pair_id: int = 1) -> list[int]:
    return [one.number for one in versions_of(data, pair_id)]


def on_paper(data: DataFile, programme: int) -> list[int]:
    return [one.values.version for one in agreements(data, programme)]


def test_a_change_makes_the_next_version_only_once_one_left_the_program(
    data: DataFile, programme: int
) -> None:
    change(data, programme)
    assert on_paper(data, programme) == [1, 1]
    issue(data, programme, [1])
    assert on_paper(data, programme) == [1, 1]
    change(data, programme, 72)
    assert on_paper(data, programme) == [2, 1]
    assert "version 2" in text(agreements(data, programme)[0].pdf())
    assert kept(data) == [1]
    issue(data, programme)
    assert (kept(data, 1), kept(data, 2)) == ([2, 1], [1])


def test_the_same_wording_again_is_the_same_version(data: DataFile, programme: int) -> None:
    issue(data, programme)
    issue(data, programme)
    assert kept(data) == [1]
    change(data, programme)
    issue(data, programme)
    change(data, programme, AgreementChoices().notice_hours)
    # What the first one said again is a third: the second stands between.
    assert on_paper(data, programme) == [3, 3]


def test_a_version_opens_as_it_was(data: DataFile, programme: int, tmp_path: Path) -> None:
    was = agreements(data, programme)[0].pdf()
    large = PaperFormat(is_large=True)
    run_to_end(write_together(data, programme, tmp_path / "one.pdf", [1], large))
    change(data, programme)
    run_to_end(write_agreements(data, programme, tmp_path))
    second, first = versions_of(data, 1)
    assert pages_of(data, first) == was
    assert "24 hours ahead" in text(pages_of(data, second))
    assert (
        pages_of(data, second) == (tmp_path / agreements(data, programme)[0].file_name).read_bytes()
    )
    with pytest.raises(LookupError):
        pages_of(data, Version(1, 9, today(), ""))


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Mei Braun"},
        {"short": "Mei B."},
        {"job": "Matron"},
        {"wants": ("To be heard",)},
    ],
)
def test_whatever_an_agreement_says_of_a_person_makes_another(
    data: DataFile, programme: int, other: dict[str, Any]
) -> None:
    paper = agreements(data, programme)[0]
    values = paper.values

    def mark(mentor: Partner) -> str:
        return mark_of_agreement(paper.wording, replace(values, mentor=mentor))

    changed = replace(values.mentor, **other)
    assert mark(values.mentor) == paper.said != mark(changed)
    said = words_on(PaperKind.AGREEMENT, replace(values, mentor=changed))
    assert said != words_on(PaperKind.AGREEMENT, values)


@pytest.mark.parametrize("field", ["place", "about", "offers", "details"])
def test_what_an_agreement_does_not_say_makes_none(
    data: DataFile, programme: int, field: str
) -> None:
    values = agreements(data, programme)[0].values
    entry: Any = ("Ward 4",) if field == "offers" else "Ward 4"
    other: Any = (("Site", "Ward 4"),) if field == "details" else entry
    changed = replace(values, mentor=replace(values.mentor, **{field: other}))
    said = words_on(PaperKind.AGREEMENT, changed)
    assert said == words_on(PaperKind.AGREEMENT, values)


def test_packs_carry_the_number_and_make_no_version(data: DataFile, programme: int) -> None:
    issue(data, programme)
    change(data, programme)
    packs = pair_papers(data, programme, [PaperKind.MENTOR_PACK])
    assert [one.values.version for one in packs] == [2, 2]
    record_pair_papers(data, programme, packs)
    assert kept(data) == [1]


def test_keeping_is_no_step_of_undo_and_stays_when_one_is_taken_back(
    data: DataFile, programme: int
) -> None:
    with data.words("Notice"):
        change(data, programme)
    issue(data, programme)
    assert data.undo_words == "Notice"
    data.undo()
    assert kept(data) == [1]
    assert on_paper(data, programme) == [2, 2]
    data.redo()
    assert on_paper(data, programme) == [1, 1]


def test_versions_go_with_the_people_and_come_back_with_them(
    data: DataFile, programme: int
) -> None:
    person = agreements(data, programme)[0].pair.mentor.person.id
    issue(data, programme)
    was = pages_of(data, versions_of(data, 1)[0])
    remove_people(data, [person])
    assert (kept(data, 1), kept(data, 2)) == ([], [1])
    data.undo()
    assert pages_of(data, versions_of(data, 1)[0]) == was
    data.redo()
    assert kept(data) == []


def test_an_ended_pair_keeps_its_versions(data: DataFile, programme: int) -> None:
    issue(data, programme)
    end(data, programme, [1], EndReason.LEFT, today())
    assert kept(data) == [1]


def test_a_pair_that_is_gone_meanwhile_keeps_nothing(data: DataFile, programme: int) -> None:
    papers = agreements(data, programme)
    remove_people(data, [papers[0].pair.mentor.person.id])
    record_pair_papers(data, programme, papers)
    assert (kept(data, 1), kept(data, 2)) == ([], [1])


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("aside", "We say when it is enough."),
        ("aside.heading", "Stop."),
        ("limits.harm", "a danger to anybody"),
        ("foot", "Agreement {reference}, {version}"),
        ("hopes", "What I hope for"),
        ("title", "{mentor_name} & {leader_name}"),
    ],
)
def test_whatever_is_worded_otherwise_makes_another(
    data: DataFile, programme: int, section: str, words: str
) -> None:
    issue(data, programme)
    save_section(data, programme, "words", {f"document.agreement.{section}": words})
    assert on_paper(data, programme) == [2, 2]


def on_day(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(versions, "today", lambda: day)


def test_a_new_version_names_its_day_and_the_one_that_it_replaces(
    data: DataFile, programme: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(monkeypatch, date(2026, 3, 3))
    first = text(agreements(data, programme)[0].pdf())
    assert "version 1 of Tue 3 March 2026" in first
    assert "replaces" not in first
    issue(data, programme)
    change(data, programme)
    on_day(monkeypatch, date(2026, 4, 7))
    second = text(agreements(data, programme)[0].pdf())
    assert "Version 2, replaces version 1 of Tue 3 March 2026" in second
    assert "version 2 of Tue 7 April 2026" in second
    issue(data, programme)
    # On another day it is still the same version, of the same day.
    on_day(monkeypatch, date(2026, 5, 5))
    assert text(agreements(data, programme)[0].pdf()) == second
    assert text(pages_of(data, versions_of(data, 1)[0])) == second
    assert text(pages_of(data, versions_of(data, 1)[1])) == first


def test_a_version_says_what_it_changed(data: DataFile, programme: int) -> None:
    issue(data, programme)
    usual = AgreementChoices()
    clauses = tuple(one for one in usual.clauses if one != "notes")
    choices = replace(
        usual,
        notice_hours=24,
        has_no_fault_exit=False,
        clauses=(*clauses, "needs"),
        own_clauses=("No phones.",),
    )
    save_section(data, programme, "agreement", choices)
    issue(data, programme)
    second, first = versions_of(data, 1)
    found = changes(first, second)
    assert [(one.kind, one.words.split(".")[0]) for one in found] == [
        (ChangeKind.CHANGED, "Meetings are kept"),
        (ChangeKind.NEW, "Both of us can take part well"),
        (ChangeKind.CHANGED, "Either of us may ask to end this"),
        (ChangeKind.NEW, "No phones"),
        (ChangeKind.GONE, "Notes belong to whoever takes them and are destroyed at the end"),
    ]
    assert "24 hours" in found[0].words
    assert found[1].words.endswith("aids: …")
    assert changes(replace(first, words=()), second) == []


def test_whose_name_or_wishes_changed_is_told(data: DataFile, programme: int) -> None:
    issue(data, programme)
    person = agreements(data, programme)[0].pair.mentor.person
    save_person(data, person.id, person_details("Maya Brown", wants=("To be heard",)))
    issue(data, programme)
    second, first = versions_of(data, 1)
    whose, *others = changes(first, second)
    assert whose == Change(ChangeKind.CHANGED, "Maya Brown, To be heard")
    assert others
    assert all("Maya" in one.words for one in others)


SIGNED = date(2026, 3, 5)


def noted(data: DataFile, programme: int) -> dict[Mark, date]:
    return marks(data, programme).get((1, PaperKind.AGREEMENT), {})


def test_a_signed_version_stays_signed_and_the_next_is_to_be_signed_anew(
    data: DataFile, programme: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(monkeypatch, date(2026, 3, 3))
    issue(data, programme, [1])
    for mark in (Mark.MENTOR_SIGNED, Mark.BACK):
        mark_papers(data, [(1, PaperKind.AGREEMENT)], mark, SIGNED)
    change(data, programme)
    # As long as the changed one has not left the program, the signed one is what was agreed.
    assert set(noted(data, programme)) == {Mark.MENTOR_SIGNED, Mark.BACK}
    issue(data, programme, [1])
    assert noted(data, programme) == {}
    mark_papers(data, [(1, PaperKind.AGREEMENT)], Mark.MENTOR_SIGNED, date(2026, 4, 8))
    assert noted(data, programme) == {Mark.MENTOR_SIGNED: date(2026, 4, 8)}
    found = versions_of(data, 1)
    second, first = found
    now = noted(data, programme)
    assert noted_of(first, found, now) == {Mark.MENTOR_SIGNED: SIGNED, Mark.BACK: SIGNED}
    assert noted_of(second, found, now) == now
    change(data, programme, 72)
    issue(data, programme, [1])
    third, second, first = found = versions_of(data, 1)
    assert noted_of(first, found, {}) == {Mark.MENTOR_SIGNED: SIGNED, Mark.BACK: SIGNED}
    assert noted_of(second, found, {}) == {Mark.MENTOR_SIGNED: date(2026, 4, 8)}
    assert noted_of(third, found, noted(data, programme)) == {}


def test_what_was_noted_of_a_version_comes_back_by_undo(data: DataFile, programme: int) -> None:
    issue(data, programme, [1])
    with data.words("Signed"):
        mark_papers(data, [(1, PaperKind.AGREEMENT)], Mark.BACK, SIGNED)
    change(data, programme)
    issue(data, programme, [1])
    data.undo()  # the change
    data.undo()  # that it is back
    assert noted(data, programme) == {}
    data.redo()
    data.redo()
    assert noted(data, programme) == {}
    found = versions_of(data, 1)
    assert noted_of(found[1], found, {}) == {Mark.BACK: SIGNED}


def test_pages_are_made_of_new_versions_only(data: DataFile, programme: int) -> None:
    issue(data, programme, [1])
    papers = agreements(data, programme)
    made = run_to_end(pages_to_keep(data, programme, [*papers, *papers]))
    assert list(made) == [2]
    record_pair_papers(data, programme, papers, {2: b"%PDF-as-made"})
    assert pages_of(data, versions_of(data, 2)[0]) == b"%PDF-as-made"
    assert run_to_end(pages_to_keep(data, programme, papers)) == {}
