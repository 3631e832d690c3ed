"""What comes out of the printer is what the preview showed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from revmentor_desktop.documents.styles import Paper
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    SignOffList,
    invited,
)
from revmentor_desktop.services.documents.files import Pages, pages_to_print
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.paper_format import PaperFormat
from revmentor_desktop.services.documents.paper_run import PaperRun, runs_to_print
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.printing.look_dialog import LookDialog
from revmentor_desktop.ui.printing import (
    choose_printer,
    paint_pages,
    paint_stepwise,
    print_pdf,
    print_stepwise,
)
from revmentor_desktop.ui.widgets.pdf_view import OpenPdf
from tests.documents.reading_back import agreement_pdf, agreements_pdf, values
from tests.ui.stage import settle

WIDTH = 620
SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


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


def printed(
    pdf: bytes, folder: Path, size: QPageSize.PageSizeId, dots: int = 300, **pages: int
) -> bytes:
    """Print to a PDF file as a printer of so many dots an inch would."""
    path = folder / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dots)
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


@pytest.mark.parametrize(("paper", "size"), SIZES.items())
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


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("kind", list(PaperKind))
def test_every_page_of_every_paper_is_printed_as_it_is_shown(
    qapp: QApplication,
    data: DataFile,
    programme: int,
    tmp_path: Path,
    kind: PaperKind,
    paper: Paper,
) -> None:
    form = PaperFormat(paper=paper, in_colour=paper is Paper.A4)
    papers = pair_papers(data, programme, [kind])[:1]
    pages = run_to_end(
        pages_to_print(data, programme, PaperRun(papers, {kind: 1}, form=form), "Papers")
    )
    check_same(pages.content, tmp_path, paper)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("make", [SignOffList, AddressLabels])
def test_lists_and_labels_are_printed_as_they_are_shown(
    qapp: QApplication,
    data: DataFile,
    programme: int,
    tmp_path: Path,
    make: type[SignOffList | AddressLabels],
    paper: Paper,
) -> None:
    pdf = make(invited(data, programme)).pdf(PaperFormat(paper=paper))
    check_same(pdf, tmp_path, paper)


def check_same(pdf: bytes, folder: Path, paper: Paper) -> None:
    """Check that each page comes out of the printer as the preview draws it."""
    shown = rendered(pdf)
    out = rendered(printed(pdf, folder, SIZES[paper], dots=150))
    assert len(out) == len(shown)
    for one, other in zip(shown, out, strict=True):
        assert other.size() == one.size()
        assert difference(one, other) < 2.0
        # A page 1 mm beside its place differs more.
        assert difference(one, other) < difference(one, one.copy(4, 4, one.width(), one.height()))


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


def test_a_whole_run_comes_out_page_by_page_as_it_was_looked_at(
    qapp: QApplication, data: DataFile, programme: int, tmp_path: Path
) -> None:
    papers = pair_papers(data, programme, [PaperKind.COVER_SHEET, PaperKind.AGREEMENT])[:2]
    run = PaperRun(papers, is_duplex=True, form=PaperFormat(in_colour=False))
    content = run_to_end(pages_to_print(data, programme, run, "Papers")).content
    look = LookDialog(Pages(content, (), {}), OpenPdf(content), run)
    shown = rendered(content)
    out = rendered(printed(content, tmp_path, QPageSize.PageSizeId.A4))
    assert len(out) == len(shown) == look.preview.page_count == 5
    assert all(difference(one, other) < 1.5 for one, other in zip(shown, out, strict=True))
    assert [difference(one, out[1]) > 1.5 for one in out] == [True, False, True, False, True]
    look.deleteLater()


def test_labels_come_out_where_the_sheet_has_them(
    qapp: QApplication, data: DataFile, programme: int, tmp_path: Path
) -> None:
    labels = AddressLabels(invited(data, programme), first=20)
    (run,) = runs_to_print(PaperRun([], labels=labels, is_duplex=True))
    assert not run.is_duplex
    content = run_to_end(pages_to_print(data, programme, run, "Labels")).content
    look = LookDialog(Pages(content, (), {}), OpenPdf(content), run)
    assert "Sheets of labels: 2, with 3 × 7 labels each" in look.text.text()
    shown = rendered(content)
    out = rendered(printed(content, tmp_path, QPageSize.PageSizeId.A4))
    assert len(out) == len(shown) == look.preview.page_count == 2
    assert all(difference(one, other) < 0.5 for one, other in zip(shown, out, strict=True))
    top = [max(coarse(one.copy(0, 0, one.width(), one.height() // 2))) for one in out]
    assert min(coarse(out[0].copy(0, 0, out[0].width(), out[0].height() // 2))) == top[0]
    look.deleteLater()


@pytest.mark.parametrize("is_plain", [True, False])
def test_both_sides_and_colours_are_asked_of_the_printer(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, is_plain: bool
) -> None:
    asked: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    # Where there is no real printer, there are no two sides either.
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _, mode: asked.append(mode))
    printer = choose_printer(
        agreement_pdf(values()), "Test", None, is_duplex=is_plain, in_colour=not is_plain
    )
    assert printer is not None
    assert asked == [QPrinter.DuplexMode.DuplexLongSide] * is_plain
    assert (printer.colorMode() is QPrinter.ColorMode.GrayScale) is is_plain


@pytest.mark.parametrize("is_cancelled", [True, False])
def test_many_pages_are_sent_beside_the_window_and_cancel_leaves_nothing(
    context: Context,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_cancelled: bool,
) -> None:
    path, done = tmp_path / "out.pdf", []

    def answer(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(path))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    pdf = agreements_pdf([values(mentor=f"Mentor {n}") for n in range(4)], title="All")
    print_stepwise(context.jobs, pdf, "All", None, lambda: done.append(True))
    assert context.jobs.busy
    if is_cancelled:
        context.jobs.stop()
    settle(context.jobs, qtbot)
    assert bool(done) is not is_cancelled
    assert path.exists() is not is_cancelled


def test_closed_half_way_no_half_file_stays(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "half.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    pdf = agreements_pdf([values(mentor=f"Mentor {n}") for n in range(3)], title="All")
    work = paint_stepwise(pdf, printer)
    steps = [next(work), next(work)]
    assert [(one.done, one.total, one.words) for one in steps] == [
        (0, 3, "Page 1 of 3"),
        (1, 3, "Page 2 of 3"),
    ]
    work.close()
    assert not path.exists()


def test_what_is_no_pdf_is_refused(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a PDF"):
        printed(b"hello", tmp_path, QPageSize.PageSizeId.A4)


@pytest.mark.parametrize(("paper", "size"), SIZES.items())
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
