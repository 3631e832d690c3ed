"""The head of one of two compared plans: which one it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from revmentor_desktop.ui.pairing.words import shortened
from revmentor_desktop.ui.widgets.buttons import button, menu_button
from revmentor_desktop.ui.widgets.choosing import KeyedCombo
from revmentor_desktop.ui.widgets.menus import add_entry
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import set_tip

_LETTERS: Final = 16
"""A name has room for so many letters, however little there is."""
_LONGEST: Final = 42


class Act(StrEnum):
    """What can be done with a plan."""

    SHOW = "show"
    AGREE = "agree"
    COPY = "copy"
    RENAME = "rename"
    REMOVE = "remove"
    KEEP = "keep"
    """Remove the other draft, and show this one."""


class PlanHead(QWidget):
    """Chooses a plan, and offers what can be done with it."""

    chosen = Signal(int)
    """The officer chose another plan, by the draft's number."""
    asked = Signal(Act)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._names: Mapping[int, str] = {}
        self.plans = KeyedCombo()
        self.plans.shrink(_LETTERS)
        self.plans.setAccessibleName(name)
        self.plans.chosen.connect(lambda key: self.chosen.emit(int(key)))
        self._shown = Chip(self.tr("On the board now"), "brand")
        self.show_button = button(self.tr("Show it on the board"))
        self.show_button.clicked.connect(lambda: self.asked.emit(Act.SHOW))
        self.menu = QMenu()
        self.more = menu_button(self.tr("More"), self.menu)
        self.acts = {
            act: add_entry(self.menu, words, sign, partial(self.asked.emit, act))
            for act, words, sign in (
                (Act.AGREE, self.tr("Agree its pairs…"), "check"),
                (Act.COPY, self.tr("Copy…"), "copy"),
                (Act.RENAME, self.tr("Rename…"), "pencil"),
                (Act.KEEP, self.tr("Keep it, remove the other"), "trash-2"),
                (Act.REMOVE, self.tr("Remove it"), "trash-2"),
            )
        }
        self.menu.insertSeparator(self.acts[Act.COPY])
        self.menu.insertSeparator(self.acts[Act.KEEP])
        self._lay_out()

    @property
    def draft_id(self) -> int:
        """The number of the draft that is chosen."""
        return int(self.plans.key)

    @property
    def plan_name(self) -> str:
        """What the chosen plan is called."""
        return self._names[self.draft_id]

    def show_plan(self, names: Mapping[int, str], draft_id: int, *, is_shown: bool) -> None:
        """Offer these plans, of which one is chosen; it may be the one that the board shows."""
        self._names = names
        short = {str(number): shortened(name, _LONGEST) for number, name in names.items()}
        self.plans.offer(short)
        self.plans.put(str(draft_id))
        set_tip(self.plans, self.plan_name)
        self._shown.setVisible(is_shown)

    def offer(self, acts: frozenset[Act]) -> None:
        """Offer to do these."""
        self.show_button.setVisible(Act.SHOW in acts)
        self.more.setVisible(bool(acts - {Act.SHOW}))
        for act, action in self.acts.items():
            action.setVisible(act in acts)
        for words, made in (
            (self.tr("Show “{0}” on the board"), self.show_button),
            (self.tr("More that can be done with “{0}”"), self.more),
        ):
            made.setAccessibleName(words.format(self.plan_name))

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for part in (self._shown, self.show_button, self.more):
            acts.addWidget(part)
        acts.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.plans)
        rows.addLayout(acts)
