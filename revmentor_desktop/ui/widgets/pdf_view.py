"""A PDF file shown on the screen, page below page."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QPointF, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from revmentor_desktop.ui.theme import current_theme

_MARGIN: Final = 10
_ABOVE: Final = 24
"""Points of a page that stay in view above what was gone to."""
_LEAST_SHARE: Final = 0.75


class PdfPreview(QPdfView):
    """Shows PDF bytes; keys and wheel move through the pages.

    A page is shown whole where that is large enough to recognise, else at the widget's width.
    """

    turned = Signal(int, int)
    """The page that is looked at, from 1, and how many there are (0 of 0: nothing is shown)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Without a parent: as a child it would die within the view's own end and tell the half of
        # the view that is left about it, which crashes. The buffer must outlive the document.
        self._pages = QPdfDocument()
        self._buffer = QBuffer(self._pages)
        self.setDocument(self._pages)
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
        return self._pages.pageCount()

    def show_pdf(self, content: bytes, name: str) -> None:
        """Show a PDF file from its first page; `name` is what a screen reader calls it."""
        self.clear()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pages.load(self._buffer)
        self.setAccessibleName(name)
        self.verticalScrollBar().setValue(0)
        self._fit()
        self._tell(0)

    def clear(self) -> None:
        """Show nothing."""
        self._pages.close()
        self._buffer.close()
        self.setAccessibleName(self.tr("Preview"))
        self._tell(0)

    def text(self) -> str:
        """Return the text of all pages."""
        return "\n".join(self._pages.getAllText(page).text() for page in range(self.page_count))

    def go_to_text(self, words: str) -> None:
        """Bring the last place into view at which these words stand; stay where there is none.

        What a heading says often stands in a list of contents before it.
        """
        sought = re.compile(r"\s+".join(map(re.escape, words.split())))
        for page in reversed(range(self.page_count)):
            found = list(sought.finditer(self._pages.getAllText(page).text()))
            if words.strip() and found:
                at, length = found[-1].start(), len(found[-1].group())
                place = self._pages.getSelectionAtIndex(page, at, length).boundingRectangle()
                self.pageNavigator().jump(page, QPointF(0, max(place.top() - _ABOVE, 0)))
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Show whole pages where they come out nearly as wide as the widget."""
        page = self._pages.pagePointSize(0)
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
