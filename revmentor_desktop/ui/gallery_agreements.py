"""Agreements that were changed and came back: earlier versions, and the scan of a signed one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.scans import ScanKind
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.pair_rows import pair_rows
from revmentor_desktop.services.documents.scans import ScanFile, attach_scan
from revmentor_desktop.services.documents.tracking import mark_papers
from revmentor_desktop.services.documents.versions import versions_of
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import PAIRS, DocumentsPage
from revmentor_desktop.ui.documents.scans.dialog import AttachDialog
from revmentor_desktop.ui.documents.versions.dialog import VersionsDialog
from revmentor_desktop.ui.gallery import Gallery


def take_agreements(gallery: Gallery, context: Context) -> None:
    """Take the pictures; what is changed for them is undone."""
    programme_id, page = context.programme_id, gallery.shell.page("documents")
    if programme_id is None or not isinstance(page, DocumentsPage):
        return
    kinds = [PaperKind.AGREEMENT]
    papers = pair_papers(context.data, programme_id, kinds)
    record_pair_papers(context.data, programme_id, papers)
    signed = [(papers[0].pair.id, PaperKind.AGREEMENT)]
    context.run("Sign", lambda data: mark_papers(data, signed, Mark.MENTOR_SIGNED, today()))
    for hours in (24, 72):
        choices = replace(
            plan(context.data, programme_id).agreement, notice_hours=hours, has_no_fault_exit=False
        )
        context.run("Change", _saved(programme_id, choices))
        if hours == 24:
            again = pair_papers(context.data, programme_id, kinds)
            record_pair_papers(context.data, programme_id, again)
    row = pair_rows(context.data, programme_id)[0]
    paper = row.papers[PaperKind.AGREEMENT]
    file = ScanFile("IMG_0042.pdf", ScanKind.PDF, paper.pdf())
    context.run("Scan", lambda data: attach_scan(data, row.pair.id, file, is_back=True))
    gallery.shell.show_page("documents")
    page.show_part(PAIRS)
    page.table.look_at(0)
    page.view.kinds.buttons[PaperKind.AGREEMENT].click()
    gallery.settle()
    gallery.take("page-documents-agreement-changed")
    gallery.take_over_window("menu-agreement", page.menu())
    versions = versions_of(context.data, row.pair.id)
    dialog = VersionsDialog(context, paper, versions, gallery.window)
    gallery.take_over_window("dialog-versions", dialog)
    gallery.take_over_window("dialog-attach-scan", AttachDialog(file, row, False, gallery.window))
    for _ in range(4):
        context.undo()
    gallery.shell.notice_bar.hide()


def _saved(programme_id: int, choices: AgreementChoices) -> Callable[[DataFile], None]:
    return lambda data: save_section(data, programme_id, "agreement", choices)
