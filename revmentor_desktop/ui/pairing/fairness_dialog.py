"""The dialog that shows how evenly the pairs serve people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.matching.criteria import FULL
from revmentor_desktop.matching.scoring_fairness import LEAST_IN_GROUP, Fairness, GroupMean
from revmentor_desktop.services.pairing.waiting import Waited
from revmentor_desktop.ui.pairing.fit_words import points_word
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.meter import Meter
from revmentor_desktop.ui.widgets.surfaces import scrolled
from revmentor_desktop.ui.widgets.text import plain_label

_SIZE: Final = (560, 640)


class FairnessDialog(Dialog):
    """The spread of fits, the lowest pairs, means by site and department, who waited before."""

    def __init__(
        self, found: Fairness, waited: Sequence[Waited] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("How fair is it?"),
            self.tr("Average fit {0}. Groups of fewer than {1} people are not shown.").format(
                points_word(found.mean), LEAST_IN_GROUP
            ),
            parent,
        )
        self.setMinimumWidth(420)
        sheet = QWidget()
        self._rows = QVBoxLayout(sheet)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(6)
        self._show_bands(found)
        self._show_lowest(found)
        self._show_groups(self.tr("By site"), found.sites, found.hidden_sites)
        self._show_groups(self.tr("By department"), found.departments, found.hidden_departments)
        self._show_waited(waited)
        self._rows.addStretch(1)
        area = scrolled(sheet)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.tr("Spread, lowest pairs, sites and departments"))
        self.body.addWidget(area, 1)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        size_within_screen(self, *_SIZE)

    def _show_bands(self, found: Fairness) -> None:
        self._title(self.tr("How the fits are spread"))
        most = max(band.count for band in found.bands)
        filled = [at for at, band in enumerate(found.bands) if band.count]
        lowest = filled[0] if filled else 0
        for band in reversed(found.bands[lowest:]):
            high = band.high if band.high == FULL // 100 else band.high - 1
            words = self.tr("1 pair") if band.count == 1 else self.tr("{0} pairs")
            said = words.format(band.count)
            self._rows.addWidget(Meter(f"{band.low}–{high}", said, band.count, most))

    def _show_lowest(self, found: Fairness) -> None:
        self._title(self.tr("The lowest pairs"))
        for pair in found.lowest:
            names = f"{name_of(pair.mentor)} – {name_of(pair.leader)}"
            self._rows.addWidget(Meter(names, points_word(pair.total), pair.total, FULL))

    def _show_groups(self, title: str, groups: Sequence[GroupMean], hidden: int) -> None:
        self._title(title)
        for group in groups:
            name = self.tr("{0} ({1} people)").format(group.name, group.people)
            self._rows.addWidget(Meter(name, points_word(group.mean), group.mean, FULL))
        if not groups:
            self._rows.addWidget(plain_label(self.tr("No group is large enough."), "muted"))
        elif hidden:
            words = (
                self.tr("1 more is not shown.")
                if hidden == 1
                else self.tr("{0} more are not shown.")
            )
            self._rows.addWidget(plain_label(words.format(hidden), "muted"))

    def _show_waited(self, waited: Sequence[Waited]) -> None:
        if not waited:
            return
        self._title(self.tr("Left over in an earlier programme"))
        why = self.tr("Where two plans are equally good, the one that gives them a partner wins.")
        self._rows.addWidget(plain_label(why, "small", "wrap"))
        few = {1: self.tr("once"), 2: self.tr("twice")}
        for one in waited:
            times = few.get(one.times) or self.tr("{0} times").format(one.times)
            now = self.tr("paired now") if one.is_paired else self.tr("without a partner")
            words = f"{name_of(one.participant)} · {times} · {now}"
            self._rows.addWidget(plain_label(words, "body", "wrap"))

    def _title(self, text: str) -> None:
        self._rows.addSpacing(6)
        self._rows.addWidget(plain_label(text, "strong"))
