"""What if: a change tried in a copy of the draft that is looked at, which stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairing_drafts import trial_name
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.draft_reading import NO_DRAFT, drafts, shown_draft
from revmentor_desktop.services.pairing.drafts import (
    STEM,
    Copied,
    copied,
    insert_draft,
    show_within,
)
from revmentor_desktop.services.pairing.overriding import arranged
from revmentor_desktop.services.pairing.proposing import Change
from revmentor_desktop.services.pairing.rows import rows_of
from revmentor_desktop.storage.data_file import DataFile

WHAT_IF: Final = "what if"
"""What the name of such a copy ends with."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The draft that something was tried in a copy of, and the copy, by their numbers.

    `before` is ``NO_DRAFT`` where there was none: the copy then began with the agreed pairs alone.
    """

    before: int
    after: int


def try_in_copy(
    data: DataFile,
    programme_id: int,
    change: Rearrangement,
    *,
    reason: str = "",
    unlocked: Pair | None = None,
) -> Trial:
    """Copy the draft that is looked at, make a change there, and look at the copy, as one step.

    With a `reason` the rules against the change are set aside. The proposal `unlocked` is not
    locked in the copy. Raises KnownError with the reason
    when a pairing rule forbids it, ``pair-is-agreed``, ``pair-is-locked`` or ``pair-gone``;
    everything stays as it was then.
    """
    joined = [(mentor.person.id, mentee.person.id) for mentor, mentee in change.joined]
    with data.transaction() as session:
        shown = shown_draft(data, programme_id)
        taken = [one.name for one in drafts(data, programme_id)]
        name = trial_name(shown.name if shown else STEM, WHAT_IF, taken)
        if shown is None:
            made = Copied(insert_draft(session, programme_id, name), {})
            show_within(session, programme_id, made.id)
        else:
            made = copied(session, shown.id, name)
        if unlocked is not None:
            for row in rows_of(session, programme_id, [_in_copy(unlocked, made)]):
                row.is_locked = False
        wanted = Change(
            programme_id=programme_id,
            parted=[_in_copy(pair, made) for pair in change.parted],
            joined=joined,
            draft_id=made.id,
        )
        session.flush()  # what follows reads by plain SQL
        arranged(data, session, wanted, reason)
        return Trial(shown.id if shown else NO_DRAFT, made.id)


def _in_copy(pair: Pair, made: Copied) -> int:
    """Return the number of a pair in the copy.

    What is agreed stands in no draft, and is refused under its own number.
    """
    if not pair.is_proposed:
        return pair.id
    if pair.id not in made.pairs:
        raise KnownError("pair-gone")
    return made.pairs[pair.id]
