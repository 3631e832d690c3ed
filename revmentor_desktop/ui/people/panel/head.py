"""The head of the panel: who it is about, at a glance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from revmentor_desktop.domain.participation import ParticipationState
from revmentor_desktop.services.people.register import RegisterEntry
from revmentor_desktop.ui.people.columns import partners_text, role_text
from revmentor_desktop.ui.people.delegate import ROLE_COLOURS
from revmentor_desktop.ui.people.signs import draw_state_chip, state_chip_size
from revmentor_desktop.ui.people.words import state_names
from revmentor_desktop.ui.roles import role_names
from revmentor_desktop.ui.theme import current_theme
from revmentor_desktop.ui.widgets.buttons import icon_button
from revmentor_desktop.ui.widgets.surfaces import Chip
from revmentor_desktop.ui.widgets.text import plain_label

_SIDE = 44


class PanelHead(QWidget):
    """Initials, name, job, role and partners of the person that the panel is about."""

    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._initials = _Initials()
        self.name = plain_label("", "heading", "wrap")
        self._job = plain_label("", "muted", "wrap")
        self._role = Chip()
        self._state = _StateChip()
        self._pairs = plain_label("", "small", "wrap")
        self._elsewhere = plain_label("", "small", "wrap")
        self.close_button = icon_button("x", self.tr("Hide the details"))
        self.close_button.clicked.connect(self.hide_wanted)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.name)
        words.addWidget(self._job)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._initials, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._role)
        chips.addWidget(self._state)
        chips.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addLayout(chips)
        layout.addWidget(self._pairs)
        layout.addWidget(self._elsewhere)

    def elsewhere(self) -> str:
        """Return what is said about other programmes, or an empty text."""
        return self._elsewhere.text() if not self._elsewhere.isHidden() else ""

    def show_entry(self, entry: RegisterEntry) -> None:
        """Show this person."""
        person, part = entry.person, entry.participation
        self._initials.show_initials(
            person.initials, ROLE_COLOURS[part.role] if part else ("muted", "neutral_soft")
        )
        self.name.setText(person.full_name)
        self._job.setText(", ".join(text for text in (person.job_title, person.department) if text))
        self._job.setVisible(bool(self._job.text()))
        self._role.setVisible(part is not None)
        self._state.setVisible(part is not None)
        if part is not None:
            self._role.set_kind("mentor" if ROLE_COLOURS[part.role][0] == "mentor" else "mentee")
            self._role.setText(role_text(entry))
            self._state.show_state(part.state)
        pairs = partners_text(entry)
        if entry.partners:
            pairs = self.tr("Paired with {0}").format(pairs)
        self._pairs.setText(pairs)
        self._pairs.setVisible(bool(pairs))
        elsewhere = ", ".join(f"{name} ({role_names()[role]})" for name, role in entry.elsewhere)
        self._elsewhere.setText(self.tr("Also in: {0}").format(elsewhere))
        self._elsewhere.setVisible(bool(elsewhere))


class _StateChip(QWidget):
    """A state as a sign and a word."""

    def __init__(self) -> None:
        super().__init__()
        self._state = ParticipationState.INVITED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: ParticipationState) -> None:
        self._state = state
        self.setAccessibleName(state_names()[state])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return state_chip_size(current_theme().font("small"), self._state)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_state_chip(painter, self._state, QRectF(self.rect()), current_theme())
        painter.end()


class _Initials(QWidget):
    """A circle with initials; decoration, for the name stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIDE, _SIDE)
        self._text = ""
        self._colours = ("muted", "neutral_soft")

    def show_initials(self, text: str, colours: tuple[str, str]) -> None:
        self._text, self._colours = text, colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._colours[1]))
        circle = QRectF(self.rect())
        painter.drawEllipse(circle)
        painter.setPen(theme.colour(self._colours[0]))
        painter.setFont(theme.font("strong", bold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
