"""The papers for all people of a programme's pairs come from what is stored, and are recorded."""

from __future__ import annotations

from pathlib import Path

from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    SignOffList,
    invited,
    write_event_paper,
)
from revmentor_desktop.services.documents.issued import issued_papers
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


def test_a_saved_paper_is_recorded_and_old_when_somebody_joins(
    data: DataFile, tmp_path: Path
) -> None:
    programme = stored_programme(data, "Voices")
    stored_pair(data, programme, "Mei Brown", "David Price")
    for made in (SignOffList(invited(data, programme)), AddressLabels(invited(data, programme), 4)):
        path = tmp_path / made.file_name
        run_to_end(write_event_paper(data, programme, made, path))
        assert "Mei Brown" in text(path.read_bytes())
        assert not issued_papers(data, programme, [made])[made.key].is_old
    assert sorted(one.name for one in tmp_path.glob("*.pdf")) == [
        "Address labels Voices.pdf",
        "Sign-off list Voices.pdf",
    ]
    stored_pair(data, programme, "Zoe Adams", "Ann Clarke")
    now = SignOffList(invited(data, programme))
    assert issued_papers(data, programme, [now])["sign-off"].is_old
