"""What is asked before papers of pairs are printed, and the pages that are looked at before."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.files import Pages, pages_to_print
from revmentor_desktop.services.documents.paper_run import PaperRun, offered, runs_to_print
from revmentor_desktop.services.documents.run_choice import Occasion, Whom
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.printing.look_dialog import LookDialog
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog, Wish
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.widgets.pdf_view import OpenPdf


def take_printing(gallery: Gallery, context: Context) -> None:
    """Take the pictures; nothing is printed."""
    programme_id = context.programme_id
    if programme_id is None:
        return
    everything = offered(context.data, programme_id)
    ticked = list(dict.fromkeys(one.pair.id for one in everything.papers))[:2]
    dialog = RunDialog(everything, ticked, context.preferences, Wish.PRINT, gallery.window)
    gallery.take_over_window("dialog-print", dialog)
    posting = RunDialog(everything, ticked, context.preferences, Wish.PRINT, gallery.window)
    posting.occasions.buttons[Occasion.POST].click()
    (_, labels) = runs_to_print(posting.run)
    gallery.take_over_window("dialog-print-post", posting)
    saving = RunDialog(everything, (), context.preferences, Wish.SAVE, gallery.window)
    saving.whom.cards[Whom.MISSING].click()
    for box in saving.what.boxes.values():
        box.setChecked(False)
    gallery.take_over_window("dialog-print-nothing", saving)
    packs = [one for one in everything.papers if one.kind is PaperKind.MENTOR_PACK][:1]
    agreements = [one for one in everything.papers if one.kind is PaperKind.AGREEMENT][:2]
    run = PaperRun([*packs, *agreements], is_duplex=True)
    pages = run_to_end(pages_to_print(context.data, programme_id, run, "Papers"))
    pages = replace(pages, failed=("Mei Brown – David Price: Leader’s pack",))
    _look(gallery, pages, run)
    pages = run_to_end(pages_to_print(context.data, programme_id, labels, "Labels"))
    _look(gallery, pages, labels, "-labels")


def _look(gallery: Gallery, pages: Pages, run: PaperRun, name: str = "") -> None:
    look = LookDialog(pages, OpenPdf(pages.content), run, parent=gallery.window)
    look.show()
    gallery.settle(400)
    gallery.take_over_window(f"dialog-print-look{name}", look)
