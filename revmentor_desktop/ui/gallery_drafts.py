"""Several drafts: their menu with long names, and two of them side by side."""

from __future__ import annotations

from revmentor_desktop.domain.rearranging import Rearrangement
from revmentor_desktop.services.pairing.drafts import copy_draft
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.pairing.comparing.dialog import CompareDialog
from revmentor_desktop.ui.pairing.page import PairingPage

_LONG = "After the meeting with the board, with the two who wanted to change and a kind second look"


def take_drafts(gallery: Gallery, context: Context) -> None:
    """Take the pictures; what is made for them is undone."""
    gallery.shell.show_page("pairing")
    page = gallery.shell.page("pairing")
    if not isinstance(page, PairingPage) or page.board.draft is None:
        return
    draft_id = page.board.draft.id

    def copy(data: DataFile) -> int:
        return copy_draft(data, draft_id, _LONG)

    context.run("Copy", copy)
    gallery.take("board-long-draft-name")
    page.commands.comparing.open()
    _take_comparison(gallery, page, "none-differs")
    one, other = [pair for pair in page.board.proposals if not pair.is_locked][:2]
    change = Rearrangement((one, other), ((one.mentor, other.mentee),))
    page.commands.drafts.try_in_copy(change, "Both asked for it")
    _take_comparison(gallery, page, "differs")
    menu = page.summary.drafts.menu()
    menu.popup(gallery.window.pos())
    gallery.take("menu-drafts-several", menu)
    menu.close()
    for _ in range(2):
        context.undo()
    gallery.shell.notice_bar.hide()


def _take_comparison(gallery: Gallery, page: PairingPage, name: str) -> None:
    gallery.settle()
    for dialog in page.findChildren(CompareDialog):
        gallery.take(f"dialog-compare-{name}", dialog)
        dialog.filter.put("all")
        dialog.filter.chosen.emit("all")
        gallery.take(f"dialog-compare-{name}-everybody", dialog)
        if dialog.model.rowCount():
            dialog.table.setFocus()
            gallery.take(f"dialog-compare-{name}-row", dialog)
        dialog.accept()
    gallery.settle(0)
