"""The clauses of the agreement: which of them stand, and what the choices put in their blanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from revmentor_desktop.documents import phrases
from revmentor_desktop.documents.wording import Run, Wording, read_wording
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices, Told

CHOICE_BLANKS: Final = frozenset(
    {
        "who_drives",
        "notice",
        "answering",
        "notes_end",
        "told",
        "told_others",
        "limits_count",
        "limits",
        "apart",
        "concern_contact",
    }
)
"""The blanks that the programme's choices fill."""
_WITHIN: Final = frozenset(
    {"mentor_short", "leader_short", "notice_hours", "answer_hours", "told_to"}
)
_TOLD: Final = {
    Told.THAT_THEY_MET: "that_they_met",
    Told.THAT_THEY_MET_AND_TOPICS: "that_they_met_and_topics",
}


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The wording of the clauses, and of what stands in their blanks."""

    clauses: Mapping[str, Wording]
    choices: Mapping[str, Wording]

    def said(self, key: str, values: Mapping[str, str]) -> str:
        """Return one of `choices` with its blanks filled."""
        return "".join(run.text for run in self.choices[key].fill(values))


def read_clause_words(
    fields: Mapping[str, Mapping[str, str]], blanks: frozenset[str]
) -> ClauseWords:
    """Read the tables ``clauses`` and ``choices``; raises WordingError for a bad blank."""
    return ClauseWords(
        clauses={key: read_wording(text, blanks) for key, text in fields["clauses"].items()},
        choices={key: read_wording(text, _WITHIN) for key, text in fields["choices"].items()},
    )


def clauses(
    words: ClauseWords, choices: AgreementChoices, blanks: Mapping[str, str]
) -> list[list[Run]]:
    """Return the clauses that stand, in their order, the programme's own last."""
    stand = (
        "meet",
        "cancel",
        "private",
        "limits" if blanks["limits"] else "limits_none",
        "apart",
        "aside",
        "end" if choices.has_no_fault_exit else "end_talk",
        "look_back",
    )
    own = [text.strip() for text in choices.own_clauses if text.strip()]
    return [*(words.clauses[key].fill(blanks) for key in stand), *([Run(text)] for text in own)]


def choice_blanks(
    words: ClauseWords, choices: AgreementChoices, names: Mapping[str, str]
) -> dict[str, str]:
    """Return what stands in each of the `CHOICE_BLANKS`; `names` has the short names."""
    told_to = phrases.capitalised(choices.told_to.strip())
    values = {
        "mentor_short": names["mentor_short"],
        "leader_short": names["leader_short"],
        "notice_hours": str(choices.notice_hours),
        "answer_hours": str(choices.answer_hours),
        "told_to": told_to,
    }
    limits = _limits(words, choices)
    thing = "thing" if len(limits) == 1 else "things"
    return {
        "who_drives": _who_drives(words, choices, values),
        "notice": words.said("notice", values),
        "answering": words.said("answering", values) if choices.answer_hours else "",
        "notes_end": words.said("notes_end", values) if choices.notes_destroyed else "",
        "told": words.said(_TOLD[choices.told], values),
        "told_others": words.said("told_others", values) if told_to else "",
        "limits_count": f"{phrases.capitalised(phrases.number(len(limits)))} {thing}",
        "limits": phrases.listed(limits),
        "apart": phrases.months(choices.apart_months) if choices.apart_months else "",
        "concern_contact": choices.concern_contact.strip(),
    }


def _who_drives(words: ClauseWords, choices: AgreementChoices, values: Mapping[str, str]) -> str:
    if choices.books is choices.leads:
        return words.said(f"{choices.books}_books_and_leads", values)
    books = words.said(f"{choices.books}_books", values)
    return f"{books}; {words.said(f'{choices.leads}_leads', values)}"


def _limits(words: ClauseWords, choices: AgreementChoices) -> list[str]:
    known = [words.said(f"limit_{key}", {}) for key in choices.limits]
    return [*known, *(own.strip().rstrip(".") for own in choices.own_limits if own.strip())]
