"""Fits, reasons and warnings on the cards, at the targets of a drag and in the side card."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.plan.own_fields import OwnField
from revmentor_desktop.domain.plan.pairing_choices import (
    DEFAULT_WEIGHTS,
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
    PairingChoices,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.pairing.overriding import override
from revmentor_desktop.services.pairing.proposing import propose
from revmentor_desktop.services.people.own_values import set_consent, set_own_value
from revmentor_desktop.services.people.writing import save_person, take_part
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.board.model import CardRole
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.fairness_dialog import FairnessDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from tests.builders import person_details, stored_programme
from tests.ui.pairing.stage import Cast, index_of


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def meters(widget: QWidget) -> list[str]:
    return [bar.accessibleName() for bar in widget.findChildren(QProgressBar)]


def pair_card(page: PairingPage, name: str) -> PairCard:
    card = page.pairs.cards.card(index_of(page.pairs, name))
    assert isinstance(card, PairCard)
    return card


def marks(page: PairingPage, name: str) -> list[tuple[str, str]]:
    return [(mark.text, mark.kind) for mark in pair_card(page, name).marks]


def test_a_card_gives_the_strongest_reasons_and_what_is_not_known(
    page: PairingPage, cast: Cast
) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    assert marks(page, "Jonas") == [
        ("AI tools", "ok"),
        ("Both Tue am", "ok"),
        ("4 things not known", "neutral"),
    ]
    assert pair_card(page, "Jonas").has_gaps


def test_a_card_warns_of_what_speaks_against_a_pair(page: PairingPage, cast: Cast) -> None:
    mode = {"meeting_mode": MeetingMode.IN_PERSON}
    away = person_details("Jonas Tamm", offers=("Data",), slots=(Slot.MON_PM,), site="A", **mode)
    here = person_details("Helen Ward", wants=("AI",), slots=(Slot.TUE_AM,), site="B", **mode)
    save_person(cast.data, cast.ids["Jonas Tamm"], away)
    save_person(cast.data, cast.ids["Helen Ward"], here)
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    warned = [text for text, kind in marks(page, "Jonas") if kind == "warn"]
    assert warned == ["No wish met", "Different sites, in person", "No time in common"]
    page.pairs.choose(pair_card(page, "Jonas").key)
    assert "! No wish met" in texts(page.side)


def test_no_second_reason_stands_before_a_warning(page: PairingPage, cast: Cast) -> None:
    mode = {"meeting_mode": MeetingMode.IN_PERSON}
    for name, site in (("Jonas Tamm", "A"), ("Helen Ward", "B")):
        details = person_details(
            name, offers=("AI",), wants=("AI",), slots=(Slot.TUE_AM,), site=site, **mode
        )
        save_person(cast.data, cast.ids[name], details)
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    kinds = [kind for _, kind in marks(page, "Jonas")]
    assert kinds[:3] == ["ok", "warn", "ok"]


def test_nothing_known_is_no_fit_of_nought(page: PairingPage, cast: Cast) -> None:
    pair_id = cast.pair("Sána Khan", "Rob Clarke")
    page.reload()
    assert "fit not known" in pair_card(page, "Sána").spoken
    assert page.summary.text == "1 of 3 leaders paired"
    assert page.summary.fairness_button.isHidden()
    page.pairs.choose(pair_id)
    said = texts(page.side)
    assert "Nothing that counts is known of both, so there is no fit." in said
    assert meters(page.side) == []


def test_the_side_card_adds_up_the_points(page: PairingPage, cast: Cast) -> None:
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.pairs.choose(pair_id)
    assert meters(page.side) == [
        "Learning goal met: 78 of 78",
        "Times that suit both: 11 of 22",
    ]
    said = texts(page.side)
    assert "Why this pair?" in said
    assert "Professional 100 · personal 50" in said
    assert "– Shared interests: not known of both." in said
    assert "– Complementary style: no question asks it." in said


def test_an_exception_shows_with_its_reason(page: PairingPage, cast: Cast) -> None:
    for name in ("Jonas Tamm", "Helen Ward"):
        save_person(cast.data, cast.ids[name], person_details(name, department="IT"))
    couple = cast.ids["Jonas Tamm"], cast.ids["Helen Ward"]
    override(cast.data, cast.programme_id, *couple, ["department"], "They work on two floors")
    pair_id = cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.pairs.choose(pair_id)
    assert "Both work in IT (set aside: They work on two floors)" in texts(page.side)
    assert marks(page, "Jonas")[0] == ("“They work on two floors” – Both work in IT", "neutral")


def test_targets_show_the_fit_that_the_pair_would_have(page: PairingPage, cast: Cast) -> None:
    jonas = page.mentors.cards.card(index_of(page.mentors, "Jonas"))
    assert jonas is not None
    page.mentors.picked_up.emit(jonas.held())
    verdict = index_of(page.leaders, "Helen").data(CardRole.VERDICT)
    assert [mark.text for mark in verdict.marks] == ["89 fit", "AI tools", "Both Tue am"]
    spoken = index_of(page.leaders, "Helen").data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert spoken == "fit 89, Can be paired"
    page.mentors.put_down.emit(Qt.DropAction.IgnoreAction)


def test_an_exchange_shows_the_fit_of_both_new_pairs(page: PairingPage, cast: Cast) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    cast.pair("Sána Khan", "David Price")
    page.reload()
    page.mentors.picked_up.emit(pair_card(page, "Jonas").held())
    verdict = index_of(page.pairs, "Sána").data(CardRole.VERDICT)
    assert verdict.spoken == "fit 65, fit not known, The two pairs exchange partners"
    page.mentors.put_down.emit(Qt.DropAction.IgnoreAction)


def test_what_the_summary_may_leave_out_keeps_no_window_wide(page: PairingPage, cast: Cast) -> None:
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.resize(1400, 690)
    assert page.summary.text == "1 of 3 leaders paired · Average fit 89 · Lowest fit 89"
    page.resize(700, 690)
    assert page.width() == 700
    assert page.summary.text == "1 of 3 leaders paired"
    page.resize(1400, 690)
    assert page.summary.text == "1 of 3 leaders paired · Average fit 89 · Lowest fit 89"


def test_a_drop_scores_at_once(page: PairingPage, cast: Cast) -> None:
    jonas = page.mentors.cards.card(index_of(page.mentors, "Jonas"))
    helen = page.board.participant(cast.ids["Helen Ward"])
    assert jonas is not None
    assert helen is not None
    page.leaders.cards.rearranged.emit(page.board.onto_person(jonas.held(), helen))
    assert page.summary.text == "1 of 3 leaders paired · Average fit 89 · Lowest fit 89"
    assert pair_card(page, "Jonas").spoken.endswith("fit 89, proposed")


def test_the_chooser_has_the_best_fit_first_and_those_refused_last(
    page: PairingPage, cast: Cast
) -> None:
    cast.add("Best Match", Role.MENTOR, offers=("AI tools", "Front-line view"))
    page.reload()
    david = page.leaders.cards.card(index_of(page.leaders, "David"))
    assert david is not None
    page.commands.pair_with(david.held())
    (dialog,) = page.findChildren(PartnerDialog)
    role = Qt.ItemDataRole.AccessibleTextRole
    heard = [dialog.model.index(row).data(role) for row in range(dialog.model.rowCount())]
    assert heard[0] == "Best Match, fit 100, Can be paired"
    assert heard[1].startswith("Jonas Tamm, fit ")
    assert heard[-1].startswith("Mei Brown, only with a reason: ")
    dialog.reject()


@pytest.fixture
def confidential(cast: Cast) -> str:
    """A special-category field that both agreed to, as a criterion, an own one and the style."""
    belief = OwnField(key="own-1", label="Belief", is_special=True, special_purpose="To learn")
    same = OwnCriterion(field="own-1", kind=OwnCriterionKind.SAME, weight=60)
    choices = PairingChoices(
        weights=DEFAULT_WEIGHTS,
        own_criteria=(same,),
        own_rules=(OwnRule(field="own-1", kind=OwnRuleKind.MUST_DIFFER),),
        style_field="own-1",
        difference_fields=("own-1",),
    )
    save_section(cast.data, cast.programme_id, "taking_part", TakingPart(own_fields=(belief,)))
    for name, role in (("Ada Okafor", Role.MENTOR), ("Ben Lyle", Role.MENTEE)):
        one = cast.add(name, role)
        set_own_value(cast.data, cast.programme_id, one, "own-1", "Zoroastrian")
        set_consent(cast.data, cast.programme_id, one, "own-1", date(2026, 11, 1))
    cast.pair("Ada Okafor", "Ben Lyle")
    save_section(cast.data, cast.programme_id, "pairing", choices)
    return "Zoroastrian"


def test_nothing_on_the_board_names_a_special_category_value_or_its_field(
    page: PairingPage, cast: Cast, confidential: str
) -> None:
    page.reload()
    card = pair_card(page, "Ada")
    page.pairs.choose(card.key)
    said = [*texts(page.side), *meters(page.side), card.spoken, card.described, card.found_by]
    said += [mark.text for mark in card.marks]
    for words in (confidential, confidential.lower(), "Belief", "The same", "erspective"):
        assert not [text for text in said if words in text]
    assert ("A rule on answers in confidence", "warn") in marks(page, "Ada")
    assert any(text.startswith("Answers in confidence: ") for text in meters(page.side))


def test_the_fairness_dialog_tells_spread_lowest_and_groups_of_five(
    page: PairingPage, cast: Cast
) -> None:
    for number in range(5):
        cast.add(f"Mentor {number}", Role.MENTOR, site="Quay", offers=("Maps",))
        cast.add(f"Leader {number}", Role.MENTEE, site="Small" if number else "", wants=("Maps",))
        cast.pair(f"Mentor {number}", f"Leader {number}")
    cast.pair("Jonas Tamm", "Helen Ward")
    page.reload()
    page.summary.fairness_button.click()
    (dialog,) = page.findChildren(FairnessDialog)
    shown = meters(dialog)
    assert shown[0] == "90–100: 5 pairs"
    assert any(one.startswith("Jonas Tamm – Helen Ward: ") for one in shown)
    assert any(one.startswith("Quay (5 people): ") for one in shown)
    assert not any("Small" in text for text in [*shown, *texts(dialog)])
    assert "1 more is not shown." in texts(dialog)
    assert "Left over in an earlier programme" not in texts(dialog)


def test_the_fairness_dialog_tells_who_was_left_over_before(page: PairingPage, cast: Cast) -> None:
    later = stored_programme(cast.data, "Voices 2028")
    agree_at_once(cast.data, cast.programme_id, cast.ids["Jonas Tamm"], cast.ids["Helen Ward"])
    for name, role in (
        ("Jonas Tamm", Role.MENTOR),
        ("Mei Brown", Role.MENTOR),
        ("David Price", Role.MENTEE),
        ("Rob Clarke", Role.MENTEE),
    ):
        details = ParticipationDetails(role=role)
        take_part(cast.data, later, [cast.ids[name]], details)
    propose(cast.data, later, cast.ids["Jonas Tamm"], cast.ids["Rob Clarke"])
    page.context.choose_programme(later)
    page.reload()
    page.summary.fairness_button.click()
    (dialog,) = page.findChildren(FairnessDialog)
    shown = texts(dialog)
    assert "Left over in an earlier programme" in shown
    told = [text for text in shown if " · once · " in text]
    assert set(told[:2]) == {
        "Mei Brown · once · without a partner",
        "David Price · once · without a partner",
    }
    assert told[2:] == ["Rob Clarke · once · paired now"]
    dialog.accept()
