"""The Documents page in the middle of a programme, and the dialogs that note what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.pair_rows import pair_rows
from revmentor_desktop.services.documents.tracking import mark_papers
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.services.setup.writing import save_plan
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import PAIRS, DocumentsPage
from revmentor_desktop.ui.documents.tracking.back_dialog import BackDialog
from revmentor_desktop.ui.documents.tracking.mark_dialog import MarkDialog
from revmentor_desktop.ui.gallery import Gallery

_PACKS = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)
_SEARCHED_MS = 400


def take_documents(gallery: Gallery, context: Context) -> None:
    """Take the pictures; what is changed for them is undone, but for what was printed."""
    programme_id, page = context.programme_id, gallery.shell.page("documents")
    if programme_id is None or not isinstance(page, DocumentsPage):
        return
    steps = _under_way(context, programme_id)
    gallery.shell.notice_bar.hide()
    gallery.shell.show_page("documents")
    page.show_part(PAIRS)
    page.reload()
    gallery.settle(_SEARCHED_MS)
    gallery.take("page-documents-under-way")
    page.pairs.search.setText("nobody of that name")
    gallery.settle(_SEARCHED_MS)
    gallery.take("page-documents-nobody-found")
    page.pairs.search.clear()
    gallery.settle(_SEARCHED_MS)
    for _ in range(steps):
        context.undo()
    gallery.shell.notice_bar.hide()
    _dialogs(gallery)


def _under_way(context: Context, programme_id: int) -> int:
    """Let papers be printed, given, signed, overdue and back; return how many steps that took."""
    now = today()
    stored = decided(context.data, programme_id)
    begun = replace(stored.details, start_date=now - timedelta(days=5))
    context.run("Begin", lambda data: save_plan(data, programme_id, begun, stored.plan))
    papers = pair_papers(context.data, programme_id, [*_PACKS, PaperKind.AGREEMENT])
    last = papers[-1].pair.id
    record_pair_papers(context.data, programme_id, [one for one in papers if one.pair.id != last])
    ids = [row.pair.id for row in pair_rows(context.data, programme_id)]
    noted: list[tuple[int, PaperKind, Mark, date]] = [
        *((one, kind, Mark.HANDED_OUT, now) for one in ids[:4] for kind in _PACKS),
        (ids[4], PaperKind.MENTOR_PACK, Mark.SENT, now),
        (ids[0], PaperKind.AGREEMENT, Mark.BACK, now),
        (ids[1], PaperKind.AGREEMENT, Mark.BACK, now - timedelta(days=1)),
    ]

    def note(data: DataFile) -> None:
        for pair_id, kind, mark, day in noted:
            mark_papers(data, [(pair_id, kind)], mark, day)

    context.run("Note", note)
    return 2


def _dialogs(gallery: Gallery) -> None:
    briefing = today() - timedelta(days=3)
    note = MarkDialog(8, _PACKS, briefing, gallery.window)
    gallery.take_over_window("dialog-note", note)
    signed = MarkDialog(1, [PaperKind.AGREEMENT], None, gallery.window)
    signed.mark.put(Mark.MENTOR_SIGNED)
    signed.day.set_value(today() + timedelta(days=1))
    signed.note.click()
    gallery.take_over_window("dialog-note-not-yet", signed)
    back = BackDialog(_whose, gallery.window)
    for typed in ("15", "RM-0016", "99"):
        back.reference.setText(typed)
        back.enter.click()
    gallery.take_over_window("dialog-came-back", back)


def _whose(typed: str) -> str:
    known = {"15": "Mei Brown with David Price", "RM-0016": "Jonas Tamm with Helen Ward"}
    if typed not in known:
        raise KnownError("reference-unknown", typed=typed)
    return known[typed]
