"""A conflict of interest stands between two people, whoever of them said so."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.conflicts import Conflict, ConflictCategory
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.pairing.proposing import propose
from revmentor_desktop.services.people.conflicts import conflicts, set_conflicts
from revmentor_desktop.services.people.reading import participation
from revmentor_desktop.services.people.writing import remove_people
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import dump, stored_leader, stored_mentor, stored_person, stored_programme

PANEL, CLOSE = ConflictCategory.PANEL, ConflictCategory.CLOSE


def test_it_is_seen_from_both_sides_and_forbids_the_pair(data: DataFile) -> None:
    programme = stored_programme(data)
    mei, david = stored_mentor(data, programme), stored_leader(data, programme)
    set_conflicts(data, david, {mei: PANEL})
    assert conflicts(data) == [Conflict(mei, david, PANEL)]
    for one, other in ((mei, david), (david, mei)):
        part = participation(data, programme, one)
        assert part is not None
        assert part.conflicts == {other: PANEL}
    with pytest.raises(KnownError, match="pair-conflict"):
        propose(data, programme, mei, david)
    set_conflicts(data, mei, {})
    propose(data, programme, mei, david)


def test_what_is_stored_is_what_was_said_last_and_others_stay(data: DataFile) -> None:
    ann, ben, cem = (stored_person(data, name) for name in ("Ann A", "Ben B", "Cem C"))
    set_conflicts(data, ann, {ben: PANEL, cem: PANEL})
    set_conflicts(data, ben, {ann: CLOSE, cem: CLOSE})
    assert conflicts(data) == [
        Conflict(ann, ben, CLOSE),
        Conflict(ann, cem, PANEL),
        Conflict(ben, cem, CLOSE),
    ]
    before, words = dump(data), data.undo_words
    with data.words("never"):
        set_conflicts(data, ben, {ann: CLOSE, cem: CLOSE})
    assert (dump(data), data.undo_words) == (before, words)
    remove_people(data, [cem])
    assert conflicts(data) == [Conflict(ann, ben, CLOSE)]
    data.undo()
    assert dump(data) == before


def test_nobody_is_in_conflict_with_themselves_or_with_who_is_gone(data: DataFile) -> None:
    ann = stored_person(data)
    for other, code in ((ann, "conflict-with-self"), (ann + 1, "person-gone")):
        with pytest.raises(KnownError, match=code):
            set_conflicts(data, ann, {other: PANEL})
    assert conflicts(data) == []
