"""The whole plan of a programme beside its `ProgrammeDetails`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.objectives import Objective
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.plan.purpose import Purpose
from revmentor_desktop.domain.plan.readiness import Answer
from revmentor_desktop.domain.plan.schedule import Schedule
from revmentor_desktop.domain.plan.sessions import SessionPlan, SurveyQuestion
from revmentor_desktop.domain.plan.sponsor import Sponsor
from revmentor_desktop.domain.plan.taking_part import TakingPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is decided when a programme is set up. Each field is a section, stored by itself.

    `readiness` holds the answers by question. `words` holds what the officer has changed of the
    texts of packs, papers and letters, by the key of the text; what is not there is as it came.
    """

    purpose: Purpose = field(default_factory=Purpose)
    objectives: tuple[Objective, ...] = ()
    sponsor: Sponsor = field(default_factory=Sponsor)
    readiness: Mapping[str, Answer] = field(default_factory=dict)
    schedule: Schedule = field(default_factory=Schedule)
    sessions: tuple[SessionPlan, ...] = ()
    questions: tuple[SurveyQuestion, ...] = ()
    taking_part: TakingPart = field(default_factory=TakingPart)
    pairing: PairingChoices = field(default_factory=PairingChoices)
    agreement: AgreementChoices = field(default_factory=AgreementChoices)
    words: Mapping[str, str] = field(default_factory=dict)
