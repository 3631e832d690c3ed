"""Cards of which one is chosen: a title and a line each, by click or with the arrow keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.ui.widgets.surfaces import IconLabel
from revmentor_desktop.ui.widgets.text import plain_label, set_property

_TICK: Final = 16
_ARROWS: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


class ChoiceCard(QRadioButton):
    """One choice; a radio button that looks like a card, with a tick where it is chosen."""

    def __init__(self, key: str, title: str, line: str) -> None:
        super().__init__()
        self.key = key
        self.setProperty("role", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 11)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(plain_label(title, "label", "wrap"), 1)
        head.addWidget(self._tick(), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(plain_label(line, "small", "wrap"))
        column.addStretch(1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(lambda on: set_property(self, "chosen", "true" if on else "false"))

    def _tick(self) -> QWidget:
        """Return the sign of the chosen card, whose place is kept in the others."""
        tick = IconLabel("check", "brand", _TICK)
        policy = tick.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        tick.setSizePolicy(policy)
        tick.hide()
        self.toggled.connect(tick.setVisible)
        return tick

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # the grid knows where to; the button's own guess chooses nothing
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else -1


class ChoiceCards(QWidget):
    """A grid of cards. Tab comes to the chosen one, arrow keys go on to the next and choose it."""

    chosen = Signal(str)
    """The officer chose a card, by its key (not: `choose` did)."""

    def __init__(self, name: str, columns: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.cards: dict[str, ChoiceCard] = {}
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, key: str, title: str, line: str) -> None:
        """Add a card at the end."""
        card = ChoiceCard(key, title, line)
        place = len(self.cards)
        self._grid.addWidget(card, place // self._columns, place % self._columns)
        self.cards[key] = card
        card.clicked.connect(lambda: self._clicked(key))
        self._be_one_stop()

    @property
    def choice(self) -> str:
        """The key of the chosen card, or ""."""
        return next((key for key, card in self.cards.items() if card.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a card; none for a key that is none."""
        for card in self.cards.values():
            card.setAutoExclusive(False)
            card.setChecked(card.key == key)
            card.setAutoExclusive(True)
        self._be_one_stop()

    def take_focus(self) -> None:
        """Put the focus on the chosen card, or the first."""
        card = self.cards.get(self.choice) or next(iter(self.cards.values()))
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cards = list(self.cards.values())
        steps = {
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
        }
        focused = next((place for place, card in enumerate(cards) if card.hasFocus()), None)
        if event.key() not in steps or focused is None:
            super().keyPressEvent(event)
            return
        wanted = focused + steps[Qt.Key(event.key())]
        if 0 <= wanted < len(cards):
            cards[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
            cards[wanted].click()

    def _clicked(self, key: str) -> None:
        self._be_one_stop()
        self.chosen.emit(key)

    def _be_one_stop(self) -> None:
        stop = self.cards.get(self.choice) or next(iter(self.cards.values()))
        for card in self.cards.values():
            with_tab = Qt.FocusPolicy.StrongFocus
            card.setFocusPolicy(with_tab if card is stop else Qt.FocusPolicy.ClickFocus)
