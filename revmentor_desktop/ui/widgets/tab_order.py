"""The order of the Tab key where widgets come and go: as they stand on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QWidget,
)


def follow_layout(root: QWidget) -> None:
    """Let Tab go through the widgets in `root` as its layouts have them.

    Qt takes a widget that is added later for the last of the window. Call it when rows were added;
    what stands before and after `root` keeps its place.
    """
    stops = list(_stops(root))
    with _no_proxies(stops):
        for first, second in pairwise((*_before(root), *stops)):
            QWidget.setTabOrder(first, second)


def first_stop(root: QWidget) -> QWidget | None:
    """Return what Tab comes to first in `root` of what is seen and can be used, or None."""
    return next((stop for stop in _stops(root) if stop is not root and _can_be_used(stop)), None)


def stops_of(root: QWidget) -> list[QWidget]:
    """Return all that Tab comes to in `root`, shown or not, as its layouts have it."""
    return list(_stops(root))


def last_stop(root: QWidget) -> QWidget:
    """Return what Tab comes to last in `root`; `root` itself where nothing takes the focus.

    Asked of the layouts: PySide6 6.12.0 takes what nextInFocusChain returns for a part of the
    asker, and forgets it, even the window's menu bar, when the asker goes.
    """
    return [root, *_stops(root)][-1]


@contextmanager
def _no_proxies(widgets: Sequence[QWidget]) -> Iterator[None]:
    """Take widgets that hand the focus on for ordinary ones: else Qt leaves them where they are.

    (PySide6 6.12.0: setTabOrder does nothing with a widget whose focus proxy is a part of it.)
    """
    proxies = [(widget, widget.focusProxy()) for widget in widgets]
    handing_on = [(widget, proxy) for widget, proxy in proxies if proxy is not None]
    for widget, _ in handing_on:
        widget.setFocusProxy(None)  # type: ignore[arg-type]  # None takes the proxy away
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    try:
        yield
    finally:
        for widget, proxy in handing_on:
            widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            widget.setFocusProxy(proxy)


def _before(root: QWidget) -> list[QWidget]:
    """Return the last stop of the window before `root`, by its layouts; none at the beginning."""
    before: list[QWidget] = []
    for stop in _stops(root.window()):
        if root.isAncestorOf(stop):
            return before
        before = [stop]
    return []


def _can_be_used(stop: QWidget) -> bool:
    taking = stop.focusProxy() or stop
    takes_tab = bool(taking.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and taking.isEnabled() and taking.isVisible()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus or hands it on, from the top left to the bottom right."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from _stops(inner)
        return
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        yield widget
    if isinstance(widget, QAbstractSpinBox | QComboBox | QAbstractScrollArea):
        return  # their parts are one with them
    if isinstance(widget, QSplitter):
        for part in map(widget.widget, range(widget.count())):
            if part is not None:
                yield from _stops(part)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for item in _in_order(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_of(inner)


def _in_order(layout: QLayout) -> list[QLayoutItem]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _cell(layout, place))
    return [item for item in map(layout.itemAt, places) if item is not None]


def _cell(grid: QGridLayout, place: int) -> tuple[int, int]:
    # The binding does not say that this is row, column and how many of them.
    position: tuple[int, int, int, int] = grid.getItemPosition(place)  # type: ignore[assignment]
    return position[0], position[1]
