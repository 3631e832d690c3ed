"""One side of a programme: what it is called, how many places, who may apply."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField, put_line
from revmentor_desktop.ui.widgets.surfaces import Card, Chip
from revmentor_desktop.ui.widgets.text import plain_label

_MOST_PLACES = 999


class RoleCard(Card):
    """The fields of one role. An empty name stays empty here; what prints falls back."""

    edited = Signal()

    def __init__(self, role: Role) -> None:
        super().__init__()
        is_mentor = role is Role.MENTOR
        self._chip = Chip("", "mentor" if is_mentor else "mentee")
        explained = (
            _tr("Brings what the other side lacks.")
            if is_mentor
            else _tr("Listens, learns and acts on it.")
        )
        self.one, self.several, self.may_apply = QLineEdit(), QLineEdit(), QLineEdit()
        self.one.setPlaceholderText(_tr("Mentor") if is_mentor else _tr("Leader"))
        self.several.setPlaceholderText(_tr("Mentors") if is_mentor else _tr("Leaders"))
        self.may_apply.setPlaceholderText(
            _tr("For example: anybody below grade 7, with a year here")
            if is_mentor
            else _tr("For example: directors and heads of department")
        )
        self.places = NumberField(0, _MOST_PLACES)
        self.places.setSpecialValueText(_tr("Open"))
        head = QHBoxLayout()
        head.setSpacing(8)
        self._chip.setMinimumWidth(0)
        head.addWidget(self._chip)
        head.addWidget(plain_label(explained, "small", "elide"), 1)
        self.body.addLayout(head)
        names = QHBoxLayout()
        names.setSpacing(10)
        names.addWidget(LabelledField(_tr("One of them"), self.one), 3, Qt.AlignmentFlag.AlignTop)
        names.addWidget(LabelledField(_tr("Several"), self.several), 3, Qt.AlignmentFlag.AlignTop)
        names.addWidget(LabelledField(_tr("Places"), self.places), 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(names)
        self.body.addWidget(LabelledField(_tr("Who may apply"), self.may_apply))
        self._one_before = ""
        self.one.textEdited.connect(self._follow_one)
        for line in (self.several, self.may_apply):
            line.textEdited.connect(self._changed)
        self.places.valueChanged.connect(self._changed)

    @property
    def name(self) -> RoleName:
        """What the side is called, as typed."""
        return RoleName(one=self.one.text(), several=self.several.text())

    def put(self, name: RoleName, places: int, may_apply: str) -> None:
        """Show what a plan says."""
        for line, text in (
            (self.one, name.one),
            (self.several, name.several),
            (self.may_apply, may_apply),
        ):
            put_line(line, text)
        self.places.blockSignals(True)
        self.places.setValue(places)
        self.places.blockSignals(False)
        self._name()

    def _follow_one(self, one: str) -> None:
        """Let the word for several follow while it is the usual plural."""
        if self.several.text() in {"", f"{self._one_before}s"}:
            self.several.setText(f"{one}s" if one.strip() else "")
        self._changed()

    def _changed(self, *_: object) -> None:
        self._name()
        self.edited.emit()

    def _name(self) -> None:
        self._one_before = self.one.text()
        self._chip.setText(self.one.text().strip() or self.one.placeholderText())


def _tr(text: str) -> str:
    return QCoreApplication.translate("RoleCard", text)
