"""The board keeps what is known of fits, and says the same as one read for the first time."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT
from revmentor_desktop.services.pairing.drafts import make_draft
from revmentor_desktop.services.pairing.overriding import override
from revmentor_desktop.services.pairing.proposing import take_apart
from revmentor_desktop.services.pairing.scored_board import (
    Figures,
    ScoredBoard,
    scored_board,
    scored_board_with_other_pairs,
)
from revmentor_desktop.services.people.writing import save_person, set_state
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import person_details, stored_mentor
from tests.services.pairing.stage import Two

TALK = {"offers": ("AI tools",), "slots": (Slot.TUE_AM,)}
HEAR = {"wants": ("AI tools",), "slots": (Slot.TUE_AM,)}


def told(data: DataFile, two: Two) -> None:
    """Let Jonas and Helen say something about themselves."""
    save_person(data, two.jonas, person_details("Jonas Tamm", **TALK))
    save_person(data, two.helen, person_details("Helen Ward", **HEAR))


def fits(scored: ScoredBoard) -> list[int]:
    return [scored.fit_of(pair).total for pair in scored.board.pairs]


def test_a_pair_has_the_fit_that_the_matrix_says(data: DataFile, two: Two) -> None:
    told(data, two)
    scored = scored_board(data, two.programme)
    for pair in scored.board.pairs:
        (_, row), (_, column) = map(scored.scores.place, pair.couple)
        assert scored.scores.total(row, column) == scored.fit_of(pair).total
    assert fits(scored)[0] == 0 < fits(scored)[1]


def test_figures_leave_out_pairs_of_whom_nothing_is_known(data: DataFile, two: Two) -> None:
    assert scored_board(data, two.programme).figures == Figures(None, None, 2)
    told(data, two)
    scored = scored_board(data, two.programme)
    assert scored.figures == Figures(fits(scored)[1], fits(scored)[1], 1, fits(scored)[1])
    assert [pair.mentor.person.id for pair in scored.fairness().lowest] == [two.jonas]
    nobody = replace(scored.board, pairs=())
    assert ScoredBoard(nobody, scored.choices).figures == Figures(None, None, 0)


def test_other_pairs_cost_neither_fits_nor_the_matrix(data: DataFile, two: Two) -> None:
    told(data, two)
    first = scored_board(data, two.programme)
    matrix, kept = first.scores, first.fit_of(first.board.pairs[1])
    take_apart(data, two.programme, [two.pairs[0]])
    second = scored_board_with_other_pairs(data, two.programme, first)
    assert [pair.id for pair in second.board.pairs] == [two.pairs[1]]
    assert second.fit_of(second.board.pairs[0]) is kept
    assert second.scores is matrix


def test_a_changed_person_is_scored_anew_and_nobody_else(data: DataFile, two: Two) -> None:
    told(data, two)
    first = scored_board(data, two.programme)
    row = first.scores.totals[0]
    assert fits(first)
    save_person(data, two.jonas, person_details("Jonas Tamm", offers=("Data",)))
    second = scored_board(data, two.programme, first)
    afresh = scored_board(data, two.programme)
    assert fits(second) == fits(afresh) != fits(first)
    assert second.scores.rows() == afresh.scores.rows()
    assert second.scores.totals[0] is row


def test_an_exception_from_a_rule_reaches_the_matrix(data: DataFile, two: Two) -> None:
    for one, name in ((two.mei, "Mei Brown"), (two.helen, "Helen Ward")):
        save_person(data, one, person_details(name, department="IT"))
    first = scored_board(data, two.programme)
    mentors = [one.person.id for one in first.scores.mentors]
    leaders = [one.person.id for one in first.scores.leaders]
    cell = mentors.index(two.mei), leaders.index(two.helen)
    assert first.scores.is_forbidden(*cell)
    override(data, two.programme, two.mei, two.helen, ["department"], "Both asked for it")
    second = scored_board(data, two.programme, first)
    assert not second.scores.is_forbidden(*cell)


def test_somebody_new_or_other_weights_mean_another_matrix(data: DataFile, two: Two) -> None:
    told(data, two)
    first = scored_board(data, two.programme)
    assert len(first.scores.mentors) == 2
    new = stored_mentor(data, two.programme, "Sána Khan")
    second = scored_board(data, two.programme, first)
    assert new in [one.person.id for one in second.scores.mentors]
    save_section(data, two.programme, "pairing", PairingChoices(weights={"interests": 10}))
    third = scored_board(data, two.programme, second)
    assert [one.key for one in third.criteria] == ["interests"]
    assert third.fit_of(third.board.pairs[1]).total == 0


def test_what_is_made_of_special_category_answers_is_confidential(data: DataFile, two: Two) -> None:
    belief = OwnField(key="own-1", label="Belief", is_special=True, special_purpose="To learn")
    diet = OwnField(key="own-2", label="Diet")
    own = tuple(
        OwnCriterion(field=key, kind=OwnCriterionKind.SAME, weight=5) for key in ("own-1", "own-2")
    )
    choices = PairingChoices(
        own_criteria=own, style_field="own-1", difference_fields=("department", "own-1")
    )
    save_section(data, two.programme, "taking_part", TakingPart(own_fields=(belief, diet)))
    save_section(data, two.programme, "pairing", choices)
    scored = scored_board(data, two.programme)
    assert scored.confidential == {own[0].key, "style", "difference"}
    assert scored.own_criterion(own[1].key) == own[1]
    assert scored.own_criterion("place") is None


def test_everybody_of_a_role_is_in_the_matrix_whoever_is_away(data: DataFile, two: Two) -> None:
    set_state(data, two.programme, [two.mei], ParticipationState.WITHDRAWN)
    scored = scored_board(data, two.programme)
    assert two.mei in [one.person.id for one in scored.scores.mentors]
    assert two.mei not in [one.person.id for one in scored.board.side(Role.MENTOR)]
    assert fits(scored) == [0, 0]


def test_any_draft_is_scored_or_the_agreed_pairs_alone(data: DataFile, two: Two) -> None:
    told(data, two)
    first = scored_board(data, two.programme)
    make_draft(data, two.programme, "Another")
    assert scored_board(data, two.programme).board.pairs == ()
    assert first.board.draft is not None
    again = scored_board(data, two.programme, draft_id=first.board.draft.id)
    assert fits(again) == fits(first)
    assert scored_board(data, two.programme, draft_id=NO_DRAFT).board.draft is None


def test_another_number_of_partners_costs_neither_fits_nor_the_matrix(
    data: DataFile, two: Two
) -> None:
    told(data, two)
    for number in range(30):
        stored_mentor(data, two.programme, f"Mentor {number}")
    first = scored_board(data, two.programme)
    matrix, kept = first.scores, first.fit_of(first.board.pairs[1])
    save_section(data, two.programme, "pairing", PairingChoices(mentor_partners=2))
    second = scored_board(data, two.programme, first)
    assert second.fit_of(second.board.pairs[1]) is kept
    assert second.scores.totals is matrix.totals
    assert {one.participation.most_partners for one in second.scores.mentors} == {2}
    assert len(second.board.waiting(Role.MENTOR)) == 32
