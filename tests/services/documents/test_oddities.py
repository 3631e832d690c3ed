"""What no font has is told with whose it is, on every paper of a run."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.event_papers import AddressLabels, SignOffList, invited
from revmentor_desktop.services.documents.oddities import oddities
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.paper_run import PaperRun
from revmentor_desktop.services.people.reading import participants, person
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme of two pairs; one of the people has two odd characters, another has one."""
    made = stored_programme(data, "Voices")
    stored_pair(data, made, "李 Chen", "Rob Clarke")
    stored_pair(data, made, "Mei Brown", "David Price")
    jobs = {"李 Chen": "Nurse 𓀀", "David Price": "Chief ᎠᎠ"}
    for one in participants(data, made):
        job = jobs.get(one.person.full_name, "")
        save_person(data, one.person.id, replace(person(data, one.person.id), job_title=job))
    return made


def test_each_pair_is_named_once_with_what_is_odd(data: DataFile, programme: int) -> None:
    run = PaperRun(pair_papers(data, programme, list(PaperKind)))
    assert oddities(run) == [
        "李 Chen – Rob Clarke: 李 (U+674E), 𓀀 (U+13000)",
        "Mei Brown – David Price: Ꭰ (U+13A0)",
    ]


def test_on_lists_and_labels_each_person_is_named(data: DataFile, programme: int) -> None:
    name_organisation(data, "Harbour ᎣCare")
    people = invited(data, programme)
    run = PaperRun([], sign_off=SignOffList(people), labels=AddressLabels(people))
    assert oddities(run) == [
        "Sign-off list, 李 Chen: 李 (U+674E), 𓀀 (U+13000)",
        "Sign-off list, David Price: Ꭰ (U+13A0)",
        "Sign-off list: Ꭳ (U+13A3)",
        "Address labels, 李 Chen: 李 (U+674E), 𓀀 (U+13000)",
        "Address labels, David Price: Ꭰ (U+13A0)",
    ]


def test_where_all_can_be_printed_nothing_is_said(data: DataFile) -> None:
    made = stored_programme(data, "Voices")
    stored_pair(data, made, "Zoë Żółć", "محمد العلي")
    people = invited(data, made)
    run = PaperRun(pair_papers(data, made, list(PaperKind)), sign_off=SignOffList(people))
    assert oddities(run) == []
