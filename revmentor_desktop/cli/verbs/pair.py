"""``revmentor pair``: a mentor and a leader, by their e-mail addresses."""

from __future__ import annotations

import argparse

from revmentor_desktop.cli.arguments import add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.services.people.reading import person_by_email
from revmentor_desktop.services.programmes.reading import programme_named
from revmentor_desktop.system.paths import Paths


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mentor", metavar="MENTOR_EMAIL")
    parser.add_argument("leader", metavar="LEADER_EMAIL")
    add_programme(parser)


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    from revmentor_desktop.services.pairing.writing import pair

    with opened(options, paths) as data:
        programme = programme_named(data, options.programme)
        mentor = person_by_email(data, options.mentor)
        leader = person_by_email(data, options.leader)
        pair_id = pair(data, programme.id, mentor.id, leader.id)
        stored = next(one for one in pairs(data, programme.id) if one.id == pair_id)
    words = f"Paired {mentor.full_name} and {leader.full_name} ({stored.reference})."
    values = {
        "reference": stored.reference,
        "programme": programme.name,
        "mentor": mentor.email,
        "leader": leader.email,
    }
    return Answer([words], values)


VERB = Verb(name="pair", words="pair a mentor and a leader", add_arguments=_add_arguments, run=_run)
