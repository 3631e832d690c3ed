"""Printing a PDF through the system's print dialog."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress, run_to_end

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

    from revmentor_desktop.ui.jobs import Jobs

_MOST_DPI = 300  # finer than that only makes pages of many megabytes


def print_pdf(content: bytes, title: str, parent: QWidget | None) -> bool:
    """Let the officer choose a printer and print the pages; False when they cancel.

    The printer is asked for the sheets that the pages were made for. Raises KnownError
    ``print-failed``.
    """
    printer = choose_printer(content, title, parent)
    if printer is None:
        return False
    paint_pages(content, printer)
    return True


def print_stepwise(  # noqa: PLR0913 - a printer is told of paper and of who waits
    jobs: Jobs,
    content: bytes,
    title: str,
    parent: QWidget | None,
    done: Callable[[], object],
    *,
    is_duplex: bool = False,
    in_colour: bool = True,
) -> None:
    """Let the officer choose a printer and print many pages, which they can watch and cancel.

    `done` is called when all pages have gone to the printer.
    """
    printer = choose_printer(content, title, parent, is_duplex=is_duplex, in_colour=in_colour)
    if printer is not None:
        words = QCoreApplication.translate("printing", "Sending the pages to the printer…")
        work = partial(paint_stepwise, content, printer)
        jobs.start(words, work, lambda _: done(), parent)


def choose_printer(
    content: bytes,
    title: str,
    parent: QWidget | None,
    *,
    is_duplex: bool = False,
    in_colour: bool = True,
) -> QPrinter | None:
    """Let the officer choose a printer for the pages of a PDF; None when they cancel.

    What is said of both sides and of colours stands in the system's dialog, to be changed there.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(sheet_of(content))
    if is_duplex:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    if not in_colour:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return printer


def sheet_of(content: bytes) -> QPageSize:
    """Return the sheet that a PDF was made for. Raises ValueError for what is not a PDF."""
    with _opened(content) as document:
        size = document.pagePointSize(0)
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    return QPageSize(size, QPageSize.Unit.Point, "", match)


@contextmanager
def _opened(content: bytes) -> Iterator[QPdfDocument]:
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.pageCount() == 0:
        raise ValueError("not a PDF")
    yield document
    document.close()


def paint_pages(content: bytes, printer: QPrinter) -> None:
    """Paint the chosen pages of a PDF onto a printer, each in the size it was designed for.

    A page larger than the paper is made smaller, never larger. Raises ValueError for what is
    not a PDF, and KnownError ``print-failed`` when the printer or its file takes nothing.
    """
    run_to_end(paint_stepwise(content, printer))


def paint_stepwise(content: bytes, printer: QPrinter) -> Generator[Progress, None, None]:
    """Do as `paint_pages`, page by page; closed before its end it takes the pages back."""
    # The design has its own margins, so the whole sheet is used.
    printer.setFullPage(True)
    with _opened(content) as document:
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or document.pageCount(), document.pageCount())
        painter = QPainter()
        if not painter.begin(printer):
            raise KnownError("print-failed")
        try:
            for number in range(first, last + 1):
                yield Progress(number - first, last + 1 - first, _page_words(number, last))
                if number > first:
                    printer.newPage()
                _paint(painter, document, number - 1, printer)
        except GeneratorExit:
            printer.abort()
            painter.end()
            # Printed to a file, what came so far would stay there.
            if printer.outputFileName():
                Path(printer.outputFileName()).unlink(missing_ok=True)
            raise
        painter.end()


def _page_words(number: int, last: int) -> str:
    return QCoreApplication.translate("printing", "Page {0} of {1}").format(number, last)


def _paint(painter: QPainter, document: QPdfDocument, page: int, printer: QPrinter) -> None:
    points = document.pagePointSize(page)
    sheet = printer.paperRect(printer.Unit.DevicePixel)
    dpi = printer.resolution()
    natural = QSizeF(points.width() * dpi / 72, points.height() * dpi / 72)
    scale = min(1.0, sheet.width() / natural.width(), sheet.height() / natural.height())
    target = QRectF(QPointF(), natural * scale)
    target.moveCenter(QRectF(QPointF(), sheet.size()).center())
    detail = min(dpi, _MOST_DPI) / 72
    pixels = QSizeF(points.width() * detail, points.height() * detail).toSize()
    drawn = document.render(page, pixels)
    # Pages come with a transparent ground, which some printers turn black.
    flat = QImage(drawn.size(), QImage.Format.Format_RGB32)
    flat.fill(0xFFFFFFFF)
    ground = QPainter(flat)
    ground.drawImage(0, 0, drawn)
    ground.end()
    painter.drawImage(target, flat, QRectF(QRect(0, 0, flat.width(), flat.height())))
