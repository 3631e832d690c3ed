"""Whatever bytes come, the answer is a grid or a known error."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.exchange.spreadsheets.delimited import (
    DELIMITERS,
    ENCODINGS,
    TextFormat,
    detect,
    read_delimited,
)
from revmentor_desktop.exchange.spreadsheets.source import open_source
from tests.exchange.files import PEOPLE, ods, write, xls, xlsx

FULL = os.environ.get("REVMENTOR_DRILLS") == "full"


@settings(max_examples=2_000 if FULL else 150, deadline=None)
@given(st.binary(max_size=3_000))
def test_any_bytes_as_text_become_a_grid_or_a_known_error(content: bytes) -> None:
    try:
        grid = read_delimited(content, detect(content))
    except KnownError as error:
        # Raising is allowed, not required: pytest.raises cannot say that.
        assert error.code in {"csv-quote-open", "sheet-too-far", "sheet-too-many-cells"}  # noqa: PT017
    else:
        assert all(row == () or row[-1] for row in grid.rows)


@settings(max_examples=1_000 if FULL else 100, deadline=None)
@given(
    st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=6), min_size=1, max_size=8),
    st.sampled_from(DELIMITERS),
    st.sampled_from(sorted(ENCODINGS)),
)
def test_what_a_writer_wrote_is_read_back(
    rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    cleaned = [[_writable(cell, encoding) for cell in row] for row in rows]
    text = "".join(
        delimiter.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n"
        for row in cleaned
    )
    grid = read_delimited(text.encode(encoding), TextFormat(encoding, delimiter))
    for number, row in enumerate(cleaned):
        read = [str(grid.cell(number, column)) for column in range(len(row))]
        assert [cell if cell.strip() else "" for cell in read] == [
            cell if cell.strip() else "" for cell in row
        ]


def _writable(cell: str, encoding: str) -> str:
    kept = cell.encode(encoding, errors="ignore").decode(encoding)
    kept = "".join(c for c in kept if c not in "\r\ufeff\ufffd" and not "\ud800" <= c <= "\udfff")
    return kept.removeprefix("'").removeprefix("sep=")


@pytest.mark.parametrize(
    ("name", "sound"), [("a.xlsx", xlsx(PEOPLE)), ("a.xls", xls(PEOPLE)), ("a.ods", ods(PEOPLE))]
)
@settings(
    max_examples=2_000 if FULL else 120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, 2**32))
def test_a_damaged_workbook_is_read_or_refused(
    tmp_path: Path, name: str, sound: bytes, seed: int
) -> None:
    chance = random.Random(seed)
    content = bytearray(sound)
    for _ in range(chance.choice([1, 3, 30])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    path = write(tmp_path, name, bytes(content))
    try:
        source = open_source(path)
        for sheet in source.sheets or ("",):
            source.read(sheet)
    except KnownError as error:
        # Raising is allowed, not required: pytest.raises cannot say that.
        assert error.code.startswith(("source-", "sheet-", "csv-"))  # noqa: PT017
