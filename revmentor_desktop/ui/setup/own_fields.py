"""The list of fields of the officer's own: added, changed, put in order, removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from revmentor_desktop.domain.plan.own_fields import OWN_FIELDS_LIMIT, OwnField
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.ui.setup.own_field_card import OwnFieldCard
from revmentor_desktop.ui.widgets.buttons import button, menu_button
from revmentor_desktop.ui.widgets.fields import go_to_line
from revmentor_desktop.ui.widgets.surfaces import bring_into_view
from revmentor_desktop.ui.widgets.tab_order import follow_layout
from revmentor_desktop.ui.widgets.text import plain_label, without_mnemonic


class OwnFieldsEditor(QWidget):
    """Cards, one for each own field, and what adds more; keys are given here, never twice."""

    edited = Signal()

    def __init__(self, suggested: Sequence[OwnField]) -> None:
        super().__init__()
        self.cards: list[OwnFieldCard] = []
        self._part = TakingPart()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add_button = button(_tr("Add a question"), "plain", "plus")
        self.add_button.clicked.connect(lambda: self.add(OwnField(key="", label="")))
        self._menu = QMenu()
        for field in suggested:
            self._offer(field)
        self.suggestions = menu_button(_tr("Take one of these"), self._menu, "quiet")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_button)
        foot.addWidget(self.suggestions)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._rows)
        layout.addLayout(foot)
        layout.addWidget(
            plain_label(
                _tr(
                    "Age is not among them: people are matched on what they bring and want, never"
                    " on how old they are."
                ),
                "small",
                "wrap",
            )
        )

    def put(self, part: TakingPart) -> None:
        """Show the own fields of a plan; where they stand there already, nothing moves."""
        if part.own_fields != self.values():
            for card in list(self.cards):
                self._drop(card)
            for field in part.own_fields:
                self._append(field)
        self._part = part
        self.name_roles(part)
        self._refresh()

    def values(self) -> tuple[OwnField, ...]:
        """Return the fields in their order, as typed."""
        return tuple(card.field for card in self.cards)

    @property
    def made(self) -> int:
        """The highest number that a field was given; see `TakingPart`."""
        return self._part.own_fields_made

    def name_roles(self, part: TakingPart) -> None:
        """Name the two sides as the programme does."""
        self._part = replace(self._part, mentor_name=part.mentor_name, mentee_name=part.mentee_name)
        for card in self.cards:
            card.name_roles(part)

    def open_what_holds_more_than(self, limit: int) -> None:
        """Open the cards in which a text is longer than `limit`."""
        for card in self.cards:
            field = card.field
            texts = (field.label, field.special_purpose, *field.options)
            if any(len(text) > limit for text in texts):
                card.open(is_open=True)

    def add(self, field: OwnField) -> OwnFieldCard:
        """Add a field as if the officer had, open to be changed."""
        self._part = replace(self._part, own_fields=self.values()).with_own_field(field)
        for card in self.cards:
            card.open(is_open=False)
        card = self._append(self._part.own_fields[-1])
        card.name_roles(self._part)
        card.open(is_open=True)
        self._refresh()
        target = card.purpose if field.is_special else card.label
        go_to_line(target)
        bring_into_view(card)
        self.edited.emit()
        return card

    def _offer(self, field: OwnField) -> None:
        text = field.label
        if field.is_special:
            text = _tr("{0}  –  sensitive").format(text)
        action = self._menu.addAction(without_mnemonic(text))
        action.triggered.connect(lambda: self.add(field))

    def _append(self, field: OwnField) -> OwnFieldCard:
        card = OwnFieldCard(field)
        card.edited.connect(self.edited)
        card.moved.connect(lambda step: self._move(card, step))
        card.removed.connect(lambda: self._remove(card))
        self._rows.addWidget(card)
        self.cards.append(card)
        follow_layout(self)
        card.show()  # at once, or it could not have the focus yet
        return card

    def _move(self, card: OwnFieldCard, step: int) -> None:
        """Let a card change places with its neighbour."""
        there = self.cards.index(card) + step
        if not 0 <= there < len(self.cards):
            return
        self.cards.remove(card)
        self.cards.insert(there, card)
        self._rows.removeWidget(card)
        self._rows.insertWidget(there, card)
        follow_layout(self)
        self._refresh()
        bring_into_view(card)
        self.edited.emit()

    def _remove(self, card: OwnFieldCard) -> None:
        place = self.cards.index(card)
        self._drop(card)
        self._refresh()
        near = self.cards[min(place, len(self.cards) - 1)].edit if self.cards else self.add_button
        near.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _drop(self, card: OwnFieldCard) -> None:
        self.cards.remove(card)
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _refresh(self) -> None:
        last = len(self.cards) - 1
        for place, card in enumerate(self.cards):
            card.stand_at(place, last)
        has_room = len(self.cards) < OWN_FIELDS_LIMIT
        self.add_button.setEnabled(has_room)
        self.suggestions.setEnabled(has_room)


def _tr(text: str) -> str:
    return QCoreApplication.translate("OwnFieldsEditor", text)
