"""The board with a pair chosen, and every dialog and menu that belongs to it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel

from revmentor_desktop.domain.board import Board, Held
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pairs import PairState
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.services.pairing.reading import history
from revmentor_desktop.services.pairing.scored_board import ScoredBoard, scored_board
from revmentor_desktop.services.pairing.waiting import Waited
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.gallery_drafts import take_drafts
from revmentor_desktop.ui.pairing.chooser import PartnerDialog
from revmentor_desktop.ui.pairing.drafts.name_dialog import NameDialog
from revmentor_desktop.ui.pairing.fairness_dialog import FairnessDialog
from revmentor_desktop.ui.pairing.page import PairingPage
from revmentor_desktop.ui.pairing.pairs.agree_dialog import AgreeDialog
from revmentor_desktop.ui.pairing.pairs.end_dialog import EndDialog
from revmentor_desktop.ui.pairing.pairs.history_dialog import HistoryDialog
from revmentor_desktop.ui.pairing.pairs.reason_dialog import ReasonDialog
from revmentor_desktop.ui.pairing.words import name_of


def take_pairing(gallery: Gallery, context: Context) -> None:
    """Take the pictures; nothing is changed that is not undone."""
    if context.programme_id is None:
        return
    scored = scored_board(context.data, context.programme_id)
    shown = scored.board
    _board(gallery)
    _partner(gallery, scored)
    _sharing(gallery, context, context.programme_id)
    _dialogs(gallery, context, shown, context.programme_id)
    take_drafts(gallery, context)


def _board(gallery: Gallery) -> None:
    """The board with a proposal and with an agreed pair chosen, and the menus."""
    gallery.shell.show_page("pairing")
    page = gallery.shell.page("pairing")
    if not isinstance(page, PairingPage):
        return
    for state in (PairState.PROPOSED, PairState.AGREED):
        pair = next(one for one in page.board.pairs if one.state is state)
        page.pairs.choose(pair.id)
        gallery.take(f"board-{state}")
        card = page.pairs.current_card()
        if card is not None:
            menu = page.commands.menu(card)
            menu.popup(gallery.window.pos())
            gallery.take(f"menu-pair-{state}", menu)
            menu.close()
    page.pairs.selectAll()
    gallery.take("board-several")
    page.pairs.clearSelection()
    _across_lists(gallery, page)
    free = page.mentors.cards.card(page.mentors.cards.index(0))
    if free is not None:
        page.mentors.lifted.emit(free)
        gallery.take("board-carrying")
        page.carrying.leave()
    arranging = page.arranging.button.menu()
    arranging.popup(gallery.window.pos())
    gallery.take("menu-arranging", arranging)
    arranging.close()
    fair = FairnessDialog(page.scored.fairness(), _waited(page.scored), gallery.window)
    gallery.take_over_window("dialog-fairness", fair)
    drafts = page.summary.drafts.menu()
    drafts.popup(gallery.window.pos())
    gallery.take("menu-drafts", drafts)
    drafts.close()


def _waited(scored: ScoredBoard) -> list[Waited]:
    """As if two had been left over in an earlier programme."""
    one, other = scored.board.participants[:2]
    return [Waited(one, 2, is_paired=False), Waited(other, 1, is_paired=True)]


def _partner(gallery: Gallery, scored: ScoredBoard) -> None:
    shown = scored.board
    paired = {one for pair in shown.pairs for one in (pair.mentor, pair.mentee)}
    free = next(
        one
        for one in shown.participants
        if one.participation.role is Role.MENTEE and one not in paired
    )
    dialog = PartnerDialog(scored, Held(free), gallery.theme, gallery.window)
    gallery.take_over_window("dialog-partner", dialog)


def _sharing(gallery: Gallery, context: Context, programme_id: int) -> None:
    from revmentor_desktop.services.documents.pairing_list import pairing_list
    from revmentor_desktop.ui.pairing_list import PairingListDialog

    dialog = PairingListDialog(context, programme_id, gallery.window)
    gallery.settle(500)
    dialog.show()
    gallery.take("dialog-pairing-list", dialog)
    dialog.said.setText(f"Saved as {gallery.paths.data / 'Pairing list.pdf'}")
    for part in (dialog.said, dialog.folder):
        part.show()
    gallery.take_over_window("dialog-pairing-list-saved", dialog)
    listed = pairing_list(context.data, programme_id)
    gallery.take_paper("paper-pairing-list", listed.pdf())


def _across_lists(gallery: Gallery, page: PairingPage) -> None:
    """A pair, a mentor and two leaders are chosen, as with Ctrl held down."""
    for view, count in ((page.mentors, 1), (page.pairs, 1), (page.leaders, 2)):
        view.adds = True
        for row in range(count):
            flag = QItemSelectionModel.SelectionFlag.Select
            view.selectionModel().select(view.cards.index(row), flag)
        view.adds = False
    gallery.take("board-several-lists")
    for view in page.views:
        view.clearSelection()


def _dialogs(gallery: Gallery, context: Context, shown: Board, programme_id: int) -> None:
    window = gallery.window
    agree = AgreeDialog(shown.ready(), 1, window)
    gallery.take_over_window("dialog-agree", agree)
    agreed = next(pair for pair in shown.pairs if not pair.is_proposed)
    gallery.take_over_window("dialog-end-pair", EndDialog(agreed, Role.MENTEE, window))
    against = KnownError(
        "pair-same-department",
        department=agreed.mentor.person.department,
        mentor=name_of(agreed.mentor),
        leader=name_of(agreed.mentee),
    )
    reason = ReasonDialog((agreed.mentor, agreed.mentee), [against], window)
    reason.pair.click()
    gallery.take_over_window("dialog-reason", reason)
    keeping = ReasonDialog((agreed.mentor, agreed.mentee), [against], window, are_paired=True)
    gallery.take_over_window("dialog-reason-for-a-pair", keeping)
    name = NameDialog(("Copy of “Draft 1”", "Make the copy"), "Draft 2", str, window)
    gallery.take_over_window("dialog-draft-name", name)
    earlier = HistoryDialog(history(context.data, programme_id), window)
    gallery.take_over_window("dialog-earlier-pairs", earlier)
