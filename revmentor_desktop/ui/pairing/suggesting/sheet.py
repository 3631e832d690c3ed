"""What a suggested plan would change: figures beside those of the board, and pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.matching.situation import WHOLE_BOARD
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.pairing.best_words import proof_words
from revmentor_desktop.ui.pairing.fit_words import points_word
from revmentor_desktop.ui.pairing.suggesting.suggested import Change, Fate, Suggested, why_nobody
from revmentor_desktop.ui.pairing.suggesting.words import change_words, proof_of_part
from revmentor_desktop.ui.pairing.words import translate
from revmentor_desktop.ui.roles import named, role_names
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.tables import set_up_table
from revmentor_desktop.ui.widgets.text import plain_label

_ICONS: Final[dict[Fate, str]] = {"new": "link", "parted": "unlink", "left": "users", "free": ""}
_LEAST_ROWS: Final = 5


def headline(plan: Suggested) -> str:
    """Return what a plan comes to, in one line."""
    if plan.pairs_nobody:
        return translate("Pairing", "Nobody can be paired like this")
    if plan.changes_nothing:
        return _nothing_to_change(plan)
    words = translate("Pairing", "{0} of {1} {leaders} would have a {mentor}")
    return named(words, plan.then.paired, plan.leaders)


def _nothing_to_change(plan: Suggested) -> str:
    if plan.extent.only_gaps:
        return translate("Pairing", "There is no gap that could be filled")
    if not plan.found.is_proven:
        return translate("Pairing", "No better plan was found")
    if plan.extent.people:
        return translate("Pairing", "There is nothing better for them")
    return translate("Pairing", "The plan on the board is as good as it can be")


class SuggestedSheet(QWidget):
    """A plan in figures and pair by pair; why there is none where nobody can be paired."""

    def __init__(self, plan: Suggested) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(10)
        self.table: QTableView | None = None
        self.said: list[str] = []
        if plan.pairs_nobody:
            for line in why_nobody(plan.found):
                self._say(line)
            self._rows.addStretch(1)
            return
        self._show_proof(plan)
        if plan.changes_nothing:
            self._show_ways_on(plan)
        else:
            self._rows.addWidget(self._figures(plan))
        words = change_words(len(plan.found.joined), len(plan.found.parted), plan.left)
        if words:
            self._say(words)
        if plan.changes:
            self._rows.addWidget(self._table(plan.changes), 1)
        else:
            self._rows.addStretch(1)
        self.said.insert(0, headline(plan))

    @property
    def spoken(self) -> str:
        """What a screen reader says when the plan has come."""
        return " ".join(self.said)

    def _say(self, text: str) -> None:
        self.said.append(text)
        self._rows.addWidget(plain_label(text, "body", "wrap"))

    def _show_proof(self, plan: Suggested) -> None:
        """Say that no plan is better, or that nobody knows."""
        row = QHBoxLayout()
        row.setSpacing(10)
        if plan.found.is_proven:
            is_whole = plan.extent == WHOLE_BOARD
            best = self.tr("✓ Best possible plan") if is_whole else self.tr("✓ Best possible")
            chip = Chip(best, "ok")
            aim = plan.found.solution.aim
            words = proof_words(aim) if is_whole else proof_of_part(plan.extent)
        else:
            chip = Chip(self.tr("! Not proven"), "warn")
            words = self.tr(
                "The check of this plan did not pass, so there may be a better one. It keeps all "
                "rules all the same."
            )
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(words, "small", "wrap"), 1)
        self.said += [chip.text(), words]
        self._rows.addLayout(row)

    def _show_ways_on(self, plan: Suggested) -> None:
        """Say what would have to change for another plan to be better."""
        said = self.tr(
            "What counts, and which rules hold, is decided under “Pairing rules” in the "
            "programme settings."
        )
        if any(pair.is_proposed and pair.is_locked for pair in plan.found.situation.board.pairs):
            said = self.tr("Unlock a pair to let it move. {0}").format(said)
        self._say(said)

    def _figures(self, plan: Suggested) -> QWidget:
        """Return the figures of the plan beside those of the board as it is."""
        now, then = plan.now.figures, plan.then.figures
        lines = (
            (named(self.tr("{Leaders} with a {mentor}")), plan.now.paired, plan.then.paired),
            (self.tr("Average fit"), points_word(now.mean), points_word(then.mean)),
            (self.tr("Lowest fit"), points_word(now.lowest), points_word(then.lowest)),
            (self.tr("Total of fits"), points_word(now.total), points_word(then.total)),
        )
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.addWidget(plain_label(self.tr("On the board"), "small"), 1, 0)
        grid.addWidget(plain_label(self.tr("Suggested"), "small"), 2, 0)
        for at, (name, before, after) in enumerate(lines, start=1):
            grid.addWidget(plain_label(name, "small"), 0, at)
            grid.addWidget(plain_label(str(before), "body"), 1, at)
            grid.addWidget(plain_label(str(after), "strong"), 2, at)
            grid.setColumnStretch(at, 1)
            self.said.append(self.tr("{0}: {1}, now {2}.").format(name, after, before))
        return made

    def _table(self, changes: Sequence[Change]) -> QTableView:
        names = role_names()
        titles = ("", names[Role.MENTOR], names[Role.MENTEE], self.tr("Fit"))
        words: dict[Fate, str] = {
            "new": self.tr("New"),
            "parted": self.tr("Parted"),
            "left": self.tr("Left over"),
            "free": self.tr("Free"),
        }
        model = QStandardItemModel(0, len(titles), self)
        model.setHorizontalHeaderLabels(titles)
        for one in changes:
            cells = [_item(text) for text in (words[one.fate], one.mentor, one.leader, one.fit)]
            if _ICONS[one.fate]:
                cells[0].setIcon(icon(_ICONS[one.fate]))
            model.appendRow(cells)
        self.table = table = QTableView()
        table.setModel(model)
        set_up_table(table, self.tr("What would change"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, len(titles) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight((_LEAST_ROWS + 1) * table.verticalHeader().defaultSectionSize())
        return table


def _item(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
