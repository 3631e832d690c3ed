"""The board where somebody withdrew and some have more partners than agreed: rules on, and off."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from revmentor_desktop.domain.board import Held
from revmentor_desktop.domain.participation import Participant, ParticipationState, Role
from revmentor_desktop.domain.plan.pairing_choices import CAPACITY, WITHDRAWN
from revmentor_desktop.services.pairing.overriding import rearrange_anyway
from revmentor_desktop.services.people.writing import set_state
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.page import PairingPage

_REASON = "Both leaders asked for her, and she has the time."


def take_more_than_agreed(gallery: Gallery, context: Context) -> None:
    """Take the pictures; all that is done for them is undone."""
    gallery.shell.show_page("pairing")
    page, programme_id = gallery.shell.page("pairing"), context.programme_id
    if not isinstance(page, PairingPage) or programme_id is None:
        return
    left = page.board.free(Role.MENTOR)[0]
    withdrawn = ParticipationState.WITHDRAWN
    context.run(
        "Withdraw somebody",
        lambda data: set_state(data, programme_id, [left.person.id], withdrawn),
    )
    leader = page.board.free(Role.MENTEE)[0]
    _with_rules(gallery, context, page, programme_id, leader)
    off = plan(context.data, programme_id).pairing
    off = replace(off, rules=off.rules - {WITHDRAWN, CAPACITY})
    context.run("Switch off", lambda data: save_section(data, programme_id, "pairing", off))
    gallery.settle(500)
    gallery.shell.notice_bar.hide()
    gallery.take("board-rules-off")
    card = page.mentors.cards.card(page.mentors.cards.index(0))
    if card is not None:
        page.mentors.lifted.emit(card)
        gallery.take("board-rules-off-carrying")
        page.carrying.leave()
    _choosing(gallery, page, leader, "dialog-partner-rules-off")
    for _ in range(2):
        context.undo()
    gallery.settle()


def _with_rules(
    gallery: Gallery, context: Context, page: PairingPage, programme_id: int, leader: Participant
) -> None:
    _choosing(gallery, page, leader, "dialog-partner-one-more")
    busy = page.board.proposals[0].mentor
    page.leaders.choose(leader.person.id)
    card = page.leaders.current_card()
    if card is not None:
        page.leaders.lifted.emit(card)
        page.pairs.setCurrentIndex(page.pairs.cards.index_of(page.board.proposals[0].id))
        gallery.take("board-carrying-onto-full")
        page.carrying.leave()
    couple = busy.person.id, leader.person.id

    def give(data: DataFile) -> list[int]:
        return rearrange_anyway(data, programme_id, (), [couple], _REASON)

    made = context.run("Give one more", give)
    if made:
        page.pairs.choose(made[0])
        gallery.settle(500)
        gallery.take("board-one-more")
        context.undo()


def _choosing(gallery: Gallery, page: PairingPage, leader: Participant, name: str) -> None:
    """Take the list of partners where those stand who are full, then its end."""
    dialog = PartnerDialog(page.scored, Held(leader), gallery.theme, gallery.window)
    dialog.show()
    model = dialog.model
    rows = [model.candidate(model.index(row)) for row in range(model.rowCount())]
    more = next(
        (
            row
            for row, one in enumerate(rows)
            if one is not None and one.pair is None and page.board.facts.is_full(one.participant)
        ),
        0,
    )
    dialog.list.setCurrentIndex(model.index(more))
    dialog.list.scrollTo(model.index(more), dialog.list.ScrollHint.PositionAtCenter)
    gallery.take(name, dialog)
    dialog.search.setFocus(Qt.FocusReason.OtherFocusReason)
    dialog.list.setCurrentIndex(model.index(model.rowCount() - 1))
    gallery.take_over_window(f"{name}-end", dialog)
