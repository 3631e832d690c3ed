"""An officer who does anything the services offer, in any order, as a seed decides."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, PersonDetails, Slot
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import RULES, PairingChoices
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services import sample
from revmentor_desktop.services.people import own_values
from revmentor_desktop.services.people import writing as people
from revmentor_desktop.services.programmes import writing as programmes
from revmentor_desktop.services.setup import writing as setup
from revmentor_desktop.services.setup.reading import decided, plan
from tests.drills.acts import TAKING_PART
from tests.drills.document_acts import DOCUMENT_ACTIONS, DocumentActs
from tests.drills.pairing_acts import PAIRING_ACTIONS
from tests.services.people_import.imports import draft, imported

FULL: Final = os.environ.get("REVMENTOR_DRILLS") == "full"
"""Whether the drills have their full length."""

_NAMES: Final = ("Mei", "David", "Aisha", "Zoë", "Łukasz", "Oisín", "<b>Ann</b>", "O'Neil", "李")

_ACTIONS: Final = (
    *["add_person"] * 4,
    *["edit_person"] * 2,
    "remove_people",
    *["add_programme"] * 2,
    "edit_programme",
    "remove_programme",
    *["take_part"] * 4,
    *["edit_part"] * 2,
    "leave",
    *["set_state"] * 2,
    *["set_role"] * 2,
    *PAIRING_ACTIONS,
    *DOCUMENT_ACTIONS,
    "name_organisation",
    "sample",
    "import_people",
    *["decide"] * 2,
    *["answer"] * 3,
    *["agree"] * 2,
)
"""What an officer does, the more often the more often it stands here."""
_BEGINNING: Final = ("add_programme", *["add_person"] * 8, "take_part", "take_part")


class Officer(DocumentActs):
    """Acts on `data`; the same seed on the same data does the same things."""

    ACTIONS: Final = frozenset(_ACTIONS)

    def plan(self, actions: int) -> list[str]:
        """Return what to do: first what makes a programme of some people, then anything."""
        return [*_BEGINNING, *(self.random.choice(_ACTIONS) for _ in range(actions))]

    def do(self, action: str) -> bool:
        """Do something; return whether it changed anything. A refusal changes nothing."""
        self.data.last_touched = frozenset()
        try:
            with self.data.words(action):
                getattr(self, action)()
        except KnownError:
            return False
        return bool(self.data.last_touched)

    def add_person(self) -> None:
        people.add_person(self.data, self._person())

    def edit_person(self) -> None:
        people.save_person(self.data, self._one("person"), self._person())

    def remove_people(self) -> None:
        people.remove_people(self.data, self._some("person", 3))

    def add_programme(self) -> None:
        programmes.add_programme(self.data, self._programme())

    def edit_programme(self) -> None:
        programme = self._one("programme")
        setup.save_plan(self.data, programme, self._programme(), plan(self.data, programme))

    def remove_programme(self) -> None:
        programmes.remove_programme(self.data, self._one("programme"))

    def take_part(self) -> None:
        people.take_part(self.data, self._one("programme"), self._some("person", 5), self._part())

    def edit_part(self) -> None:
        people.save_participation(
            self.data, self._one("programme"), self._one("person"), self._part()
        )

    def leave(self) -> None:
        people.leave(self.data, self._one("programme"), self._some("person", 3))

    def set_state(self) -> None:
        state = self.random.choice(list(ParticipationState))
        people.set_state(self.data, self._one("programme"), self._some("person", 4), state)

    def set_role(self) -> None:
        role = self.random.choice(list(Role))
        people.set_role(self.data, self._one("programme"), self._some("person", 4), role)

    def name_organisation(self) -> None:
        programmes.name_organisation(self.data, self._word())

    def decide(self) -> None:
        """Change the settings: questions come and go, and with them answers and consents."""
        programme = self._lively_programme()
        now = decided(self.data, programme)
        part = now.plan.taking_part
        if len(part.own_fields) < 3:
            part = part.with_own_field(self._own_field())
        else:
            part = replace(part, own_fields=part.own_fields[1:])
        rules = frozenset(self.random.sample(RULES, 3))
        other = replace(now.plan, taking_part=part, pairing=PairingChoices(rules=rules))
        setup.save_plan(self.data, programme, now.details, other)

    def answer(self) -> None:
        """Store or empty what somebody says to a question of the programme's own."""
        programme, person, field = self._asked()
        value = self.random.choice((None, self._word()))
        own_values.set_own_value(self.data, programme, person, field, value)

    def agree(self) -> None:
        """Store or withdraw a consent."""
        programme, person, field = self._asked()
        day = self.random.choice((None, date(2027, 1, 1), date(2027, 2, 1)))
        own_values.set_consent(self.data, programme, person, field, day)

    def _asked(self) -> tuple[int, int, str]:
        """Return a programme, somebody who takes part in it, and the key of an own field."""
        programme = self._lively_programme()
        there = self.data.rows(TAKING_PART, (programme,))
        keys = [field.key for field in decided(self.data, programme).plan.taking_part.own_fields]
        person = self.random.choice(there)[0] if there else 0
        return programme, person, self.random.choice(keys or ["own-0"])

    def _own_field(self) -> OwnField:
        is_special = self.random.random() < 0.6
        return OwnField(key="", label="Word", is_special=is_special, special_purpose="Drill")

    def sample(self) -> None:
        if sample.has_sample(self.data):
            sample.remove_sample(self.data)
        else:
            sample.add_sample(self.data)

    def import_people(self) -> None:
        """Take in a list of people, some of whom are there already."""
        random, programme = self.random, self._one("programme")
        people = random.sample(range(40), random.randint(1, 8))
        roles = random.choices(("Mentor", "Leader"), k=len(people))
        rows = [
            (f"Person {one}", f"p{one}@example.org", role, "", "", "")
            for one, role in zip(people, roles, strict=True)
        ]
        imported(self.data, programme or None, draft(*rows, takes_part=bool(programme)))

    def _person(self) -> PersonDetails:
        random = self.random
        return PersonDetails(
            first_name=random.choice(_NAMES),
            last_name=random.choice(("", *_NAMES)),
            email=random.choice(("", "", f"p{random.randrange(30)}@example.org")),
            department=self._word(),
            line_manager_id=random.choice((None, None, None, self._one("person"))) or None,
            line_manager_text=random.choice(("", "Boss")),
            start_date=random.choice((None, date(2020, 1, 1) + timedelta(random.randrange(2000)))),
            offers=tuple(self._words()),
            wants=tuple(self._words()),
            slots=tuple(random.sample(list(Slot), random.randrange(4))),
            meeting_mode=random.choice((None, *MeetingMode)),
            about_me=" ".join(self._words()),
        )

    def _programme(self) -> ProgrammeDetails:
        random = self.random
        return ProgrammeDetails(
            name=f"Programme {random.randrange(6)}",
            purpose=self._word(),
            start_date=random.choice((None, date(2027, 1, random.randint(1, 31)))),
            session_count=random.randint(1, 12),
        )

    def _part(self) -> ParticipationDetails:
        random = self.random
        return ParticipationDetails(
            role=random.choice(list(Role)),
            state=random.choice((*ParticipationState, *[ParticipationState.CONFIRMED] * 5)),
            own_partners=random.choice((None, None, 1, 2, 3)),
            motivation=self._word(),
            not_with=frozenset(self._some("person", 2)),
            answers_agreed=random.choice((None, True, False)),
        )
