"""``revmentor suggest``: the best plan of pairs, with what proves it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from revmentor_desktop.cli.arguments import add_programme, whole_number
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.aims import USUAL_FLOOR, Aim
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.pairing.draft_reading import draft_id_of, draft_of
from revmentor_desktop.services.people.reading import participant_called
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.paths import Paths

if TYPE_CHECKING:
    from revmentor_desktop.domain.pairing_drafts import PairingDraft
    from revmentor_desktop.matching.suggestion import Suggestion
    from revmentor_desktop.services.pairing.applying import Applied

_FULL: Final = 100


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    add_programme(parser)
    parser.add_argument(
        "--aim",
        choices=("everyone", "fit", "nobody-left"),
        help="what comes first: most leaders paired, then the best total (everyone); only pairs"
        " from a floor upwards, the best total (fit); most leaders, then the lowest fit as high"
        " as it can be (nobody-left); unless told, the aim of the draft, at first everyone",
    )
    words = "the lowest fit of a pair with the aim fit, 0 to 100; unless told, that of the draft"
    parser.add_argument("--floor", type=whole_number, metavar="N", help=words)
    words = "keep every pair on the board, and only fill free places"
    parser.add_argument("--gaps", action="store_true", help=words)
    parser.add_argument(
        "--for",
        dest="people",
        action="append",
        default=[],
        metavar="NAME_OR_EMAIL",
        help="only for this person, and others named the same way; pairs without them stay",
    )
    words = "the draft whose locked pairs stay and into which the plan goes"
    parser.add_argument("--draft", metavar="NAME", help=words)
    parser.add_argument("--apply", action="store_true", help="put the plan into the draft")
    words = "add every score, and which pairs are forbidden"
    parser.add_argument("--matrix", action="store_true", help=words)


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.cli.plan_lines import plan_lines
    from revmentor_desktop.cli.plan_values import plan_values
    from revmentor_desktop.matching.situation import Extent
    from revmentor_desktop.services.pairing.suggesting import suggesting

    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        draft_id = draft_id_of(data, programme.id, options.draft)
        aim, floor = _aim(options, draft_of(data, programme.id, draft_id))
        asked = [participant_called(data, programme.id, one) for one in options.people]
        people = frozenset(one.participation.id for one in asked)
        extent = Extent(people=people, only_gaps=options.gaps)
        found = run_to_end(suggesting(data, programme.id, aim, floor, extent, draft_id=draft_id))
        applied = _applied(data, programme.id, found, options)
    heading = f"{programme.name}, {_draft_words(found, options.draft)}"
    plan = plan_lines(found, with_matrix=options.matrix)
    lines = [heading, *_extent_words(asked, options), *plan, "", _outcome(applied)]
    draft = applied.draft if applied else found.situation.board.draft
    values = {
        "programme": programme.name,
        "draft": draft.name if draft else None,
        "for": [one.person.full_name for one in asked],
        "gaps": options.gaps,
        "applied": applied is not None,
        **plan_values(found, with_matrix=options.matrix),
    }
    return Answer(lines, values)


def _aim(options: argparse.Namespace, draft: PairingDraft | None) -> tuple[Aim, int]:
    """Return what the plan is to be best at: as told, or as the draft has it.

    The floor is in hundredths of a point, 0 where the aim has none.
    """
    aim = Aim(options.aim) if options.aim else draft.aim if draft else Aim.EVERYONE
    if aim is not Aim.FIT:
        if options.floor is not None:
            raise KnownError("floor-needs-fit")
        return aim, 0
    if options.floor is None:
        return aim, draft.floor if draft else USUAL_FLOOR
    if not 0 <= options.floor <= _FULL:
        raise KnownError("floor-out-of-range")
    return aim, options.floor * 100


def _applied(
    data: DataFile, programme_id: int, found: Suggestion, options: argparse.Namespace
) -> Applied | None:
    """Put the plan into the draft if that was asked for."""
    if not options.apply:
        return None
    from revmentor_desktop.services.pairing.applying import apply

    return apply(data, programme_id, found, options.draft)


def _draft_words(found: Suggestion, wanted: str | None) -> str:
    draft = found.situation.board.draft
    if draft is not None:
        return f"draft “{draft.name}”"
    return f"draft “{wanted.strip()}” (new)" if wanted else "no draft yet"


def _extent_words(asked: Sequence[Participant], options: argparse.Namespace) -> list[str]:
    """Return for whom the plan is where that is not everybody."""
    said = []
    if asked:
        said.append(f"Only for {', '.join(one.person.full_name for one in asked)}")
    if options.gaps:
        said.append("Every pair on the board stays; only free places are filled")
    return said


def _outcome(applied: Applied | None) -> str:
    if applied is None:
        return "Nothing is stored yet. Add --apply to put this plan into the draft."
    if applied.draft is None:
        return "There is nothing to put into a draft."
    made, parted = len(applied.made), len(applied.parted)
    return (
        f"In “{applied.draft.name}” now: {made} new, {parted} taken apart."
        " Nothing is final before the pairs are agreed."
    )


VERB = Verb(
    name="suggest",
    words="suggest the best plan of pairs, with its proof",
    add_arguments=_add_arguments,
    run=_run,
)
