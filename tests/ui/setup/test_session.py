"""What is typed is stored within two seconds, whether the typing stops or not."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.errors import InvalidField, KnownError
from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.services.setup import reading, writing
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.session import KEPT_AFTER_MS, SetupSession


def named(name: str) -> Draft:
    return Draft(details=ProgrammeDetails(name=name, purpose="Listen."))


def stored_name(context: Context) -> str:
    draft = reading.draft(context.data)
    return draft.details.name if draft else ""


def test_the_longest_time_in_memory_leaves_room_for_the_storing() -> None:
    assert KEPT_AFTER_MS <= 1_500


def test_what_was_typed_is_stored_a_moment_after_the_typing_stops(
    qtbot: QtBot, context: Context
) -> None:
    session = SetupSession(context)
    session.edit(named("Voi"))
    assert not session.is_kept
    assert stored_name(context) == ""
    qtbot.waitUntil(lambda: stored_name(context) == "Voi", timeout=2_000)
    assert session.is_kept


def test_typing_on_does_not_put_the_storing_off(qtbot: QtBot, context: Context) -> None:
    session = SetupSession(context)
    typed = ""
    start = time.monotonic()
    while not stored_name(context):
        assert time.monotonic() - start < 2, "nothing was stored while typing went on"
        typed += "x"
        session.edit(named(typed))
        qtbot.wait(50)
    assert typed.startswith(stored_name(context))
    session.keep()


def test_looking_at_steps_alone_makes_no_draft(context: Context) -> None:
    session = SetupSession(context)
    session.edit(replace(Draft(), step=Step.DATES, seen=frozenset({Step.DATES})))
    session.keep()
    assert session.is_kept
    assert not session.holds_anything
    assert reading.draft(context.data) is None


def test_a_draft_that_was_emptied_again_is_stored_empty(context: Context) -> None:
    session = SetupSession(context)
    session.replace(named("Voices"))
    session.replace(Draft())
    assert reading.draft(context.data) == Draft()


def test_a_refusal_is_told_and_the_draft_goes_on_to_be_stored(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = SetupSession(context)
    told: list[str] = []
    session.failed.connect(lambda error: told.append(error.code))

    def refuse(*_: object) -> None:
        raise KnownError("disk-full", name="Programmes")

    with monkeypatch.context() as patched:
        patched.setattr(writing, "keep_draft", refuse)
        session.replace(named("Voices"))
    assert told == ["disk-full"]
    assert not session.is_kept
    session.edit(named("Voices!"))
    qtbot.waitUntil(lambda: stored_name(context) == "Voices!", timeout=2_000)


def test_nothing_is_stored_after_the_programme_is_there(qtbot: QtBot, context: Context) -> None:
    session = SetupSession(context)
    session.edit(named("Voices"))
    session.create("Create Voices")
    qtbot.wait(KEPT_AFTER_MS + 200)
    assert reading.draft(context.data) is None


def test_a_refused_creation_leaves_the_draft_stored(context: Context) -> None:
    session = SetupSession(context)
    session.edit(replace(named("Voices"), details=ProgrammeDetails(name="Voices")))
    with pytest.raises(InvalidField):
        session.create("Create Voices")
    assert stored_name(context) == "Voices"
