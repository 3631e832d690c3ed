"""What stands in a PDF file, read by programs other than the one that wrote it."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtPdf import QPdfDocument

from revmentor_desktop.documents.agreement import agreement_sheet
from revmentor_desktop.documents.packs.values import PairValues, Partner
from revmentor_desktop.documents.pages import compose
from revmentor_desktop.documents.setup.values import Duty, SetupValues
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.domain.plan.agreement_choices import AgreementChoices
from revmentor_desktop.domain.plan.milestones import Milestone
from revmentor_desktop.domain.plan.plan import Plan
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.domain.programme import ProgrammeDetails


def reader(pdf: bytes) -> PdfReader:
    """Open a PDF file."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def pages(pdf: bytes) -> list[str]:
    """Return each page's text."""
    return [
        unicodedata.normalize("NFC", page.extract_text()).replace("\xa0", " ")
        for page in reader(pdf).pages
    ]


def text(pdf: bytes) -> str:
    """Return all text, line ends as spaces."""
    return " ".join(" ".join(pages(pdf)).split())


def drawn_lines(pdf: bytes) -> list[str]:
    """Return the lines of the first page as a reader shows them, right-to-left ones in order."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    lines = document.getAllText(0).text().splitlines()
    document.close()
    return lines


def bookmarks(pdf: bytes) -> list[str]:
    """Return the titles of the documents' bookmarks."""
    outline: list[Any] = list(reader(pdf).outline)
    return [str(item["/Title"]) for item in outline if not isinstance(item, list)]


def check_structure(pdf: bytes, folder: Path) -> None:
    """Have qpdf look at the file, where qpdf is installed."""
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        return
    path = folder / "checked.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def values(**more: Any) -> PairValues:
    """Return what a usual agreement says; `more` is said otherwise."""
    said: dict[str, Any] = _USUAL | more
    roles = TakingPart(
        mentor_name=RoleName(one=said["mentor_word"], several="all"),
        mentee_name=RoleName(one=said["leader_word"], several="all"),
    )
    words = said.get("words", {})
    plan = Plan(agreement=said["choices"], taking_part=roles, words=words)
    days = {"first-session": said["first_day"], "close": said["last_day"]}
    programme = SetupValues(
        details=ProgrammeDetails(
            name=said["programme"],
            purpose=said["purpose"],
            session_count=said["session_count"],
            session_minutes=said["session_minutes"],
            weeks_between=said["weeks_between"],
        ),
        plan=plan,
        organisation=said["organisation"],
        duties=tuple(
            Duty(milestone=Milestone(key, day, day), title="", line="")
            for key, day in days.items()
            if day
        ),
    )
    return PairValues(
        programme=programme,
        mentor=Partner(name=said["mentor"], short=said["mentor_short"], job=said["mentor_job"]),
        mentee=Partner(name=said["leader"], short=said["leader_short"], job=said["leader_job"]),
        reference=said["reference"],
    )


_USUAL: Final[dict[str, Any]] = {
    "mentor": "Mei Brown",
    "leader": "David Price",
    "mentor_short": "Mei",
    "leader_short": "David",
    "mentor_word": "Mentor",
    "leader_word": "Leader",
    "mentor_job": "Nurse, Ward 4",
    "leader_job": "Chief Executive",
    "programme": "Front-line voices 2027",
    "organisation": "Harbour Care",
    "purpose": "our leaders hear how decisions land on the wards.",
    "reference": "RM-0042",
    "session_count": 6,
    "session_minutes": 60,
    "weeks_between": 4,
    "first_day": date(2027, 1, 19),
    "last_day": date(2027, 7, 6),
    "choices": AgreementChoices(),
}


def agreement_pdf(
    values: PairValues, *, paper: Paper = Paper.A4, styles: Styles | None = None
) -> bytes:
    """Return the agreement of one pair as a PDF file."""
    return agreements_pdf([values], title=values.mentor.name, paper=paper, styles=styles)


def agreements_pdf(
    pairs: Iterable[PairValues],
    *,
    title: str,
    paper: Paper = Paper.A4,
    styles: Styles | None = None,
) -> bytes:
    """Return the agreements of several pairs as one PDF file with a bookmark for each."""
    return compose(map(agreement_sheet, pairs), title=title, paper=paper, styles=styles)
