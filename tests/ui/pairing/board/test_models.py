"""The lists decide by themselves what may be dropped on them, and say why not."""

from __future__ import annotations

import json
import os

import pytest
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.scored_board import ScoredBoard, scored_board
from revmentor_desktop.ui.pairing.board.cards import CardMaker
from revmentor_desktop.ui.pairing.board.mime import MIME, held_in, mime_of
from revmentor_desktop.ui.pairing.board.model import CardModel, CardRole, PairsModel, PeopleModel
from revmentor_desktop.ui.pairing.chooser import CandidateModel
from tests.ui.pairing.stage import Cast

MOVE = Qt.DropAction.MoveAction
NOWHERE = QModelIndex()


class Lists:
    """The three models of a board, kept to Qt's rules all along."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.maker = CardMaker()
        self.scored = self.read()
        self.mentors = PeopleModel(Role.MENTOR, self.scored)
        self.leaders = PeopleModel(Role.MENTEE, self.scored)
        self.pairs = PairsModel(self.scored)
        models: tuple[QAbstractListModel, ...] = (self.mentors, self.leaders, self.pairs)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.testers = [QAbstractItemModelTester(model, mode) for model in models]
        self.show()

    @property
    def board(self) -> Board:
        return self.scored.board

    def read(self) -> ScoredBoard:
        return scored_board(self.cast.data, self.cast.programme_id)

    def show(self) -> None:
        self.scored = self.read()
        self.mentors.show(self.scored, self.maker.people(self.board, Role.MENTOR))
        self.leaders.show(self.scored, self.maker.people(self.board, Role.MENTEE))
        self.pairs.show(self.scored, self.maker.pairs(self.scored))

    def held(self, name: str, *, of_pair: bool = False) -> Held:
        participant = self.board.participant(self.cast.ids[name])
        assert participant is not None
        return Held(participant, self.board.pairs_of(participant)[0] if of_pair else None)

    def hold(self, held: Held) -> None:
        for model in (self.mentors, self.pairs, self.leaders):
            model.hold(held)


@pytest.fixture
def lists(cast: Cast) -> Lists:
    return Lists(cast)


def at(model: CardModel, name: str) -> QModelIndex:
    for row in range(model.rowCount()):
        if name in str(model.index(row).data()):
            return model.index(row)
    raise AssertionError(f"{name} is not in this list")


def can_drop(model: CardModel, held: Held, index: QModelIndex) -> bool:
    return model.canDropMimeData(mime_of(held), MOVE, -1, -1, index)


def test_a_mentor_may_be_dropped_on_a_leader_and_the_other_way_round(lists: Lists) -> None:
    assert can_drop(lists.leaders, lists.held("Mei Brown"), at(lists.leaders, "Helen"))
    assert can_drop(lists.mentors, lists.held("Helen Ward"), at(lists.mentors, "Mei"))


def test_nobody_may_be_dropped_on_their_own_list_between_cards_or_in_their_line(
    lists: Lists,
) -> None:
    mei = lists.held("Mei Brown")
    assert not can_drop(lists.mentors, mei, at(lists.mentors, "Jonas"))
    assert not can_drop(lists.mentors, mei, NOWHERE)
    assert not can_drop(lists.leaders, mei, NOWHERE)
    assert not can_drop(lists.leaders, mei, at(lists.leaders, "David"))
    assert not can_drop(lists.leaders, mei, at(lists.leaders, "Rob"))


def test_a_drop_tells_the_change_and_a_forbidden_one_the_reason(lists: Lists) -> None:
    changes: list[Rearrangement] = []
    refused: list[tuple[KnownError, Rearrangement]] = []
    lists.leaders.rearranged.connect(changes.append)
    lists.leaders.refused.connect(lambda *told: refused.append(told))
    mime = mime_of(lists.held("Mei Brown"))
    assert lists.leaders.dropMimeData(mime, MOVE, -1, -1, at(lists.leaders, "Helen"))
    assert not lists.leaders.dropMimeData(mime, MOVE, -1, -1, at(lists.leaders, "David"))
    assert not lists.leaders.dropMimeData(mime, MOVE, -1, -1, NOWHERE)
    names = [(m.person.full_name, e.person.full_name) for m, e in changes[0].joined]
    assert (len(changes), names) == (1, [("Mei Brown", "Helen Ward")])
    ((reason, meant),) = refused
    assert reason.code == "pair-same-line"
    assert meant.joined[0][1].person.full_name == "David Price"


def test_somebody_out_of_a_pair_may_go_back_to_their_own_list_alone(
    cast: Cast, lists: Lists
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    lists.show()
    jonas = lists.held("Jonas Tamm", of_pair=True)
    assert can_drop(lists.mentors, jonas, NOWHERE)
    assert can_drop(lists.mentors, jonas, at(lists.mentors, "Mei"))
    assert not can_drop(lists.leaders, jonas, NOWHERE)
    assert can_drop(lists.leaders, jonas, at(lists.leaders, "David"))
    assert not can_drop(lists.pairs, jonas, at(lists.pairs, "Jonas"))
    assert not can_drop(lists.pairs, jonas, NOWHERE)


def test_onto_a_pair_a_free_person_takes_the_place(cast: Cast, lists: Lists) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    lists.show()
    assert can_drop(lists.pairs, lists.held("Mei Brown"), at(lists.pairs, "Jonas"))
    lists.hold(lists.held("Mei Brown"))
    verdict = at(lists.pairs, "Jonas").data(CardRole.VERDICT)
    assert (verdict.allowed, verdict.instead) == (True, True)
    assert verdict.text == "Takes the place of Jonas Tamm"


def test_while_somebody_is_held_every_card_of_the_other_list_has_a_verdict(lists: Lists) -> None:
    assert at(lists.leaders, "David").data(CardRole.VERDICT) is None
    lists.hold(lists.held("Mei Brown"))
    told = {
        str(lists.leaders.index(row).data()): lists.leaders.index(row).data(CardRole.VERDICT)
        for row in range(lists.leaders.rowCount())
    }
    assert {name: verdict.allowed for name, verdict in told.items()} == {
        "Rob Clarke": False,
        "David Price": False,
        "Helen Ward": True,
    }
    chain = "In one line of management: Mei Brown → Rob Clarke → David Price"
    assert told["David Price"].text == chain
    spoken = at(lists.leaders, "David").data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert spoken == chain
    assert at(lists.mentors, "Jonas").data(CardRole.VERDICT) is None
    assert at(lists.mentors, "Mei").data(CardRole.LIFTED) is True
    assert at(lists.mentors, "Jonas").data(CardRole.LIFTED) is False


def test_the_verdict_names_the_wishes_that_would_be_met(lists: Lists) -> None:
    lists.hold(lists.held("Jonas Tamm"))
    marks = at(lists.leaders, "Helen").data(CardRole.VERDICT).marks
    assert [mark.text for mark in marks] == ["89 fit", "AI tools", "Both Tue am"]


def test_every_card_speaks_who_it_is(cast: Cast, lists: Lists) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    cast.add("Twice Over", Role.MENTOR, {"own_partners": 2})
    cast.pair("Twice Over", "Rob Clarke")
    lists.show()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert at(lists.mentors, "Mei").data(role) == "Mei Brown, mentor, unpaired"
    assert at(lists.mentors, "Twice").data(role) == "Twice Over, mentor, 1 of 2 partners"
    assert at(lists.leaders, "David").data(role) == "David Price, leader, unpaired"
    paired = "Jonas Tamm, mentor, paired with Helen Ward, leader, fit 89, proposed"
    assert at(lists.pairs, "Jonas").data(role) == paired


def test_a_list_that_changes_a_little_keeps_the_place_of_what_stays(
    cast: Cast, lists: Lists
) -> None:
    place = QPersistentModelIndex(at(lists.mentors, "Sána"))
    cast.pair("Jonas Tamm", "Helen Ward")
    lists.show()
    assert place.data() == "Sána Khan"
    assert [lists.mentors.index(row).data() for row in range(2)] == ["Mei Brown", "Sána Khan"]
    assert lists.pairs.rowCount() == 1


def test_a_list_that_changes_a_lot_is_shown_anew(cast: Cast, lists: Lists) -> None:
    for number in range(60):
        cast.add(f"New {number:02}", Role.MENTOR)
    lists.show()
    assert lists.mentors.rowCount() == 63


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"[]",
        b"{}",
        json.dumps({"program": os.getpid(), "person": "1", "pair": None}).encode(),
        json.dumps({"program": os.getpid(), "person": [1], "pair": None}).encode(),
        json.dumps({"program": os.getpid(), "person": 1, "pair": "x"}).encode(),
        json.dumps({"program": os.getpid(), "person": 1, "pair": 99}).encode(),
        json.dumps({"program": os.getpid(), "person": 999, "pair": None}).encode(),
        json.dumps({"program": os.getpid() + 1, "person": 1, "pair": None}).encode(),
    ],
    ids=[
        "nothing",
        "no json",
        "a list",
        "no keys",
        "a person in quotes",
        "a list of people",
        "a pair in words",
        "a pair that is none",
        "a person who is nobody",
        "another program",
    ],
)
def test_what_another_program_drops_is_nobody(lists: Lists, content: bytes) -> None:
    mime = QMimeData()
    mime.setData(MIME, content)
    assert held_in(mime, lists.board) is None
    assert not lists.leaders.canDropMimeData(mime, MOVE, -1, -1, lists.leaders.index(0))


def test_text_and_a_pair_of_others_are_nobody_either(cast: Cast, lists: Lists) -> None:
    text = QMimeData()
    text.setText("Mei Brown")
    assert held_in(text, lists.board) is None
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    lists.show()
    content = {"program": os.getpid(), "person": cast.ids["Mei Brown"], "pair": pair_id}
    mime = QMimeData()
    mime.setData(MIME, json.dumps(content).encode())
    assert held_in(mime, lists.board) is None


def test_the_models_own_mime_data_is_the_card(lists: Lists) -> None:
    index = at(lists.mentors, "Mei")
    held = held_in(lists.mentors.mimeData([index]), lists.board)
    assert held is not None
    assert held.participant.person.full_name == "Mei Brown"
    assert not lists.mentors.mimeData([]).hasFormat(MIME)


def test_candidates_keep_to_the_rules_of_models(lists: Lists) -> None:
    model = CandidateModel(lists.scored, lists.held("Mei Brown"))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [model.index(row).data(role) for row in range(model.rowCount())] == [
        "Helen Ward, fit 0, Can be paired",
        "Rob Clarke, only with a reason: In one line of management: Mei Brown → Rob Clarke",
        "David Price, only with a reason: "
        "In one line of management: Mei Brown → Rob Clarke → David Price",
    ]
    model.narrow("WARD")
    assert model.rowCount() == 1
    model.narrow("nobody")
    assert model.rowCount() == 0
    assert model.candidate(QModelIndex()) is None
