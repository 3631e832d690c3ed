"""The rules of a plan in sentences: how pairs are made, what is agreed, what is asked."""

from __future__ import annotations

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.document_words import says_something
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.values import SetupValues, blanks_of
from revmentor_desktop.documents.wording import Run
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import AskedOf
from revmentor_desktop.domain.plan.pairing_choices import CRITERIA, RULES
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.taking_part import DETAILS
from revmentor_desktop.system.detail_words import detail_label

Runs = list[Run]


def pairing_rules(plan: Plan, words: PaperWords) -> list[Runs]:
    """Return the rules that bind, then what counts for a good pair."""
    found = [words.line(f"rule_{rule}") for rule in RULES if rule in plan.pairing.rules]
    found.extend(
        plain(f"{name}: {words.around(f'own_rule_{rule.kind}')}.")
        for rule in plan.pairing.own_rules
        if (name := field_name(plan, rule.field))
    )
    found.append(words.line("partners"))
    found.append(words.line("rule_always"))
    weighed = _criteria(plan, words)
    if weighed:
        found.append([*words.line("weights"), *plain(f" {phrases.listed(weighed)}.")])
    return [one for one in found if says_something(one)]


def _criteria(plan: Plan, words: PaperWords) -> list[str]:
    """Return what counts, the weightiest first; of equal weight in the order of the rules."""
    weights = plan.pairing.weights
    weighed = [(weights.get(key, 0), words.around(f"criterion_{key}")) for key in CRITERIA]
    weighed.extend(
        (own.weight, phrases.in_a_sentence(name))
        for own in plan.pairing.own_criteria
        if (name := field_name(plan, own.field))
    )
    return [name for weight, name in sorted(weighed, key=lambda one: -one[0]) if weight > 0]


def field_name(plan: Plan, key: str) -> str:
    """Return what a detail or an own field is called; "" for one that is none (any more)."""
    own = plan.taking_part.field(key)
    if own is not None:
        return own.label.strip()
    return detail_label(key) if key in DETAILS else ""


def agreed(plan: Plan, words: PaperWords) -> list[Runs]:
    """Return what the clauses of the agreement say that stand, sentence by sentence."""
    choices = plan.agreement
    limits = [words.around(f"limit_{key}") for key in choices.limits if words.has(f"limit_{key}")]
    limits.extend(one.strip() for one in choices.own_limits if one.strip())
    by_clause: list[tuple[str, list[Runs]]] = [
        ("private", [words.line(key) for key in ("private", f"told_{choices.told}", "told_to")]),
        ("limits", [[*words.line("limits"), *plain(f" {phrases.listed(limits)}.")]]),
        ("drive", [words.line("booking")]),
        ("cancel", [words.line("cancelling")]),
        ("contact", [words.line("answering")]),
        ("end", [words.line("exit")] if choices.has_no_fault_exit else []),
        ("apart", [words.line("apart")]),
        ("notes", [words.line(f"notes_{choices.notes}")]),
        ("concern", [words.line("concern")]),
    ]
    stand = set(choices.clauses) - (set() if limits else {"limits"})
    found = [one for clause, said in by_clause if clause in stand for one in said]
    own = [plain(clause) for clause in choices.own_clauses]
    return [one for one in (*found, *own) if says_something(one)]


def asked_details(values: SetupValues, first: str, role: Role | None = None) -> str:
    """Return what an application asks, as one would list it after `first`.

    Without a role, what is asked of one side only says so.
    """
    part = values.plan.taking_part
    words = PaperWords("plan", blanks_of(values), values.plan.words)
    names = [words.around(f"asked_{detail}") for detail in DETAILS if detail in part.asked]
    for own in part.asked_fields(role):
        name = phrases.in_a_sentence(own.label.strip())
        if role is None and own.asked_of is not AskedOf.BOTH:
            side = part.name_of(Role(own.asked_of.value)).several
            name += f" ({phrases.in_a_sentence(side)})"
        names.append(name)
    return phrases.listed([first, *filter(None, names)])
