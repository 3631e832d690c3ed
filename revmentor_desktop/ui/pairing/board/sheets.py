"""What the side card shows: a person, or why a pair is one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.common_ground import CommonGround, common_ground
from revmentor_desktop.domain.guided_choice import offered_to
from revmentor_desktop.domain.overrides import Overridden
from revmentor_desktop.domain.pairing_rules import breaches, rules_checked
from revmentor_desktop.domain.pairs import Pair, PairState
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.matching.scoring_fit import Fit, whole_points
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.pairing.explaining.rule_words import kept_words
from revmentor_desktop.ui.pairing.fit_words import (
    criterion_word,
    dropped_word,
    fit_word,
    points_word,
    warnings,
)
from revmentor_desktop.ui.pairing.words import (
    mode_word,
    name_of,
    names_of,
    occupation,
    partners_word,
    short_reason,
    slot_word,
    standing_word,
    state_word,
)
from revmentor_desktop.ui.roles import capital, counted_role, named, role_names
from revmentor_desktop.ui.widgets.flow import FlowLayout
from revmentor_desktop.ui.widgets.meter import Meter
from revmentor_desktop.ui.widgets.surfaces import Chip, ChipKind
from revmentor_desktop.ui.widgets.text import TextRole, plain_label

_MOST_LISTED: Final = 6
"""So many of several chosen people are named."""
_KEPT_TOGETHER: Final = "\N{NO-BREAK SPACE}"


class Sheet(QWidget):
    """Lines and chips one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(6)
        self._head_ends = 0

    def end_head(self) -> None:
        """Let what is put below the head stand here."""
        self._head_ends = self.rows.count()

    def put_below_head(self, part: QWidget) -> None:
        """Show something before all that follows the head."""
        self.rows.insertWidget(self._head_ends, part)

    def line(self, text: str, role: TextRole) -> None:
        """Add a line."""
        label = plain_label(text, role, "wrap")
        # One endless word must not make the sheet wider than the card, or every line is cut.
        label.setMinimumWidth(1)
        self.rows.addWidget(label)

    def words(self, title: str, words: Iterable[str], kind: ChipKind) -> None:
        """Add words under a title; nothing where there are none."""
        chips = [(word, kind) for word in words]
        if chips:
            self.line(title, "small")
            self.chips(chips)

    def chips(self, chips: Iterable[tuple[str, ChipKind]]) -> None:
        """Add chips on as many lines as they need."""
        holder = QWidget()
        holder.setSizePolicy(as_high_as_wide_needs())
        flow = FlowLayout(holder, 5)
        flow.setContentsMargins(0, 0, 0, 4)
        for text, kind in chips:
            flow.addWidget(Chip(text, kind))
        self.rows.addWidget(holder)


class PairSheet(Sheet):
    """Why a pair is one: its points by criterion, what did not count, which rules were checked."""

    def __init__(self, scored: ScoredBoard, pair: Pair) -> None:
        super().__init__()
        mentor, mentee = pair.mentor, pair.mentee
        fit = scored.fit_of(pair)
        self.line(self.tr("Why this pair?"), "heading")
        worth = fit_word(fit).replace(" ", _KEPT_TOGETHER)
        self.line(f"{name_of(mentor)} → {name_of(mentee)} · {worth}", "strong")
        self.line(self._standing(pair), "small")
        self.end_head()
        self._show_breaches(scored.board, pair)
        self._show_points(scored, fit)
        for warning in warnings(scored, mentor, mentee):
            self.line(f"! {warning}", "small")
        self._show_dropped(scored, fit)
        self._show_rules(scored.board, pair)
        self._show_common(common_ground(mentor.person, mentee.person), mentee.person)

    def _standing(self, pair: Pair) -> str:
        """Return how far a pair has come, with its days."""
        said = [pair.reference]
        if pair.is_proposed:
            said.append(self.tr("proposed {0}").format(short_date(pair.created_on)))
        if pair.state is PairState.PAUSED:
            said.append(standing_word(pair))
        if pair.agreed_on is not None:
            said.append(self.tr("agreed {0}").format(short_date(pair.agreed_on)))
        for day, words in (
            (pair.mentor_asked_on, self.tr("{mentor} asked {0}")),
            (pair.mentee_asked_on, self.tr("{leader} asked {0}")),
        ):
            if day is not None:
                said.append(named(words, short_date(day)))
        if pair.is_locked:
            said.append(self.tr("locked"))
        # A line may break behind a dot, never before it.
        return f"{_KEPT_TOGETHER}· ".join(said)

    def _show_points(self, scored: ScoredBoard, fit: Fit) -> None:
        if not fit.is_known:
            self.line(self.tr("Nothing that counts is known of both, so there is no fit."), "muted")
            return
        sides = self.tr("Professional {0} · personal {1}")
        self.line(sides.format(points_word(fit.professional), points_word(fit.personal)), "small")
        for part, share, most in fit.in_points():
            said = self.tr("{0} of {1}").format(share, most)
            name = criterion_word(scored, part.criterion)
            self.rows.addWidget(Meter(name, said, part.share, part.most))

    def _show_dropped(self, scored: ScoredBoard, fit: Fit) -> None:
        if fit.missing and fit.is_known:
            self.line(self.tr("Not counted, so the rest counts for more:"), "small")
        for part in fit.missing:
            self.line(f"– {dropped_word(scored, part)}", "small")

    def _show_common(self, ground: CommonGround, mentee: Person) -> None:
        if ground.wishes:
            wants = self.tr("Offered, and wanted by {0}").format(
                mentee.first_name or mentee.full_name
            )
            self.words(wants, ground.wishes, "ok")
        else:
            self.line(self.tr("No offer and wish in the same words"), "muted")
        if ground.slots:
            self.words(self.tr("Suits both"), map(slot_word, ground.slots), "neutral")
        if ground.interests:
            self.words(self.tr("Both are interested in"), ground.interests, "neutral")

    def _show_breaches(self, board: Board, pair: Pair) -> None:
        for reason in breaches(pair.mentor, pair.mentee, board.facts):
            if isinstance(reason, Overridden):
                self.line(short_reason(reason), "small")
            else:
                self.line(f"! {short_reason(reason)}", "error")

    def _show_rules(self, board: Board, pair: Pair) -> None:
        checked = rules_checked(pair.mentor, pair.mentee, board.facts, are_paired=True)
        kept = kept_words(checked)
        if kept:
            self.line(self.tr("✓ Rules checked: {0}").format(", ".join(kept)), "small")


class PersonSheet(Sheet):
    """Somebody: what they do, what they bring and wish, when they can meet."""

    def __init__(self, board: Board, one: Participant) -> None:
        super().__init__()
        person, part = one.person, one.participation
        self.line(person.full_name, "heading")
        where = " · ".join(filter(None, (occupation(person), person.site)))
        if where:
            self.line(where, "small")
        role = role_names()[part.role]
        kind: ChipKind = "mentor" if part.role is Role.MENTOR else "mentee"
        self.chips(
            [
                (role, kind),
                (state_word(part.state), "neutral"),
                (capital(partners_word(board, one)), "neutral"),
            ]
        )
        # Its line is there from the start, so that nothing moves when the answer comes.
        self.best = plain_label(" ", "small", "elide")
        self.rows.addWidget(self.best)
        self.end_head()
        choosing = offered_to(board, one)
        if choosing:
            self.line(self.tr("Offered to {0} to choose").format(names_of(choosing)), "small")
        if part.role is Role.MENTOR:
            self.words(self.tr("Offers"), person.offers, "mentor")
        else:
            self.words(self.tr("Wants to learn"), person.wants, "mentee")
        self.words(self.tr("Can meet"), map(slot_word, person.slots), "neutral")
        if person.meeting_mode is not None:
            self.line(self.tr("Meets {0}").format(mode_word(person.meeting_mode)), "small")
        self.words(self.tr("Interests"), person.interests, "neutral")
        for text in (part.motivation, person.about_me):
            if text:
                self.line(text, "body")


class SeveralSheet(Sheet):
    """Several chosen cards: how many pairs with which fits, how many people, some by name."""

    def __init__(self, scored: ScoredBoard, pairs: list[Pair], people: list[Participant]) -> None:
        super().__init__()
        counted = [self._pairs(len(pairs))] if pairs else []
        for role in Role:
            count = sum(one.participation.role is role for one in people)
            if count:
                counted.append(self.tr("{0} {1}").format(count, counted_role(role, count)))
        *first, last = counted
        words = self.tr("{0} and {1}").format(", ".join(first), last) if first else last
        self.line(self.tr("{0} chosen").format(words), "heading")
        if pairs:
            self._tell_fits(scored, pairs)
        for one in people[:_MOST_LISTED]:
            self.line(name_of(one), "body")
        if len(people) > _MOST_LISTED:
            self.line(self.tr("and {0} more").format(len(people) - _MOST_LISTED), "muted")

    def _pairs(self, count: int) -> str:
        return self.tr("1 pair") if count == 1 else self.tr("{0} pairs").format(count)

    def _tell_fits(self, scored: ScoredBoard, pairs: list[Pair]) -> None:
        fits = [scored.fit_of(pair) for pair in pairs]
        known = [whole_points(fit.total) for fit in fits if fit.is_known]
        if len(known) == 1:
            self.line(self.tr("Fit {0}").format(known[0]), "small")
        elif known:
            self.line(self.tr("Fits from {0} to {1}").format(min(known), max(known)), "small")


def as_high_as_wide_needs() -> QSizePolicy:
    """Return the policy of a widget whose height follows from its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
