"""A programme's plan of pairs as it goes on paper for the sponsor, and into a spreadsheet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Final

from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.pairing_list import (
    list_words,
    pairing_list_line,
    pairing_list_pdf,
    pairing_list_text,
    pairing_list_title,
)
from revmentor_desktop.documents.pairing_list_values import (
    KEY,
    PlanPair,
    PlanPerson,
    PlanValues,
    Unpaired,
)
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.hard_rules import UNCONFIRMED_STATES
from revmentor_desktop.domain.pairing_rules import objection
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.people import Person, by_surname
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.matching.scoring_fit import Fit, whole_points
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.plan_words import PlanWords
from revmentor_desktop.services.documents.setup_papers import setup_values
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, drafts
from revmentor_desktop.services.pairing.reading import agreed_pairs
from revmentor_desktop.services.pairing.scored_board import (
    ScoredBoard,
    figures_of_fits,
    scored_board,
)
from revmentor_desktop.services.programmes.reading import organisation, organisation_logo, programme
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today

_MARK_LENGTH: Final = 16
_SOME_DAY: Final = date(2000, 1, 1)
"""Stands for the day on which a list is made, which does not change what it says."""
_POINT: Final = 100


@dataclass(frozen=True)
class PairingList:
    """The list of a plan's pairs as a paper: what it says, and what of it cannot be printed."""

    values: PlanValues

    key = KEY

    @property
    def title(self) -> str:
        """What the paper is called."""
        return pairing_list_title(self.values)

    @property
    def line(self) -> str:
        """What it is for, in one line."""
        return pairing_list_line(self.values)

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return file_name(f"{self.title} {self.values.setup.details.name}")

    @cached_property
    def unprintable(self) -> str:
        """The characters that no font of the program has, in order of first use."""
        return unprintable(pairing_list_text(self.values), self.values.setup.organisation)

    @cached_property
    def wording(self) -> str:
        """A mark that is the same as long as the list says the same."""
        said = pairing_list_text(replace(self.values, made_on=_SOME_DAY))
        return hashlib.sha256(said.encode()).hexdigest()[:_MARK_LENGTH]

    def pdf(self, form: PaperFormat = USUAL) -> bytes:
        """Return it as a PDF file."""
        return pairing_list_pdf(self.values, paper=form.paper, styles=form.styles)


def pairing_list(data: DataFile, programme_id: int, draft_id: int | None = None) -> PairingList:
    """Return the list of a draft's pairs and the agreed ones; of the draft looked at, unless told.

    ``NO_DRAFT`` gives the agreed pairs alone. Raises KnownError ``plan-without-pairs``,
    ``plan-nothing-agreed`` or ``programme-gone``.
    """
    with data.still():
        scored = scored_board(data, programme_id, draft_id=draft_id)
        found, decided = programme(data, programme_id), plan(data, programme_id)
        owner, mark = organisation(data), organisation_logo(data)
    if not scored.board.pairs:
        raise KnownError("plan-nothing-agreed" if draft_id == NO_DRAFT else "plan-without-pairs")
    details = ProgrammeDetails(
        **{field.name: getattr(found, field.name) for field in fields(ProgrammeDetails)}
    )
    empty = PlanValues(setup=setup_values(details, decided, owner, [], mark), made_on=today())
    words = PlanWords(list_words(empty), scored, decided)
    return PairingList(_filled(empty, scored, words))


def plans_with_pairs(data: DataFile, programme_id: int) -> dict[int, str]:
    """Return of which plans there is something to list: drafts by id, with their names.

    Where there are agreed pairs, ``NO_DRAFT`` stands for them alone, without a name.
    """
    found = {one.id: one.name for one in drafts(data, programme_id) if one.proposals}
    return found | ({NO_DRAFT: ""} if agreed_pairs(data, programme_id) else {})


def _filled(empty: PlanValues, scored: ScoredBoard, words: PlanWords) -> PlanValues:
    board = scored.board
    figures = figures_of_fits(scored.told_fit(pair) for pair in board.pairs)
    return replace(
        empty,
        draft=board.draft.name if board.draft else "",
        aim=words.aim(),
        pairs=tuple(_pair(pair, scored, words) for pair in sorted(board.pairs, key=_order)),
        unpaired=tuple(
            _unpaired(one, scored, words)
            for role in Role
            for one in sorted(board.waiting(role), key=_by_name)
        ),
        leaders=len(board.side(Role.MENTEE)),
        leaders_paired=board.paired(Role.MENTEE),
        total=figures.total / _POINT,
        average=_points(figures.mean),
        lowest=_points(figures.lowest),
        criteria=words.criteria(),
        in_confidence=words.in_confidence(),
        rules=words.binding(),
    )


def _pair(pair: Pair, scored: ScoredBoard, words: PlanWords) -> PlanPair:
    fit = scored.told_fit(pair)
    set_aside, broken = words.rules(pair)
    return PlanPair(
        reference=pair.reference,
        mentor=_person(pair.mentor.person),
        leader=_person(pair.mentee.person),
        state=pair.state,
        fit=whole_points(fit.total) if fit.is_known else None,
        professional=_points(fit.professional),
        personal=_points(fit.personal),
        points=_points_of(fit, words),
        reasons=words.reasons(pair),
        concerns=words.concerns(pair),
        set_aside=set_aside,
        broken=broken,
        agreed_on=pair.agreed_on,
        mentor_asked_on=pair.mentor_asked_on,
        leader_asked_on=pair.mentee_asked_on,
        is_locked=pair.is_locked,
        origin=words.words.around(f"origin_{pair.origin}"),
    )


def _points(hundredths: int | None) -> int | None:
    return None if hundredths is None else whole_points(hundredths)


def _points_of(fit: Fit, words: PlanWords) -> tuple[int | None, ...]:
    points = {part.criterion: _points(part.points) for part in fit.parts}
    return tuple(points.get(one.key) for one in words.told)


def _person(person: Person) -> PlanPerson:
    return PlanPerson(
        name=person.full_name or person.email,
        email=person.email,
        job=person.job_title,
        department=person.department,
        site=person.site,
    )


def _unpaired(one: Participant, scored: ScoredBoard, words: PlanWords) -> Unpaired:
    is_mentor = one.participation.role is Role.MENTOR
    partners = scored.board.facts.partners_of(one.participation.id)
    return Unpaired(
        person=_person(one.person),
        is_mentor=is_mentor,
        partners=partners,
        most_partners=one.participation.most_partners,
        why="" if is_mentor or partners else words.words.around(f"left_{_why(one, scored)}"),
    )


def _why(leader: Participant, scored: ScoredBoard) -> str:
    """Return why a leader has no partner, as the name of its words.

    Which rules leave nobody is not told: some are private.
    """
    board = scored.board
    if board.takes_nobody(leader):
        return "paused"
    if leader.participation.state is ParticipationState.WITHDRAWN:
        return "withdrawn"
    if leader.participation.state in UNCONFIRMED_STATES and "confirmed" in board.facts.rules:
        return "unconfirmed"
    free = board.free(Role.MENTOR)
    if not free:
        return "none_free"
    is_open = any(objection(mentor, leader, board.facts) is None for mentor in free)
    return "open" if is_open else "ruled_out"


def _order(pair: Pair) -> tuple[tuple[str, str, int], int]:
    return _by_name(pair.mentee), pair.id


def _by_name(one: Participant) -> tuple[str, str, int]:
    return by_surname(one.person)
