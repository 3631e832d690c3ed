"""What the sessions are about, and what is asked before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from revmentor_desktop.domain.plan.own_fields import AskedOf


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """The theme of one session, with prompts to start from."""

    title: str
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """A statement to agree with on a scale of five, at the start, the middle and the end.

    Without `asked_at_start` only those who have met can answer it.
    """

    text: str
    asked_of: AskedOf = AskedOf.BOTH
    asked_at_start: bool = True


def spread(themes: Sequence[SessionPlan], count: int) -> tuple[SessionPlan, ...]:
    """Return the theme of each of `count` sessions; none where there are no themes.

    The first theme opens and the last one closes, once each. Those between are spread evenly:
    with fewer sessions some are left out, with more of them one theme lasts for several, which
    have its prompts between them.
    """
    if not themes or count < 1:
        return ()
    if count == 1:
        return (themes[0],)
    between, places = themes[1:-1] or themes[:1], count - 2
    chosen = [(2 * at + 1) * len(between) // (2 * places) for at in range(places)]
    middle = chain.from_iterable(
        _shared_out(between[at], len(list(sessions))) for at, sessions in groupby(chosen)
    )
    return (themes[0], *middle, themes[-1])


def _shared_out(theme: SessionPlan, count: int) -> Iterator[SessionPlan]:
    """Yield a theme for each of `count` sessions, with its share of the prompts."""
    prompts = theme.prompts
    for at in range(count):
        share = prompts[at * len(prompts) // count : (at + 1) * len(prompts) // count]
        # Where there are fewer prompts than sessions, some come again.
        yield replace(theme, prompts=share or prompts)
