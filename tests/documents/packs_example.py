"""A pair whose packs have everything that they can show, all of it invented."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import Any

from revmentor_desktop.documents.packs.values import PairValues, Partner
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.plan.sessions import SessionPlan
from revmentor_desktop.services.documents.setup_papers import setup_values
from revmentor_desktop.system.resources import resource
from tests.documents.setup_example import DETAILS_OF_IT, ORGANISATION, PLAN

FOCUS = tomllib.loads(resource("content/focus/floor.toml").read_text(encoding="utf-8"))
SENDER = {"letter.sender": "Sam Okoro", "letter.contact": "sam.okoro@harbourcare.example"}
SESSIONS = tuple(
    SessionPlan(title=one["title"], prompts=tuple(one["prompts"])) for one in FOCUS["sessions"]
)
MEI = Partner(
    name="Mei Brown",
    short="Mei",
    job="Nurse, Ward 4",
    about="I say what I think once I know somebody. I sing in a choir.",
    offers=("Life on a ward", "Night shifts"),
    wants=("How decisions are made",),
    details=(("Shift pattern", "Rotating"),),
)
DAVID = Partner(
    name="David Price",
    short="David",
    job="Chief Executive",
    about="I learn best by walking round. Tell me straight.",
    wants=("Life on a ward", "What patients ask for"),
)


def programme(**words: str) -> SetupValues:
    """Return the programme, with texts changed by their keys: dots as "__"."""
    changed = {key.replace("__", "."): text for key, text in words.items()}
    plan = replace(PLAN, words={**FOCUS["words"], **SENDER, **changed}, sessions=SESSIONS)
    return setup_values(DETAILS_OF_IT, plan, ORGANISATION, [])


def pair(**more: Any) -> PairValues:
    """Return what the papers of a pair say."""
    fields: dict[str, Any] = {
        "programme": programme(),
        "mentor": MEI,
        "mentee": DAVID,
        "reference": "RM-0042",
    }
    return PairValues(**{**fields, **more})
