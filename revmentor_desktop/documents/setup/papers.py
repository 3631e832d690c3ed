"""The set-up papers by key: their sheets, their titles, their PDF files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.fonts import searchable
from revmentor_desktop.documents.pages import Sheet, compose
from revmentor_desktop.documents.setup.call import call_for, form_for
from revmentor_desktop.documents.setup.content import PaperWords
from revmentor_desktop.documents.setup.explainer import explainer
from revmentor_desktop.documents.setup.forms import Boxes
from revmentor_desktop.documents.setup.implementation_plan import implementation_plan
from revmentor_desktop.documents.setup.launch_exercise import facilitators_page, handout
from revmentor_desktop.documents.setup.reading_list import reading_list
from revmentor_desktop.documents.setup.reluctant_leader import reluctant_leader
from revmentor_desktop.documents.setup.risk_assessment import risk_assessment
from revmentor_desktop.documents.setup.sponsor_brief import sponsor_brief
from revmentor_desktop.documents.setup.timeline import Lane
from revmentor_desktop.documents.setup.values import SetupValues, blanks_of
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.documents.wording import Run, text_of
from revmentor_desktop.domain.participation import Role

Story = Callable[[SetupValues, PaperWords, Styles], list[Block]]


class _Made(NamedTuple):
    """A sheet of a paper: what makes it, the line that is its bookmark, its band's colour.

    Where no line is named, the paper's title is the bookmark. `spared` are blanks that are left
    out, one after the other, where that saves a second page.
    """

    story: Story
    title: str = ""
    edge: str = ""
    spared: Sequence[str] = ()


_SHEETS: Final[Mapping[str, Sequence[_Made]]] = MappingProxyType(
    {
        "explainer": (_Made(explainer, edge="brand", spared=("about_focus", "why_now")),),
        "plan": (_Made(implementation_plan),),
        "sponsor-brief": (_Made(sponsor_brief),),
        "reluctant-leader": (_Made(reluctant_leader, edge="mentee"),),
        "launch-exercise": (_Made(facilitators_page), _Made(handout, "handout_kind")),
        "reading-list": (_Made(reading_list),),
        "call-mentor": (
            _Made(call_for(Role.MENTOR), edge="mentor"),
            _Made(form_for(Role.MENTOR), "form_kind", "mentor"),
        ),
        "call-leader": (
            _Made(call_for(Role.MENTEE), edge="mentee"),
            _Made(form_for(Role.MENTEE), "form_kind", "mentee"),
        ),
        "risk-assessment": (_Made(risk_assessment),),
    }
)
KEYS: Final = tuple(_SHEETS)
"""The papers in the order in which they are listed."""


def paper_title(key: str, values: SetupValues) -> str:
    """Return what a paper is called in lists: the kind of paper that it is."""
    return searchable(_words(key, values).around("name"))


def paper_line(key: str, values: SetupValues) -> str:
    """Return in one line what a paper is for."""
    return searchable(_words(key, values).around("line"))


def setup_pdf(
    key: str, values: SetupValues, *, paper: Paper = Paper.A4, styles: Styles | None = None
) -> bytes:
    """Return a paper as a PDF file. Raises KeyError for a key that is none of `KEYS`."""
    title = f"{paper_title(key, values)}: {values.details.name}"
    return compose(_sheets(key, values), title=title, paper=paper, styles=styles)


def paper_text(key: str, values: SetupValues) -> str:
    """Return all that a paper says, a line for each stretch of text, without how it looks."""
    words = _words(key, values)
    blocks = [block for made in _SHEETS[key] for block in made.story(values, words, Styles())]
    return "\n".join(texts_of(blocks))


def texts_of(part: Any) -> Iterator[str]:
    """Yield the texts in blocks, however deep; names of colours are none."""
    match part:
        case Run():
            yield part.text
        case Boxes():
            yield from part.options
        case Lane():
            yield from (part.label, part.words)
        case list() | tuple():
            for one in part:
                yield from texts_of(one)
        case _ if is_dataclass(part):
            for one in fields(part):
                yield from texts_of(getattr(part, one.name))


def _words(key: str, values: SetupValues) -> PaperWords:
    return PaperWords(key, blanks_of(values), values.plan.words)


def _without(words: PaperWords, blanks: Sequence[str]) -> PaperWords:
    return replace(words, blanks={**words.blanks, **dict.fromkeys(blanks, "")})


def _sheets(key: str, values: SetupValues) -> list[Sheet]:
    words = _words(key, values)
    return [
        Sheet(
            title=text_of(words.line(made.title) if made.title else words.title()),
            foot_left=values.organisation or values.details.name,
            logo=values.logo,
            foot_middle=words.around("foot"),
            story=partial(made.story, values, words),
            shorter=[
                partial(made.story, values, _without(words, made.spared[:count]))
                for count in range(1, len(made.spared) + 1)
            ],
            edge=made.edge,
            is_evened=True,
        )
        for made in _SHEETS[key]
    ]
