"""What the board says where there is nothing to show, and what would fill it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.pairing.board.column import EmptyColumn
from revmentor_desktop.ui.roles import named
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.surfaces import EmptyState

translate = QCoreApplication.translate


def no_programme(context: Context) -> QWidget:
    """Return what stands in the board's place without a programme."""
    make = button(translate("Pairing", "New programme…"), "primary", "plus")
    make.clicked.connect(lambda: context.requested.emit("new-programme"))
    return EmptyState(
        "handshake",
        translate("Pairing", "Pairs belong to a programme"),
        translate("Pairing", "Make a programme first; then its people are laid out here."),
        make,
    )


def no_people(context: Context) -> QWidget:
    """Return what stands in the board's place while nobody takes part."""
    load = button(translate("Pairing", "Import people…"), "primary", "file-spreadsheet")
    load.clicked.connect(lambda: context.requested.emit("import-people"))
    show = button(translate("Pairing", "Go to People"), "plain", "users")
    show.clicked.connect(lambda: context.requested.emit("show:people"))
    return EmptyState(
        "users",
        translate("Pairing", "Nobody takes part yet"),
        translate(
            "Pairing",
            "Bring in a spreadsheet of those who want to, or add people one by one. They are then "
            "paired here.",
        ),
        load,
        show,
    )


def nobody_found() -> EmptyColumn:
    """Return what an empty list says while one searches."""
    return EmptyColumn(translate("Pairing", "Nobody found here."))


def no_mentors(board: Board, context: Context) -> EmptyColumn:
    """Return what the empty list of mentors says."""
    if board.side(Role.MENTOR):
        return EmptyColumn(named(translate("Pairing", "Every {mentor} has a {leader}.")))
    return _to_people(named(translate("Pairing", "No {mentors} yet.")), context)


def no_pairs(board: Board, suggest: Callable[[], None]) -> EmptyColumn:
    """Return what the empty list of pairs says, and the one thing that fills it."""
    words = translate(
        "Pairing",
        "No pairs yet. Drag a {mentor} onto a {leader}, press Enter on either to choose a "
        "partner from a list, or begin with the best plan for everybody.",
    )
    is_possible = all(board.side(role) for role in Role)
    made = EmptyColumn(named(words), translate("Pairing", "Suggest pairs") if is_possible else "")
    made.act.clicked.connect(suggest)
    return made


def none_of_the_kind(show_all: Callable[[], None], *, of_pairs: bool) -> EmptyColumn:
    """Return what a list of pairs or of people says where a filter leaves none."""
    words = (
        (translate("Pairing", "No pair of this kind."), translate("Pairing", "Show all pairs"))
        if of_pairs
        else (translate("Pairing", "Nobody of this kind."), translate("Pairing", "Show everybody"))
    )
    made = EmptyColumn(*words)
    made.act.clicked.connect(show_all)
    return made


def no_leaders(board: Board, context: Context) -> EmptyColumn:
    """Return what the empty list of leaders says."""
    if not board.side(Role.MENTEE):
        return _to_people(named(translate("Pairing", "No {leaders} yet.")), context)
    if board.proposals:
        words = translate("Pairing", "Every {leader} has a {mentor}. Agree the pairs to go on.")
        return EmptyColumn(named(words))
    words = translate("Pairing", "Every {leader} has a {mentor}. Next come the agreements.")
    verb = translate("Pairing", "Make the documents")
    return _leading(named(words), verb, "show:documents", context)


def _to_people(text: str, context: Context) -> EmptyColumn:
    return _leading(text, translate("Pairing", "Go to People"), "show:people", context)


def _leading(text: str, verb: str, command: str, context: Context) -> EmptyColumn:
    made = EmptyColumn(text, verb)
    made.act.clicked.connect(lambda: context.requested.emit(command))
    return made
