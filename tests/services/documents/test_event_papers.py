"""The papers for all people of a programme's pairs come from what is stored, and are recorded."""

from __future__ import annotations

from pathlib import Path

from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    Everybody,
    SignOffList,
    everybody,
    invited,
)
from revmentor_desktop.services.documents.files import write_run
from revmentor_desktop.services.documents.issued import issued_papers
from revmentor_desktop.services.documents.paper_run import PaperRun
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme, stored_proposal
from tests.documents.reading_back import text


def test_everybody_in_an_agreed_pair_is_there_once_by_surname(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    stored_pair(data, programme, "Zoe Adams", "Ann Clarke")
    stored_proposal(data, programme, "Jonas Tamm", "Helen Ward")
    names = [one.name for one in invited(data, programme).people]
    assert names == ["Zoe Adams", "Mei Brown", "Ann Clarke", "David Price"]


def test_what_cannot_be_printed_is_named(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "李明 Brown", "David Price")
    values = invited(data, programme)
    assert SignOffList(values).unprintable == AddressLabels(values).unprintable == "李明"


def test_only_the_people_of_some_pairs_and_each_once(data: DataFile) -> None:
    programme = stored_programme(data)
    for mentor, leader in (("Mei Brown", "David Price"), ("Zoe Adams", "Ann Clarke")):
        stored_pair(data, programme, mentor, leader)
    found = everybody(data, programme)
    second = found.pairs[1].id
    assert [one.name for one in found.invited([second]).people] == ["Zoe Adams", "Ann Clarke"]
    twice = Everybody(found.programme, [*found.pairs, *found.pairs])
    assert twice.invited() == found.invited() == invited(data, programme)


def test_a_written_paper_is_recorded_and_old_when_somebody_joins(
    data: DataFile, tmp_path: Path
) -> None:
    programme = stored_programme(data, "Voices")
    stored_pair(data, programme, "Mei Brown", "David Price")
    people = invited(data, programme)
    listed, labels = SignOffList(people), AddressLabels(people, 4)
    run = PaperRun([], sign_off=listed, labels=labels)
    made = run_to_end(write_run(data, programme, tmp_path, run))
    assert [one.name for one in made.files] == [
        "Sign-off list Voices.pdf",
        "Address labels Voices.pdf",
    ]
    assert [one.read_bytes() for one in made.files] == [listed.pdf(), labels.pdf()]
    for one in (listed, labels):
        assert not issued_papers(data, programme, [one])[one.key].is_old
    stored_pair(data, programme, "Zoe Adams", "Ann Clarke")
    now = SignOffList(invited(data, programme))
    assert issued_papers(data, programme, [now])["sign-off"].is_old


def test_each_has_as_many_labels_as_are_wanted_beside_one_another(data: DataFile) -> None:
    programme = stored_programme(data)
    stored_pair(data, programme, "Mei Brown", "David Price")
    people = invited(data, programme)
    found = text(AddressLabels(people, copies=3).pdf())
    assert (found.count("Mei Brown"), found.count("David Price")) == (3, 3)
    assert found.rindex("Mei Brown") < found.index("David Price")
