"""``revmentor tour``: the sample programme, shown without a screen."""

from __future__ import annotations

import argparse
import secrets
import tempfile
from pathlib import Path

from revmentor_desktop.cli.arguments import add_out
from revmentor_desktop.cli.verb import Answer, Verb
from revmentor_desktop.cli.verbs import documents
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services import vault
from revmentor_desktop.services.programmes.reading import (
    organisation,
    organisation_logo,
    programmes,
)
from revmentor_desktop.system.clock import today
from revmentor_desktop.system.files import write_whole
from revmentor_desktop.system.paths import DATA_FILE_SUFFIX, Paths


def _run(options: argparse.Namespace, _: Paths) -> Answer:
    """Make the sample programme in a data file that is gone afterwards, and show all of it."""
    from revmentor_desktop.services.programmes.writing import present_organisation
    from revmentor_desktop.services.sample import add_sample, sample_logo, sample_organisation
    from revmentor_desktop.ui.programme.logo_choice import read_logo

    with tempfile.TemporaryDirectory(prefix="revmentor-tour-") as folder:
        paths = Paths(*(Path(folder) / name for name in ("data", "settings", "logs")))
        path = paths.data / f"{sample_organisation()}{DATA_FILE_SUFFIX}"
        opened = vault.create(path, secrets.token_hex(), paths)
        try:
            logo = read_logo(sample_logo()).plain
            present_organisation(opened.data, sample_organisation(), logo)
            add_sample(opened.data)
            return _shown(opened, options.out)
        finally:
            opened.data.close()


def _shown(opened: vault.OpenFile, out: Path) -> Answer:
    from revmentor_desktop.services.documents.paper_format import USUAL
    from revmentor_desktop.ui.gallery import save_pages

    (programme,) = programmes(opened.data)
    papers = [
        *documents.written(opened.data, programme.id, out / "documents", USUAL),
        *_plan(opened, programme.id, out / "documents"),
        _letters(opened, programme.id, out / "documents"),
        _recovery_sheet(opened, out / "documents"),
    ]
    pages = save_pages(opened.data, out / "pages")
    lines = [str(file) for file in (*papers, *pages)]
    return Answer(lines, {"documents": papers, "pages": pages})


def _plan(opened: vault.OpenFile, programme_id: int, folder: Path) -> list[Path]:
    """Write the pairs for the sponsor, and as a spreadsheet."""
    from revmentor_desktop.services.documents.pairing_list import pairing_list
    from revmentor_desktop.services.documents.pairing_list_files import (
        write_pairing_list,
        write_plan,
    )
    from revmentor_desktop.services.documents.plan_sheets import plan_file_name

    made = pairing_list(opened.data, programme_id)
    paper, sheet = folder / made.file_name, folder / plan_file_name(made.values)
    run_to_end(write_pairing_list(opened.data, programme_id, made, paper))
    run_to_end(write_plan(made, sheet))
    return [paper, sheet]


def _letters(opened: vault.OpenFile, programme_id: int, folder: Path) -> Path:
    """Write the letters that say who has a place, signed by somebody invented."""
    from revmentor_desktop.services.letters.files import pages_name, ready, write_pages
    from revmentor_desktop.services.letters.reading import mailing
    from revmentor_desktop.services.letters.writing import save_sender

    save_sender(opened.data, programme_id, "Dana Whitfield, People team", "extension 4711")
    found = mailing(opened.data, programme_id, "acceptance")
    return run_to_end(
        write_pages(found, ready(found, found.recipients), folder / pages_name(found))
    )


def _recovery_sheet(opened: vault.OpenFile, folder: Path) -> Path:
    from revmentor_desktop.documents.recovery_sheet import RecoverySheetValues, recovery_sheet_pdf

    values = RecoverySheetValues(
        file_name=opened.data.path.name,
        code=opened.recovery_code,
        made_on=today(),
        organisation=organisation(opened.data),
        logo=organisation_logo(opened.data),
    )
    path = folder / "Recovery sheet.pdf"
    write_whole(path, recovery_sheet_pdf(values))
    return path


VERB = Verb(
    name="tour",
    words="see the whole program without a screen: documents and pictures",
    add_arguments=add_out,
    run=_run,
)
