"""The rows of the step on purpose: a piece of evidence, somebody who was asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout

from revmentor_desktop.domain.plan.purpose import Consultation, Evidence
from revmentor_desktop.ui.widgets.dates import OptionalDateField
from revmentor_desktop.ui.widgets.growing import GrowingText
from revmentor_desktop.ui.widgets.rows import RowEditor


class EvidenceRow(RowEditor[Evidence]):
    """A fact, and whether it is confidential."""

    def __init__(self) -> None:
        super().__init__()
        self.text = GrowingText()
        self.text.setAccessibleName(self.tr("Evidence"))
        self.text.setPlaceholderText(
            self.tr("e.g. 9 of 21 new starters left within six months (exit interviews, 2026)")
        )
        self.confidential = QCheckBox(self.tr("Confidential – appears in no document"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        self.confidential.setMinimumHeight(self.text.minimumHeight())  # beside the first line
        row.addWidget(self.confidential, 0, Qt.AlignmentFlag.AlignTop)
        self.text.textChanged.connect(self.edited)
        self.confidential.clicked.connect(self.edited)

    def value(self) -> Evidence:
        return Evidence(text=self.text.text(), is_confidential=self.confidential.isChecked())

    def put(self, value: Evidence) -> None:
        self.text.put(value.text)
        self.confidential.setChecked(value.is_confidential)

    def is_blank(self) -> bool:
        return not self.text.text().strip()

    def take_focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


class ConsultationRow(RowEditor[Consultation]):
    """Who was asked, when, and what they said in one line."""

    def __init__(self) -> None:
        super().__init__()
        self.who, self.said = GrowingText(), GrowingText()
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
        for column, part in enumerate((self.who, self.when, self.said)):
            row.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate((4, 3, 6)):
            row.setColumnStretch(column, share)
        self.who.textChanged.connect(self.edited)
        self.said.textChanged.connect(self.edited)
        self.when.edited.connect(self.edited)

    def value(self) -> Consultation:
        return Consultation(who=self.who.text(), asked_on=self.when.value(), said=self.said.text())

    def put(self, value: Consultation) -> None:
        for field, text in ((self.who, value.who), (self.said, value.said)):
            field.put(text)
        if self.when.value() != value.asked_on:
            self.when.set_value(value.asked_on)

    def is_blank(self) -> bool:
        return not any((self.who.text().strip(), self.said.text().strip(), self.when.entry.text()))

    def take_focus(self) -> None:
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
