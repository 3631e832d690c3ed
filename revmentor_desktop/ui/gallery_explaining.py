"""What explains the board: why not, why left over, alternatives, the chooser with the price."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.situation import situating
from revmentor_desktop.matching.suggestion import suggestion
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.explaining.left_over_dialog import LeftOverDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.widgets.dialogs import Dialog


def take_explaining(gallery: Gallery) -> None:
    """Take the pictures; nothing is changed."""
    gallery.shell.show_page("pairing")
    page = gallery.shell.page("pairing")
    if not isinstance(page, PairingPage):
        return
    gallery.settle()
    commands, board = page.commands, page.board
    mentor, leader = (board.free(role)[0] for role in (Role.MENTOR, Role.MENTEE))
    proposal = next(pair for pair in board.pairs if not pair.is_fixed)
    page.pairs.choose(proposal.id)
    loose = page.pairs.current_card()
    if not isinstance(loose, PairCard):
        return
    gallery.take("board-why-this-pair")
    page.leaders.choose(leader.person.id)
    gallery.take("board-left-over")
    _menu(gallery, page)
    for name, one in (("mentor", mentor), ("leader", leader)):
        commands.explaining.left_over(one)
        _take(gallery, f"dialog-left-over-{name}")
    found = page.best_plan.suggestion
    if found is not None and found.mentors_left:
        commands.explaining.left_over(found.mentors_left[0])
        _take(gallery, "dialog-left-over-too-many")
    _remedies(gallery, page)
    _why_not(gallery, page, loose)


def _why_not(gallery: Gallery, page: PairingPage, loose: PairCard) -> None:
    """Why two are no pair, and who else there is; `loose` is a proposal that may move."""
    commands, board = page.commands, page.board
    mentor, leader = (board.free(role)[0] for role in (Role.MENTOR, Role.MENTEE))
    commands.explaining.why_not(loose.pair.mentor, leader)
    _take(gallery, "dialog-why-not-costs")
    commands.explaining.why_not(mentor, loose.pair.mentee)
    _take(gallery, "dialog-why-not")
    commands.explaining.why_not(board.pairs[0].mentor, leader)
    _take(gallery, "dialog-why-not-agreed")
    commands.explaining.alternatives_of(loose)
    _take(gallery, "dialog-alternatives")
    _alternatives_of_agreed(gallery, page)
    page.pairs.choose(loose.key)
    commands.explaining.ask_why_not(loose.held(Role.MENTEE))
    _take(gallery, "dialog-why-not-with")
    commands.pair_with(loose.held(Role.MENTEE))
    _take(gallery, "dialog-partner-price")


def _alternatives_of_agreed(gallery: Gallery, page: PairingPage) -> None:
    page.pairs.choose(next(pair for pair in page.board.pairs if not pair.is_proposed).id)
    card = page.pairs.current_card()
    if card is not None:
        page.commands.explaining.alternatives_of(card)
        _take(gallery, "dialog-alternatives-agreed")


def _take(gallery: Gallery, name: str) -> None:
    """Take the dialog that came up, and close it."""
    gallery.settle(300)
    for one in QApplication.topLevelWidgets():
        if isinstance(one, Dialog) and one.isVisible():
            gallery.take_over_window(name, one)


def _remedies(gallery: Gallery, page: PairingPage) -> None:
    """A leader who would be left over if nobody else were free."""
    board = page.board
    free = {one.participation.id for one in board.waiting(Role.MENTOR)}
    fewer = replace(
        board,
        participants=tuple(one for one in board.participants if one.participation.id not in free),
        pairs=tuple(pair for pair in board.pairs if pair.mentor.participation.id not in free),
    )
    there = run_to_end(situating(fewer, page.scored.choices, {}))
    found = run_to_end(suggestion(there, Aim.EVERYONE))
    for number, why in enumerate(found.why_leaders_left):
        dialog = LeftOverDialog(why, fewer, board.facts.labels, gallery.window)
        gallery.take_over_window(f"dialog-left-over-remedies-{number}", dialog)


def _menu(gallery: Gallery, page: PairingPage) -> None:
    """The menu of the leader who is chosen."""
    card = page.leaders.current_card()
    if card is not None:
        menu = page.commands.menu(card)
        menu.popup(gallery.window.pos())
        gallery.take("menu-person", menu)
        menu.close()
