"""The papers of a pair by kind: their sheets, their titles, what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from revmentor_desktop.documents.agreement import agreement_sheet, agreement_words
from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.documents.packs.pack import pack_sheet, pack_words
from revmentor_desktop.documents.packs.sheets import sheet_words, sheets
from revmentor_desktop.documents.packs.values import PairValues
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.setup.papers import texts_of
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.domain.pair_papers import FOR_EACH, READERS, PaperKind
from revmentor_desktop.domain.participation import Role

_WORDS: Final = (
    "pack.",
    "letter.sender",
    "letter.contact",
    "paper.phrases.",
    "paper.reading-list.",
)
"""How the keys of those words of a plan begin that papers of pairs have in common."""
_SAID_EVERYWHERE: Final = "document.agreement.limits."
"""How the keys of those words of the agreement begin that packs have, too."""
_DOCUMENT: Final = "document."
_AGREEMENT: Final = "document.agreement."
"""How the keys of a document's own wording begin, and of the agreement's, where it was changed."""


def paper_name(kind: PaperKind, pair: PairValues) -> str:
    """Return what a kind of paper is called: "Mentor's pack"."""
    if kind is PaperKind.AGREEMENT:
        return agreement_words(pair).around("name")
    if kind in READERS:
        return pack_words(pair.read_by(READERS[kind])).around("name")
    return sheet_words(kind, pair).around("name")


def sheets_of(kind: PaperKind, pair: PairValues) -> list[Sheet]:
    """Return a paper of a pair, to stand alone or among others in one file."""
    if kind is PaperKind.AGREEMENT:
        return [agreement_sheet(pair)]
    if kind in READERS:
        return [pack_sheet(pair.read_by(READERS[kind]))]
    return sheets(kind, pair)


def sheets_for(kind: PaperKind, pair: PairValues, role: Role) -> list[Sheet]:
    """Return what one of the two gets of a paper; nothing that is the other's own."""
    if READERS.get(kind, role) is not role:
        return []
    found = sheets_of(kind, pair)
    if kind in FOR_EACH:
        return found[:1] if role is Role.MENTOR else found[1:]
    return found


def pair_pdf(
    kind: PaperKind, pair: PairValues, *, paper: Paper = Paper.A4, styles: Styles | None = None
) -> bytes:
    """Return a paper of a pair as a PDF file."""
    title = paper_title(kind, pair)
    return compose(sheets_of(kind, pair), title=title, paper=paper, styles=styles)


def paper_title(kind: PaperKind, pair: PairValues) -> str:
    """Return the title of a file with a paper of a pair alone."""
    return f"{paper_name(kind, pair)}: {sheets_of(kind, pair)[0].title}"


def words_on(kind: PaperKind, pair: PairValues) -> str:
    """Return all that a paper says, a line for each stretch of text, without how it looks."""
    blocks = [block for sheet in sheets_of(kind, pair) for block in sheet.story(Styles())]
    return "\n".join(texts_of(blocks))


def feet_on(kind: PaperKind, pair: PairValues) -> str:
    """Return what stands at the feet of a paper's pages, a line for each text."""
    made = sheets_of(kind, pair)
    return "\n".join(foot for sheet in made for foot in (sheet.foot_left, sheet.foot_middle))


def unprintable_on(kind: PaperKind, pair: PairValues) -> str:
    """Return the characters of a paper that no font of the program has, in order of first use.

    What was typed is looked through, not the paper: that is quick enough for hundreds of pairs.
    """
    return unprintable(*_typed(kind, pair))


def _typed(kind: PaperKind, pair: PairValues) -> Iterator[str]:
    """Yield all that somebody has typed and that stands, or may stand, on a paper."""
    plan, details, both = pair.programme.plan, pair.programme.details, (pair.mentor, pair.mentee)
    for one in both:
        yield from (one.name, one.short, one.job)
    yield from (details.name, pair.programme.organisation, details.purpose)
    for role in Role:
        called = plan.taking_part.name_of(role)
        yield from (called.one, called.several)
    choices = plan.agreement
    yield from (choices.told_to, choices.concern_contact, plan.sponsor.name, plan.sponsor.job_title)
    yield from (*choices.own_limits, *choices.own_clauses)
    is_agreement = kind is PaperKind.AGREEMENT
    for key, text in plan.words.items():
        is_own = key.startswith(_DOCUMENT) and key.startswith(_AGREEMENT) is is_agreement
        if is_own or key.startswith((*_WORDS, _SAID_EVERYWHERE)):
            yield text
    if is_agreement:
        yield choices.own_place
        for one in both:
            yield from one.wants
        return
    for theme in plan.sessions:
        yield from (theme.title, *theme.prompts)
    for one in both:
        yield from (one.place, one.about, *one.offers, *one.wants)
        for detail in one.details:
            yield from detail
