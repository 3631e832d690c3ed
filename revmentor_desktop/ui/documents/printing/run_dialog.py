"""The dialog that asks what is printed or saved, for whom, and how."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.pair_papers import MOST_COPIES, PaperKind
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.pair_rows import TRACKED
from revmentor_desktop.services.documents.paper_run import (
    USUAL_COPIES,
    Filing,
    Offered,
    PaperRun,
    run_files,
)
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.paper_choice import PaperChoice
from revmentor_desktop.ui.widgets.choice_cards import ChoiceCards
from revmentor_desktop.ui.widgets.choosing import Switch
from revmentor_desktop.ui.widgets.dialogs import Dialog
from revmentor_desktop.ui.widgets.fields import NumberField
from revmentor_desktop.ui.widgets.text import plain_label

_WIDTH: Final = 820


class Whom(StrEnum):
    """For whom papers are made."""

    ALL = "all"
    TICKED = "ticked"
    MISSING = "missing"


class Wish(StrEnum):
    """What is to be done with the papers."""

    PRINT = "print"
    SAVE = "save"


class RunDialog(Dialog):
    """Asks for a run of papers; `wish` is what Enter does, and afterwards what was chosen."""

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
        self.setMinimumWidth(_WIDTH)
        self._offered = offered
        self._ticked = frozenset(ticked)
        self._pairs = frozenset(one.pair.id for one in offered.papers)
        self.kinds: dict[PaperKind, QCheckBox] = {}
        self.copies: dict[PaperKind, NumberField] = {}
        self.whom = ChoiceCards(self.tr("For whom"), 1)
        self.filing = ChoiceCards(self.tr("As"), 3)
        self.duplex = Switch(
            self.tr("For printing on both sides"),
            self.tr("Every document starts on a right-hand page, so that each can be handed out"),
        )
        self.choice = PaperChoice(preferences)
        self.summary = plain_label("", "muted", "wrap")
        self._lay_out()
        self._add_buttons()
        self._say()

    @property
    def papers(self) -> list[PairPaper]:
        """The papers that are chosen."""
        kinds = {kind for kind, box in self.kinds.items() if box.isChecked()}
        return [one for one in self._offered.papers if one.kind in kinds and self._is_meant(one)]

    @property
    def run(self) -> PaperRun:
        """What is wanted."""
        return PaperRun(
            self.papers,
            {kind: field.value() for kind, field in self.copies.items()},
            Filing(self.filing.choice),
            is_duplex=self.duplex.is_on,
            form=self.choice.form,
        )

    def _is_meant(self, paper: PairPaper) -> bool:
        match self.whom.choice:
            case Whom.TICKED:
                return paper.pair.id in self._ticked
            case Whom.MISSING:
                return (paper.pair.id, paper.kind) in self._offered.missing
            case _:
                return True

    # ---- putting it together --------------------------------------------------------------------

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(28)
        above.addLayout(_section(self.tr("What"), self._what()), 1)
        above.addLayout(_section(self.tr("For whom"), self._for_whom()), 1)
        self.body.addLayout(above)
        self.body.addSpacing(4)
        self.body.addLayout(_section(self.tr("As"), self._as()))
        foot = QHBoxLayout()
        foot.setSpacing(28)
        foot.addWidget(self.duplex, 1)
        foot.addWidget(self.choice)
        self.body.addLayout(foot)
        self.body.addWidget(self.summary)

    def _what(self) -> QWidget:
        side = QWidget()
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        names = {one.kind: one.name for one in reversed(self._offered.papers)}
        for row, kind in enumerate(kind for kind in PaperKind if kind in names):
            box, field = QCheckBox(names[kind]), NumberField(1, MOST_COPIES)
            box.setChecked(kind in TRACKED)
            field.setValue(USUAL_COPIES.get(kind, 1))
            field.setPrefix("× ")
            field.setEnabled(box.isChecked())
            field.setAccessibleName(self.tr("Copies: {0}").format(names[kind]))
            box.toggled.connect(field.setEnabled)
            box.toggled.connect(self._say)
            field.valueChanged.connect(self._say)
            grid.addWidget(box, row, 0)
            grid.addWidget(field, row, 1)
            self.kinds[kind], self.copies[kind] = box, field
        return side

    def _for_whom(self) -> QWidget:
        everybody, ticked = len(self._pairs), len(self._ticked)
        self.whom.add(Whom.ALL, self.tr("All pairs"), _pairs(everybody))
        if ticked:
            self.whom.add(Whom.TICKED, self.tr("The pairs that are ticked"), _pairs(ticked))
        self.whom.add(
            Whom.MISSING,
            self.tr("What is missing"),
            self.tr("Only papers that were not made yet, or say something else since"),
        )
        self.whom.choose(Whom.TICKED if 0 < ticked < everybody else Whom.ALL)
        self.whom.chosen.connect(self._say)
        return self.whom

    def _as(self) -> QWidget:
        self.filing.add(
            Filing.ONE_FILE,
            self.tr("One file to print"),
            self.tr("Pair by pair, in the order of handing out"),
        )
        self.filing.add(
            Filing.EACH_PERSON,
            self.tr("A file for each person"),
            self.tr("With their own papers, and one copy of what both get"),
        )
        self.filing.add(
            Filing.EACH_PAPER,
            self.tr("A file for each paper"),
            self.tr("And one file with all of them to print"),
        )
        self.filing.choose(Filing.ONE_FILE)
        self.filing.chosen.connect(self._say)
        return self.filing

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

    # ---- while it is open -----------------------------------------------------------------------

    def _say(self, *_: object) -> None:
        """Say what would be made, and allow it only when that is something."""
        run = self.run
        for made in self.verbs.values():
            made.setEnabled(bool(run.papers))
        if not run.papers:
            is_missing = self.whom.choice == Whom.MISSING and any(
                box.isChecked() for box in self.kinds.values()
            )
            words = (
                self.tr("Nothing of this is missing.")
                if is_missing
                else self.tr("Tick what is to be printed.")
            )
            self.summary.setText(words)
            return
        count = sum(run.copies_of(one.kind) for one in run.papers)
        papers = self.tr("One paper") if count == 1 else self.tr("{0:,} papers").format(count)
        pairs = _pairs(len({one.pair.id for one in run.papers}))
        files = len(run_files(run, ""))
        as_files = self.tr("as one file") if files == 1 else self.tr("as {0:,} files").format(files)
        self.summary.setText(self.tr("{0} for {1}, {2}.").format(papers, pairs, as_files))

    def _take(self, wish: Wish, _: bool = False) -> None:
        self.wish = wish
        self.accept()


def _section(title: str, content: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(plain_label(title, "label"))
    column.addWidget(content)
    column.addStretch(1)
    return column


def _pairs(count: int) -> str:
    words = "one pair" if count == 1 else "{0:,} pairs"
    return QCoreApplication.translate("RunDialog", words).format(count)
