"""A PDF file shown on the screen, page below page."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QWidget

from revmentor_desktop.ui.theme import current_theme


class PdfPreview(QPdfView):
    """Shows PDF bytes at the width of the widget; keys and wheel move through the pages."""

    turned = Signal(int, int)
    """The page that is looked at, from 1, and how many there are (0 of 0: nothing is shown)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self._pages = QPdfDocument(self)
        self.setDocument(self._pages)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(10)
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

    def _tell(self, page: int) -> None:
        self.turned.emit(min(page + 1, self.page_count), self.page_count)

    def _put_on(self) -> None:
        """Let the ground around the pages be the theme's."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, current_theme().colour("neutral_soft"))
        self.setPalette(palette)
