"""Rules and criteria of the officer's own: a row each, made from any field."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from revmentor_desktop.domain.field_values import COMPARABLE
from revmentor_desktop.domain.plan.pairing_choices import (
    OwnCriterion,
    OwnCriterionKind,
    OwnRule,
    OwnRuleKind,
)
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.system.detail_words import detail_label
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.rows import RowEditor
from revmentor_desktop.ui.widgets.weights import WeightField

_FIRST_WEIGHT = 10
_FIELD_LETTERS = 8
_KIND_LETTERS = 5


def comparable_fields(part: TakingPart) -> dict[str, str]:
    """Return the fields in which two people of a programme can be compared, with their names."""
    own = {
        field.key: field.label.strip() or _tr("A question without words yet")
        for field in part.own_fields
    }
    return {**{key: detail_label(key) for key in COMPARABLE}, **own}


class FieldCombo(KeyedCombo):
    """A field to choose; one that is gone by now stays named as such until another is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_tr("Field"))
        # A long question is cut rather than making the row wider than the page.
        self.shrink(_FIELD_LETTERS)
        self._fields: Mapping[str, str] = {}
        self.offer_fields({})

    def offer_fields(self, fields: Mapping[str, str]) -> None:
        """Offer these fields; the one that is chosen stays chosen."""
        self._fields = fields
        self._offer(self.key)

    def put(self, key: str) -> None:
        if key and self.findData(key) < 0:
            self._offer(key)
        else:
            super().put(key)

    def _offer(self, chosen: str) -> None:
        words = {"": _tr("Choose a field…"), **self._fields}
        if chosen and chosen not in words:
            words[chosen] = _tr("(a question that was removed)")
        self.offer(words)
        super().put(chosen)


class OwnRuleEditor(RowEditor[OwnRule]):
    """A sentence: a field, and how two people's answers to it must stand to each other."""

    def __init__(self) -> None:
        super().__init__()
        self.field = FieldCombo()
        self.kind = KeyedCombo(
            {
                OwnRuleKind.MUST_DIFFER: _tr("must not be the same for both"),
                OwnRuleKind.MUST_BE_EQUAL: _tr("must be the same for both"),
                OwnRuleKind.MUST_OVERLAP: _tr("must have something in common"),
            }
        )
        self.kind.setAccessibleName(_tr("How the two must stand to each other"))
        self.kind.shrink(_FIELD_LETTERS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.kind, 1)
        self.field.chosen.connect(self.edited)
        self.kind.chosen.connect(self.edited)

    def offer_fields(self, fields: Mapping[str, str]) -> None:
        """Let the row choose among these fields."""
        self.field.offer_fields(fields)

    def value(self) -> OwnRule:
        return OwnRule(field=self.field.key, kind=OwnRuleKind(self.kind.key))

    def put(self, value: OwnRule) -> None:
        self.field.put(value.field)
        self.kind.put(value.kind)

    def is_blank(self) -> bool:
        return not self.field.key

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class OwnCriterionEditor(RowEditor[OwnCriterion]):
    """A field, what of two people's answers counts for a pair, and how much."""

    def __init__(self) -> None:
        super().__init__()
        self.field = FieldCombo()
        self.kind = KeyedCombo(
            {
                OwnCriterionKind.SAME: _tr("the same"),
                OwnCriterionKind.DIFFERENT: _tr("different"),
                OwnCriterionKind.OVERLAP: _tr("in common"),
                OwnCriterionKind.OFFERS_WANTS: _tr("meets"),
            }
        )
        self.kind.setAccessibleName(_tr("What counts for a pair"))
        self.kind.shrink(_KIND_LETTERS)
        self.wanted = FieldCombo()
        self.wanted.setAccessibleName(_tr("Field under which it is wanted"))
        self.weight = WeightField(_tr("Weight"))
        self.weight.put(_FIRST_WEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.kind)
        row.addWidget(self.wanted, 1)
        row.addWidget(self.weight)
        self.field.chosen.connect(self.edited)
        self.kind.chosen.connect(self._kind_chosen)
        self.wanted.chosen.connect(self.edited)
        self.weight.edited.connect(self.edited)
        self._show_wanted()

    def offer_fields(self, fields: Mapping[str, str]) -> None:
        """Let the row choose among these fields."""
        self.field.offer_fields(fields)
        self.wanted.offer_fields(fields)

    def value(self) -> OwnCriterion:
        return OwnCriterion(
            field=self.field.key,
            kind=OwnCriterionKind(self.kind.key),
            weight=self.weight.value,
            wanted_field=self.wanted.key if self._has_wanted else "",
        )

    def put(self, value: OwnCriterion) -> None:
        self.field.put(value.field)
        self.kind.put(value.kind)
        self.wanted.put(value.wanted_field)
        self.weight.put(value.weight)
        self._show_wanted()

    def is_blank(self) -> bool:
        return not self.field.key

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_wanted(self) -> bool:
        return self.kind.key == OwnCriterionKind.OFFERS_WANTS

    def _kind_chosen(self) -> None:
        self._show_wanted()
        self.edited.emit()

    def _show_wanted(self) -> None:
        """A second field is asked for only where what is offered meets what is wanted."""
        self.wanted.setVisible(self._has_wanted)


def _tr(text: str) -> str:
    return QCoreApplication.translate("OwnRules", text)
