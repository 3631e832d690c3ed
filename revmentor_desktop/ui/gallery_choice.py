"""A leader’s choice of mentors on the board, who was asked, who found each other."""

from __future__ import annotations

from datetime import timedelta

from revmentor_desktop.documents.letter import letters_pdf
from revmentor_desktop.domain.guided_choice import may_choose, offerable
from revmentor_desktop.domain.participation import Participant, Role
from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.letters.choice import choice_page
from revmentor_desktop.services.pairing.shortlists import offer
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.asked_dialog import AskedDialog
from revmentor_desktop.ui.pairing.pairs.found_dialog import FoundDialog
from revmentor_desktop.ui.pairing.shortlists.offer_dialog import OfferDialog
from revmentor_desktop.ui.pairing.shortlists.page_dialog import ChoicePageDialog


def take_choices(gallery: Gallery, context: Context) -> None:
    """Take the pictures; what is offered for them is taken back."""
    gallery.shell.show_page("pairing")
    page = gallery.shell.page("pairing")
    programme_id = context.programme_id
    if not isinstance(page, PairingPage) or programme_id is None:
        return
    board = page.board
    choosing = [one for one in board.waiting(Role.MENTEE) if may_choose(board, one)]
    leader = choosing[0]
    people = [one.person.id for one in offerable(board, leader)[:3]]

    def action(data: DataFile) -> None:
        offer(data, programme_id, leader.person.id, people, today() - timedelta(days=3))

    context.attempt("Offer a choice", action)
    page.leaders.choose(leader.person.id)
    gallery.take("board-choice")
    card = page.leaders.current_card()
    if card is not None:
        menu = page.commands.menu(card)
        menu.popup(gallery.window.pos())
        gallery.take("menu-leader-choosing", menu)
        menu.close()
    for name, one in (("dialog-offer-change", leader), ("dialog-offer", choosing[-1])):
        dialog = OfferDialog(page.scored, one, gallery.theme, gallery.window)
        gallery.take_over_window(name, dialog)
    offered = page.board.shortlist_of(leader)
    if offered is not None:
        said = ChoicePageDialog(context, programme_id, offered, gallery.window)
        gallery.take_over_window("dialog-choice-page-unnamed", said)
        named = ChoicePageDialog(context, programme_id, offered, gallery.window)
        named.are_named.box.click()
        gallery.take_over_window("dialog-choice-page", named)
        values = choice_page(context.data, programme_id, offered, are_named=True).values
        gallery.take_paper("paper-choice", letters_pdf([values], values.subject))
    context.undo()
    _asked(gallery, context, page)
    _found(gallery, page)


def _asked(gallery: Gallery, context: Context, page: PairingPage) -> None:
    """A proposal of which one side was asked, and the dialog for other days."""
    gallery.shell.notice_bar.hide()
    pair = page.board.proposals[0]
    page.pairs.choose(pair.id)
    page.commands.pairs.asked.turn(pair, Role.MENTOR)
    gallery.take("board-asked")
    several = AskedDialog(page.board.proposals, gallery.window)
    gallery.take_over_window("dialog-asked", several)
    context.undo()
    # What is taken back says so, which is no part of the next pictures.
    gallery.shell.notice_bar.hide()


def _found(gallery: Gallery, page: PairingPage) -> None:
    """Two who found each other: once with a fit, once with a rule in the way."""
    board = page.board
    mentors, leaders = (board.free(role) for role in Role)
    kept = next(one for one in leaders if offerable(board, one))
    for name, mentor, leader in (
        ("dialog-found-each-other", offerable(board, kept)[0], kept),
        ("dialog-found-barred", *_barred(page, mentors, leaders)),
    ):
        dialog = FoundDialog(page.scored, gallery.window)
        dialog.people[Role.MENTOR].put(mentor)
        dialog.people[Role.MENTEE].put(leader)
        gallery.take_over_window(name, dialog)


def _barred(
    page: PairingPage, mentors: list[Participant], leaders: list[Participant]
) -> tuple[Participant, Participant]:
    """Return two whom a rule bars that a reason can set aside, or else any two."""
    couples = [(mentor, leader) for mentor in mentors for leader in leaders]
    barred = (one for one in couples if page.board.excusable(Rearrangement(joined=(one,))))
    return next(barred, couples[0])
