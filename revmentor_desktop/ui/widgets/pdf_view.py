"""A PDF file shown on the screen, page below page."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMargins,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from revmentor_desktop.ui.theme import current_theme

_MARGIN: Final = 10
_ABOVE: Final = 24
"""Points of a page that stay in view above what was gone to."""
_LEAST_SHARE: Final = 0.75


class OpenPdf:
    """PDF bytes that are open to be shown. Opening many pages takes a while, beside the window too.

    The sizes of the pages are asked for at once: the file remembers them for whoever shows it.
    """

    def __init__(self, content: bytes = b"") -> None:
        # Without a parent: as a child of the view it would die within the view's own end and tell
        # the half of the view that is left about it, which crashes. The buffer must outlive it.
        self.document = QPdfDocument()
        self.buffer = QBuffer(self.document)
        if content:
            self.buffer.setData(QByteArray(content))
            self.buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self.document.load(self.buffer)
            for page in range(self.document.pageCount()):
                self.document.pagePointSize(page)
        application = QCoreApplication.instance()
        if application is not None:
            self.document.moveToThread(application.thread())


class PdfPreview(QPdfView):
    """Shows PDF bytes; keys and wheel move through the pages.

    A page is shown whole where that is large enough to recognise, else at the widget's width.
    """

    turned = Signal(int, int)
    """The page that is looked at, from 1, and how many there are (0 of 0: nothing is shown)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = OpenPdf()
        self.setDocument(self._open.document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setPageSpacing(_MARGIN)
        self.setDocumentMargins(QMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pageNavigator().currentPageChanged.connect(self._tell)
        current_theme().changed.connect(self._put_on)
        self._put_on()

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._open.document.pageCount()

    def show_pdf(self, content: bytes, name: str) -> None:
        """Show a PDF file from its first page; `name` is what a screen reader calls it."""
        self.show_open(OpenPdf(content), name)

    def show_open(self, opened: OpenPdf, name: str) -> None:
        """Show a PDF file that is open already; otherwise as `show_pdf`."""
        self.setDocument(opened.document)
        self._open = opened
        self.setAccessibleName(name)
        self.verticalScrollBar().setValue(0)
        self._fit()
        self._tell(0)

    def clear(self) -> None:
        """Show nothing."""
        self.show_open(OpenPdf(), self.tr("Preview"))

    def text(self) -> str:
        """Return the text of all pages."""
        return "\n".join(
            self._open.document.getAllText(page).text() for page in range(self.page_count)
        )

    def go_to_text(self, words: str) -> None:
        """Bring the last place into view at which these words stand; stay where there is none.

        What a heading says often stands in a list of contents before it.
        """
        sought = re.compile(r"\s+".join(map(re.escape, words.split())))
        for page in reversed(range(self.page_count)):
            found = list(sought.finditer(self._open.document.getAllText(page).text()))
            if words.strip() and found:
                at, length = found[-1].start(), len(found[-1].group())
                place = self._open.document.getSelectionAtIndex(
                    page, at, length
                ).boundingRectangle()
                self.pageNavigator().jump(page, QPointF(0, max(place.top() - _ABOVE, 0)))
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Show whole pages where they come out nearly as wide as the widget."""
        page = self._open.document.pagePointSize(0)
        room = self.viewport().size().shrunkBy(self.documentMargins())
        # The view adds a space below the last page too, which its own fitting forgets.
        height = room.height() - self.pageSpacing()
        if page.isEmpty() or room.isEmpty() or height <= 0:
            return
        whole = height * page.width() / page.height()
        if not _LEAST_SHARE * room.width() <= whole <= room.width():
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        screen = self.screen().logicalDotsPerInch() / 72
        self.setZoomFactor(height / (page.height() * screen))

    def _tell(self, page: int) -> None:
        self.turned.emit(min(page + 1, self.page_count), self.page_count)

    def _put_on(self) -> None:
        """Let the ground around the pages be the theme's."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, current_theme().colour("neutral_soft"))
        self.setPalette(palette)
