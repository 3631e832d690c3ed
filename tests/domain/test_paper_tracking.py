"""How a paper stands follows from what left the program and what was noted."""

from __future__ import annotations

from datetime import date

import pytest

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark, Stage, Standing, marks_of, standing_of

A, B, C, DUE = (date(2027, 1, day) for day in (5, 9, 14, 12))
PRINTED, OLD = (A, False), (A, True)
PACK, AGREEMENT = PaperKind.MENTOR_PACK, PaperKind.AGREEMENT
GIVEN = {Mark.HANDED_OUT: B}
ONE = {Mark.MENTEE_SIGNED: B}
SIGNED = {**GIVEN, Mark.MENTOR_SIGNED: B}
BOTH = {**SIGNED, Mark.MENTEE_SIGNED: C}


@pytest.mark.parametrize(
    ("kind", "marks", "issued", "today", "stands"),
    [
        (PACK, {}, None, C, Standing(PACK, Stage.NOT_MADE)),
        (PACK, {}, PRINTED, C, Standing(PACK, Stage.PRINTED, A)),
        (PACK, GIVEN, PRINTED, C, Standing(PACK, Stage.HANDED_OUT, B)),
        (PACK, GIVEN, None, C, Standing(PACK, Stage.HANDED_OUT, B)),
        (PACK, {**GIVEN, Mark.SENT: A}, PRINTED, C, Standing(PACK, Stage.HANDED_OUT, B)),
        (PACK, {**GIVEN, Mark.SENT: C}, PRINTED, C, Standing(PACK, Stage.SENT, C)),
        (PACK, GIVEN, OLD, C, Standing(PACK, Stage.OLD_WORDING, A)),
        (AGREEMENT, {}, None, C, Standing(AGREEMENT, Stage.NOT_MADE)),
        (AGREEMENT, {}, PRINTED, DUE, Standing(AGREEMENT, Stage.PRINTED, A)),
        (AGREEMENT, {}, PRINTED, C, Standing(AGREEMENT, Stage.OVERDUE, DUE)),
        (AGREEMENT, GIVEN, PRINTED, DUE, Standing(AGREEMENT, Stage.HANDED_OUT, B)),
        (AGREEMENT, SIGNED, PRINTED, DUE, Standing(AGREEMENT, Stage.MENTOR_SIGNED, B)),
        (
            AGREEMENT,
            {Mark.MENTEE_SIGNED: B},
            None,
            DUE,
            Standing(AGREEMENT, Stage.MENTEE_SIGNED, B),
        ),
        (AGREEMENT, BOTH, PRINTED, DUE, Standing(AGREEMENT, Stage.BOTH_SIGNED, C)),
        (AGREEMENT, BOTH, OLD, C, Standing(AGREEMENT, Stage.OVERDUE, DUE)),
        (AGREEMENT, {**BOTH, Mark.BACK: C}, OLD, C, Standing(AGREEMENT, Stage.BACK, C)),
    ],
)
def test_the_weightiest_is_said(
    kind: PaperKind,
    marks: dict[Mark, date],
    issued: tuple[date, bool] | None,
    today: date,
    stands: Standing,
) -> None:
    assert standing_of(kind, marks, issued, DUE, today) == stands


def test_without_a_day_nothing_is_overdue() -> None:
    assert standing_of(AGREEMENT, {}, PRINTED, None, date(2030, 1, 1)).stage is Stage.PRINTED


@pytest.mark.parametrize(
    ("stage", "is_missing"),
    [
        (Stage.PRINTED, True),
        (Stage.OLD_WORDING, True),
        (Stage.HANDED_OUT, False),
        (Stage.SENT, False),
    ],
)
def test_what_still_waits_is_missing(stage: Stage, is_missing: bool) -> None:
    assert Standing(PACK, stage).is_missing is is_missing


@pytest.mark.parametrize("stage", [Stage.HANDED_OUT, Stage.SENT])
def test_an_agreement_that_was_only_given_is_missing(stage: Stage) -> None:
    assert Standing(AGREEMENT, stage).is_missing


def test_only_what_comes_back_is_signed() -> None:
    assert marks_of(PACK) == (Mark.HANDED_OUT, Mark.SENT)
    assert marks_of(AGREEMENT) == tuple(Mark)
