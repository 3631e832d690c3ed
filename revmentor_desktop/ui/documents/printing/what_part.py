"""What is to be printed: every paper with a number of copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from revmentor_desktop.domain.pair_papers import (
    FOR_ALL,
    LABELS,
    MOST_COPIES,
    PaperKind,
    usual_copies,
)
from revmentor_desktop.services.documents.run_choice import RunChoice
from revmentor_desktop.ui.widgets.fields import NumberField
from revmentor_desktop.ui.widgets.text import plain_label, set_tip

_INDENT: Final = 30


class WhatPart(QWidget):
    """A tick and a number of copies for each paper; `names` are those that there are, by key."""

    changed = Signal()
    """Something else is to be printed."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self.copies: dict[str, NumberField] = {}
        self.file_copy = QCheckBox(self.tr("and one for the file"))
        set_tip(self.file_copy, self.tr("One agreement more of each pair, to be kept by you"))
        self.first = NumberField(1, 1)
        self._where = self._make_where()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        for key, name in names.items():
            if key == FOR_ALL[0]:
                self._add(plain_label(self.tr("For all of them together"), "label"), above=8)
            self._add_paper(key, name)
            if key == PaperKind.AGREEMENT:
                self._add(self.file_copy, indent=_INDENT)
            if key == LABELS:
                self._add(self._where, indent=_INDENT)
        self.file_copy.toggled.connect(self.changed)
        self.first.valueChanged.connect(self.changed)

    @property
    def chosen(self) -> dict[str, int]:
        """The copies of each paper that is ticked."""
        return {key: self.copies[key].value() for key, box in self.boxes.items() if box.isChecked()}

    def put(self, choice: RunChoice) -> None:
        """Show what is chosen."""
        before = self.blockSignals(True)
        for key, box in self.boxes.items():
            box.setChecked(key in choice.copies)
            self.copies[key].setValue(choice.copies.get(key, usual_copies(key)))
        self.file_copy.setChecked(choice.has_file_copy)
        self.blockSignals(before)
        self.changed.emit()

    def set_labels(self, columns: int, rows: int) -> None:
        """Say how many labels a sheet has."""
        self.first.setMaximum(columns * rows)
        words = self.tr("of {0}, on sheets of {1}\u00a0×\u00a0{2}")
        self._sheet.setText(words.format(columns * rows, columns, rows))

    def _make_where(self) -> QWidget:
        """Return what asks for the first label that is left on a sheet."""
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.first.setAccessibleName(self.tr("First free label"))
        set_tip(self.first, self.tr("On a sheet of which some are gone: the first that is left"))
        self._sheet = plain_label("", "small", "wrap")
        row.addWidget(plain_label(self.tr("from label"), "small"))
        row.addWidget(self.first)
        row.addWidget(self._sheet, 1)
        policy = side.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        side.setSizePolicy(policy)
        side.hide()
        return side

    def _add(self, made: QWidget, *, above: int = 0, indent: int = 0) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(indent, above, 0, 2)
        row.addWidget(made)
        self._grid.addLayout(row, self._grid.rowCount(), 0, 1, 2)

    def _add_paper(self, key: str, name: str) -> None:
        box, field = QCheckBox(name), NumberField(1, MOST_COPIES)
        field.setPrefix("× ")
        field.setEnabled(False)
        field.setAccessibleName(self.tr("Copies: {0}").format(name))
        box.toggled.connect(field.setEnabled)
        if key == PaperKind.AGREEMENT:
            box.toggled.connect(self.file_copy.setEnabled)
        if key == LABELS:
            box.toggled.connect(self._where.setVisible)
        box.toggled.connect(self.changed)
        field.valueChanged.connect(self.changed)
        row = self._grid.rowCount()
        self._grid.addWidget(box, row, 0)
        self._grid.addWidget(field, row, 1)
        self.boxes[key], self.copies[key] = box, field
