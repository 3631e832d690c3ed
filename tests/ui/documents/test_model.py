"""The table of pairs: rows, ticks, search, what is missing."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from revmentor_desktop.services.documents.pair_rows import pair_rows
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.documents.model import Column, PairsModel
from tests.builders import stored_pair

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(data: DataFile, programme: int) -> PairsModel:
    made = PairsModel()
    made.show(pair_rows(data, programme))
    return made


def shown(model: PairsModel) -> list[str]:
    return [model.index(row, Column.PAIR).data() for row in range(model.rowCount())]


def test_it_is_a_sound_model(
    model: PairsModel, data: DataFile, programme: int, qtmodeltester: Any
) -> None:
    qtmodeltester.check(model, force_py=False)
    model.search("zofia")
    model.tick([0], False)
    model.search("")
    model.show(pair_rows(data, programme)[:1])
    qtmodeltester.check(model, force_py=True)


def test_a_row_says_who_which_paper_and_how_it_stands(model: PairsModel) -> None:
    assert [model.index(0, column).data() for column in Column] == [
        "",
        "Mei Brown with David Price",
        "RM-0001",
        "Not made",
        "Not made",
        "Not made",
    ]


def test_a_name_that_cannot_be_printed_is_said(data: DataFile, programme: int) -> None:
    stored_pair(data, programme, "李 Chen", "Rob Clarke")
    model = PairsModel()
    model.show(pair_rows(data, programme))
    assert model.index(3, Column.AGREEMENT).data() == "Cannot print 李"


def test_everything_is_ticked_until_somebody_unticks_it(model: PairsModel) -> None:
    assert len(model.ticked) == 3
    assert model.setData(model.index(1, Column.TICK), Qt.CheckState.Unchecked, CHECK)
    assert model.index(1, Column.TICK).data(CHECK) is Qt.CheckState.Unchecked
    assert [one.names[0] for one in model.ticked] == ["Mei Brown", "Idris Bello"]
    assert not model.setData(model.index(1, Column.PAIR), "x")


def test_ticks_stay_through_a_reload_and_new_pairs_are_ticked(
    model: PairsModel, data: DataFile, programme: int
) -> None:
    model.tick([0, 1], False)
    stored_pair(data, programme, "New Mentor", "New Leader")
    model.show(pair_rows(data, programme))
    assert [one.names[0] for one in model.ticked] == ["Idris Bello", "New Mentor"]


def test_search_ignores_case_and_accents_and_finds_references(model: PairsModel) -> None:
    model.search("WYN idris")
    assert shown(model) == ["Idris Bello with Ann Ŵyn"]
    model.search("rm-0002")
    assert shown(model) == ["Zofia Adamska with Karl Meyer"]
    model.search("nobody")
    assert shown(model) == []


def test_what_the_search_hides_stays_ticked(model: PairsModel) -> None:
    model.search("zofia")
    assert len(model.ticked) == 3
    model.tick_all(False)
    assert model.ticked == []
    model.tick_all(True)
    assert len(model.ticked) == 3


def test_a_tooltip_shows_markup_as_it_is(data: DataFile, programme: int) -> None:
    stored_pair(data, programme, "<b>Ann", "Rob Clarke")
    model = PairsModel()
    model.show(pair_rows(data, programme))
    tip = model.index(3, Column.PAIR).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Ann" in tip
