"""What comes out of the printer is what the preview showed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from revmentor_desktop.documents.styles import Paper
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.printing import paint_pages, print_pdf
from tests.documents.reading_back import agreement_pdf, agreements_pdf, values

WIDTH = 620


def rendered(pdf: bytes) -> list[QImage]:
    """Return the pages on white, small."""
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    images = []
    for page in range(document.pageCount()):
        points = document.pagePointSize(page)
        size = QSize(WIDTH, round(WIDTH * points.height() / points.width()))
        image = QImage(size, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.drawImage(0, 0, document.render(page, size))
        painter.end()
        images.append(image)
    document.close()
    return images


def printed(pdf: bytes, folder: Path, size: QPageSize.PageSizeId, **pages: int) -> bytes:
    """Print to a PDF file as a printer of 300 dots an inch would."""
    path = folder / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(300)
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    if pages:
        printer.setFromTo(pages["first"], pages["last"])
    paint_pages(pdf, printer)
    return path.read_bytes()


def coarse(image: QImage) -> list[int]:
    """Return the greys of the page as a grid of 40 by 56 fields."""
    small = image.scaled(
        40,
        56,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return [QColor(small.pixel(x, y)).lightness() for y in range(56) for x in range(40)]


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference in grey of two pages, 0 to 255."""
    pairs = list(zip(coarse(one), coarse(other), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


@pytest.mark.parametrize(
    ("paper", "size"),
    [(Paper.A4, QPageSize.PageSizeId.A4), (Paper.LETTER, QPageSize.PageSizeId.Letter)],
)
def test_the_printed_page_is_the_shown_page(
    qapp: QApplication, tmp_path: Path, paper: Paper, size: QPageSize.PageSizeId
) -> None:
    pdf = agreement_pdf(values(), paper=paper)
    (shown,) = rendered(pdf)
    (out,) = rendered(printed(pdf, tmp_path, size))
    assert out.size() == shown.size()
    assert difference(shown, out) < 1.0
    blank = QImage(shown.size(), shown.format())
    blank.fill(QColor("white"))
    assert difference(shown, blank) > 5
    moved = shown.copy(4, 4, shown.width(), shown.height())
    assert difference(shown, moved) > 1.5  # what a page put 1 mm beside its place would show


def test_only_the_chosen_pages_are_printed(qapp: QApplication, tmp_path: Path) -> None:
    pdf = agreements_pdf([values(mentor=f"Mentor {n}") for n in range(4)], title="All")
    shown = rendered(pdf)
    out = rendered(printed(pdf, tmp_path, QPageSize.PageSizeId.A4, first=2, last=3))
    assert len(out) == 2
    assert difference(shown[1], out[0]) < 1.5


def test_a_page_is_made_smaller_for_smaller_paper(qapp: QApplication, tmp_path: Path) -> None:
    pdf = agreement_pdf(values())
    (out,) = rendered(printed(pdf, tmp_path, QPageSize.PageSizeId.A5))
    (shown,) = rendered(pdf)
    assert difference(shown, out) < 2.5


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="print-failed"):
        printed(agreement_pdf(values()), tmp_path / "gone", QPageSize.PageSizeId.A4)


@pytest.mark.parametrize("accepted", [True, False])
def test_only_what_is_confirmed_in_the_print_dialog_is_printed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: bool
) -> None:
    path = tmp_path / "out.pdf"

    def answer(dialog: QPrintDialog) -> int:
        assert dialog.windowTitle() == "Agreements"
        dialog.printer().setOutputFileName(str(path))
        codes = QDialog.DialogCode
        return int(codes.Accepted if accepted else codes.Rejected)

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    assert print_pdf(agreement_pdf(values()), "Agreements", None) is accepted
    assert path.exists() is accepted


def test_what_is_no_pdf_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        printed(b"hello", tmp_path, QPageSize.PageSizeId.A4)


@pytest.mark.parametrize(
    ("paper", "size"),
    [(Paper.A4, QPageSize.PageSizeId.A4), (Paper.LETTER, QPageSize.PageSizeId.Letter)],
)
def test_the_printer_is_asked_for_the_sheet_that_the_pages_were_made_for(
    monkeypatch: pytest.MonkeyPatch, paper: Paper, size: QPageSize.PageSizeId
) -> None:
    asked: list[QPageSize.PageSizeId] = []

    def refuse(dialog: QPrintDialog) -> QDialog.DialogCode:
        asked.append(dialog.printer().pageLayout().pageSize().id())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", refuse)
    assert not print_pdf(agreement_pdf(values(), paper=paper), "Test", None)
    assert asked == [size]
