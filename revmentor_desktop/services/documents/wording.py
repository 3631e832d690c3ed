"""The wording of papers as an officer edits it: document by document, in sections.

`resources/content` holds the originals, the plan of a programme what is changed of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from revmentor_desktop.documents.agreement import sections_standing
from revmentor_desktop.documents.agreement_clauses import FILE as AGREEMENT
from revmentor_desktop.documents.document_words import PACKS, change_key
from revmentor_desktop.documents.packs.content import SHARED
from revmentor_desktop.documents.packs.pack import in_order
from revmentor_desktop.documents.packs.papers import pair_pdf
from revmentor_desktop.documents.packs.values import PairValues, Partner
from revmentor_desktop.documents.pairing_list_values import KEY as PAIRING_LIST
from revmentor_desktop.documents.setup.papers import KEYS
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import clean_line, clean_text
from revmentor_desktop.domain.wording_slips import Slip, SlipKind, lines_of, slips_in
from revmentor_desktop.services.documents.event_papers import SignOffList, invited
from revmentor_desktop.services.documents.pair_papers import pair_papers, pairs_programme
from revmentor_desktop.services.documents.pairing_list import pairing_list
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.setup_papers import setup_paper
from revmentor_desktop.services.documents.wording_files import (
    KINDS,
    SIGN_OFF,
    files,
    folder_of,
    known_in,
    original_of,
    paper_of,
    words_of,
)
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile

TITLE: Final = "title"
"""The key of a document's title among its sections."""
_ABOVE: Final = ("kind",)
_BELOW: Final = ("subtitle",)
_NOT_ON_PAPER: Final = frozenset({"name", "line"})
"""What is said of a document where it is listed."""
_HEADING_ALONE: Final = frozenset(
    {(SHARED, "partner"), (SHARED, "dates"), ("explainer", "figures"), (PAIRING_LIST, "sign")}
)
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
    is_within: bool = False
    """Whether it is a line that belongs to the section above it."""
    stands: bool = True
    """Whether it comes onto the paper: a clause of the agreement does where it is chosen."""

    @property
    def is_line(self) -> bool:
        """Tell whether it is a line around the text, such as the title."""
        return not self.has_body and self.key in _line_names(self.file)

    @property
    def is_in_both_packs(self) -> bool:
        """Tell whether it is worded once for both packs."""
        return self.file == SHARED

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
    """A document with its sections, the lines around them included.

    Those that it has in common with another are of that file.
    """

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
    slips = slips_in([*lines, *lines_of(words.body)], known_in(section.file))
    # What had nothing to say from the beginning is filled by the program.
    said, meant = (
        one.body if section.has_body else one.heading for one in (words, section.original)
    )
    if meant and not said.strip():
        slips.append(Slip(SlipKind.NO_TEXT))
    return slips


def documents(data: DataFile, programme_id: int) -> list[EditedDocument]:
    """Return the documents of a programme. Raises KnownError ``programme-gone``."""
    sample = _sample(data, programme_id)
    about = sample.programme
    found = {file: _with_those_in_common(file, about.plan.words) for file in files()}
    found[AGREEMENT] = tuple(_marked(found[AGREEMENT], sections_standing(sample)))
    return [
        EditedDocument(file, words_of(file, about, {}).around("name"), there)
        for file, there in found.items()
    ]


def stands_among(section: EditedSection, chosen: Collection[str]) -> bool:
    """Tell whether a section of the agreement is there where these of its clauses are chosen."""
    is_clause = not section.is_line or "." in section.key
    return not is_clause or section.key in chosen


def _marked(found: Iterable[EditedSection], chosen: Collection[str]) -> Iterator[EditedSection]:
    """Yield the sections of the agreement; what belongs to a clause stands only with it."""
    for first, *lines in _with_lines(found).values():
        does = stands_among(first, chosen)
        yield replace(first, stands=does)
        for one in lines:
            yield replace(one, stands=does and stands_among(one, chosen))


def _with_those_in_common(file: str, changed: Mapping[str, str]) -> tuple[EditedSection, ...]:
    """Return the sections of a document, and in their order those that both packs have."""
    order = in_order(file)
    if not order:
        return sections(file, changed)
    own = _with_lines(sections(file, changed))
    found = _with_lines(sections(SHARED, changed)) | own
    opening = list(own).index(order[0])
    above, below = list(own)[:opening], [key for key in list(own)[opening:] if key not in order]
    return tuple(chain.from_iterable(found[key] for key in (*above, *order, *below)))


def _with_lines(found: Iterable[EditedSection]) -> dict[str, list[EditedSection]]:
    """Return sections by their keys, each with the lines that belong to it."""
    together: dict[str, list[EditedSection]] = {}
    key = ""
    for one in found:
        key = key if one.is_within else one.key
        together.setdefault(key, []).append(one)
    return together


def sections(file: str, changed: Mapping[str, str]) -> tuple[EditedSection, ...]:
    """Return the sections of a document as they stand on paper; `changed` is `Plan.words`."""
    return tuple(_sections(file, changed))


def _sections(file: str, changed: Mapping[str, str]) -> Iterator[EditedSection]:
    text = original_of(file)
    around = {**text.around, TITLE: text.title}
    above = [*_ABOVE, TITLE, *_BELOW]
    below = [name for name in around if name not in {*above, *_NOT_ON_PAPER}]

    def now(part: str, original: str) -> str:
        return changed.get(change_key(folder_of(file), file, part), original)

    def lines(names: Collection[str], *, is_within: bool = False) -> Iterator[EditedSection]:
        for name in names:
            if around.get(name):
                words = Wording(now(name, around[name]))
                original = Wording(around[name])
                yield EditedSection(
                    file, name, original, words, has_body=False, is_within=is_within
                )

    def parts_of(key: str) -> list[str]:
        """Return what the program puts into a section: it stands beneath its text."""
        there = text.parts.get(key, ())
        return [name for name in below if name in there or name.startswith(f"{key}.")]

    has_headings = file not in _TEXT_ALONE
    yield from lines(above)
    for key, section in text.sections.items():
        yield EditedSection(
            file,
            key,
            Wording(section.heading, section.body),
            Wording(now(f"{key}.heading", section.heading), now(key, section.body)),
            has_heading=has_headings and bool(section.heading),
            has_body=(file, key) not in _HEADING_ALONE,
        )
        yield from lines(parts_of(key), is_within=True)
    of_sections = {name for key in text.sections for name in parts_of(key)}
    yield from lines([name for name in below if name not in of_sections])


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
    key, heading = _key(section, section.key), _key(section, f"{section.key}.heading")
    if not section.has_body:
        part = key if section.is_line else heading
        yield part, words.heading, section.original.heading
        return
    if section.has_heading:
        yield heading, words.heading, section.original.heading
    yield key, words.body, section.original.body


def _key(section: EditedSection, part: str) -> str:
    return change_key(folder_of(section.file), section.file, part)


def _line_names(file: str) -> set[str]:
    return {TITLE, *original_of(file).around}


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
    if folder_of(file) != PACKS:
        return _programme_preview(data, programme_id, file, form)
    if file == SIGN_OFF:
        return SignOffList(invited(data, programme_id)).pdf(form)
    kind = KINDS.get(file)
    if kind is None:
        return None
    made = pair_papers(data, programme_id, [kind], [pair_id]) if pair_id is not None else []
    if made:
        return made[0].pdf(form)
    return pair_pdf(kind, _sample(data, programme_id), paper=form.paper, styles=form.styles)


def _programme_preview(
    data: DataFile, programme_id: int, file: str, form: PaperFormat
) -> bytes | None:
    """Return a paper of a programme that is for no pair; None for a list of pairs without any."""
    if paper_of(file) in KEYS:
        return setup_paper(data, programme_id, paper_of(file)).pdf(form)
    try:
        return pairing_list(data, programme_id).pdf(form)
    except KnownError as error:
        if error.code == "plan-without-pairs":
            return None
        raise


def _sample(data: DataFile, programme_id: int) -> PairValues:
    about = pairs_programme(data, programme_id)
    return PairValues(programme=about, mentor=_MENTOR, mentee=_LEADER, reference="RM-0000")


_MENTOR: Final = Partner(name="Robin Example", short="Robin", job="Job title", place="Department")
_LEADER: Final = Partner(name="Kim Sample", short="Kim", job="Job title", place="Department")
"""Two invented people on whose papers wording is seen while there are no others."""
