"""A plan of pairs in the words of its paper and its spreadsheet: reasons, rules, criteria.

What stays between few is left out here: answers given in confidence, with all that is made of them;
which private rule binds somebody; what people are interested in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.pairing_list_values import Counting
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.plan_sentences import field_name
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_drafts import aim_of
from revmentor_desktop.domain.pairing_rules import rules_checked
from revmentor_desktop.domain.pairs import Pair
from revmentor_desktop.domain.people import Slot
from revmentor_desktop.domain.plan.pairing_choices import CRITERIA, RULES, OwnCriterionKind
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.matching.criteria import Criterion, rounded
from revmentor_desktop.matching.scoring_fit import whole_points
from revmentor_desktop.services.pairing.pair_reasons import Reason, concerns_about, reasons_for
from revmentor_desktop.services.pairing.scored_board import ScoredBoard

PRIVATE_RULES: Final = frozenset({"conflict", "not-with", "failed-pairs"})
"""Rules that bind two people for a reason that is nobody else's business."""
_PERCENT: Final = 100


@dataclass(frozen=True)
class PlanWords:
    """What is said of a scored board; `words` are those of the list."""

    words: PaperWords
    scored: ScoredBoard
    plan: Plan

    # ---- a pair ---------------------------------------------------------------------------------

    def reasons(self, pair: Pair) -> tuple[str, ...]:
        """Return what speaks for a pair, the strongest first."""
        found = reasons_for(self.scored, pair.mentor, pair.mentee)
        return tuple(phrases.capitalised(self._reason(one)) for one in found)

    def concerns(self, pair: Pair) -> tuple[str, ...]:
        """Return what speaks against a pair, rules aside."""
        found = concerns_about(self.scored, pair.mentor, pair.mentee)
        return tuple(self.words.around(f"concern_{one}") for one in found)

    def rules(self, pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return which rules are set aside for a pair, and which it goes against."""
        set_aside: list[str] = []
        broken: list[str] = []
        for key, error in self._against(pair):
            if isinstance(error, Overridden):
                set_aside.append(self._set_aside(key, error))
            else:
                broken.append(self._broken(key, error))
        return tuple(dict.fromkeys(set_aside)), tuple(dict.fromkeys(broken))

    def _reason(self, reason: Reason) -> str:
        match reason.criterion:
            case "offers":
                return reason.word
            case "availability" if reason.slot:
                given = self.words.given(slot=self._slot(reason.slot))
                return given.around("reason_availability")
            case "place" if reason.is_same_site:
                return self.words.around("reason_site")
        if reason.criterion in CRITERIA:
            return self.words.around(f"reason_{reason.criterion}")
        return self._own_title(reason.criterion)

    def _slot(self, slot: Slot) -> str:
        day, half = divmod(list(Slot).index(slot), 2)
        return f"{self.words.several('days')[day]} {self.words.several('halves')[half]}"

    def _against(self, pair: Pair) -> Iterator[tuple[str, KnownError]]:
        facts = self.scored.board.facts
        for key, error in rules_checked(pair.mentor, pair.mentee, facts, are_paired=True):
            if error is not None:
                yield key, error

    def _set_aside(self, key: str, error: Overridden) -> str:
        rule = self._rule(key, error)
        if not rule:
            return self.words.around("rule_set_aside_private")
        reason = " ".join(error.override.reason.split())
        return self.words.given(rule=rule, reason=reason).around("rule_set_aside")

    def _broken(self, key: str, error: KnownError) -> str:
        rule = self._rule(key, error)
        if not rule:
            return self.words.around("rule_broken_private")
        return self.words.given(rule=rule).around("rule_broken")

    @cached_property
    def _private(self) -> frozenset[str]:
        """The rules of which nothing is told but that they are there."""
        is_special = self.plan.taking_part.is_special
        own = (one.key for one in self.plan.pairing.own_rules if is_special(one.field))
        return PRIVATE_RULES.union(own)

    def _rule(self, key: str, error: KnownError) -> str:
        """Return a rule that is gone against, within a sentence; "" for one that stays private."""
        part = f"breach_{error.code.removeprefix('pair-')}"
        if key in self._private or not self.words.has(part):
            return ""
        given = {name: str(error.params.get(name, "")) for name in ("name", "field")}
        return self.words.given(**given).around(part)

    # ---- the programme --------------------------------------------------------------------------

    @property
    def told(self) -> tuple[Criterion, ...]:
        """The criteria that may be named, the weightiest first."""
        named = (one for one in self.scored.criteria if one.key not in self.scored.confidential)
        return tuple(sorted(named, key=lambda one: -one.weight))

    def criteria(self) -> tuple[Counting, ...]:
        """Return what is told of `told`."""
        said = PaperWords("plan", self.words.blanks, self.plan.words)
        return tuple(
            Counting(
                words=said.around(f"criterion_{one.key}")
                if one.key in CRITERIA
                else phrases.in_a_sentence(self._own_title(one.key)),
                title=self.words.around(f"points_{one.key}")
                if one.key in CRITERIA
                else self._own_title(one.key),
                percent=self._percent({one.key}),
            )
            for one in self.told
        )

    def in_confidence(self) -> int:
        """Return the share in % of what is made from answers given in confidence."""
        return self._percent(self.scored.confidential)

    def aim(self) -> str:
        """Return within a sentence what the plan in the draft is to be best at; "" for none."""
        draft = self.scored.board.draft
        if draft is None:
            return ""
        aim, floor = aim_of(draft)
        return self.words.given(count=str(whole_points(floor))).around(f"aim_{aim}")

    def binding(self) -> tuple[str, ...]:
        """Return the rules that hold, as sentences."""
        said, choices = PaperWords("plan", self.words.blanks, self.plan.words), self.plan.pairing
        found = [said.around(f"rule_{rule}") for rule in RULES if rule in choices.rules]
        for own in choices.own_rules:
            name = field_name(self.plan, own.field)
            if self.plan.taking_part.is_special(own.field):
                found.append(self.words.around("rule_confidence"))
            elif name:
                found.append(f"{name}: {said.around(f'own_rule_{own.kind}')}.")
        return tuple(dict.fromkeys((*found, said.around("partners"), said.around("rule_always"))))

    def _percent(self, keys: Collection[str]) -> int:
        everything = sum(one.weight for one in self.scored.criteria)
        some = sum(one.weight for one in self.scored.criteria if one.key in keys)
        return rounded(_PERCENT * some, everything) if everything else 0

    def _own_title(self, key: str) -> str:
        own = self.scored.own_criterion(key)
        kind = own.kind if own else OwnCriterionKind.SAME
        label = field_name(self.plan, own.field) if own else key
        return self.words.given(field=phrases.in_a_sentence(label)).around(f"own_{kind}")
