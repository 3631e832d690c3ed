"""What of pairing is seen more seldom: a new partner after an end, what if, large print, wide."""

from __future__ import annotations

from itertools import product
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMenu

from revmentor_desktop.documents.letter import letters_pdf
from revmentor_desktop.documents.styles import Paper
from revmentor_desktop.domain.board import Held
from revmentor_desktop.domain.guided_choice import offerable
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.services.documents.pairing_list import pairing_list
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.letters.choice import choice_page
from revmentor_desktop.services.pairing.reading import history
from revmentor_desktop.services.pairing.shortlists import offer
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import SIZE, Gallery
from revmentor_desktop.ui.pairing.board.cards import PairCard
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from revmentor_desktop.ui.pairing.pairs.history_dialog import HistoryDialog
from revmentor_desktop.ui.widgets.dialogs import Dialog

WIDE: Final = QSize(1680, 1000)


def take_seldom(gallery: Gallery, context: Context) -> None:
    """Take the pictures; what is offered for them is taken back."""
    gallery.shell.show_page("pairing")
    page = gallery.shell.page("pairing")
    programme_id = context.programme_id
    if not isinstance(page, PairingPage) or programme_id is None:
        return
    gallery.shell.notice_bar.hide()
    _replacing(gallery, page)
    _what_if(gallery, page)
    for role in Role:
        _take_menu(gallery, f"menu-arranging-{role}", page.sorting[role].button.menu())
    _wide(gallery, page)
    _choosing(gallery, context, page, programme_id)
    for sheet, is_large in product(Paper, (False, True)):
        form = PaperFormat(sheet, is_large)
        name = f"paper-pairing-list-{sheet.name.lower()}{'-large' if is_large else ''}"
        gallery.take_paper(name, pairing_list(context.data, programme_id).pdf(form))
    earlier = HistoryDialog(history(context.data, programme_id), gallery.window)
    earlier.show()
    earlier.table.selectRow(0)
    gallery.take_over_window("dialog-earlier-pairs-chosen", earlier)
    gallery.take_over_window("dialog-earlier-pairs-none", HistoryDialog([], gallery.window))


def _replacing(gallery: Gallery, page: PairingPage) -> None:
    agreed = next(pair for pair in page.board.pairs if not pair.is_proposed)
    dialog = PartnerDialog(
        page.scored.without(agreed),
        Held(agreed.mentee),
        gallery.theme,
        gallery.window,
        leaving=agreed,
    )
    gallery.take_over_window("dialog-replacing", dialog)


def _what_if(gallery: Gallery, page: PairingPage) -> None:
    """What the menu of a proposal leads to, and the list of partners for a copy."""
    page.pairs.choose(page.board.proposals[0].id)
    card = page.pairs.current_card()
    if not isinstance(card, PairCard):
        return
    menu = page.commands.menu(card)
    for at, inner in enumerate(menu.findChildren(QMenu)):
        _take_menu(gallery, f"menu-pair-inner-{at}", inner)
    page.commands.pair_with(card.held(Role.MENTEE), in_copy=True)
    gallery.settle(300)
    for one in QApplication.topLevelWidgets():
        if isinstance(one, Dialog) and one.isVisible():
            gallery.take_over_window("dialog-partner-in-copy", one)


def _wide(gallery: Gallery, page: PairingPage) -> None:
    gallery.window.resize(WIDE)
    page.pairs.choose(page.board.proposals[0].id)
    gallery.take("board-wide-pair")
    page.leaders.choose(page.board.free(Role.MENTEE)[0].person.id)
    gallery.take("board-wide-leader")
    page.pairs.clearSelection()
    page.leaders.clearSelection()
    gallery.take("board-wide")
    gallery.window.resize(SIZE)


def _choosing(gallery: Gallery, context: Context, page: PairingPage, programme_id: int) -> None:
    """A leader with a proposal is still choosing: the mentor, agreeing, the page without names."""
    proposal = page.board.proposals[0]
    leader, mentor = proposal.mentee, _offered(page, proposal.mentee)[0]
    people = [one.person.id for one in _offered(page, leader)]

    def action(data: DataFile) -> None:
        offer(data, programme_id, leader.person.id, people, today())

    context.attempt("Offer a choice", action)
    page.mentors.choose(mentor.person.id)
    gallery.take("board-mentor-offered")
    _take_inner(gallery, page, leader)
    dialog = AgreeDialog(page.board.ready(), 0, gallery.window, choosing=[leader])
    gallery.take_over_window("dialog-agree-choosing", dialog)
    offered = page.board.shortlist_of(leader)
    if offered is not None:
        _take_unnamed(gallery, context, programme_id, offered)
    context.undo()
    gallery.shell.notice_bar.hide()


def _offered(page: PairingPage, leader: Participant) -> list[Participant]:
    """Return three mentors for a leader, those first who are free."""
    free = {one.person.id for one in page.board.free(Role.MENTOR)}
    possible = sorted(offerable(page.board, leader), key=lambda one: one.person.id not in free)
    return possible[:3]


def _take_inner(gallery: Gallery, page: PairingPage, leader: Participant) -> None:
    """The menu of the choice that a leader was offered."""
    proposal = next(pair for pair in page.board.proposals if pair.mentee == leader)
    page.pairs.choose(proposal.id)
    gallery.take("board-pair-choosing")
    card = page.pairs.current_card()
    if card is not None:
        for at, inner in enumerate(page.commands.menu(card).findChildren(QMenu)):
            _take_menu(gallery, f"menu-pair-choosing-inner-{at}", inner)


def _take_unnamed(
    gallery: Gallery, context: Context, programme_id: int, offered: Shortlist
) -> None:
    """The page on which the mentors are not named, on paper."""
    values = choice_page(context.data, programme_id, offered, are_named=False).values
    gallery.take_paper("paper-choice-unnamed", letters_pdf([values], values.subject))


def _take_menu(gallery: Gallery, name: str, menu: QMenu | None) -> None:
    if menu is not None:
        menu.popup(gallery.window.pos())
        gallery.take(name, menu)
        menu.close()
