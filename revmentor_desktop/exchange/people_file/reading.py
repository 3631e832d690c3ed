"""Reads the rows of a draft, cell by cell, each cell by the rules of its column's target."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.own_fields import FieldKind, OwnField, OwnValue
from revmentor_desktop.domain.plan.own_values import checked_value
from revmentor_desktop.domain.text import clean_line, fold
from revmentor_desktop.exchange.people_file.cells import CHECKS, PARSERS, SHOWN, joined
from revmentor_desktop.exchange.people_file.columns import header_key
from revmentor_desktop.exchange.people_file.consents import consent_day
from revmentor_desktop.exchange.people_file.dates import is_month_first, parse_date
from revmentor_desktop.exchange.people_file.draft import ImportDraft
from revmentor_desktop.exchange.people_file.lists import says_nothing
from revmentor_desktop.exchange.people_file.names import (
    has_lost_letter,
    is_garbled,
    recase,
    recase_first,
    split_name,
)
from revmentor_desktop.exchange.people_file.rows import (
    PersonReading,
    RowKind,
    RowProblem,
    RowReading,
    Severity,
)
from revmentor_desktop.exchange.people_file.targets import (
    CODED,
    DATES,
    AnyTarget,
    Consent,
    Target,
    is_coded,
    own_targets,
)
from revmentor_desktop.exchange.people_file.values import LEFT_OUT, code_of, entries
from revmentor_desktop.exchange.spreadsheets.grid import Cell, text_of

_TOTALS: Final = re.compile(
    r"((grand |sub-?)?totals?( (number|count|people|staff|rows|records|of .*))*"
    r"|sum|count|number of (people|rows|records))[\s:=]*\d*"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_ERROR_VALUES: Final = frozenset({"#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!"})
_WISH = re.compile(
    r"(prefer\w*|rather|wish\w*|wants?|asked) not\b|not (to )?be (with|paired)|avoid"
)
_MEANINGS: Final[dict[Target, Callable[[str], Any]]] = {
    Target.ROLE: Role,
    Target.STATE: ParticipationState,
    Target.MEETING_MODE: MeetingMode,
    Target.ANSWERS_AGREED: "yes".__eq__,
}


def read_rows(draft: ImportDraft, today: date) -> tuple[RowReading, ...]:
    """Return a reading for every row below the header; `draft.problems` should be empty."""
    if draft.grid is None:
        return ()
    reader = _Reader(draft, today)
    return tuple(reader.read(row) for row in range(draft.first_row, len(draft.grid.rows)))


class _Reader:
    """Reads one row after the other; `_problems` belong to the row being read."""

    def __init__(self, draft: ImportDraft, today: date) -> None:
        self._draft = draft
        self._today = today
        self._problems: list[RowProblem] = []
        self._columns = {t: c for t in Target if (c := draft.columns_of(t))}
        own = {one: c[0] for one in own_targets(draft.own_fields) if (c := draft.columns_of(one))}
        self._own = {one: c for one, c in own.items() if isinstance(one, OwnField)}
        self._consents = {one: c for one, c in own.items() if isinstance(one, Consent)}
        self._header = self._header_keys()
        self._month_first = {
            column: is_month_first(
                draft.cell(row, column)
                for row in range(draft.first_row, len(draft.grid.rows if draft.grid else ()))
            )
            for column in self._date_columns()
        }

    def _date_columns(self) -> list[int]:
        own = [c for field, c in self._own.items() if field.kind is FieldKind.DATE]
        usual = (c for target in DATES for c in self._draft.columns_of(target))
        return [*usual, *own, *self._consents.values()]

    def _header_keys(self) -> tuple[str, ...]:
        if self._draft.header is None or self._draft.grid is None:
            return ()
        return tuple(header_key(cell) for cell in self._draft.grid.rows[self._draft.header])

    def read(self, row: int) -> RowReading:
        """Return what a row says."""
        kind = self._kind(row)
        if kind is not RowKind.PERSON:
            return RowReading(row, kind)
        self._problems = []
        said: dict[str, Any] = {}
        for target, columns in self._columns.items():
            if target not in _NAME_TARGETS:
                self._take(said, target, row, columns)
        if Target.ROLE not in self._columns:
            said["role"] = self._draft.role_for_all
        said.update(self._name(row, said.get("email") or ""))
        agreed = self._agreed(row, said.get(Target.OPTED_IN_ON))
        reading = PersonReading(**said, own=self._answers(row), consents=agreed)
        if not reading.full_name and not self._has_problem_in(_NAME_TARGETS):
            self._error("row-no-name", self._first_column(_NAME_TARGETS))
        return RowReading(row, kind, reading, tuple(self._problems))

    def _answers(self, row: int) -> dict[str, OwnValue]:
        """Return what a row answers to own fields; what cannot be read is left out and said."""
        found: dict[str, OwnValue] = {}
        for own, column in self._own.items():
            cell = self._draft.cell(row, column)
            text = self._looked_at(text_of(cell), column)
            if says_nothing(text):
                continue
            try:
                value = self._answer(own, cell, text, column)
            except KnownError:
                self._warn("answer-unread", column, text=text[:SHOWN], field=own.label)
                continue
            if value is not None:
                found[own.key] = value
        return found

    def _agreed(self, row: int, asked_on: date | None) -> dict[str, date | None]:
        """Return who agreed to what and when, None for a no; a yes counts from the day of the form.

        A yes without any day is said and not taken for consent.
        """
        found: dict[str, date | None] = {}
        for consent, column in self._consents.items():
            own, cell = consent.field, self._draft.cell(row, column)
            text = self._looked_at(text_of(cell), column)
            if says_nothing(text):
                continue
            said = cell if isinstance(cell, date) else text
            day = consent_day(said, self._today, month_first=self._month_first[column])
            if day is None:
                code = self._code(consent, text, column)
                if code == "no":
                    found[own.key] = None
                if code != "yes":
                    continue
                day = asked_on
            if day is None:
                self._warn("consent-undated", column, field=own.label)
            elif day > self._today:
                self._warn("consent-ahead", column, day=f"{day.day} {day:%b %Y}", field=own.label)
            else:
                found[own.key] = day
        return found

    def _answer(self, own: OwnField, cell: Cell, text: str, column: int) -> OwnValue | None:
        if is_coded(own):
            codes = [self._code(own, entry, column) for entry in entries(own, text)]
            given = tuple(code for code in codes if code)
            value: OwnValue = given if own.kind is FieldKind.SEVERAL_OF else "".join(given)
            return checked_value(own, value)
        if own.kind is FieldKind.DATE:
            given_day = cell if isinstance(cell, date) else text
            day, _ = parse_date(given_day, self._today, month_first=self._month_first[column])
            return checked_value(own, day.isoformat())
        if own.kind is FieldKind.NUMBER:
            return checked_value(own, re.sub(r"(?<=\d)[,\s](?=\d{3}(\D|$))", "", text))
        return checked_value(own, text)

    def _kind(self, row: int) -> RowKind:
        width = len(self._draft.columns)
        texts = [text_of(self._draft.cell(row, column)).strip() for column in range(width)]
        filled = [text for text in texts if text]
        if not filled:
            return RowKind.BLANK
        if len(filled) <= 3 and _TOTALS.fullmatch(fold(filled[0])):
            return RowKind.TOTALS
        if self._is_header(texts):
            return RowKind.HEADING
        return RowKind.PERSON

    def _is_header(self, texts: list[str]) -> bool:
        """Tell the header said again further down."""
        header = self._header
        return bool(
            header
            and header_key(texts[0]) == header[0]
            and tuple(map(header_key, texts[: len(header)])) == header
        )

    def _take(
        self, said: dict[str, Any], target: Target, row: int, columns: tuple[int, ...]
    ) -> None:
        """Read the cells of one target; where several columns fill it, put them together."""
        values = [value for c in columns if (value := self._value(target, row, c)) is not None]
        if not values:
            return
        if len(values) == 1:
            said[target] = values[0]
        elif target is Target.LINE_MANAGER:
            said[target] = next((value for value in values if "@" in value), values[0])
        else:
            try:
                said[target] = joined(target, values)
            except KnownError as error:
                # Each cell is short enough, all of them together are not.
                self._error(error.code, columns[0], **error.params)

    def _value(self, target: Target, row: int, column: int) -> Any | None:
        cell = self._draft.cell(row, column)
        text = self._looked_at(text_of(cell), column)
        if target is Target.ROLE and says_nothing(text):
            return self._draft.role_for_all
        if says_nothing(text):
            return None
        try:
            return self._parsed(target, cell, text, column)
        except KnownError as error:
            self._error(error.code, column, **error.params)
            return None

    def _looked_at(self, text: str, column: int) -> str:
        """Return a cell's text, having said what is odd about its characters."""
        if text.isascii() and text.isprintable() and "?" not in text and "#" not in text:
            return text.strip()
        if _CONTROL.search(text):
            self._warn("cell-control-characters", column)
            text = _CONTROL.sub("", text)
        if fold(text.strip()) in _ERROR_VALUES:
            self._warn("cell-error-value", column, text=text.strip())
            return ""
        if has_lost_letter(text):
            self._warn("cell-letter-lost", column, text=text.strip()[:SHOWN])
        elif is_garbled(text):
            self._warn("cell-garbled", column, text=text.strip()[:SHOWN])
        return text.strip()

    def _parsed(self, target: Target, cell: Cell, text: str, column: int) -> Any:
        if target in CODED:
            return self._coded(target, text, column)
        if target in DATES:
            return self._date(target, cell if isinstance(cell, date) else text, column)
        if target is Target.NOTE and _WISH.search(text):
            self._warn("note-wish", column)
        return PARSERS[target](text)

    def _date(self, target: Target, cell: Cell, column: int) -> date:
        day, warning = parse_date(cell, self._today, month_first=self._month_first[column])
        checked: date = CHECKS[target](day)
        if warning is not None:
            self._warn(warning, column, text=text_of(cell)[:SHOWN], day=f"{day.day} {day:%b %Y}")
        if checked > self._today:
            self._warn("date-in-future", column, day=f"{day.day} {day:%b %Y}")
        return checked

    def _coded(self, target: Target, text: str, column: int) -> Any | None:
        """Return what a cell in their words means in ours; None for what is not clear."""
        if target is not Target.SLOTS:
            code = self._code(target, text, column)
            return _MEANINGS[target](code) if code else None
        found: set[str] = set()
        for entry in entries(target, text):
            found.update((self._code(target, entry, column) or "").split())
        return tuple(slot for slot in Slot if slot in found) or None

    def _code(self, target: AnyTarget, text: str, column: int) -> str | None:
        code = code_of(target, text, self._draft.values, self._draft.role_names)
        if code is None and isinstance(target, OwnField):
            self._warn("answer-unread", column, text=text[:SHOWN], field=target.label)
        elif code is None:
            severity = Severity.ERROR if target is Target.ROLE else Severity.WARNING
            self._add("value-unclear", severity, column, text=text[:SHOWN])
        elif code == LEFT_OUT:
            self._warn("value-left-out", column, text=text[:SHOWN])
        return code

    def _name(self, row: int, email: str) -> dict[str, str]:
        """Read the name from its own columns; the full name fills what they leave blank."""
        said: dict[str, str] = {}
        for target, recased in ((Target.FIRST_NAME, recase_first), (Target.LAST_NAME, recase)):
            for column in self._columns.get(target, ()):
                text = self._name_text(row, column)
                if text:
                    said[target] = recased(text)
        if len(said) < 2:
            for column in self._columns.get(Target.FULL_NAME, ()):
                said = {**self._full_name(row, column, email), **said}
        return said

    def _full_name(self, row: int, column: int, email: str) -> dict[str, str]:
        text = self._name_text(row, column)
        if not text:
            return {}
        name = split_name(text, email)
        if name.title:
            self._warn("name-title", column, title=name.title)
        if not name.sure:
            self._warn("name-cut-unsure", column, first=name.first, last=name.last)
        return {"first_name": name.first, "last_name": name.last}

    def _name_text(self, row: int, column: int) -> str:
        text = self._looked_at(text_of(self._draft.cell(row, column)), column)
        try:
            text = clean_line(text)
        except KnownError as error:
            self._error(error.code, column, **error.params)
            return ""
        if "@" in text or sum(character.isdigit() for character in text) > 2:
            self._warn("name-odd", column, text=text[:SHOWN])
        return text

    def _has_problem_in(self, targets: frozenset[Target]) -> bool:
        return any(
            problem.column is not None
            and self._draft.columns[problem.column] in targets
            and problem.severity is Severity.ERROR
            for problem in self._problems
        )

    def _first_column(self, targets: frozenset[Target]) -> int | None:
        return next((i for i, one in enumerate(self._draft.columns) if one in targets), None)

    def _error(self, code: str, column: int | None, **params: object) -> None:
        self._add(code, Severity.ERROR, column, **params)

    def _warn(self, code: str, column: int | None, **params: object) -> None:
        self._add(code, Severity.WARNING, column, **params)

    def _add(self, code: str, severity: Severity, column: int | None, **params: object) -> None:
        self._problems.append(RowProblem(code, severity, column, params))


_NAME_TARGETS: Final = frozenset({Target.FULL_NAME, Target.FIRST_NAME, Target.LAST_NAME})
