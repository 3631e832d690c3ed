"""The lists of letters and recipients, and the calendar, as models."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from revmentor_desktop.services.letters.calendar import calendar
from revmentor_desktop.services.letters.content import letter
from revmentor_desktop.services.letters.reading import mailing, mailings
from revmentor_desktop.services.letters.writing import save_sender, save_text
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.letters.calendar_view import CalendarModel, Column
from revmentor_desktop.ui.letters.models import (
    ASIDE_ROLE,
    MARK_ROLE,
    LettersModel,
    RecipientsModel,
)
from revmentor_desktop.ui.theme import Theme
from tests.builders import stored_programme

CHECK = Qt.ItemDataRole.CheckStateRole
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def recipients(data: DataFile, programme: int) -> RecipientsModel:
    made = RecipientsModel()
    made.show(mailing(data, programme, "invitation"))
    return made


def test_the_letters_are_a_sound_model(data: DataFile, programme: int, qtmodeltester: Any) -> None:
    model = LettersModel()
    qtmodeltester.check(model, force_py=False)
    model.show(mailings(data, programme))
    model.show(mailings(data, programme))
    qtmodeltester.check(model, force_py=True)


def test_a_letter_says_how_many_it_concerns_and_whether_it_is_own(
    data: DataFile, programme: int
) -> None:
    text = letter("invitation").texts["mentor"]
    save_text(data, programme, "invitation", "mentor", type(text)(subject="Mine", body=text.body))
    model = LettersModel()
    model.show(mailings(data, programme))
    row = model.index(model.row_of("invitation") or 0)
    assert (row.data(), row.data(ASIDE_ROLE), row.data(MARK_ROLE)) == (
        "Invitation",
        "3",
        "own",
    )
    assert row.data(SAID) == "Invitation, concerns 3 now, own wording"
    other = model.index(model.row_of("acceptance") or 0)
    assert (other.data(ASIDE_ROLE), other.data(MARK_ROLE)) == ("1", "")
    for_all = model.index(model.row_of("sponsor-message") or 0)
    assert for_all.data(ASIDE_ROLE) == "all"
    assert model.row_of("nothing") is None


def test_the_recipients_are_a_sound_model(
    data: DataFile, programme: int, recipients: RecipientsModel, qtmodeltester: Any
) -> None:
    qtmodeltester.check(recipients, force_py=False)
    recipients.tick([1], False)
    recipients.show(mailing(data, programme, "refusal"))
    recipients.show(None)
    qtmodeltester.check(recipients, force_py=True)


def test_everybody_is_ticked_until_unticked_and_stays_so(
    data: DataFile, programme: int, recipients: RecipientsModel
) -> None:
    assert [one.name for one in recipients.ticked] == ["Zofia Adamska", "Mei Brown", "Karl Meyer"]
    assert recipients.setData(recipients.index(1), Qt.CheckState.Unchecked, CHECK)
    assert recipients.index(1).data(CHECK) is Qt.CheckState.Unchecked
    recipients.show(mailing(data, programme, "acceptance"))
    assert [one.name for one in recipients.ticked] == ["David Price"]
    recipients.show(mailing(data, programme, "invitation"))
    assert [one.name for one in recipients.ticked] == ["Zofia Adamska", "Karl Meyer"]
    recipients.tick_all(True)
    assert len(recipients.ticked) == 3
    assert not recipients.setData(recipients.index(0), "x")


def test_a_row_says_who_how_and_what_is_missing(
    data: DataFile, programme: int, recipients: RecipientsModel
) -> None:
    row = recipients.index(1)
    assert (row.data(), row.data(ASIDE_ROLE), row.data(MARK_ROLE)) == (
        "Mei Brown",
        "mei@harbour.example",
        "",
    )
    save_sender(data, programme, "", "")
    recipients.show(mailing(data, programme, "invitation"))
    assert recipients.index(1).data(MARK_ROLE) == "To fill in: Who signs (nothing known)"
    assert "Who signs" in recipients.index(1).data(SAID)


def test_letters_to_all_of_a_kind_are_ticked_only_without_others(
    data: DataFile, programme: int
) -> None:
    model = RecipientsModel()
    model.show(mailing(data, programme, "line-manager-note"))
    assert [model.index(row).data() for row in range(2)] == [
        "Line managers of Mentors",
        "Line managers of Leaders",
    ]
    assert len(model.ticked) == 2
    model.show(mailing(data, programme, "sponsor-message"))
    assert model.index(0).data() == "Everybody"
    assert len(model.ticked) == 1


def test_the_calendar_is_a_sound_model(
    data: DataFile, programme: int, theme: Theme, qtmodeltester: Any
) -> None:
    model = CalendarModel(theme)
    qtmodeltester.check(model, force_py=False)
    model.show(calendar(data, programme, date(2027, 3, 1)))
    qtmodeltester.check(model, force_py=True)


def test_the_calendar_says_who_hears_what_by_what_and_when(
    data: DataFile, programme: int, theme: Theme
) -> None:
    model = CalendarModel(theme)
    model.show(calendar(data, programme, date(2027, 3, 1)))
    rows = {
        model.said(row).key: [model.index(row, column).data() for column in Column]
        for row in range(model.rowCount())
    }
    day, standing, *rest = rows["leaders-invited"]
    assert day == "Thu 25 Feb 2027"
    assert standing == "Past"
    assert rest == [
        "Leaders",
        "A personal invitation to take part, which may be declined without a reason",
        "Invitation",
    ]
    assert rows["started"][Column.BY] == "In your own words"
    following = model.next_row()
    assert model.index(following, Column.STANDING).data() == "Next"
    assert model.index(following - 1, Column.STANDING).data() == "Past"


def test_without_dates_the_calendar_is_empty(data: DataFile, theme: Theme) -> None:
    model = CalendarModel(theme)
    model.show(calendar(data, stored_programme(data), date(2027, 3, 1)))
    assert model.rowCount() == 0
    assert model.next_row() == 0
