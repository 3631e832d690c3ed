"""A group of clauses: a switch for each, and what can be chosen of it while it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.ui.widgets.choosing import KeyedCombo, Switch
from revmentor_desktop.ui.widgets.text import plain_label

_LETTERS = 5
_INDENT = 32
"""Where the words of a switch begin."""


class ClauseGroup(QWidget):
    """Shows and changes a part of an agreement's choices; a subclass adds its clauses."""

    changed = Signal()
    """The officer chose otherwise."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self.switches: dict[str, Switch] = {}
        self._below: dict[str, QWidget] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        self.body.addWidget(plain_label(why, "muted", "wrap"))
        self.body.addSpacing(4)

    def show_choices(self, choices: AgreementChoices) -> None:
        """Show what is chosen."""
        for key, switch in self.switches.items():
            switch.put(key in choices.clauses)
            self._unfold(key)
        self._put(choices)

    def chosen(self, choices: AgreementChoices) -> AgreementChoices:
        """Return these choices with what is chosen here; which clauses stand is left as it is."""
        raise NotImplementedError

    @property
    def clauses(self) -> frozenset[str]:
        """The keys of the clauses of this group that stand."""
        return frozenset(key for key, switch in self.switches.items() if switch.is_on)

    def take_focus(self) -> None:
        """Put the focus on the first clause."""
        next(iter(self.switches.values())).box.setFocus()

    def _put(self, choices: AgreementChoices) -> None:
        """Show what is chosen of the clauses; nothing where they have no choices."""
        raise NotImplementedError

    def _add_clause(self, key: str, words: str, below: Sequence[QWidget] = ()) -> None:
        """Add the switch of a clause; what stands `below` it is there while it is on."""
        switch = Switch(words)
        self.switches[key] = switch
        self.body.addWidget(switch)
        switch.switched.connect(lambda: self._switched(key))
        if below:
            host = QWidget()
            column = QVBoxLayout(host)
            column.setContentsMargins(_INDENT, 0, 0, 8)
            column.setSpacing(6)
            for one in below:
                column.addWidget(one)
            self._below[key] = host
            self.body.addWidget(host)

    def _switched(self, key: str) -> None:
        self._unfold(key)
        self.changed.emit()

    def _unfold(self, key: str) -> None:
        if key in self._below:
            self._below[key].setVisible(self.switches[key].is_on)

    def _combo(self, words: dict[str, str]) -> KeyedCombo:
        combo = KeyedCombo(words)
        combo.shrink(_LETTERS)
        combo.chosen.connect(self.changed)
        return combo


def side_by_side(*fields: QWidget) -> QWidget:
    """Return fields in one row."""
    host = QWidget()
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for field in fields:
        row.addWidget(field, 1)
    return host
