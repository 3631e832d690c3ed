"""A few short answers side by side, of which one is given, or none yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from revmentor_desktop.ui.widgets.buttons import button

_ALONG: Final[Mapping[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Segments(QWidget):
    """Joined buttons. Pressing the given answer again takes it back.

    Tab comes to the given answer, or the first; arrow keys go along.
    """

    answered = Signal(str)
    """The officer gave an answer by its key, or "" for none any more."""

    def __init__(self, name: str, answers: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, (key, words) in enumerate(answers.items()):
            made = button(words)
            made.setAccessibleName(f"{words}: {name}")
            made.setCheckable(True)
            joined = {0: "left", len(answers) - 1: "right"}
            made.setProperty("joined", joined.get(place, "middle"))
            made.clicked.connect(lambda _=False, key=key: self._press(key))
            made.installEventFilter(self)
            row.addWidget(made)
            self.buttons[key] = made
        self._be_one_stop()

    @property
    def answer(self) -> str:
        """The answer given, or ""."""
        return next((key for key, made in self.buttons.items() if made.isChecked()), "")

    def put(self, answer: str) -> None:
        """Show an answer, or none for ""."""
        for key, made in self.buttons.items():
            made.setChecked(key == answer)
        self._be_one_stop()

    def take_focus(self) -> None:
        """Put the focus on the answer given, or the first."""
        given = self.buttons.get(self.answer) or next(iter(self.buttons.values()))
        given.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrow keys before the buttons do, which only know Tab's order."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _ALONG.get(event.key())
            made = list(self.buttons.values())
            if step is not None and watched in made:
                wanted = made.index(watched) + step
                if 0 <= wanted < len(made):
                    made[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _be_one_stop(self) -> None:
        stop = self.buttons.get(self.answer) or next(iter(self.buttons.values()))
        for made in self.buttons.values():
            with_tab = Qt.FocusPolicy.StrongFocus
            made.setFocusPolicy(with_tab if made is stop else Qt.FocusPolicy.ClickFocus)

    def _press(self, key: str) -> None:
        self.put(key if self.buttons[key].isChecked() else "")
        self.answered.emit(self.answer)
