"""The dialog that suggests pairs, as it asks and as it shows what was found."""

from __future__ import annotations

from revmentor_desktop.domain.aims import Aim
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.matching.situation import WHOLE_BOARD, Extent
from revmentor_desktop.matching.suggestion import suggestion
from revmentor_desktop.services.pairing.scored_board import scored_board
from revmentor_desktop.services.pairing.suggesting import situation
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.pairing.suggesting.dialog import SuggestDialog
from revmentor_desktop.ui.pairing.suggesting.suggested import suggested


def take_suggesting(gallery: Gallery, context: Context) -> None:
    """Take the pictures; nothing is changed."""
    programme_id = context.programme_id
    if programme_id is None:
        return
    scored = scored_board(context.data, programme_id)
    waiting = scored.board.waiting(Role.MENTEE)[:3]
    asking = SuggestDialog(scored, waiting, gallery.window, for_chosen=True)
    asking.wishes.aims.cards[Aim.FIT].click()
    gallery.take_over_window("dialog-suggest", asking)
    there = run_to_end(situation(context.data, programme_id))
    agreed = next(pair for pair in scored.board.pairs if not pair.is_proposed)
    for name, extent in (
        ("plan", WHOLE_BOARD),
        ("as-it-is", Extent(people=frozenset(agreed.couple))),
    ):
        chosen = [one for one in scored.board.participants if one.participation.id in extent.people]
        dialog = SuggestDialog(scored, chosen, gallery.window, for_chosen=True)
        found = run_to_end(suggestion(there, Aim.EVERYONE, 0, extent))
        dialog.show_plan(suggested(scored, found, extent))
        gallery.take_over_window(f"dialog-suggest-{name}", dialog)
