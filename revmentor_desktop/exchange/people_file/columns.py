"""Which column is what: guessed from the words of its header and from its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.text import fold
from revmentor_desktop.exchange.people_file.dates import looks_like_date
from revmentor_desktop.exchange.people_file.targets import (
    DATES,
    AnyTarget,
    Consent,
    Target,
    is_coded,
)
from revmentor_desktop.exchange.people_file.values import (
    RoleNames,
    entries,
    guess_value,
    roles_named,
)
from revmentor_desktop.exchange.spreadsheets.grid import Cell, Grid, text_of

_SAMPLE: Final = 200
_ENOUGH: Final = 4.0
"""Least score at which a guess is better than leaving a column to the officer."""
_THE_LABEL: Final = 20.0
_HOLDS_THE_LABEL: Final = 7.5
"""What a header scores for an own field whose label it is, or holds among other words."""
_LONG_ENOUGH: Final = 4
_BOTH_ROLES: Final = 10.0
_ONE_ROLE: Final = 5.0
"""What a header scores for the role that names both or one of them as the programme does."""
_SHORT: Final = 8
_SAYS_LITTLE: Final = frozenset(
    {"about", "agree", "answer", "answers", "background", "consent", "other", "people", "purpose"}
    | {"question", "rather", "taking", "their", "there", "these", "think", "using", "which"}
    | {"would", "words", "yourself"}
)
_CONSENT_BY_A_WORD: Final = 15.0
"""What a header scores that asks for consent and has a word of one special field's label only."""
_CONSENT: Final = re.compile(r"\b(agree\w*|consent\w*|permission|permit\w*)\b")

_HEADER_WORDS: Final[tuple[tuple[Target, float, str], ...]] = (
    (Target.NOT_WITH, 12, r"not (to )?(be )?(pair|match|with\b)|rather not|avoid|conflict"),
    (Target.NOT_WITH, 12, r"exclu|keep apart|incompatible"),
    (Target.ANSWERS_AGREED, 11, r"\b(agree|consent|permission|gdpr)\b"),
    (
        Target.MOST_PARTNERS,
        11,
        r"(most|max\w*|how many|number of) (partner|mentee|mentor|leader|match|pair)|capacity",
    ),
    (Target.LINE_MANAGER, 10, r"line manager|report(s|ing) to|\bmanager\b|supervisor|\bboss\b"),
    (Target.ROLE, 10, r"mentor (or )?(mentee|leader)|(mentee|leader) (or )?mentor|as a mentor"),
    (Target.ROLE, 10, r"(take|taking) part as|(programme|mentoring|scheme) role|participating as"),
    (Target.OPTED_IN_ON, 9, r"completion time|opt(ed)? ?in|signed up|sign up date|applied on"),
    (Target.OPTED_IN_ON, 7, r"timestamp|submitted|(application|registration|registered) (date|on)"),
    (Target.MEETING_MODE, 9, r"prefers? to meet|like to meet|meeting (mode|format|pref|type)"),
    (Target.MEETING_MODE, 7, r"in person|face to face|how .*\bmeet"),
    (
        Target.START_DATE,
        8,
        r"start(ed|ing)? date|date (started|joined|of joining)|\bjoin(ed|ing)\b",
    ),
    (Target.START_DATE, 7, r"hire date|hired|employed since|service date|\bstarted\b"),
    (Target.EMAIL, 8, r"e ?mail"),
    (Target.FIRST_NAME, 9, r"first name|forename|given name|preferred name|known as|^first$"),
    (Target.LAST_NAME, 9, r"surname|last name|family name|^last$"),
    (Target.FULL_NAME, 7, r"^(your |full |employee |staff |person |colleague )?names?\b"),
    (Target.FULL_NAME, 5, r"^(employee|colleague|participant|person|who)$|\bname$"),
    (Target.JOB_TITLE, 8, r"job title|job role|position|occupation|^(job|post|title)$"),
    (Target.JOB_TITLE, 6, r"\b(title|job)\b"),
    (Target.DEPARTMENT, 8, r"department|\bdept\b|directorate|division|business (unit|area)"),
    (Target.DEPARTMENT, 7, r"\bteam\b|\bfunction\b|service area"),
    (Target.SITE, 7, r"\bsite\b|location|\boffice\b|\bbase\b|building|work ?place"),
    (Target.GRADE, 7, r"\b(grade|band|level)\b"),
    (Target.OFFERS, 8, r"can offer|offers?\b|to share|help a leader|could you (help|teach|share)"),
    (Target.OFFERS, 6, r"strength|expertise|\bskills?\b|can (help|share|teach)"),
    (Target.WANTS, 9, r"(want|like|wish|hop(e|ing))s? to learn|learning (need|goal)|to learn\b"),
    (Target.WANTS, 6, r"\bwants?\b|development|\bgoals?\b|\blearn"),
    (Target.SLOTS, 8, r"availab|free (at|on)|when .*\bmeet|\btimes\b|\bslots?\b|best days?"),
    (Target.INTERESTS, 8, r"interests|hobb|outside (of )?work|pastime|\benjoy"),
    (Target.ABOUT_ME, 8, r"about (me|you|yourself)|\bbio(graphy)?\b|profile|introduc"),
    (Target.MOTIVATION, 8, r"motivat|why (do|would|are)|reason for|hope to (gain|get)"),
    (Target.NOTE, 7, r"\bnotes?\b|comments?\b|remarks?\b|anything else"),
    (Target.STATE, 7, r"\bstatus\b|\bstate\b"),
    (Target.ROLE, 5, r"\b(role|mentor|mentee|leader)\b"),
    (Target.JOB_TITLE, 4.5, r"\brole\b"),
)
_PATTERNS: Final = tuple((t, score, re.compile(words)) for t, score, words in _HEADER_WORDS)
_NEVER: Final = re.compile(
    r"^(id|start time|end time|last modified.*|#|no|number|row|ref(erence)?)$"
    r"|(employee|staff|payroll|personnel|phone|mobile|telephone)( (id|no|number|ref))?$"
)
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")


def header_key(cell: Cell) -> str:
    """Return a header's words: no case, accents, punctuation or extra spaces."""
    return re.sub(r"[\W_]+", " ", fold(text_of(cell))).strip()


def header_scores(key: str) -> dict[Target, float]:
    """Return how well each target fits a header; none for what says nothing to us."""
    scores: dict[Target, float] = {}
    if not key or _NEVER.search(key):
        return scores
    for target, score, words in _PATTERNS:
        if score > scores.get(target, 0) and words.search(key):
            scores[target] = score
    return scores


def is_email(cell: Cell) -> bool:
    """Tell whether a cell holds an e-mail address and nothing much else."""
    return isinstance(cell, str) and "@" in cell and _EMAIL.search(cell) is not None


def guess_columns(
    grid: Grid,
    header: int | None,
    today: date,
    own_fields: Sequence[OwnField] = (),
    role_names: RoleNames = (),
) -> tuple[AnyTarget | None, ...]:
    """Return the target of each column, None for those to leave out; no target twice but notes."""
    scored: list[tuple[float, int, AnyTarget]] = []
    for column in range(grid.width):
        key = "" if header is None else header_key(grid.cell(header, column))
        cells = _sample(grid, header, column)
        scores = _own_scores(key, cells, own_fields)
        scores |= dict[AnyTarget, float](_column_scores(key, cells, today, role_names).items())
        scored += [(score, column, target) for target, score in scores.items() if score >= _ENOUGH]
    chosen: dict[int, AnyTarget] = {}
    for _, column, target in sorted(scored, key=lambda item: (-item[0], item[1])):
        if column not in chosen and (target not in chosen.values() or target is Target.NOTE):
            chosen[column] = target
    return tuple(chosen.get(column) for column in range(grid.width))


def _sample(grid: Grid, header: int | None, column: int) -> list[Cell]:
    first = 0 if header is None else header + 1
    cells = (grid.cell(row, column) for row in range(first, min(len(grid.rows), first + _SAMPLE)))
    return [cell for cell in cells if text_of(cell).strip()]


def _column_scores(
    key: str, cells: Sequence[Cell], today: date, role_names: RoleNames
) -> dict[Target, float]:
    scores = header_scores(key)
    named = roles_named(key, role_names)
    if named:
        is_short = len(key.split()) <= _SHORT
        by_name = _BOTH_ROLES if len(named) > 1 and is_short else _ONE_ROLE
        scores[Target.ROLE] = max(by_name, scores.get(Target.ROLE, 0))
    if not cells or (key and _NEVER.search(key)):
        return scores
    for target, fits in _content_checks(today, role_names).items():
        share = sum(map(fits, cells)) / len(cells)
        if target in scores:
            # A few odd cells may be slips; they do not outweigh a clear header.
            scores[target] += 3 if share >= 0.5 else -6 if len(cells) > 2 else -1
        elif share >= 0.8 and target in _TOLD_BY_CONTENT:
            scores[target] = _ENOUGH
    return scores


def _own_scores(
    key: str, cells: Sequence[Cell], own_fields: Sequence[OwnField]
) -> dict[AnyTarget, float]:
    """Return how well each own field fits: by its label, and by the answers that it offers."""
    scores: dict[AnyTarget, float] = {}
    if _CONSENT.search(key):
        hinted = [own for own in own_fields if own.is_special and _has_word_of(own, key)]
        scores |= {Consent(own): _CONSENT_BY_A_WORD for own in hinted if len(hinted) == 1}
    for own in own_fields:
        label = header_key(own.label)
        if not key or not label:
            continue
        if key == label:
            scores[own] = _THE_LABEL
        elif len(label) >= _LONG_ENOUGH and f" {label} " in f" {key} ":
            if own.is_special and _CONSENT.search(key):
                scores[Consent(own)] = _THE_LABEL
            else:
                scores[own] = _HOLDS_THE_LABEL
        if own in scores and is_coded(own) and cells:
            share = sum(_names_options(own, cell) for cell in cells) / len(cells)
            scores[own] += 3 if share >= 0.5 else -3
    return scores


def _has_word_of(own: OwnField, key: str) -> bool:
    """Tell whether a header has one of the words in which a label is about something."""
    words = set(header_key(own.label).split()) - _SAYS_LITTLE
    return any(len(word) > _LONG_ENOUGH for word in words & set(key.split()))


def _names_options(own: OwnField, cell: Cell) -> bool:
    named = entries(own, text_of(cell))
    return bool(named) and all(guess_value(own, one) is not None for one in named)


_TOLD_BY_CONTENT: Final = frozenset({Target.EMAIL, Target.ROLE, Target.SLOTS, Target.MEETING_MODE})


def _content_checks(today: date, role_names: RoleNames) -> dict[Target, Callable[[Cell], bool]]:
    """Return, for targets whose cells are recognisable, what their cells look like."""

    def coded(target: Target) -> Callable[[Cell], bool]:
        def fits(cell: Cell) -> bool:
            values = entries(target, text_of(cell))
            return bool(values) and all(
                len(value) < 60 and guess_value(target, value, role_names) is not None
                for value in values
            )

        return fits

    return {
        Target.EMAIL: is_email,
        Target.ROLE: coded(Target.ROLE),
        Target.SLOTS: coded(Target.SLOTS),
        Target.MEETING_MODE: coded(Target.MEETING_MODE),
        Target.ANSWERS_AGREED: coded(Target.ANSWERS_AGREED),
        Target.MOST_PARTNERS: lambda cell: (
            re.match(r"\d{1,2}\b", text_of(cell).strip()) is not None
        ),
        **{target: lambda cell: looks_like_date(cell, today) for target in DATES},
    }


def find_header(grid: Grid) -> int | None:
    """Return the row that names the columns, or None when the people begin at once."""
    best: tuple[float, int] | None = None
    for row, cells in enumerate(grid.rows[:40]):
        filled = [cell for cell in cells if text_of(cell).strip()]
        if len(filled) < min(2, grid.width):
            continue
        score = _header_likeness(filled)
        if best is None or score > best[0]:
            best = (score, row)
    return best[1] if best is not None and best[0] > 0 else None


def _header_likeness(filled: Sequence[Cell]) -> float:
    known = sum(
        isinstance(cell, str) and not is_email(cell) and bool(header_scores(header_key(cell)))
        for cell in filled
    )
    values = sum(
        not isinstance(cell, str) or is_email(cell) or cell[:1].isdigit() for cell in filled
    )
    return known - 2 * values + (0.01 * len(filled) if known else 0)
