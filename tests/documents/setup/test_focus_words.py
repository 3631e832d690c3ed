"""What a focus words for itself stands on the papers that everybody reads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from revmentor_desktop.documents.setup.papers import setup_pdf
from revmentor_desktop.documents.setup.values import SetupValues
from revmentor_desktop.domain.plan.focus import FocusTemplate
from revmentor_desktop.services.setup.focus import focuses
from tests.documents.reading_back import pages
from tests.documents.setup_example import DETAILS_OF_IT, ORGANISATION, PLAN


@pytest.mark.parametrize("template", focuses(), ids=lambda one: one.key)
@pytest.mark.parametrize(
    ("key", "words"), [("explainer", "explainer.focus"), ("call-mentor", "call.focus")]
)
def test_it_stands_on_the_first_page(template: FocusTemplate, key: str, words: str) -> None:
    plan = replace(PLAN, words=template.words)
    values = SetupValues(details=DETAILS_OF_IT, plan=plan, organisation=ORGANISATION)
    first = " ".join(pages(setup_pdf(key, values))[0].split())
    assert template.words[words] in first
