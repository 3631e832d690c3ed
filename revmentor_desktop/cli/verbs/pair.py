"""``revmentor pair``: a mentor and a leader, by their e-mail addresses."""

from __future__ import annotations

import argparse

from revmentor_desktop.cli.arguments import add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.pairs import Pair, PairOrigin
from revmentor_desktop.services.pairing.reading import pair
from revmentor_desktop.services.people.reading import person_by_email
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.paths import Paths


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mentor", metavar="MENTOR_EMAIL")
    parser.add_argument("leader", metavar="LEADER_EMAIL")
    add_programme(parser)
    parser.add_argument(
        "--draft",
        metavar="NAME",
        help="only propose the pair, in the draft of that name, which is made where there is none",
    )
    parser.add_argument(
        "--found-each-other", action="store_true", help="note that the two chose each other"
    )
    parser.add_argument(
        "--reason",
        default="",
        metavar="TEXT",
        help="why the two are paired though rules forbid it; it is stored, and shown with the pair",
    )


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        mentor = person_by_email(data, options.mentor)
        leader = person_by_email(data, options.leader)
        stored = _paired(data, programme.id, (mentor.id, leader.id), options)
    verb = "Paired" if stored.draft_id is None else "Proposed to pair"
    words = f"{verb} {mentor.full_name} and {leader.full_name} ({stored.reference})."
    values = {
        "reference": stored.reference,
        "programme": programme.name,
        "mentor": mentor.email,
        "leader": leader.email,
        "state": stored.state,
    }
    return Answer([words], values)


def _paired(
    data: DataFile, programme_id: int, couple: tuple[int, int], options: argparse.Namespace
) -> Pair:
    """Make an agreed pair, or where a draft is named a proposal in it."""
    from revmentor_desktop.services.pairing.agreeing import agree_at_once
    from revmentor_desktop.services.pairing.overriding import propose_in

    origin = PairOrigin.FOUND_EACH_OTHER if options.found_each_other else PairOrigin.BOARD
    if options.draft is None:
        pair_id = agree_at_once(data, programme_id, *couple, origin=origin, reason=options.reason)
    else:
        pair_id = propose_in(
            data, programme_id, options.draft, couple, origin=origin, reason=options.reason
        )
    return pair(data, programme_id, pair_id)


VERB = Verb(name="pair", words="pair a mentor and a leader", add_arguments=_add_arguments, run=_run)
