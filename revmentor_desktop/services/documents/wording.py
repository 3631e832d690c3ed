"""The wording of packs and sheets as an officer edits it: document by document, in sections.

`resources/content/packs` holds the originals, the plan of a programme what is changed of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from revmentor_desktop.documents.packs.blanks import BLANKS
from revmentor_desktop.documents.packs.content import (
    SHARED,
    DocumentWords,
    change_key,
    document_text,
)
from revmentor_desktop.documents.packs.papers import pair_pdf
from revmentor_desktop.documents.packs.values import PairValues, Partner, blanks_of
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.text import clean_line, clean_text
from revmentor_desktop.domain.wording_slips import Slip, SlipKind, lines_of, slips_in
from revmentor_desktop.services.documents.event_papers import SignOffList, invited
from revmentor_desktop.services.documents.pair_papers import pair_papers, pairs_programme
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.resources import resource

TITLE: Final = "title"
"""The key of a document's title among its sections."""
_ABOVE: Final = ("kind",)
_BELOW: Final = ("subtitle",)
_NAME: Final = "name"
_SIGN_OFF: Final = "sign-off"
_KINDS: Final[Mapping[str, PaperKind]] = MappingProxyType(
    {
        "mentor": PaperKind.MENTOR_PACK,
        "leader": PaperKind.LEADER_PACK,
        SHARED: PaperKind.MENTOR_PACK,
        "cover": PaperKind.COVER_SHEET,
        "agreement": PaperKind.AGREEMENT,
        "session-sheet": PaperKind.SESSION_SHEETS,
        "midpoint-review": PaperKind.MID_POINT_REVIEW,
        "closing": PaperKind.CLOSING_SHEET,
        "certificate": PaperKind.CERTIFICATES,
    }
)
"""The paper on which the words of a file are seen."""
_HEADING_ALONE: Final = frozenset({(SHARED, "partner"), (SHARED, "dates")})
"""Sections whose text is the program's own."""
_TEXT_ALONE: Final = frozenset({"certificate"})
"""Documents that show no headings."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a section. A line, such as a title, is all heading."""

    heading: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class EditedSection:
    """A section of a document, or a line of it. `now` is what it says, with the keys of blanks."""

    file: str
    key: str
    original: Wording
    now: Wording
    has_heading: bool = True
    has_body: bool = True

    @property
    def is_line(self) -> bool:
        """Tell whether it is a line around the text, such as the title."""
        return not self.has_body and self.key in _line_names(self.file)

    @property
    def differs(self) -> bool:
        """Tell whether the organisation words it in its own way."""
        return self.now != self.original

    @property
    def slips(self) -> list[Slip]:
        """Return what is wrong with how it is worded now."""
        return slips_of(self, self.now)


@dataclass(frozen=True, slots=True)
class EditedDocument:
    """A document with its sections, the lines around them included."""

    file: str
    name: str
    sections: tuple[EditedSection, ...]

    @property
    def differs(self) -> bool:
        """Tell whether the organisation words any of it in its own way."""
        return any(one.differs for one in self.sections)


def slips_of(section: EditedSection, words: Wording) -> list[Slip]:
    """Return what would be wrong with a section if it were worded so."""
    lines = [words.heading] if section.has_heading else []
    slips = slips_in([*lines, *lines_of(words.body)], BLANKS)
    # What had nothing to say from the beginning is filled by the program.
    said, meant = (
        one.body if section.has_body else one.heading for one in (words, section.original)
    )
    if meant and not said.strip():
        slips.append(Slip(SlipKind.NO_TEXT))
    return slips


def files_of(kind: PaperKind) -> list[str]:
    """Return the files whose words stand on a kind of paper."""
    return [
        file
        for file in files()
        if _KINDS.get(file) is kind or (file == SHARED and kind is PaperKind.LEADER_PACK)
    ]


@cache
def files() -> tuple[str, ...]:
    """Return the documents in the order in which they are handed out."""
    there = sorted(path.stem for path in resource("content/packs").glob("*.md"))
    known = [file for file in _KINDS if file in there]
    return (*known, *(file for file in there if file not in known))


def documents(data: DataFile, programme_id: int) -> list[EditedDocument]:
    """Return the documents of a programme. Raises KnownError ``programme-gone``."""
    values = _sample(data, programme_id)
    blanks, changed = blanks_of(values.read_by(Role.MENTOR)), values.programme.plan.words
    return [
        EditedDocument(
            file,
            DocumentWords(file, blanks, {}).around(_NAME),
            sections(file, changed),
        )
        for file in files()
    ]


def sections(file: str, changed: Mapping[str, str]) -> tuple[EditedSection, ...]:
    """Return the sections of a document as they stand on paper; `changed` is `Plan.words`."""
    return tuple(_sections(file, changed))


def _sections(file: str, changed: Mapping[str, str]) -> Iterator[EditedSection]:
    text = document_text(file)
    around = {**text.around, TITLE: text.title}
    above = [*_ABOVE, TITLE, *_BELOW]
    below = [name for name in around if name not in {*above, _NAME}]

    def now(part: str, original: str) -> str:
        return changed.get(change_key(file, part), original)

    def lines(names: Collection[str]) -> Iterator[EditedSection]:
        for name in names:
            if around.get(name):
                words = Wording(now(name, around[name]))
                yield EditedSection(file, name, Wording(around[name]), words, has_body=False)

    def is_part(name: str) -> bool:
        return name.partition(".")[0] in text.sections and "." in name

    yield from lines(above)
    for key, section in text.sections.items():
        yield EditedSection(
            file,
            key,
            Wording(section.heading, section.body),
            Wording(now(f"{key}.heading", section.heading), now(key, section.body)),
            has_heading=file not in _TEXT_ALONE,
            has_body=(file, key) not in _HEADING_ALONE,
        )
        # What the program puts into a section's text stands beneath it.
        yield from lines([name for name in below if name.startswith(f"{key}.")])
    yield from lines([name for name in below if not is_part(name)])


def save_wording(data: DataFile, programme_id: int, section: EditedSection, words: Wording) -> None:
    """Store how a section is worded; what is as it came is kept no more.

    Raises KnownError ``text-too-long`` or ``programme-gone``.
    """
    before = plan(data, programme_id).words
    after = dict(before)
    for key, said, original in _parts(section, cleaned(words)):
        if said == original:
            after.pop(key, None)
        else:
            after[key] = said
    if after != before:
        save_section(data, programme_id, "words", after)


def cleaned(words: Wording) -> Wording:
    """Return wording as it is stored. Raises KnownError ``text-too-long``."""
    return Wording(clean_line(words.heading), clean_text(words.body))


def _parts(section: EditedSection, words: Wording) -> Iterator[tuple[str, str, str]]:
    """Yield what can be changed of a section: key, words, original."""
    if not section.has_body:
        part = section.key if section.is_line else f"{section.key}.heading"
        yield change_key(section.file, part), words.heading, section.original.heading
        return
    if section.has_heading:
        key = change_key(section.file, f"{section.key}.heading")
        yield key, words.heading, section.original.heading
    yield change_key(section.file, section.key), words.body, section.original.body


def _line_names(file: str) -> set[str]:
    return {TITLE, *document_text(file).around}


def wording_preview(
    data: DataFile,
    programme_id: int,
    file: str,
    pair_id: int | None = None,
    form: PaperFormat = USUAL,
) -> bytes | None:
    """Return the paper on which a document's words stand as a PDF file; None where none does yet.

    It is that of the pair, or of two invented people where there is no such pair. Raises KnownError
    ``programme-gone``.
    """
    if file == _SIGN_OFF:
        return SignOffList(invited(data, programme_id)).pdf(form)
    kind = _KINDS.get(file)
    if kind is None:
        return None
    made = pair_papers(data, programme_id, [kind], [pair_id]) if pair_id is not None else []
    if made:
        return made[0].pdf(form)
    return pair_pdf(kind, _sample(data, programme_id), paper=form.paper, styles=form.styles)


def _sample(data: DataFile, programme_id: int) -> PairValues:
    about = pairs_programme(data, programme_id)
    return PairValues(programme=about, mentor=_MENTOR, mentee=_LEADER, reference="RM-0000")


_MENTOR: Final = Partner(name="Robin Example", short="Robin", job="Job title", place="Department")
_LEADER: Final = Partner(name="Kim Sample", short="Kim", job="Job title", place="Department")
"""Two invented people on whose papers wording is seen while there are no others."""
