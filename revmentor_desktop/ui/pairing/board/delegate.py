"""Delegates that paint the cards, and know where on a card its menu button is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.ui.pairing.board.cards import Card, Mark, PairCard, PersonCard, Verdict
from revmentor_desktop.ui.pairing.board.model import CardRole
from revmentor_desktop.ui.pairing.board.painting import (
    CENTRE,
    DISC,
    EDGE,
    GAP,
    LEFT,
    PADDING,
    RIGHT,
    Brush,
    Look,
)
from revmentor_desktop.ui.pairing.fit_words import points_word
from revmentor_desktop.ui.pairing.pairs.asked_words import progress_word
from revmentor_desktop.ui.pairing.words import beneath_name, translate
from revmentor_desktop.ui.theme import Theme

MENU_SIDE: Final = 24
_MENU_ICON: Final = 16
_MIDDLE: Final = 82
"""The width between the two people of a pair, where their fit stands."""
_LOCK: Final = 13
_BESIDE: Final = 4
_STATE_COLOURS: Final = {PairState.AGREED: "ok", PairState.PAUSED: "warn"}
_LIFTED_OPACITY: Final = 0.45
_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints a card: its frame by its state, then what stands on it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = Look.of(theme)
        self.target = QPersistentModelIndex()
        """The card that somebody is held over."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, self.look.item_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card: Card = index.data(CardRole.CARD)
        verdict: Verdict | None = index.data(CardRole.VERDICT)
        rect = self.look.card_in(option.rect)
        painter.save()
        if index.data(CardRole.LIFTED):
            painter.setOpacity(_LIFTED_OPACITY)
        brush = Brush(painter, self.look)
        state = option.state
        self._frame(brush, rect, card, verdict, state, is_target=self.target == index)
        self.fill(brush, rect, card, verdict)
        if state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            corner = self.menu_rect(rect).topLeft() + QPoint(4, 4)
            brush.icon(corner, "ellipsis", "muted", _MENU_ICON)
        painter.restore()

    def fill(self, brush: Brush, rect: QRect, card: Card, verdict: Verdict | None) -> None:
        """Paint what stands on a card."""
        raise NotImplementedError

    def menu_rect(self, card: QRect) -> QRect:
        """Return where on a card the button is that opens its menu."""
        raise NotImplementedError

    def edge(self, card: Card) -> str:
        """Return the colour of a card's left edge, or "" for none."""
        return ""

    def preview(self, who: Participant, width: int, ratio: float) -> QPixmap:
        """Return the card of one person as it hangs on the pointer."""
        item = QRect(0, 0, width, self.look.item_height)
        rect = self.look.card_in(item)
        pixmap = QPixmap(item.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setOpacity(0.92)
        brush = Brush(painter, self.look)
        role = who.participation.role
        brush.frame(rect, fill="surface", line="brand", width=2, edge=role)
        paint_person(brush, self.look, rect, who)
        words = who.person.offers if role is Role.MENTOR else who.person.wants
        brush.marks(foot(self.look, rect), [Mark(word, role.value) for word in words])
        painter.end()
        return pixmap

    def _frame(
        self,
        brush: Brush,
        rect: QRect,
        card: Card,
        verdict: Verdict | None,
        state: QStyle.StateFlag,
        *,
        is_target: bool,
    ) -> None:
        fill, line, width = "surface", "line", 1.0
        if state & QStyle.StateFlag.State_MouseOver:
            line = "control"
        if state & QStyle.StateFlag.State_Selected:
            line, width = "brand", 2.0
        if verdict is not None:
            inviting = verdict.allowed and not verdict.instead
            line, width = ("ok", 1.5) if inviting else ("line", 1.0)
            fill = "surface" if verdict.allowed else "raised"
            if is_target:
                fill = "ok_soft" if verdict.allowed else "bad_soft"
                line, width = ("ok" if verdict.allowed else "bad"), 2.0
        brush.frame(rect, fill=fill, line=line, width=width, edge=self.edge(card))
        if state & QStyle.StateFlag.State_HasFocus:
            brush.ring(rect)


class PersonDelegate(CardDelegate):
    """Paints the card of a mentor or a leader."""

    def edge(self, card: Card) -> str:
        return str(card.role) if isinstance(card, PersonCard) else ""

    def menu_rect(self, card: QRect) -> QRect:
        return QRect(card.right() - MENU_SIDE - 4, card.top() + 4, MENU_SIDE, MENU_SIDE)

    def fill(self, brush: Brush, rect: QRect, card: Card, verdict: Verdict | None) -> None:
        (who,) = card.people
        if verdict is not None and not verdict.allowed:
            below = paint_name(brush, self.look, rect, who)
            brush.reason(below, verdict.text)
            return
        paint_person(brush, self.look, rect, who)
        marks = card.marks
        if verdict is not None:
            marks = verdict.marks
        if marks:
            brush.marks(foot(self.look, rect), marks)
        else:
            brush.small(foot(self.look, rect), card.without_marks)


class PairDelegate(CardDelegate):
    """Paints the card of a pair: the mentor left, the leader right, what they share below."""

    def menu_rect(self, card: QRect) -> QRect:
        left, top = card.right() - MENU_SIDE - 4, card.bottom() - MENU_SIDE - 6
        return QRect(left, top, MENU_SIDE, MENU_SIDE)

    def fill(self, brush: Brush, rect: QRect, card: Card, verdict: Verdict | None) -> None:
        if not isinstance(card, PairCard):
            return
        half = (rect.width() - _MIDDLE) // 2
        left = QRect(rect.left(), rect.top(), half, rect.height())
        right = QRect(rect.right() - half + 1, rect.top(), half, rect.height())
        paint_person(brush, self.look, left, card.pair.mentor)
        paint_person(brush, self.look, right, card.pair.mentee, mirrored=True)
        self._middle(brush, QRect(left.right(), rect.top(), _MIDDLE, rect.height()), card)
        below = foot(self.look, rect).adjusted(0, 0, -MENU_SIDE, 0)
        if verdict is not None and not verdict.allowed:
            brush.reason(below.adjusted(MENU_SIDE, 0, 0, 0), verdict.text)
        elif verdict is not None:
            brush.marks(_middle_for(brush, below, verdict.marks), verdict.marks, CENTRE)
        elif card.marks:
            brush.marks(_middle_for(brush, below, card.marks), card.marks, CENTRE)
        else:
            brush.small(below, card.without_marks, align=CENTRE)

    def _middle(self, brush: Brush, room: QRect, card: PairCard) -> None:
        """Paint the fit with the sign of a lock, and below it how far the pair has come."""
        look = self.look
        top = room.top() + PADDING - 3
        line = QRect(room.left(), top, room.width(), look.number.height())
        number = points_word(card.fit.total if card.fit.is_known else None)
        end = brush.fit(line, number, translate("Pairing", "fit"))
        if card.pair.is_locked:
            middle = line.top() + (line.height() - _LOCK) // 2
            brush.icon(QPoint(end + _BESIDE, middle), "lock", "brand", _LOCK)
        state = card.pair.state
        below = QRect(room.left(), line.bottom() + 1, room.width(), look.small.height())
        colour = _STATE_COLOURS.get(state, "muted")
        brush.small(below, progress_word(card.pair), colour, CENTRE)


def _middle_for(brush: Brush, room: QRect, marks: Sequence[Mark]) -> QRect:
    """Return the room for the marks of a pair, beside which its menu's button stands.

    As much is left free on the left as the button takes on the right, unless that hides a mark.
    """
    middle = room.adjusted(MENU_SIDE, 0, 0, 0)
    shown = len(brush.fitting(marks, middle.width()))
    if shown == len(marks) or shown == len(brush.fitting(marks, room.width())):
        return middle
    return room


def paint_person(
    brush: Brush, look: Look, rect: QRect, who: Participant, *, mirrored: bool = False
) -> None:
    """Paint a disc with name and occupation beside it, from the right when `mirrored`."""
    paint_head(brush, look, _head(look, rect), who, mirrored=mirrored)


def paint_head(
    brush: Brush, look: Look, head: QRect, who: Participant, *, mirrored: bool = False
) -> int:
    """Paint a person into `head`; return where the text beside the disc begins."""
    disc_x = head.right() - DISC + 1 if mirrored else head.left()
    top = head.top() + (head.height() - DISC) // 2
    brush.disc(QPoint(disc_x, top), who.person.initials, who.participation.role)
    beside = head.adjusted(0, 0, -DISC - GAP, 0) if mirrored else head.adjusted(DISC + GAP, 0, 0, 0)
    work = beneath_name(who)
    lines = look.name.height() + (look.small.height() if work else 0)
    y = beside.top() + (beside.height() - lines) // 2
    align = RIGHT if mirrored else LEFT
    name = QRect(beside.left(), y, beside.width(), look.name.height())
    brush.name(name, who.person.full_name, align)
    below = QRect(beside.left(), name.bottom() + 1, beside.width(), look.small.height())
    brush.small(below, work, align=align)
    return beside.left()


def paint_name(brush: Brush, look: Look, rect: QRect, who: Participant) -> QRect:
    """Paint only a name at the top of a card; return the room below it."""
    head = _head(look, rect)
    brush.name(
        QRect(head.left(), head.top() - 3, head.width(), look.name.height()), who.person.full_name
    )
    top = head.top() + look.name.height()
    return QRect(head.left(), top, head.width(), rect.bottom() - 6 - top)


def foot(look: Look, rect: QRect) -> QRect:
    """Return the line of marks at the bottom of a card."""
    head = _head(look, rect)
    return QRect(head.left(), head.bottom() + 1 + GAP, head.width(), look.mark_height)


def _head(look: Look, rect: QRect) -> QRect:
    left = rect.left() + PADDING + EDGE // 2
    width = rect.width() - 2 * PADDING - EDGE // 2
    return QRect(left, rect.top() + PADDING - 1, width, look.head_height)
