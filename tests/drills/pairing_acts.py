"""What an officer does with pairs: drafts, proposals, agreement, end, exceptions, shortlists."""

from __future__ import annotations

from datetime import date
from typing import Final

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.pairs import EndReason, PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.pairing_choices import RULES
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.situation import Extent
from revmentor_desktop.services.pairing import (
    agreeing,
    applying,
    drafts,
    ending,
    overriding,
    proposing,
    shortlists,
    suggesting,
)
from revmentor_desktop.services.people import conflicts
from tests.drills.acts import Acts

PAIRING_ACTIONS: Final = (
    *["propose"] * 8,
    *["take_apart"] * 2,
    *["rearrange"] * 4,
    *["lock"] * 2,
    "make_draft",
    *["copy_draft"] * 2,
    "rename_draft",
    "remove_draft",
    *["agree_pairs"] * 4,
    *["agree_at_once"] * 2,
    *["ask"] * 2,
    *["pause"] * 2,
    *["resume"] * 3,
    *["end"] * 2,
    *["override"] * 2,
    "withdraw_override",
    *["pair_anyway"] * 4,
    *["offer"] * 3,
    *["choose"] * 4,
    "withdraw_offer",
    *["declare_conflicts"] * 2,
    *["suggest"] * 3,
)
"""The acts below, the more often the more often they stand here."""


class PairingActs(Acts):
    """Acts on pairs."""

    def propose(self) -> None:
        programme = self._lively_programme()
        proposing.propose(self.data, programme, *self._couple(programme))

    def take_apart(self) -> None:
        proposing.take_apart(self.data, *self._pairs(PairState.PROPOSED))

    def rearrange(self) -> None:
        programme, parted = self._pairs(PairState.PROPOSED)
        joined = [self._couple(programme) for _ in range(self.random.randint(1, 2))]
        proposing.rearrange(self.data, programme, parted[:1], joined)

    def lock(self) -> None:
        locked = self.random.random() < 0.3
        proposing.set_locked(self.data, *self._pairs(PairState.PROPOSED), locked=locked)

    def make_draft(self) -> None:
        drafts.make_draft(self.data, self._lively_programme(), self._draft_name())

    def copy_draft(self) -> None:
        drafts.copy_draft(self.data, self._one("pairing_draft"), self._draft_name())

    def rename_draft(self) -> None:
        name = f"Plan {self.random.randrange(40)}"
        drafts.rename_draft(self.data, self._one("pairing_draft"), name)

    def remove_draft(self) -> None:
        drafts.remove_draft(self.data, self._one("pairing_draft"))

    def show_draft(self) -> None:
        """Look at another draft, which is no step of undo and so none of the actions."""
        drafts.show_draft(self.data, self._one("pairing_draft"))

    def agree_pairs(self) -> None:
        programme, chosen = self._pairs(PairState.PROPOSED)
        asked = self.random.choice((None, self._day()))
        agreeing.agree(self.data, programme, chosen, self._day(), mentor_asked_on=asked)

    def agree_at_once(self) -> None:
        programme = self._lively_programme()
        agreeing.agree_at_once(self.data, programme, *self._couple(programme))

    def ask(self) -> None:
        role, day = self.random.choice(list(Role)), self.random.choice((None, self._day()))
        agreeing.note_asked(self.data, *self._pairs(PairState.PROPOSED), {role: day})

    def pause(self) -> None:
        ending.pause(self.data, *self._pairs(PairState.AGREED))

    def resume(self) -> None:
        ending.resume(self.data, *self._pairs(PairState.PAUSED))

    def end(self) -> None:
        reason, day = self.random.choice(list(EndReason)), date(2028, 1, 1)
        ending.end(self.data, *self._pairs(PairState.AGREED), reason, day)

    def override(self) -> None:
        programme = self._lively_programme()
        rules = self.random.sample(RULES, 2)
        overriding.override(self.data, programme, *self._couple(programme), rules, self._word())

    def withdraw_override(self) -> None:
        found = self.data.rows(
            """
            SELECT pair_override.programme_id, mentor.person_id, mentee.person_id, rule
            FROM pair_override
            JOIN participation AS mentor ON mentor.id = mentor_id
            JOIN participation AS mentee ON mentee.id = mentee_id
            ORDER BY pair_override.id
            """
        )
        if found:
            programme, mentor, leader, rule = self.random.choice(found)
            overriding.withdraw_overrides(self.data, programme, mentor, leader, [rule])

    def pair_anyway(self) -> None:
        programme = self._lively_programme()
        joined = [self._couple(programme)]
        overriding.rearrange_anyway(self.data, programme, (), joined, self._word())

    def offer(self) -> None:
        programme = self._lively_programme()
        couples = [self._couple(programme) for _ in range(4)]
        mentors = list(dict.fromkeys(mentor for mentor, _ in couples))[:3]
        shortlists.offer(self.data, programme, couples[0][1], mentors, self._day())

    def choose(self) -> None:
        shortlists.choose(self.data, *self._offer())

    def withdraw_offer(self) -> None:
        shortlists.withdraw_offer(self.data, *self._offer()[:2])

    def declare_conflicts(self) -> None:
        kinds = self.random.choices(list(ConflictCategory), k=2)
        person, others = self._one("person"), self._some("person", 2)
        conflicts.set_conflicts(
            self.data,
            person,
            {one: kind for one, kind in zip(others, kinds, strict=False) if one != person},
        )

    def suggest(self) -> None:
        programme, aim = self._lively_programme(), self.random.choice(list(Aim))
        extent = Extent(only_gaps=self.random.random() < 0.3)
        found = run_to_end(suggesting.suggesting(self.data, programme, aim, 0, extent))
        applying.apply(self.data, programme, found, self._word())

    def _pairs(self, state: PairState) -> tuple[int, list[int]]:
        """Choose a programme and one or two of its pairs in a state, or none."""
        found = self.data.rows(
            "SELECT programme_id, id FROM pair WHERE state = ? ORDER BY id", (state,)
        )
        programme = self._of([row[0] for row in found]) or self._lively_programme()
        ids = [row[1] for row in found if row[0] == programme]
        return programme, self.random.sample(ids, min(len(ids), self.random.randint(1, 2)))

    def _offer(self) -> tuple[int, int, int]:
        """Choose an offer: its programme, the leader and a mentor of it, by person ids."""
        found = self.data.rows(
            """
            SELECT leader.programme_id, leader.person_id, candidate.person_id FROM shortlist
            JOIN participation AS leader ON leader.id = leader_id
            JOIN participation AS candidate ON candidate.id = candidate_id
            ORDER BY shortlist.id
            """
        )
        programme, leader, candidate = self.random.choice(found) if found else (0, 0, 0)
        return programme, leader, candidate

    def _draft_name(self) -> str:
        return self.random.choice(("", "", f"Plan {self.random.randrange(4)}", self._word()))

    def _day(self) -> date:
        return date(2027, 1, self.random.randint(1, 31))
