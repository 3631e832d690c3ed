"""The part of the panel that asks a programme's own fields, with consent where that is needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.own_fields import AskedOf, FieldKind, OwnField
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.people.panel.binding import Binding, FieldSpec, not_an_attribute
from revmentor_desktop.ui.people.panel.editors import Editor
from revmentor_desktop.ui.people.panel.own_editors import (
    AnswerEditor,
    ConsentEditor,
    DecimalEditor,
    IsoDateEditor,
    OptionEditor,
    TicksEditor,
)
from revmentor_desktop.ui.widgets.surfaces import rule
from revmentor_desktop.ui.widgets.text import plain_label

OWN_KEY: Final = "own:"
"""How the keys of these fields begin among those of the panel."""


class OwnPart(QWidget):
    """The own fields that are asked of somebody's role, below one another."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: tuple[OwnField, ...] = ()
        self.bindings: list[Binding] = []
        self._of: dict[str, OwnField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(rule())
        self._column.addWidget(plain_label(self.tr("Asked by this programme"), "heading", "wrap"))
        self.hide()

    def ask(self, fields: Sequence[OwnField]) -> list[Binding]:
        """Ask these fields instead; return what ties them to what is stored."""
        for binding in self.bindings:
            self._column.removeWidget(binding.box)
            binding.box.hide()
            binding.box.deleteLater()
        self.fields = tuple(fields)
        self.bindings, self._of = [], {}
        for own in fields:
            made = [_answer(own), _consent(own)] if own.is_special else [_answer(own)]
            for binding in made:
                self._of[binding.spec.key] = own
                self.bindings.append(binding)
                self._column.addWidget(binding.box)
        return self.bindings

    def show_role(self, role: Role | None) -> None:
        """Show what is asked of a role, nothing for None."""
        sides = {AskedOf.BOTH, AskedOf(role)} if role is not None else set()
        shown = [self._of[one.spec.key].asked_of in sides for one in self.bindings]
        for binding, is_shown in zip(self.bindings, shown, strict=True):
            binding.box.setVisible(is_shown)
        self.setVisible(any(shown))


def _answer(own: OwnField) -> Binding:
    def store(data: DataFile, programme_id: int, person_id: int, value: Any) -> None:
        from revmentor_desktop.services.people.own_values import set_own_value

        set_own_value(data, programme_id, person_id, own.key, value)

    help_text = ""
    if own.is_special:
        help_text = QCoreApplication.translate("people", "Asked for one purpose: {0}").format(
            own.special_purpose
        )
    spec = FieldSpec(
        f"{OWN_KEY}{own.key}",
        own.label,
        f"“{own.label}”",
        lambda part: part.own_values.get(own.key),
        not_an_attribute,
        of_part=True,
        help_text=help_text,
        store=store,
    )
    return Binding(spec, _editor(own))


def _consent(own: OwnField) -> Binding:
    def store(data: DataFile, programme_id: int, person_id: int, value: date | None) -> None:
        from revmentor_desktop.services.people.own_values import set_consent

        set_consent(data, programme_id, person_id, own.key, value)

    def said(value: date | None) -> str:
        if value is not None:
            return ""
        return QCoreApplication.translate(
            "people", "Consent withdrawn: the answer to “{0}” is kept and no longer used."
        ).format(own.label)

    spec = FieldSpec(
        f"{OWN_KEY}{own.key}:consent",
        QCoreApplication.translate("people", "Agreed that “{0}” is used").format(own.label),
        QCoreApplication.translate("people", "consent to “{0}”").format(own.label),
        lambda part: part.consents.get(own.key),
        not_an_attribute,
        of_part=True,
        help_text=QCoreApplication.translate(
            "people", "Without it the answer stays out of lists, pairing and every document."
        ),
        store=store,
        said=said,
    )
    return Binding(spec, ConsentEditor())


def _editor(own: OwnField) -> Editor:
    match own.kind:
        case FieldKind.TEXT:
            return AnswerEditor()
        case FieldKind.ONE_OF:
            return OptionEditor(own.options)
        case FieldKind.SEVERAL_OF:
            return TicksEditor(own.options)
        case FieldKind.NUMBER:
            return DecimalEditor()
        case FieldKind.DATE:
            return IsoDateEditor()
