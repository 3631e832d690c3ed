"""What is stored of a plan holds no invisible characters and no empty entries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.plan.cleaning import cleaned
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.purpose import Evidence, Purpose
from revmentor_desktop.domain.plan.sponsor import Sponsor
from tests.services.setup.test_setup import FULL


def test_a_clean_plan_stays_as_it_is() -> None:
    assert cleaned(FULL) == FULL
    assert cleaned(Plan()) == Plan()


def test_every_text_is_cleaned_however_deep() -> None:
    plan = replace(
        FULL,
        purpose=Purpose(why_now=" two\r\nlines\x00 ", evidence=(Evidence(text="\u202egnp.exe "),)),
        sponsor=Sponsor(agreed_to=("Takes part ", "  ")),
        words={"letter.invitation": "Dear\u200b {first_name} "},
    )
    found = cleaned(plan)
    assert found.purpose == Purpose(why_now="two\nlines", evidence=(Evidence(text="gnp.exe"),))
    assert found.sponsor.agreed_to == ("Takes part",)
    assert found.words == {"letter.invitation": "Dear {first_name}"}
    assert found.pairing == plan.pairing
    assert found.schedule == plan.schedule


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(KnownError, match="text-too-long"):
        cleaned(Purpose(why_now="x" * 5_001))
