"""A list of cards that people are dragged out of and onto, and that the keyboard reaches too."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QMenu,
    QWidget,
)

from revmentor_desktop.domain.board import Held
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.ui.pairing.board.cards import Card
from revmentor_desktop.ui.pairing.board.delegate import CardDelegate
from revmentor_desktop.ui.pairing.board.mime import MIME, mime_of
from revmentor_desktop.ui.pairing.board.model import ACTIONS, CardModel, Index
from revmentor_desktop.ui.pairing.board.painting import Look
from revmentor_desktop.ui.theme import Theme

_PREVIEW_WIDTH: Final = 236
_HOT_SPOT: Final = QPoint(24, 20)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_SIDEWAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardView(QListView):
    """A list of cards of one model.

    What the officer does to a card is told by signals; `placeholder` lies over an empty list.
    """

    pair_with_asked = Signal(object)
    """Enter or a double click on a card: the `Card`."""
    unpair_asked = Signal(object)
    """Delete on a card: the `Card`."""
    menu_asked = Signal(object, QPoint)
    """The menu of a `Card`, at a point of the screen."""
    sideways = Signal(int, bool)
    """The arrow to the list on the left (-1) or right (1); with Ctrl what is chosen stays so."""
    chosen = Signal(object)
    """A `Card` was selected; None: the selection is gone."""
    several_chosen = Signal(list)
    """More than one `Card` was selected."""
    entered = Signal()
    """The keyboard has come to the list."""
    hurried = Signal()
    """A key is held down: what follows the card that it is on may wait."""
    lifted = Signal(object)
    """Space on a card: the `Card` from which somebody is taken, or their other half."""
    picked_up = Signal(Held)
    put_down = Signal(Qt.DropAction)
    """The drag that began here has ended, with what became of it."""
    over = Signal(QPersistentModelIndex)
    """Somebody is held over a card; invalid when over none."""

    def __init__(self, model: CardModel, delegate: CardDelegate, name: str) -> None:
        super().__init__()
        self.cards = model
        self._delegate = delegate
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.placeholder: QWidget | None = None
        self._pressed = QPersistentModelIndex()
        self._pressed_role: Role | None = None
        self.adds = False
        """Whether what is being chosen comes to what is chosen in other lists: with Ctrl."""
        self._comes_by = False
        self._set_up()
        selection = self.selectionModel()
        selection.selectionChanged.connect(self._tell_chosen)
        self.doubleClicked.connect(lambda index: self.pair_with_asked.emit(model.card(index)))

    def _set_up(self) -> None:
        self.setProperty("role", "cards")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(self._delegate.look.item_height // 3)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(self._delegate.look.item_height // 2)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    # ---- what is chosen -------------------------------------------------------------------------

    def current_card(self) -> Card | None:
        """Return the card that the keyboard is on."""
        return self.cards.card(self.currentIndex())

    def selected_cards(self) -> list[Card]:
        """Return the selected cards in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        cards = (self.cards.card(self.cards.index(row)) for row in rows)
        return [card for card in cards if card is not None]

    def choose(self, key: int) -> bool:
        """Select the card of that key and scroll to it; False when it is not in the list."""
        index = self.cards.index_of(key)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)
        return True

    def come_by(self) -> None:
        """Take the keyboard without choosing the card that it comes to."""
        self._comes_by = True
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self._comes_by = False

    def go_to_chosen(self) -> None:
        """Scroll to what is selected, or to the top where nothing is."""
        chosen = self.selectionModel().selectedIndexes()
        if chosen:
            self.scrollTo(min(chosen))
        else:
            self.scrollToTop()

    def forget(self) -> None:
        """Clear the selection without telling; the keyboard keeps its place."""
        selection = self.selectionModel()
        blocked = self.blockSignals(True)
        selection.clearSelection()
        self.blockSignals(blocked)
        self.viewport().update()

    def show_placeholder(self, widget: QWidget | None) -> None:
        """Lay a widget over the list, or take it away; what is dropped falls through it."""
        if self.placeholder is not None:
            self.placeholder.hide()
            self.placeholder.deleteLater()
        self.placeholder = widget
        if widget is not None:
            widget.setParent(self.viewport())
            self._place()
            widget.show()

    @property
    def card_height(self) -> int:
        """The height of a card with the gap below it, in logical pixels."""
        return self._delegate.look.item_height

    def menu_point(self, index: Index) -> QPoint:
        """Return the middle of a card's menu button, in the viewport."""
        return self._delegate.menu_rect(self._card_rect(index)).center()

    def remeasure(self, theme: Theme) -> None:
        """Draw all cards anew after another theme was put on."""
        self._delegate.look = Look.of(theme)
        self.viewport().update()

    def takes_beside(self, event: QDropEvent) -> bool:
        """Tell whether what is dragged may be dropped on the list, but on no card."""
        return self._takes(event, QModelIndex())

    def drop_beside(self, event: QDropEvent) -> bool:
        """Drop on the list, but on no card; tell whether it was taken."""
        return self._drop(event, QModelIndex())

    def _tell_chosen(self) -> None:
        cards = self.selected_cards()
        if len(cards) > 1:
            self.several_chosen.emit(cards)
        else:
            self.chosen.emit(cards[0] if cards else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_hand = event.reason() in {
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }
        if by_hand or not self.cards.rowCount():
            return
        index = self.currentIndex() if self.currentIndex().isValid() else self.cards.index(0)
        selection, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        # Several that are chosen stay chosen: one comes back from what was done to them.
        stays = self._comes_by or selection.isSelected(index)
        selection.setCurrentIndex(index, flag.NoUpdate if stays else flag.ClearAndSelect)
        self.scrollTo(index)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            self.hurried.emit()
        card = self.current_card()
        key = Qt.Key(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if (plain or with_ctrl) and key in _SIDEWAYS:
            self.sideways.emit(_SIDEWAYS[key], with_ctrl)
        elif plain and card is not None and key == Qt.Key.Key_Space:
            self.lifted.emit(card)
        elif plain and card is not None and key in _ENTER:
            self.pair_with_asked.emit(card)
        elif plain and card is not None and key in _DELETE:
            self.unpair_asked.emit(card)
        else:
            self.adds = with_ctrl and key == Qt.Key.Key_Space
            super().keyPressEvent(event)
            self.adds = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.menu_point(index)
        else:
            at = event.pos()
            index = self.indexAt(at)
        card = self.cards.card(index)
        if card is not None:
            self._ask_for_menu(card, at)

    def _ask_for_menu(self, card: Card, at: QPoint) -> None:
        self.menu_asked.emit(card, self.viewport().mapToGlobal(at))
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            # While it is open the list is not told that the pointer leaves.
            menu.aboutToHide.connect(self._point_at_nothing)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        self._pressed = QPersistentModelIndex(index)
        in_left_half = at.x() < self.visualRect(index).center().x()
        self._pressed_role = Role.MENTOR if in_left_half else Role.MENTEE
        self.adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mousePressEvent(event)
        self.adds = False
        card = self.cards.card(index)
        on_menu = self._delegate.menu_rect(self._card_rect(index)).contains(at)
        if card is not None and on_menu and event.button() == Qt.MouseButton.LeftButton:
            self.setState(QAbstractItemView.State.NoState)
            self._pressed = QPersistentModelIndex()
            self._ask_for_menu(card, at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mouseReleaseEvent(event)
        self.adds = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        current = self.currentIndex()
        card = self.visualRect(current)
        was_seen = current.isValid() and 0 <= card.top() < card.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        self._place()
        if was_seen:
            self.scrollTo(current)  # in a lower window it would be below the edge

    # ---- dragging out of the list ---------------------------------------------------------------

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        card = self.cards.card(self._pressed)
        if card is None:
            return
        held = card.held(self._pressed_role)
        drag = QDrag(self)
        drag.setMimeData(mime_of(held))
        drag.setPixmap(self.preview(held.participant, self.devicePixelRatioF()))
        drag.setHotSpot(_HOT_SPOT)
        self.picked_up.emit(held)
        outcome = drag.exec(ACTIONS, Qt.DropAction.MoveAction)
        # Only once the press is over: until then Qt tells the list where the drag began.
        QTimer.singleShot(0, self, self._leave_if_away)
        self.put_down.emit(outcome)

    def _leave_if_away(self) -> None:
        """Forget the card that the drag began on; Qt does not tell that the pointer left it."""
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(QCursor.pos())):
            self._point_at_nothing()

    def _point_at_nothing(self) -> None:
        """Let no card look pointed at until the pointer moves over one."""
        away = QPointF(-1, -1)
        left = QHoverEvent(QEvent.Type.HoverLeave, away, away, away)
        QCoreApplication.sendEvent(self.viewport(), left)

    def preview(self, who: Participant, ratio: float) -> QPixmap:
        """Return the card that hangs on the pointer, for a screen of that pixel ratio."""
        width = min(_PREVIEW_WIDTH, self.viewport().width())
        return self._delegate.preview(who, width, ratio)

    # ---- dragging onto the list -----------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            # The list itself must be entered for moves to follow; each move then decides.
            self.setState(QAbstractItemView.State.DraggingState)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls when near an edge
        index = self.indexAt(event.position().toPoint())
        self._aim_at(index, beside=_action(event) is Qt.DropAction.CopyAction)
        if self._takes(event, index):
            event.setDropAction(_action(event))
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._aim_at(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        index = self.indexAt(event.position().toPoint())
        self._aim_at(QModelIndex())
        if self._drop(event, index):
            event.setDropAction(_action(event))
            event.accept()
        else:
            event.ignore()

    def _takes(self, event: QDropEvent, index: QModelIndex) -> bool:
        return self.cards.canDropMimeData(event.mimeData(), _action(event), -1, -1, index)

    def _drop(self, event: QDropEvent, index: QModelIndex) -> bool:
        return self.cards.dropMimeData(event.mimeData(), _action(event), -1, -1, index)

    def _aim_at(self, index: QModelIndex, *, beside: bool | None = None) -> None:
        """Point at a card; unless told, what is dragged is meant as it was before."""
        meant = self.cards.beside if beside is None else beside
        if self._delegate.target == index and self.cards.beside is meant:
            return
        # Ctrl is held down: what is dragged over the list is to take nobody's place.
        self.cards.mean_beside(meant)
        self._delegate.target = QPersistentModelIndex(index)
        self.viewport().update()
        self.over.emit(self._delegate.target)

    def _card_rect(self, index: Index) -> QRect:
        return self._delegate.look.card_in(self.visualRect(index))

    def _place(self) -> None:
        if self.placeholder is not None:
            self.placeholder.setGeometry(self.viewport().rect())


def _action(event: QDropEvent) -> Qt.DropAction:
    """Return what a drop is to do: move somebody, or with Ctrl held down only add them."""
    adds = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return Qt.DropAction.CopyAction if adds else Qt.DropAction.MoveAction
