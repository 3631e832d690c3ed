"""A paper as a Word document, for those who have to work on it elsewhere."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from revmentor_desktop.documents.outline import outline
from revmentor_desktop.documents.pages import Sheet
from revmentor_desktop.documents.styles import Paper, Styles
from revmentor_desktop.domain.progress import Progress
from revmentor_desktop.domain.rich_text import Element, LogoLine, RichText, TextLine
from revmentor_desktop.exchange.docx_file import docx_bytes
from revmentor_desktop.services.documents.files import Written
from revmentor_desktop.services.documents.issued import record_pair_papers
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.paper_format import USUAL, PaperFormat
from revmentor_desktop.services.documents.staging import write_alone
from revmentor_desktop.services.documents.versions import pages_to_keep
from revmentor_desktop.storage.data_file import DataFile


def word_name(paper: PairPaper) -> str:
    """Return the name of the file."""
    return str(Path(paper.file_name).with_suffix(".docx"))


def word_file(paper: PairPaper, form: PaperFormat = USUAL) -> bytes:
    """Return a paper as a Word document: all that it says, on pages that Word sets."""
    sheets = paper.sheets()
    elements: list[Element] = []
    for sheet in sheets:
        first, *rest = [*_logo(sheet), *outline(sheet.story(Styles()))]
        if elements and isinstance(first, TextLine | LogoLine):
            first = replace(first, begins_page=True)
        elements.extend([first, *rest])
    text = RichText(
        title=f"{paper.name}: {sheets[0].title}",
        foot=" · ".join(filter(None, (sheets[0].foot_left, sheets[0].foot_middle))),
        elements=tuple(elements),
    )
    return docx_bytes(text, is_letter=form.paper is Paper.LETTER)


def _logo(sheet: Sheet) -> list[Element]:
    if sheet.logo is None:
        return []
    return [LogoLine(sheet.logo, sheet.foot_left, is_centred=sheet.is_framed)]


def write_word_file(
    data: DataFile, programme_id: int, paper: PairPaper, path: Path, form: PaperFormat = USUAL
) -> Generator[Progress, None, Written]:
    """Write a paper as a Word document, and record that it left the program with this wording.

    What is changed in Word, the program does not know. Of an agreement the version is kept as it
    would have been printed. Raises KnownError ``folder-unwritable`` or ``document-held``.
    """
    yield Progress(0, 1, word_name(paper))
    content = word_file(paper, form)
    kept = yield from pages_to_keep(data, programme_id, [paper], 1)
    write_alone(path, content)
    record_pair_papers(data, programme_id, [paper], kept)
    return Written(path.parent, (path,))
