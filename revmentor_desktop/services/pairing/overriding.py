"""Rules set aside for two people with a written reason; each change is one undo step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlmodel import Session, select

from revmentor_desktop.domain.overrides import Override, checked_override
from revmentor_desktop.domain.pairing_rules import rules_against
from revmentor_desktop.domain.pairs import PairOrigin, couple_of
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.services.pairing.drafts import draft_called
from revmentor_desktop.services.pairing.facts import facts
from revmentor_desktop.services.pairing.proposing import Change, Couple, rearranged
from revmentor_desktop.services.pairing.rows import both_of, rows_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.tables import PairOverrideRow
from revmentor_desktop.system.clock import today


def override(
    data: DataFile,
    programme_id: int,
    mentor_person: int,
    mentee_person: int,
    rules: Iterable[str],
    reason: str,
) -> None:
    """Set rules aside for two participants, by person ids, in every draft of the programme.

    Raises KnownError ``override-not-possible``, ``override-needs-reason``, ``text-too-long`` or
    ``not-taking-part``.
    """
    with data.transaction() as session:
        both = both_of(data, programme_id, (mentor_person, mentee_person))
        _set_aside(session, programme_id, both, rules, reason)


def withdraw_overrides(
    data: DataFile,
    programme_id: int,
    mentor_person: int,
    mentee_person: int,
    rules: Iterable[str],
) -> None:
    """Let rules hold again for two participants; if they are paired, the pair is marked.

    Raises KnownError ``not-taking-part``.
    """
    with data.transaction() as session:
        both = both_of(data, programme_id, (mentor_person, mentee_person))
        for rule in rules:
            row = _stored(session, both, rule)
            if row is not None:
                session.delete(row)


def rearrange_anyway(
    data: DataFile,
    programme_id: int,
    parted: Collection[int],
    joined: Sequence[Couple],
    reason: str,
    *,
    origin: PairOrigin = PairOrigin.BOARD,
) -> list[int]:
    """Do what `proposing.rearrange` does, with the rules against it set aside for that reason.

    Returns the ids of the new pairs. Raises KnownError ``override-needs-reason``,
    ``text-too-long``, and what `rearrange` raises for what no reason sets aside.
    """
    change = Change(programme_id=programme_id, parted=parted, joined=joined, origin=origin)
    with data.transaction() as session:
        return _rearranged_anyway(data, session, change, reason)


def propose_in(
    data: DataFile,
    programme_id: int,
    draft: str,
    couple: Couple,
    *,
    origin: PairOrigin = PairOrigin.BOARD,
    reason: str = "",
) -> int:
    """Propose to pair two participants in the draft of a name, made first where there is none.

    With a `reason` the rules against it are set aside. Returns the pair's id. Raises what
    `proposing.propose` does, ``draft-name-missing``, ``text-too-long`` or ``programme-gone``.
    """
    with data.transaction() as session:
        change = Change(
            programme_id=programme_id,
            joined=[couple],
            draft_id=draft_called(session, programme_id, draft),
            origin=origin,
        )
        (made,) = arranged(data, session, change, reason)
        return made


def arranged(data: DataFile, session: Session, change: Change, reason: str) -> list[int]:
    """Do what `proposing.rearrange` does within a transaction that is under way.

    With a `reason` it is what `rearrange_anyway` does.
    """
    if not reason:
        return rearranged(data, session, change)
    return _rearranged_anyway(data, session, change, reason)


def set_aside_against(data: DataFile, session: Session, change: Change, reason: str) -> None:
    """Set aside what forbids the couples of a change, in a transaction that is under way.

    Raises KnownError ``override-needs-reason`` or ``text-too-long``.
    """
    programme_id = change.programme_id
    gone = rows_of(session, programme_id, change.parted)
    known = facts(data, programme_id, change.draft_id)
    known = known.after([(row.mentor_id, row.mentee_id) for row in gone])
    for couple in change.joined:
        both = both_of(data, programme_id, couple)
        against = [rule for rule, _ in rules_against(*both, known)]
        _set_aside(session, programme_id, both, against, reason)
        known = known.after((), [couple_of(*both)])
    session.flush()  # what follows reads by plain SQL


def _rearranged_anyway(data: DataFile, session: Session, change: Change, reason: str) -> list[int]:
    set_aside_against(data, session, change, reason)
    return rearranged(data, session, change)


def _set_aside(
    session: Session,
    programme_id: int,
    both: tuple[Participant, Participant],
    rules: Iterable[str],
    reason: str,
) -> None:
    mentor_id, mentee_id = couple_of(*both)
    for rule in dict.fromkeys(rules):  # one can stand against both of two people
        wanted = checked_override(
            Override(
                mentor_id=mentor_id, mentee_id=mentee_id, rule=rule, reason=reason, day=today()
            )
        )
        row = _stored(session, both, rule) or PairOverrideRow(
            programme_id=programme_id,
            mentor_id=mentor_id,
            mentee_id=mentee_id,
            rule=rule,
            reason=wanted.reason,
            made_on=wanted.day,
        )
        row.reason, row.made_on = wanted.reason, wanted.day
        session.add(row)


def _stored(
    session: Session, both: tuple[Participant, Participant], rule: str
) -> PairOverrideRow | None:
    mentor_id, mentee_id = couple_of(*both)
    return session.exec(
        select(PairOverrideRow).where(
            PairOverrideRow.mentor_id == mentor_id,
            PairOverrideRow.mentee_id == mentee_id,
            PairOverrideRow.rule == rule,
        )
    ).one_or_none()
