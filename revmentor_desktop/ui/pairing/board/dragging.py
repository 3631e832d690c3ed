"""What happens while somebody is held: verdicts on the cards, a hint, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent

from revmentor_desktop.domain.board import Held
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.ui.pairing.board.strips import UnpairStrip
from revmentor_desktop.ui.pairing.board.view import CardView
from revmentor_desktop.ui.pairing.words import name_of
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.roles import named


class Dragging(QObject):
    """Follows one drag across the lists, from picking up to letting go."""

    settled = Signal(Rearrangement)
    """A drop that changes something, once the drag is over."""
    refused = Signal(object, object)
    """The officer let go on a card that cannot take who was held: the KnownError says why, and the
    `Rearrangement` what they meant."""
    hinted = Signal(str)
    """What to say while somebody is held; empty: nobody is."""

    def __init__(self, views: Sequence[CardView], strip: UnpairStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._views = views
        self._strip = strip
        self._held: Held | None = None
        self._pending: Rearrangement | None = None
        self._aim: tuple[CardView, QPersistentModelIndex] | None = None
        self._escaped = False
        strip.dropped.connect(self.settle)
        strip.over.connect(self._hint)
        for view in views:
            view.picked_up.connect(self._hold)
            view.put_down.connect(self._put_down)
            view.over.connect(lambda index, v=view: self._hover(v, index))
            view.cards.rearranged.connect(self.settle)
            view.cards.refused.connect(self.refused)

    @property
    def held(self) -> Held | None:
        """Who is held now, or None."""
        return self._held

    def settle(self, change: Rearrangement) -> None:
        """Take a drop; the lists must not change under a drag that has not ended yet."""
        if self._held is None:
            self.settled.emit(change)
        else:
            self._pending = change

    def _hold(self, held: Held) -> None:
        self._held, self._pending, self._aim = held, None, None
        self._escaped = False
        # Qt swallows the keys of a drag in a filter that it is about to install; the last
        # filter hears them first.
        QTimer.singleShot(0, self, self._listen)
        for view in self._views:
            view.cards.hold(held)
        self._hint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._escaped = self._escaped or event.key() == Qt.Key.Key_Escape
        return False

    def _listen(self) -> None:
        if self._held is not None:
            self._application().installEventFilter(self)

    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("nobody drags without an application")
        return application

    def _hover(self, view: CardView, index: QPersistentModelIndex) -> None:
        if self._held is None:
            return
        if index.isValid():
            self._aim = (view, index)
        self._hint()

    def _hint(self) -> None:
        if self._held is None:
            self.hinted.emit("")
            return
        name = name_of(self._held.participant)
        refused = self._refused_under_pointer()
        if refused is not None:
            self.hinted.emit(words_of(refused[0]))
        elif self._held.pair is not None and self._is_over_strip():
            self.hinted.emit(self.tr("{0}: let go to unpair").format(name))
        elif self._can_join_beside():
            words = self.tr("{0}: let go to take the place, or with Ctrl to be one more partner")
            self.hinted.emit(words.format(name))
        elif self._held.role is Role.MENTOR:
            self.hinted.emit(named(self.tr("{0}: let go on a {leader}"), name))
        else:
            self.hinted.emit(named(self.tr("{0}: let go on a {mentor}"), name))

    def _refused_under_pointer(self) -> tuple[KnownError, Rearrangement] | None:
        """Return why what is under the pointer cannot take who is held, and what, or None."""
        change = self._meant()
        if change is None:
            return None
        reason = self._views[0].cards.board.objection_to(change)
        return None if reason is None else (reason, change)

    def _can_join_beside(self) -> bool:
        """Whether a place would be taken here that could also be left to who has it."""
        if self._held is None or self._aim is None or self._meant() is None:
            return False
        view, index = self._aim
        return not view.cards.beside and view.cards.can_join_beside(self._held, index)

    def _is_over_strip(self) -> bool:
        """Whether the pointer is over the strip that takes pairs apart."""
        at = self._strip.mapFromGlobal(QCursor.pos())
        return self._strip.isVisible() and self._strip.rect().contains(at)

    def _meant(self) -> Rearrangement | None:
        """Return what letting go here would change, if the rules allow it; None: nothing."""
        if self._held is None:
            return None
        if self._is_over_strip():
            pair = self._held.pair
            return None if pair is None else Rearrangement(parted=(pair,))
        if self._aim is None:
            return None
        view, index = self._aim
        at = view.viewport().mapFromGlobal(QCursor.pos())
        if not index.isValid() or view.indexAt(at) != index:
            return None
        return view.cards.change(self._held, index, beside=view.cards.beside)

    def _put_down(self, outcome: Qt.DropAction) -> None:
        pending = self._pending
        self._application().removeEventFilter(self)
        refused = outcome == Qt.DropAction.IgnoreAction and not self._escaped
        under = self._refused_under_pointer() if refused else None
        self._held = self._pending = self._aim = None
        for view in self._views:
            view.cards.hold(None)
        self._hint()
        if pending is not None:
            self.settled.emit(pending)
        elif under is not None:
            QTimer.singleShot(0, self, lambda: self.refused.emit(*under))
