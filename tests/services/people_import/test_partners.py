"""A column of how many partners people may have: a number is theirs, an empty cell no number."""

from __future__ import annotations

from revmentor_desktop.domain.plan.pairing_choices import (
    CAPACITY,
    DEFAULT_RULES,
    PairingChoices,
)
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.reading import participants
from revmentor_desktop.services.people_import.comparison import Fate, RowOutcome
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_leader, stored_mentor, stored_programme
from tests.services.people_import.imports import changes, codes, compared, draft, imported, only

HEADER = ("Name", "Email", "Mentor or leader?", "Most partners")


def test_an_empty_cell_leaves_how_many_partners_to_the_programme(data: DataFile) -> None:
    programme = stored_programme(data)
    rows = ("Ann Lee", "ann@a.example", "Mentor", ""), ("Bo Day", "bo@a.example", "Mentor", 2)
    imported(data, programme, draft(*rows, header=HEADER))
    save_section(data, programme, "pairing", PairingChoices(mentor_partners=3))
    bo, ann = (one.participation for one in participants(data, programme))
    assert (ann.own_partners, ann.most_partners) == (None, 3)
    assert (bo.own_partners, bo.most_partners) == (2, 2)
    again = ("Ann Lee", "ann@a.example", "Mentor", 1), ("Bo Day", "bo@a.example", "Mentor", "")
    first, second = compared(data, programme, draft(*again, header=HEADER)).rows
    assert changes(first) == {"most_partners": (None, 1)}
    assert second.fate is Fate.UNCHANGED


def test_a_number_below_the_agreed_pairs_is_refused_and_none_never_is(data: DataFile) -> None:
    programme = stored_programme(data)
    save_section(data, programme, "pairing", PairingChoices(mentor_partners=2))
    mentor = stored_mentor(data, programme, "Ann Lee")
    for name in ("David Price", "Helen Ward"):
        agree_at_once(data, programme, mentor, stored_leader(data, programme, name))
    save_section(data, programme, "pairing", PairingChoices())

    def said(cell: str | int) -> RowOutcome:
        made = draft(("Ann Lee", "", "Mentor", cell), header=HEADER)
        return only(compared(data, programme, made))

    assert [said(cell).fate for cell in ("", 1, 2)] == [
        Fate.UNCHANGED,
        Fate.UPDATED,
        Fate.UPDATED,
    ]
    save_section(data, programme, "pairing", PairingChoices(mentor_partners=2))
    assert "partners-more-already" in codes(said(1))
    wish = PairingChoices(mentor_partners=2, rules=DEFAULT_RULES - {CAPACITY})
    save_section(data, programme, "pairing", wish)
    assert said(1).fate is Fate.UPDATED
