"""A programme, one with two proposals, and one of many people."""

from __future__ import annotations

import pytest

from revmentor_desktop.services.pairing.proposing import propose
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_leader, stored_mentor, stored_programme
from tests.exchange.files import DATA
from tests.services.pairing.stage import Two
from tests.services.people_import.imports import take_in


@pytest.fixture
def programme(data: DataFile) -> int:
    """An empty programme."""
    return stored_programme(data)


@pytest.fixture
def two(data: DataFile, programme: int) -> Two:
    """Two proposals in the programme's first draft."""
    mei, jonas = (stored_mentor(data, programme, name) for name in ("Mei Brown", "Jonas Tamm"))
    david, helen = (stored_leader(data, programme, name) for name in ("David Price", "Helen Ward"))
    made = propose(data, programme, mei, david), propose(data, programme, jonas, helen)
    return Two(programme, mei, jonas, david, helen, made)


@pytest.fixture
def care(data: DataFile) -> int:
    """A programme with the 31 people of the sample spreadsheet."""
    programme_id = stored_programme(data)
    take_in(data, DATA / "harbour_care_31.xlsx", programme_id)
    return programme_id
