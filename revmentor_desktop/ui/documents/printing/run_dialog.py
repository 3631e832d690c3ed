"""The dialog that asks what is printed or saved, for whom, and how."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from revmentor_desktop.documents.packs.labels import LABEL_SHEETS
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.event_papers import AddressLabels, SignOffList
from revmentor_desktop.services.documents.paper_run import Filing, Offered, PaperRun, count_files
from revmentor_desktop.services.documents.run_choice import (
    OCCASIONS,
    Occasion,
    RunChoice,
    Whom,
    keep_choice,
    kept_choice,
    run_of,
)
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.documents.printing.what_part import WhatPart
from revmentor_desktop.ui.paper_choice import PaperChoice
from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards
from revmentor_desktop.ui.widgets.choosing import Switch
from revmentor_desktop.ui.widgets.dialogs import Dialog, size_within_screen
from revmentor_desktop.ui.widgets.segments import Segments
from revmentor_desktop.ui.widgets.surfaces import scrolled
from revmentor_desktop.ui.widgets.text import plain_label

_WIDTH: Final = 860
_LEAST_HEIGHT: Final = 200
_FOR_THE_BAR: Final = 8
"""Room at the right for the bar that scrolls where the screen is low."""


class Wish(StrEnum):
    """What is to be done with the papers."""

    PRINT = "print"
    SAVE = "save"


class RunDialog(Dialog):
    """Asks for a run of papers; `wish` is what Enter does, and afterwards what was chosen.

    It begins with what was chosen the last time, which it keeps in `preferences`.
    """

    def __init__(
        self,
        offered: Offered,
        ticked: Collection[int],
        preferences: Preferences,
        wish: Wish,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Print the papers"), "", parent)
        if wish is Wish.SAVE:
            self.setWindowTitle(self.tr("Save the papers"))
            self.heading.setText(self.windowTitle())
        self.wish = wish
        self._offered = offered
        self._preferences = preferences
        self._ticked = frozenset(ticked)
        self._pairs = frozenset(one.pair.id for one in offered.papers)
        self.occasions = self._make_occasions()
        self.what = WhatPart(self._names())
        self.whom = ChoiceCards(self.tr("For whom"), 1)
        self.filing = ChoiceCards(self.tr("As"), 1)
        self.duplex = Switch(
            self.tr("For printing on both sides"),
            self.tr("Every document starts on a right-hand page, so that each can be handed out"),
        )
        self.choice = PaperChoice(preferences)
        self.summary = plain_label("", "muted", "wrap")
        self._lay_out()
        self._add_buttons()
        self._wire()
        self._put(kept_choice(preferences))
        self._fit_to_screen()

    @property
    def chosen(self) -> RunChoice:
        """What is chosen, whomever it is for."""
        return RunChoice(
            self.what.chosen,
            self.what.file_copy.isChecked(),
            Filing(self.filing.choice),
            self.duplex.is_on,
        )

    @property
    def run(self) -> PaperRun:
        """What is wanted."""
        return run_of(
            self._offered,
            self.chosen,
            self.choice.form,
            pair_ids=self._ticked if self.whom.choice == Whom.TICKED else None,
            only_missing=self.whom.choice == Whom.MISSING,
            first_label=self.what.first.value(),
        )

    # ---- putting it together --------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        first = {one.kind: one for one in reversed(self._offered.papers)}
        names = {str(kind): first[kind].name for kind in PaperKind if kind in first}
        people = self._offered.everybody.invited(())
        for_all = {one.key: one.title for one in (SignOffList(people), AddressLabels(people))}
        return names | for_all

    def _make_occasions(self) -> Segments:
        names = {
            str(Occasion.BRIEFING): self.tr("For the briefing"),
            str(Occasion.POST): self.tr("For the post"),
            str(Occasion.MISSING): self.tr("What is missing"),
        }
        return Segments(self.tr("Occasion"), names)

    def _lay_out(self) -> None:
        self._middle = QWidget()
        self._area = scrolled(self._middle)
        self._area.setMinimumHeight(_LEAST_HEIGHT)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, _FOR_THE_BAR, 0)
        column.setSpacing(12)
        column.addLayout(self._columns())
        foot = QHBoxLayout()
        foot.setSpacing(28)
        foot.addWidget(self.duplex, 1)
        foot.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(foot)
        column.addStretch(1)
        self.body.addWidget(self.occasions)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.summary)

    def _columns(self) -> QHBoxLayout:
        self._fill_whom()
        self._fill_filing()
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(_section(self.tr("For whom"), self.whom))
        right.addLayout(_section(self.tr("As"), self.filing))
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(_section(self.tr("For each pair"), self.what), 1)
        columns.addLayout(right, 1)
        return columns

    def _fit_to_screen(self) -> None:
        """Be as high as everything needs, or as the screen is: then the middle scrolls."""
        layout, inside = self.layout(), self._middle.layout()
        if layout is not None and inside is not None:
            margins = layout.contentsMargins()
            width = _WIDTH - margins.left() - margins.right()
            around = layout.totalHeightForWidth(_WIDTH) - self._area.sizeHint().height()
            size_within_screen(self, _WIDTH, around + inside.totalHeightForWidth(width))

    def _fill_whom(self) -> None:
        everybody, ticked = len(self._pairs), len(self._ticked)
        self.whom.add(Whom.ALL, self.tr("All pairs"), _pairs(everybody))
        if ticked:
            self.whom.add(Whom.TICKED, self.tr("The pairs that are ticked"), _pairs(ticked))
        self.whom.add(
            Whom.MISSING,
            self.tr("What is missing"),
            self.tr("Only papers not made yet, or worded otherwise since"),
        )
        self.whom.choose(self._usual_whom)

    @property
    def _usual_whom(self) -> Whom:
        return Whom.TICKED if 0 < len(self._ticked) < len(self._pairs) else Whom.ALL

    def _fill_filing(self) -> None:
        self.filing.add(
            Filing.ONE_FILE,
            self.tr("One file to print"),
            self.tr("Pair by pair, in the order of handing out"),
        )
        self.filing.add(
            Filing.EACH_PERSON,
            self.tr("A file for each person"),
            self.tr("Their own, and a copy of what both get; what you file apart"),
        )
        self.filing.add(
            Filing.EACH_PAPER,
            self.tr("A file for each paper"),
            self.tr("And one file with all of them to print"),
        )

    def _add_buttons(self) -> None:
        self.add_cancel()
        words = {
            Wish.PRINT: (self.tr("Look and print…"), "printer"),
            Wish.SAVE: (self.tr("Save as PDF…"), "download"),
        }
        self.verbs: dict[Wish, QPushButton] = {}
        for wish in sorted(Wish, key=lambda one: one is self.wish):
            text, icon = words[wish]
            made = self.add_button(text, "primary" if wish is self.wish else "plain", icon)
            made.clicked.connect(partial(self._take, wish))
            self.verbs[wish] = made

    def _wire(self) -> None:
        self.occasions.answered.connect(self._put_occasion)
        self.what.changed.connect(self._say)
        self.whom.chosen.connect(self._say)
        self.filing.chosen.connect(self._say)
        self.duplex.switched.connect(self._say)
        self.choice.changed.connect(self._say)

    # ---- while it is open -----------------------------------------------------------------------

    def _put(self, choice: RunChoice) -> None:
        self.filing.choose(choice.filing)
        self.duplex.put(choice.is_duplex)
        self.what.put(choice)

    def _put_occasion(self, key: str) -> None:
        if key:
            is_missing = key == Occasion.MISSING
            self.whom.choose(Whom.MISSING if is_missing else self._usual_whom)
            # Whether the printer prints both sides does not depend on the occasion.
            self._put(replace(OCCASIONS[Occasion(key)], is_duplex=self.duplex.is_on))
        self._say()

    def _occasion(self) -> str:
        """Return the occasion for which this is chosen, or "" for one of the officer's own."""
        chosen, is_missing = self.chosen, self.whom.choice == Whom.MISSING
        for key, usual in OCCASIONS.items():
            is_same = replace(usual, is_duplex=chosen.is_duplex) == chosen
            if is_same and is_missing is (key is Occasion.MISSING):
                return key
        return ""

    def _say(self, *_: object) -> None:
        """Say what would be made, and allow it only when that is something."""
        sheet = LABEL_SHEETS[self.choice.form.paper]
        self.what.set_labels(sheet.columns, sheet.rows)
        self.occasions.put(self._occasion())
        run = self.run
        for made in self.verbs.values():
            made.setEnabled(run.is_something)
        self.summary.setText(_amount(run) if run.is_something else self._nothing())

    def _nothing(self) -> str:
        if self.whom.choice == Whom.MISSING and self.what.chosen:
            return self.tr("Nothing of this is missing.")
        return self.tr("Tick what is to be printed.")

    def _take(self, wish: Wish, _: bool = False) -> None:
        self.wish = wish
        keep_choice(self._preferences, self.chosen)
        self.accept()


def _section(title: str, content: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(plain_label(title, "label"))
    column.addWidget(content)
    column.addStretch(1)
    return column


def _amount(run: PaperRun) -> str:
    """Say how many papers a run makes, for whom, and into how many files."""
    count = sum(run.copies_of(one.kind) for one in run.papers) + len(run.filed) + len(run.lists)
    papers = _tr("One paper") if count == 1 else _tr("{0:,} papers").format(count)
    said = [papers] if count else []
    if run.labels:
        labels = len(run.labels.values.people) * run.labels.copies
        said.append(_tr("one label") if labels == 1 else _tr("{0:,} labels").format(labels))
    pairs = len({one.pair.id for one in run.papers})
    whose = _tr(" for {0}").format(_pairs(pairs)) if pairs else ""
    files = count_files(run)
    as_files = _tr("as one file") if files == 1 else _tr("as {0:,} files").format(files)
    return _tr("{0}{1}, {2}.").format(_tr(" and ").join(said), whose, as_files)


def _pairs(count: int) -> str:
    return _tr("one pair") if count == 1 else _tr("{0:,} pairs").format(count)


def _tr(words: str) -> str:
    return QCoreApplication.translate("RunDialog", words)
