"""Named plans side by side: made, copied, renamed, removed, shown; agreed pairs stand in all."""

from __future__ import annotations

import pytest

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import aim_of, compare
from revmentor_desktop.domain.pairing_rules import breaches
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, draft_of, drafts, shown_draft
from revmentor_desktop.services.pairing.drafts import (
    aim_at,
    copy_draft,
    make_draft,
    remove_draft,
    rename_draft,
    show_draft,
)
from revmentor_desktop.services.pairing.ending import pause
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.proposing import (
    propose,
    rearrange,
    set_locked,
    take_apart,
)
from revmentor_desktop.services.pairing.reading import agreed_pairs, board, pairs
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from tests.builders import dump, stored_programme
from tests.services.pairing.stage import Two, names


def shown_name(data: DataFile, programme: int) -> str:
    shown = shown_draft(data, programme)
    return shown.name if shown else ""


def test_drafts_are_named_one_after_the_other(data: DataFile, programme: int) -> None:
    assert shown_draft(data, programme) is None
    for _ in range(2):
        make_draft(data, programme)
    assert [one.name for one in drafts(data, programme)] == ["Draft 1", "Draft 2"]
    assert shown_name(data, programme) == "Draft 2"
    with pytest.raises(KnownError, match="programme-gone"):
        make_draft(data, programme + 1)


@pytest.mark.parametrize(
    ("name", "code"),
    [(" ", "draft-name-missing"), ("DRAFT 1", "draft-name-taken"), ("x" * 201, "text-too-long")],
)
def test_a_name_is_there_once_and_not_endless(
    data: DataFile, programme: int, name: str, code: str
) -> None:
    make_draft(data, programme)
    second = make_draft(data, programme)
    with pytest.raises(KnownError, match=code):
        rename_draft(data, second, name)
    rename_draft(data, second, " draft 2 ")
    assert shown_name(data, programme) == "draft 2"
    make_draft(data, stored_programme(data), "draft 2")


def test_a_copy_has_the_same_proposals_under_numbers_of_their_own(data: DataFile, two: Two) -> None:
    set_locked(data, two.programme, two.pairs[:1], locked=True)
    (first,) = drafts(data, two.programme)
    made = copy_draft(data, first.id, "Plan B")
    copied = pairs(data, two.programme, made)
    assert names(copied) == two.names
    assert [one.is_locked for one in copied] == [True, False]
    assert not {one.id for one in copied} & set(two.pairs)
    assert shown_name(data, two.programme) == "Plan B"
    with pytest.raises(KnownError, match="draft-gone"):
        copy_draft(data, made + 1)


def test_a_new_draft_aims_at_everyone_and_a_copy_at_what_its_source_does(
    data: DataFile, programme: int
) -> None:
    first = make_draft(data, programme)
    (there,) = drafts(data, programme)
    assert (there.aim, there.floor) == (Aim.EVERYONE, 5_000)
    assert aim_of(there) == aim_of(None) == (Aim.EVERYONE, 0)
    with data.transaction() as session:
        aim_at(session, first, Aim.FIT, 7_000)
    copy_draft(data, first)
    copied = shown_draft(data, programme)
    assert copied is not None
    assert aim_of(copied) == (Aim.FIT, 7_000)
    assert draft_of(data, programme, first) == drafts(data, programme)[0]
    assert draft_of(data, programme, None) == copied
    assert draft_of(data, programme, NO_DRAFT) is None


def test_removing_a_draft_takes_its_proposals_and_leaves_what_is_agreed(
    data: DataFile, two: Two
) -> None:
    agree(data, two.programme, two.pairs[:1], today())
    (first,) = drafts(data, two.programme)
    before = dump(data)
    remove_draft(data, first.id)
    assert names(pairs(data, two.programme)) == two.names[:1]
    assert drafts(data, two.programme) == []
    data.undo()
    assert dump(data) == before
    remove_draft(data, first.id)
    for change in (remove_draft, show_draft):
        with pytest.raises(KnownError, match="draft-gone"):
            change(data, first.id)


def test_which_draft_is_shown_is_no_step_of_undo(data: DataFile, two: Two) -> None:
    with data.words("Make a draft"):
        second = make_draft(data, two.programme)
    (first, _) = drafts(data, two.programme)
    with data.words("never"):
        show_draft(data, first.id)
    assert data.undo_words == "Make a draft"
    assert board(data, two.programme).draft == shown_draft(data, two.programme)
    assert shown_name(data, two.programme) == first.name
    show_draft(data, second)
    data.undo()
    assert shown_name(data, two.programme) == first.name  # the newest, as the second is gone


def test_undo_and_redo_look_at_the_draft_that_they_change(data: DataFile, two: Two) -> None:
    (first,) = drafts(data, two.programme)
    other = stored_programme(data)
    elsewhere = make_draft(data, other, "Left alone")
    make_draft(data, other)
    second = make_draft(data, two.programme, "Plan B")
    show_draft(data, first.id)
    take_apart(data, two.programme, two.pairs[:1])
    show_draft(data, elsewhere)
    for turn, proposals in ((data.undo, 2), (data.redo, 1)):
        show_draft(data, second)
        assert "shown_draft" in turn()
        shown = shown_draft(data, two.programme)
        assert shown is not None
        assert (shown.id, shown.proposals) == (first.id, proposals)
        assert shown_name(data, other) == "Left alone"


def test_a_draft_that_comes_back_is_looked_at_and_so_is_what_a_copy_was_made_of(
    data: DataFile, two: Two
) -> None:
    (first,) = drafts(data, two.programme)
    make_draft(data, two.programme, "Newest")
    show_draft(data, first.id)
    copy_draft(data, first.id, "Copy")
    data.undo()
    assert shown_name(data, two.programme) == first.name
    data.redo()
    assert shown_name(data, two.programme) == "Copy"
    show_draft(data, first.id)
    remove_draft(data, first.id)
    assert shown_name(data, two.programme) == "Copy"
    data.undo()
    assert shown_name(data, two.programme) == first.name
    data.redo()
    assert shown_name(data, two.programme) == "Copy"


def test_undo_of_what_is_in_no_draft_leaves_the_one_that_is_looked_at(
    data: DataFile, two: Two
) -> None:
    agree(data, two.programme, two.pairs[:1], today())
    second = make_draft(data, two.programme, "Plan B")
    pause(data, two.programme, two.pairs[:1])
    show_draft(data, drafts(data, two.programme)[0].id)
    assert data.undo() == {"pair"}
    show_draft(data, second)
    assert data.redo() == {"pair"}
    assert shown_name(data, two.programme) == "Plan B"


def test_agreed_pairs_stand_in_every_draft(data: DataFile, two: Two) -> None:
    make_draft(data, two.programme)
    assert names(pairs(data, two.programme)) == []
    agree(data, two.programme, two.pairs[:1], today())
    assert names(pairs(data, two.programme)) == two.names[:1]


def test_the_same_two_are_no_proposal_elsewhere_once_they_are_agreed(
    data: DataFile, two: Two
) -> None:
    (first,) = drafts(data, two.programme)
    copied = copy_draft(data, first.id)
    before = dump(data)
    agree(data, two.programme, two.pairs, today())
    assert [one.proposals for one in drafts(data, two.programme)] == [0, 0]
    assert names(pairs(data, two.programme, copied)) == two.names
    data.undo()
    assert dump(data) == before


def test_what_no_longer_fits_another_draft_stays_there_and_is_marked(
    data: DataFile, two: Two
) -> None:
    other = make_draft(data, two.programme)
    propose(data, two.programme, two.mei, two.helen)
    agree(data, two.programme, two.pairs[:1], today())
    shown = board(data, two.programme, other)
    assert names(shown.pairs) == [("Mei Brown", "David Price"), ("Mei Brown", "Helen Ward")]
    assert [
        [
            error.code
            for error in breaches(one.mentor, one.mentee, facts(data, two.programme, other))
        ]
        for one in shown.pairs
    ] == [[], ["pair-over-full"]]
    assert shown.ready() == []


def test_two_drafts_are_compared(data: DataFile, two: Two) -> None:
    (first,) = drafts(data, two.programme)
    second = copy_draft(data, first.id)
    before = pairs(data, two.programme, first.id)
    assert compare(before, pairs(data, two.programme, second)).moves == ()
    copied = [one.id for one in pairs(data, two.programme, second)]
    rearrange(data, two.programme, copied, [(two.mei, two.helen)])
    found = compare(before, pairs(data, two.programme, second))
    assert (found.same, names(found.only_second)) == ((), [("Mei Brown", "Helen Ward")])
    assert names(found.only_first) == two.names
    assert {
        move.participant.person.full_name: tuple(
            tuple(one.person.full_name for one in side) for side in (move.before, move.after)
        )
        for move in found.moves
    } == {
        "Mei Brown": (("David Price",), ("Helen Ward",)),
        "David Price": (("Mei Brown",), ()),
        "Jonas Tamm": (("Helen Ward",), ()),
        "Helen Ward": (("Jonas Tamm",), ("Mei Brown",)),
    }
    assert agreed_pairs(data, two.programme) == []
