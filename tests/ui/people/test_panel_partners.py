"""How many partners somebody may have: as the programme says, or a number of their own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.writing import set_own_partners
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.people.columns import columns
from revmentor_desktop.ui.people.page import PeoplePage
from tests.builders import stored_mentor
from tests.ui.people.conftest import Cast
from tests.ui.people.hands import NO_GRAB, press
from tests.ui.people.panel_parts import field, part

pytestmark = NO_GRAB


def decide(context: Context, cast: Cast, choices: PairingChoices) -> None:
    """Decide about pairing in the programme that is looked at."""
    context.run(
        "Change pairing", lambda file: save_section(file, cast.programme, "pairing", choices)
    )


def listed(page: PeoplePage, person_id: int) -> str:
    """Return what the table says of how many partners somebody may have."""
    (column,) = (one for one in columns() if one.key == "most_partners")
    rows = range(page.model.rowCount())
    (entry,) = (one for one in map(page.model.entry, rows) if one.person.id == person_id)
    return column.text(entry)


def test_partners_are_as_many_as_the_programme_says_or_their_own_number(
    helen: PeoplePage, context: Context, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    box = field(helen, "own_partners").editor.widget
    assert isinstance(box, QComboBox)
    assert box.currentText() == "As the programme says (1)"
    choices = PairingChoices(mentor_partners=2, mentee_partners=3)
    decide(context, cast, choices)
    assert box.currentText() == "As the programme says (3)"
    assert listed(helen, cast.helen) == "3"
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    assert data.undo_words == "Change Helen Ward’s number of partners"
    assert (part(data, cast, cast.helen).own_partners, box.currentText()) == (1, "1")
    assert listed(helen, cast.helen) == "1 (their own)"
    context.undo()
    assert box.currentText() == "As the programme says (3)"
    helen.choose(cast.mei)
    assert box.currentText() == "As the programme says (2)"


def test_a_number_below_their_partners_says_why_beside_the_choice(
    helen: PeoplePage, context: Context, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    ann = stored_mentor(data, cast.programme, "Ann Lee")
    choices = PairingChoices(mentee_partners=2)
    decide(context, cast, choices)
    context.run("Pair", lambda file: agree_at_once(file, cast.programme, ann, cast.helen))
    box = field(helen, "own_partners").editor.widget
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    assert field(helen, "own_partners").problem.startswith("This person is already in 2 agreed")
    assert part(data, cast, cast.helen).own_partners is None


def test_several_people_get_a_number_or_are_left_to_the_programme_in_one_step(
    page: PeoplePage, context: Context, data: DataFile, cast: Cast, qtbot: QtBot
) -> None:
    decide(context, cast, PairingChoices(mentor_partners=2, mentee_partners=2))
    context.run(
        "Let Mei",
        partial(set_own_partners, programme_id=cast.programme, person_ids=[cast.mei], number=3),
    )
    heard: list[str] = []
    context.notices.shown.connect(lambda notice: heard.append(notice.text))
    page.table.selectAll()
    box = page.panel.several.partners.field
    assert isinstance(box, QComboBox)
    assert (box.currentIndex(), box.itemText(0)) == (-1, "As the programme says (2)")
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    everybody = (cast.helen, cast.mei, cast.zoe)
    assert [part(data, cast, who).own_partners for who in everybody] == [None, None, None]
    assert (box.currentText(), data.undo_words) == (
        "As the programme says (2)",
        "Change the number of partners of Mei Brown",
    )
    for number in (1, 2):
        press(box, Qt.Key.Key_Down)
        assert {part(data, cast, who).own_partners for who in everybody} == {number}
    assert heard == [
        "As many partners as the programme says: Mei Brown",
        "At most one partner: 3 people",
        "At most 2 partners: 3 people",
    ]
    context.undo()
    context.undo()
    assert box.currentText() == "As the programme says (2)"
