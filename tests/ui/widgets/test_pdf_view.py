"""The preview shows every page, whole where there is room, and goes away in peace."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from revmentor_desktop.ui.theme import Theme, ThemeChoice
from revmentor_desktop.ui.widgets.pdf_view import OpenPdf, PdfPreview
from tests.documents.reading_back import agreements_pdf, values

TWO_PAGES = agreements_pdf([values(), values(mentor="Zofia Adamska")], title="Two")


@pytest.fixture
def preview(qapp: QApplication) -> Iterator[PdfPreview]:
    window = QWidget()
    made = PdfPreview(window)
    QVBoxLayout(window).addWidget(made)
    window.resize(420, 520)
    window.show()
    yield made
    # Still with its document: this is where a wrong order of destruction crashes.
    window.close()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_all_pages_are_there_with_a_name_to_speak(preview: PdfPreview) -> None:
    preview.show_pdf(TWO_PAGES, "Two agreements")
    assert preview.page_count == 2
    assert "Zofia Adamska" in preview.text()
    assert preview.accessibleName() == "Two agreements"


def test_it_says_which_page_is_looked_at(preview: PdfPreview, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    preview.turned.connect(lambda page, pages: told.append((page, pages)))
    preview.show_pdf(TWO_PAGES, "Two")
    assert told[-1] == (1, 2)
    bar = preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: told[-1] == (2, 2))
    preview.clear()
    assert told[-1] == (0, 0)
    assert preview.accessibleName() == "Preview"


def test_what_was_opened_beside_the_window_is_shown(preview: PdfPreview, qtbot: QtBot) -> None:
    opened: list[OpenPdf] = []
    beside = threading.Thread(target=lambda: opened.append(OpenPdf(TWO_PAGES)))
    beside.start()
    beside.join()
    assert opened[0].document.thread() is preview.thread()
    preview.show_open(opened.pop(), "Two")
    assert "Zofia Adamska" in preview.text()
    bar = preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    preview.show_pdf(agreements_pdf([values()], title="One"), "One")
    assert (preview.page_count, bar.value()) == (1, 0)
    assert preview.pageNavigator().currentPage() == 0


def test_a_page_is_whole_where_there_is_room(preview: PdfPreview, qtbot: QtBot) -> None:
    one = agreements_pdf([values()], title="One")
    preview.show_pdf(one, "One")
    assert preview.zoomMode() is QPdfView.ZoomMode.Custom
    qtbot.waitUntil(lambda: preview.verticalScrollBar().maximum() == 0)
    preview.window().resize(700, 420)
    qtbot.waitUntil(lambda: preview.zoomMode() is QPdfView.ZoomMode.FitToWidth)


def test_showing_another_begins_at_its_first_page(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(TWO_PAGES, "Two")
    bar = preview.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    preview.show_pdf(TWO_PAGES, "Again")
    assert bar.value() == 0


def test_its_ground_follows_the_theme(preview: PdfPreview, theme: Theme) -> None:
    light = preview.palette().dark().color()
    theme.choose(ThemeChoice.DARK)
    assert preview.palette().dark().color() != light
