"""The recovery sheet: one page with the code that opens a data file without its passphrase."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Any, Final

from revmentor_desktop.documents.blocks import Block, Paragraph, Stack
from revmentor_desktop.documents.fonts import Weight
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.panels import Columns, Panel
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.parts import labelled_line, numbered
from revmentor_desktop.documents.styles import Paper, Styles, TextStyle
from revmentor_desktop.documents.wording import Run, read_wording, text_of
from revmentor_desktop.domain.logo import Logo
from revmentor_desktop.system.dates import long_date, short_date
from revmentor_desktop.system.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheetValues:
    """What a recovery sheet says. `code` is in groups with dashes between them."""

    file_name: str
    code: str
    made_on: date
    organisation: str = ""
    logo: Logo | None = None


BLANKS: Final = frozenset({"file_name", "made_on", "made_on_short"})
"""The blanks that the sheet's wording may have."""

_GROUPS_IN_A_ROW: Final = 4


@cache
def _content() -> dict[str, Any]:
    text = resource("content/recovery_sheet.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def recovery_sheet_pdf(
    values: RecoverySheetValues, *, paper: Paper = Paper.A4, styles: Styles | None = None
) -> bytes:
    """Return the recovery sheet as a PDF file."""
    words = _content()
    sheet = Sheet(
        title=words["title"],
        foot_left=values.organisation or values.file_name,
        logo=values.logo,
        foot_middle=text_of(_runs(words["foot"], values)),
        story=partial(_story, values),
    )
    title = f"{words['kind']}: {values.file_name}"
    return compose([sheet], title=title, paper=paper, styles=styles)


def _runs(source: str, values: RecoverySheetValues) -> list[Run]:
    blanks = {
        "file_name": values.file_name,
        "made_on": long_date(values.made_on).replace(" ", "\u00a0"),
        "made_on_short": short_date(values.made_on),
    }
    return read_wording(source, BLANKS).fill(blanks)


def _story(values: RecoverySheetValues, styles: Styles) -> list[Block]:
    words, space = _content(), styles.space
    blocks: list[Block] = [
        Paragraph(plain(words["kind"].upper()), styles.eyebrow, keep_with_next=True),
        Paragraph(
            _runs(words["title"], values),
            styles.title,
            space_before=space(5),
            space_after=space(3),
            keep_with_next=True,
        ),
        Paragraph(_runs(words["subtitle"], values), styles.subtitle),
        _code_panel(values, styles),
    ]
    for section in words["sections"]:
        blocks.extend(_section(section, values, styles))
    return blocks


def _code_panel(values: RecoverySheetValues, styles: Styles) -> Block:
    words, space = _content(), styles.space
    groups = values.code.split("-")
    rows: list[Block] = [
        Columns(
            [_group(group, styles) for group in _row(groups, start)],
            gap=space(6),
            space_before=space(6),
        )
        for start in range(0, len(groups), _GROUPS_IN_A_ROW)
    ]
    label = Paragraph(plain(words["code_label"].upper()), styles.label)
    note = Paragraph(plain(words["code_note"]), styles.note, space_before=space(10))
    return Panel(
        Stack([label, *rows, note]),
        padding=space(18),
        fill="brand_soft",
        border=None,
        space_before=space(20),
        space_after=space(22),
    )


def _row(groups: list[str], start: int) -> list[str]:
    row = groups[start : start + _GROUPS_IN_A_ROW]
    return row + [""] * (_GROUPS_IN_A_ROW - len(row))


def _group(group: str, styles: Styles) -> Block:
    size = 27 * min(styles.scale, 1.0)  # large print needs it no larger
    style = TextStyle(size, size * 1.35, Weight.BOLD, tracking=0.1)
    return Paragraph(plain(group), style)


def _section(section: dict[str, Any], values: RecoverySheetValues, styles: Styles) -> list[Block]:
    space = styles.space
    blocks: list[Block] = [
        Paragraph(
            plain(section["heading"]),
            styles.heading,
            space_before=space(18),
            space_after=space(4),
            keep_with_next=True,
            stretch=10,
        )
    ]
    if "text" in section:
        blocks.append(Paragraph(_runs(section["text"], values), styles.body))
    for number, point in enumerate(section.get("points", ()), start=1):
        sign = str(number) if section["numbered"] else "•"
        runs = _runs(point, values)
        blocks.append(numbered(sign, runs, styles, indent=20, space_after=space(5)))
    if "write_on" in section:
        blocks.append(_write_on(section["write_on"], styles))
    return blocks


def _write_on(labels: list[str], styles: Styles) -> Block:
    fields = [labelled_line(label, styles) for label in labels]
    return Columns(fields, gap=styles.space(18), space_before=styles.space(4), stretch=4)
