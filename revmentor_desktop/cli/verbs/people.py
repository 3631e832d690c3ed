"""``revmentor people``: who is in the data file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Final

from revmentor_desktop.cli.arguments import add_programme
from revmentor_desktop.cli.opening import opened
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.people import Person
from revmentor_desktop.domain.plan.own_values import usable_values
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.services.people.reading import participants, people
from revmentor_desktop.services.programmes.reading import programme_named, programmes
from revmentor_desktop.services.setup.reading import taking_part
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.paths import Paths

_ROLE_WORDS: Final = {Role.MENTOR: "mentor", Role.MENTEE: "leader"}

Names = Mapping[int, str]
"""The full name of each person by their id."""
Parts = Mapping[int, Sequence[dict[str, object]]]
"""The parts that each person takes, by the person's id, as they are answered."""


def _run(options: argparse.Namespace, paths: Paths) -> Answer:
    with opened(options, paths) as data:
        if options.programme is None:
            chosen = programmes(data)
        else:
            chosen = [programme_named(data, options.programme)]
        everybody = people(data)
        names = {one.id: one.full_name for one in everybody}
        parts = _parts(data, chosen, names)
    listed = [one for one in everybody if options.programme is None or one.id in parts]
    lines = [f"{one.full_name}\t{one.email}\t{one.job_title}" for one in listed]
    return Answer(lines, [_values(one, names, parts) for one in listed])


def _parts(data: DataFile, chosen: Sequence[Programme], names: Names) -> Parts:
    parts: dict[int, list[dict[str, object]]] = {}
    for programme in chosen:
        asked = taking_part(data, programme.id)
        labels = {own.key: own.label for own in asked.asked_fields()}
        for one in participants(data, programme.id):
            part = one.participation
            usable = usable_values(part, asked)
            # What was said of special categories leaves the data file in no list, consent or not.
            told = {key: value for key, value in usable.items() if not asked.is_special(key)}
            values = asdict(part) | {
                "programme": programme.name,
                "own_values": {labels[key]: value for key, value in told.items()},
                "consents": {
                    labels[key]: day for key, day in part.consents.items() if key in labels
                },
                "role": _ROLE_WORDS[part.role],
                "most_partners": part.most_partners,
                "not_with": sorted(names[person_id] for person_id in part.not_with),
            }
            for number in ("id", "programme_id", "person_id", "usual_partners"):
                del values[number]
            parts.setdefault(one.person.id, []).append(values)
    return parts


def _values(person: Person, names: Names, parts: Parts) -> dict[str, object]:
    values: dict[str, object] = {"name": person.full_name, **asdict(person)}
    manager = values.pop("line_manager_id")
    written = values.pop("line_manager_text")
    values["line_manager"] = names[manager] if isinstance(manager, int) else written
    return values | {"participations": parts.get(person.id, [])}


VERB = Verb(name="people", words="list the people", add_arguments=add_programme, run=_run)
