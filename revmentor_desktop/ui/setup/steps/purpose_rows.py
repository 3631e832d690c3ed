"""The rows of the step on purpose: a piece of evidence, somebody who was asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit

from revmentor_desktop.domain.plan.purpose import Consultation, Evidence
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.rows import RowEditor


class EvidenceRow(RowEditor[Evidence]):
    """A fact, and whether it is confidential."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("Evidence"))
        self.text.setPlaceholderText(
            self.tr("e.g. 9 of 21 new starters left within six months (exit interviews, 2026)")
        )
        self.confidential = QCheckBox(self.tr("Confidential – appears in no document"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.confidential)
        self.text.textEdited.connect(self.edited)
        self.confidential.clicked.connect(self.edited)

    def value(self) -> Evidence:
        return Evidence(text=self.text.text(), is_confidential=self.confidential.isChecked())

    def put(self, value: Evidence) -> None:
        if self.text.text() != value.text:
            self.text.setText(value.text)
        self.confidential.setChecked(value.is_confidential)

    def is_blank(self) -> bool:
        return not self.text.text().strip()

    def take_focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


class ConsultationRow(RowEditor[Consultation]):
    """Who was asked, when, and what they said in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.who, self.said = QLineEdit(), QLineEdit()
        self.when = OptionalDateField()
        for field, name, hint in (
            (self.who, self.tr("Who was asked"), self.tr("Who: e.g. night staff of ward 4")),
            (self.said, self.tr("What they said"), self.tr("What they said, in one line")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
        self.when.setAccessibleName(self.tr("When they were asked"))
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.who, 0, 0)
        row.addWidget(self.when, 0, 1)
        row.addWidget(self.said, 0, 2)
        for column, share in enumerate((4, 3, 6)):
            row.setColumnStretch(column, share)
        self.who.textEdited.connect(self.edited)
        self.said.textEdited.connect(self.edited)
        self.when.edited.connect(self.edited)

    def value(self) -> Consultation:
        return Consultation(who=self.who.text(), asked_on=self.when.value(), said=self.said.text())

    def put(self, value: Consultation) -> None:
        for field, text in ((self.who, value.who), (self.said, value.said)):
            if field.text() != text:
                field.setText(text)
        if self.when.value() != value.asked_on:
            self.when.set_value(value.asked_on)

    def is_blank(self) -> bool:
        return not any((self.who.text().strip(), self.said.text().strip(), self.when.entry.text()))

    def take_focus(self) -> None:
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
