"""Characters that no font of the program has, by whose they are, before a run of papers leaves."""

from __future__ import annotations

from collections.abc import Iterator

from revmentor_desktop.documents.fonts import unprintable
from revmentor_desktop.domain.text import oddity
from revmentor_desktop.services.documents.event_papers import EventPaper
from revmentor_desktop.services.documents.paper_run import PaperRun


def oddities(run: PaperRun) -> list[str]:
    """Return what of a run cannot be printed: "Mei Brown – 李 Chen: 李 (U+674E)".

    Pair by pair, since the papers of a pair share most of it; then, of what is for everybody,
    person by person.
    """
    found: dict[int, dict[str, None]] = {}
    names: dict[int, str] = {}
    for paper in run.papers:
        names[paper.pair.id] = paper.pair_names
        found.setdefault(paper.pair.id, {}).update(dict.fromkeys(paper.unprintable))
    said = [(names[pair], "".join(odd)) for pair, odd in found.items()]
    said.extend(one for made in run.for_all for one in _of_everybody(made))
    return [oddity(whose, odd) for whose, odd in said if odd]


def _of_everybody(made: EventPaper) -> Iterator[tuple[str, str]]:
    rest = dict.fromkeys(made.unprintable)
    for one in made.values.people:
        # A paper may leave some of it out: labels do not say everything.
        own = unprintable(one.name, one.job, one.department, one.site)
        standing = "".join(character for character in own if character in made.unprintable)
        yield f"{made.title}, {one.name}", standing
        for character in standing:
            rest.pop(character, None)
    yield made.title, "".join(rest)
