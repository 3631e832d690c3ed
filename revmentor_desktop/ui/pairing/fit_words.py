"""How well two people fit, in words: reasons, warnings, what each criterion is called.

What is made from special-category answers is never named, by field or by value.
"""

from __future__ import annotations

from typing import Final

from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.plan.pairing_choices import OwnCriterion, OwnCriterionKind
from revmentor_desktop.matching.criteria import Missing
from revmentor_desktop.matching.scoring_fit import Fit, Part, whole_points
from revmentor_desktop.services.pairing.pair_reasons import (
    Concern,
    Reason,
    concerns_about,
    reasons_for,
)
from revmentor_desktop.services.pairing.scored_board import ScoredBoard
from revmentor_desktop.ui.pairing.words import slot_word, translate

_UNSAID: Final = frozenset({Missing.UNKNOWN, Missing.WITHHELD, Missing.NOT_COMPARABLE})


def fit_word(fit: Fit) -> str:
    """Return a fit as one says it: "84 fit", or that it is not known."""
    if not fit.is_known:
        return translate("Pairing", "fit not known")
    return translate("Pairing", "{0} fit").format(whole_points(fit.total))


def spoken_fit(fit: Fit) -> str:
    """Return a fit as a screen reader speaks it: "fit 84"."""
    if not fit.is_known:
        return translate("Pairing", "fit not known")
    return translate("Pairing", "fit {0}").format(whole_points(fit.total))


def points_word(hundredths: int | None) -> str:
    """Return points as a number, or a dash where they are not known."""
    return "–" if hundredths is None else f"{whole_points(hundredths):,}"


def reasons(scored: ScoredBoard, mentor: Participant, leader: Participant) -> list[str]:
    """Return the two or three strongest reasons for a pair, the strongest first."""
    return [_reason_word(scored, one) for one in reasons_for(scored, mentor, leader)]


def _reason_word(scored: ScoredBoard, reason: Reason) -> str:
    match reason.criterion:
        case "offers":
            return reason.word
        case "availability" if reason.slot:
            return translate("Pairing", "Both {0}").format(slot_word(reason.slot))
        case "interests":
            return translate("Pairing", "Both like {0}").format(reason.word)
        case "place":
            if reason.is_same_site:
                return translate("Pairing", "Same site")
            return translate("Pairing", "Can meet by video")
    short = {
        "difference": translate("Pairing", "Different perspective"),
        "grade-gap": translate("Pairing", "Distance in grade"),
        "style": translate("Pairing", "Styles complement"),
    }
    return short.get(reason.criterion) or criterion_word(scored, reason.criterion)


def warnings(scored: ScoredBoard, mentor: Participant, leader: Participant) -> list[str]:
    """Return what speaks against a pair, rules aside."""
    words = {
        Concern.NO_WAY: translate("Pairing", "No way to meet in common"),
        Concern.FAR: translate("Pairing", "Different sites"),
        Concern.FAR_IN_PERSON: translate("Pairing", "Different sites, in person"),
        Concern.NO_WISH: translate("Pairing", "No wish met"),
        Concern.NO_TIME: translate("Pairing", "No time in common"),
    }
    return [words[one] for one in concerns_about(scored, mentor, leader)]


def gaps_word(scored: ScoredBoard, fit: Fit) -> str:
    """Return, short enough for a card, what is not known and so does not count, or ""."""
    missing = [part for part in fit.missing if part.missing in _UNSAID]
    if not missing:
        return ""
    if len(missing) == 1:
        words = translate("Pairing", "Not known: {0}")
        return words.format(_brief(scored, missing[0].criterion))
    return translate("Pairing", "{0} things not known").format(len(missing))


def has_gaps(fit: Fit) -> bool:
    """Tell whether something that counts is not known of the two."""
    return any(part.missing in _UNSAID for part in fit.parts)


def dropped_word(scored: ScoredBoard, part: Part) -> str:
    """Return which criterion dropped out and why, as a sentence."""
    why = {
        Missing.NOT_ASKED: translate("Pairing", "{0}: no question asks it."),
        Missing.UNKNOWN: translate("Pairing", "{0}: not known of both."),
        Missing.WITHHELD: translate(
            "Pairing", "{0}: somebody did not agree that their answers are used."
        ),
        Missing.NOT_COMPARABLE: translate("Pairing", "{0}: what they said cannot be compared."),
    }
    reason = why[part.missing or Missing.UNKNOWN]
    return reason.format(criterion_word(scored, part.criterion))


def criterion_word(scored: ScoredBoard, key: str) -> str:
    """Return what a criterion is called; one on special-category data only that it is one."""
    if key in scored.confidential:
        return translate("Pairing", "Answers in confidence")
    own = scored.own_criterion(key)
    if own is not None:
        return _own_word(scored, own)
    return {
        "offers": translate("Pairing", "Learning goal met"),
        "difference": translate("Pairing", "Perspective gap"),
        "place": translate("Pairing", "Place and mode"),
        "availability": translate("Pairing", "Times that suit both"),
        "interests": translate("Pairing", "Shared interests"),
        "grade-gap": translate("Pairing", "Distance in grade"),
        "style": translate("Pairing", "Complementary style"),
    }.get(key, key)


def _brief(scored: ScoredBoard, key: str) -> str:
    known = {
        "offers": translate("Pairing", "offers or wishes"),
        "difference": translate("Pairing", "what differs"),
        "place": translate("Pairing", "place and mode"),
        "availability": translate("Pairing", "times"),
        "interests": translate("Pairing", "interests"),
        "grade-gap": translate("Pairing", "grades"),
        "style": translate("Pairing", "style"),
    }
    if key in scored.confidential:
        return translate("Pairing", "answers in confidence")
    return known.get(key) or criterion_word(scored, key)


def _own_word(scored: ScoredBoard, own: OwnCriterion) -> str:
    labels = scored.board.facts.labels
    label = labels.get(own.field, own.field)
    words = {
        OwnCriterionKind.SAME: translate("Pairing", "The same {0}"),
        OwnCriterionKind.DIFFERENT: translate("Pairing", "A different {0}"),
        OwnCriterionKind.OVERLAP: translate("Pairing", "In common: {0}"),
        OwnCriterionKind.OFFERS_WANTS: translate("Pairing", "Offered and wanted: {0}"),
    }
    return words[own.kind].format(label)
