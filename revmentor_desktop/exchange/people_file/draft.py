"""An import as far as the officer has come: typed, immutable, and judged by pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.exchange.people_file.columns import find_header, guess_columns
from revmentor_desktop.exchange.people_file.consents import names_a_day
from revmentor_desktop.exchange.people_file.lists import says_nothing
from revmentor_desktop.exchange.people_file.shape import Remembered, column_keys, own_name
from revmentor_desktop.exchange.people_file.targets import (
    CODED,
    JOINED,
    NAMES,
    AnyTarget,
    Consent,
    OwnTarget,
    Target,
    is_coded,
    needs_part,
    own_targets,
)
from revmentor_desktop.exchange.people_file.values import (
    LEFT_OUT,
    RoleNames,
    ValueMaps,
    answers_of,
    code_of,
    entries,
    guess_value,
    value_key,
)
from revmentor_desktop.exchange.spreadsheets.delimited import TextFormat
from revmentor_desktop.exchange.spreadsheets.grid import Cell, Grid, column_letters, text_of


class Step(StrEnum):
    """The steps of an import, in order."""

    FILE = "file"
    HEADER = "header"
    COLUMNS = "columns"
    VALUES = "values"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDraft:
    """What was read and what was decided. Rows and columns are counted from 0 of the sheet.

    `header` is None when the people begin at once. `columns` gives each column's target, None to
    leave it out. `values` holds the officer's own choices only; guesses fill the rest.
    `own_fields` are those that the programme asks, offered as targets beside those of everybody;
    `role_names` what it calls its roles.
    `takes_part` says whether the people join a programme, `role_for_all` as what where no column
    says so, `state_for_new` how far those have come who join it now and of whom no cell says it.
    `mended` replaces cells, `skipped` leaves rows out.
    """

    file_name: str = ""
    sheet: str = ""
    text_format: TextFormat | None = None
    grid: Grid | None = None
    header: int | None = None
    own_fields: tuple[OwnField, ...] = ()
    role_names: RoleNames = ()
    columns: tuple[AnyTarget | None, ...] = ()
    values: ValueMaps = field(default_factory=dict)
    takes_part: bool = True
    role_for_all: Role | None = None
    state_for_new: ParticipationState = ParticipationState.CONFIRMED
    mended: Mapping[tuple[int, int], str] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell as it counts: as mended, else as it stands in the file."""
        mended = self.mended.get((row, column))
        if mended is not None:
            return mended
        return self.grid.cell(row, column) if self.grid is not None else ""

    @property
    def filled(self) -> tuple[AnyTarget | None, ...]:
        """What each column fills: its target, unless that needs a part which nobody takes."""
        return tuple(
            None if needs_part(one) and not self.takes_part else one for one in self.columns
        )

    @property
    def targets(self) -> tuple[AnyTarget, ...]:
        """Everything that a column can fill."""
        return (*Target, *own_targets(self.own_fields))

    def columns_of(self, target: AnyTarget) -> tuple[int, ...]:
        """Return the columns that fill a target, leftmost first."""
        return tuple(index for index, one in enumerate(self.filled) if one == target)

    @property
    def unconsented(self) -> tuple[OwnField, ...]:
        """The special-category fields whose answers come in without anybody's consent to them."""
        filled = set(self.filled)
        return tuple(
            own
            for own in self.own_fields
            if own.is_special and own in filled and Consent(own) not in filled
        )

    @property
    def first_row(self) -> int:
        """The first row below the header."""
        return 0 if self.header is None else self.header + 1

    def title(self, column: int) -> str:
        """Return what a column is called: its header, else its letter."""
        words = ""
        if self.header is not None and self.grid is not None:
            words = " ".join(text_of(self.grid.cell(self.header, column)).split())
        return words or column_letters(column)


@dataclass(frozen=True, slots=True)
class DraftProblem:
    """Why an import cannot go on: the step to mend it in, and a code with its blanks."""

    step: Step
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ValueChoice:
    """A value in their words, how often it occurs, our guess, and what counts now.

    `code` is None while it is neither guessed nor chosen, `LEFT_OUT` when left out on purpose.
    """

    target: AnyTarget
    key: str
    text: str
    count: int
    guess: str | None
    code: str | None


def draft_of(draft: ImportDraft, grid: Grid, today: date) -> ImportDraft:
    """Return the draft with another grid, its header and columns guessed anew."""
    read = replace(draft, grid=grid, mended={}, skipped=frozenset(), values={})
    return with_header(read, find_header(grid), today)


def with_header(draft: ImportDraft, header: int | None, today: date) -> ImportDraft:
    """Return the draft with another header row and its columns guessed anew."""
    if draft.grid is None:
        return draft
    columns = guess_columns(draft.grid, header, today, draft.own_fields, draft.role_names)
    return replace(draft, header=header, columns=columns)


def with_remembered(draft: ImportDraft, remembered: Remembered) -> ImportDraft:
    """Return the draft mapped as a file of the same shape was."""
    if draft.grid is None:
        return draft
    own = {own_name(one): one for one in own_targets(draft.own_fields)}
    columns = tuple(
        own.get(remembered.own_columns.get(key, ""), remembered.columns.get(key, guess))
        for key, guess in zip(column_keys(draft.grid, draft.header), draft.columns, strict=True)
    )
    values: dict[AnyTarget, Mapping[str, str]] = dict(remembered.values.items())
    values |= {
        own[name]: {
            key: code for key, code in codes.items() if code in {*answers_of(own[name]), LEFT_OUT}
        }
        for name, codes in remembered.own_values.items()
        if name in own
    }
    return replace(
        draft,
        columns=columns,
        values=values,
        role_for_all=remembered.role_for_all or draft.role_for_all,
        state_for_new=remembered.state_for_new or draft.state_for_new,
    )


def to_remember(draft: ImportDraft) -> Remembered:
    """Return what the next file of this shape should start from."""
    keys = column_keys(draft.grid, draft.header) if draft.grid is not None else ()
    columns = dict(zip(keys, draft.columns, strict=True))
    return Remembered(
        {key: one for key, one in columns.items() if not isinstance(one, OwnTarget)},
        {one: codes for one, codes in draft.values.items() if not isinstance(one, OwnTarget)},
        draft.role_for_all,
        {key: own_name(one) for key, one in columns.items() if isinstance(one, OwnTarget)},
        {own_name(one): codes for one, codes in draft.values.items() if isinstance(one, OwnTarget)},
        draft.state_for_new,
    )


def with_column(draft: ImportDraft, column: int, target: AnyTarget | None) -> ImportDraft:
    """Return the draft with a column put to another target, or left out."""
    columns = list(draft.columns)
    columns[column] = target
    return replace(draft, columns=tuple(columns))


def with_value(draft: ImportDraft, target: AnyTarget, key: str, code: str) -> ImportDraft:
    """Return the draft with the officer's choice for a value."""
    codes = {**draft.values.get(target, {}), key: code}
    return replace(draft, values={**draft.values, target: codes})


def with_cell(draft: ImportDraft, row: int, column: int, text: str) -> ImportDraft:
    """Return the draft with a cell mended; the file itself stays as it is."""
    mended = dict(draft.mended)
    if draft.grid is not None and text == text_of(draft.grid.cell(row, column)):
        mended.pop((row, column), None)
    else:
        mended[row, column] = text
    return replace(draft, mended=mended)


def with_skipped(draft: ImportDraft, row: int, *, skipped: bool) -> ImportDraft:
    """Return the draft with a row left out, or taken in again."""
    rows = draft.skipped | {row} if skipped else draft.skipped - {row}
    return replace(draft, skipped=rows)


def value_choices(draft: ImportDraft) -> tuple[ValueChoice, ...]:
    """Return every value of the coded columns with what it means, the undecided first."""
    choices: list[ValueChoice] = []
    targets: list[AnyTarget] = [*CODED, *filter(is_coded, own_targets(draft.own_fields))]
    for target in targets:
        counts: Counter[str] = Counter()
        texts: dict[str, str] = {}
        for text in _coded_values(draft, target):
            key = value_key(text)
            counts[key] += 1
            texts.setdefault(key, " ".join(text.split()))
        choices += [
            ValueChoice(
                target,
                key,
                texts[key],
                count,
                guess_value(target, key, draft.role_names),
                code_of(target, key, draft.values, draft.role_names),
            )
            for key, count in counts.most_common()
        ]
    return tuple(sorted(choices, key=lambda choice: choice.code is not None))


def _coded_values(draft: ImportDraft, target: AnyTarget) -> list[str]:
    rows = range(draft.first_row, len(draft.grid.rows) if draft.grid is not None else 0)
    return [
        entry
        for column in draft.columns_of(target)
        for row in rows
        for entry in entries(target, text_of(draft.cell(row, column)))
        if not says_nothing(entry) and len(entry) <= 200 and not _is_dated(target, entry)
    ]


def _is_dated(target: AnyTarget, entry: str) -> bool:
    """Tell a consent that is given by its day, which needs no meaning."""
    return isinstance(target, Consent) and names_a_day(entry)


def problems(draft: ImportDraft) -> tuple[DraftProblem, ...]:
    """Return what keeps the draft from being imported, in the order of the steps."""
    if draft.grid is None:
        return (DraftProblem(Step.FILE, "import-no-file"),)
    if not any(draft.grid.rows):
        return (DraftProblem(Step.FILE, "import-no-cells"),)
    if draft.first_row >= len(draft.grid.rows):
        return (DraftProblem(Step.HEADER, "import-no-rows"),)
    found: list[DraftProblem] = []
    if not NAMES & set(draft.columns):
        found.append(DraftProblem(Step.COLUMNS, "import-no-name-column"))
    for target in draft.targets:
        columns = draft.columns_of(target)
        if len(columns) > 1 and target not in JOINED:
            titles = ", ".join(f"“{draft.title(column)}”" for column in columns)
            found.append(DraftProblem(Step.COLUMNS, "import-column-twice", {"columns": titles}))
    if draft.takes_part and draft.role_for_all is None and not draft.columns_of(Target.ROLE):
        found.append(DraftProblem(Step.COLUMNS, "import-no-role"))
    return tuple(found)


def next_step(draft: ImportDraft) -> Step:
    """Return the first step that still needs the officer, the preview when none does."""
    return min((problem.step for problem in problems(draft)), key=_order, default=Step.PREVIEW)


def _order(step: Step) -> int:
    return list(Step).index(step)
