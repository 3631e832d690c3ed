"""Pictures of the program: every page, dialog and printed page, drawn by the real widgets.

``python -m revmentor_desktop.ui.gallery --out DIR [--theme light|dark]``
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from revmentor_desktop.system.paths import DATA_FILE_SUFFIX, Paths
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.system.resources import resource
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.registry import page_kinds
from revmentor_desktop.ui.shell import Shell
from revmentor_desktop.ui.single_instance import Claims
from revmentor_desktop.ui.theme import Theme, ThemeChoice
from revmentor_desktop.ui.window import STYLE, Window

if TYPE_CHECKING:
    from revmentor_desktop.services.vault import OpenFile
    from revmentor_desktop.storage.data_file import DataFile

SIZE: Final = QSize(1280, 800)
_SCREEN: Final = {
    "name": "gallery", "x": 0, "y": 0, "width": 2560, "height": 1600,
    "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1,
}  # fmt: skip
"""A screen in memory on which every dialog has its full size, also at 150 %."""
_SETTLING_MS: Final = 120
_PAPER_DPI: Final = 110
_FONT_POINTS: Final = 9.75  # 13 pixels, as on most desktops


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw everything into a folder; return the exit status."""
    parser = argparse.ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="revmentor-gallery-") as folder, _without_noise():
        home = Path(folder)
        gallery = Gallery(options.out, ThemeChoice(options.theme), home)
        from revmentor_desktop.ui.gallery_scenes import take_all

        taken = take_all(gallery)
    sys.stdout.write("".join(f"{path}\n" for path in taken))
    return 0


def save_pages(data: DataFile, out: Path) -> list[Path]:
    """Save a picture of every page of an open data file's programme; return the files.

    The data file stays open.
    """
    from revmentor_desktop.services.vault import OpenFile

    with tempfile.TemporaryDirectory(prefix="revmentor-pages-") as folder, _without_noise():
        gallery = Gallery(out, ThemeChoice.LIGHT, Path(folder))
        gallery.shell.attach(OpenFile(data, ""))
        taken = gallery.take_pages()
        gallery.put_away()
    return taken


@contextmanager
def _without_noise() -> Iterator[None]:
    """Leave out what Qt says for every window that has no screen; pass on everything else."""

    def pass_on(kind: QtMsgType, place: QMessageLogContext, words: str | None) -> None:
        if words and "propagateSizeHints" in words:
            return
        if callable(before):
            before(kind, place, words or "")
        else:
            sys.stderr.write(f"{words}\n")

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


class Gallery:
    """A window in memory, and a folder for its pictures."""

    def __init__(self, out: Path, theme: ThemeChoice, home: Path) -> None:
        self.app = _application(home)
        self.out = out
        self.paths = Paths(home / "data", home / "settings", home / "logs")
        self.theme = Theme(self.app, theme)
        self.window = Window(self.theme.colour("background"), self.theme.colour("sidebar"))
        self.prompts = Prompts()
        self.shell = Shell(
            self.window,
            self.paths,
            Preferences(home / "preferences.json"),
            self.theme,
            self.prompts,
            Claims(home / "run"),
        )
        self.window.resize(SIZE)
        self.window.show()
        self.taken: list[Path] = []
        out.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Save a picture of a widget, or of the window, once it has come to rest."""
        self.settle()
        self._save(name, (widget or self.window).grab().toImage())

    def take_over_window(self, name: str, widget: QWidget) -> None:
        """Save a picture of a dialog or menu; it is closed afterwards and goes."""
        widget.show()
        self.take(name, widget)
        widget.close()
        widget.deleteLater()
        self.settle(0)

    def take_pages(self) -> list[Path]:
        """Save a picture of every page; return the files."""
        before = len(self.taken)
        for kind in page_kinds():
            self.shell.show_page(kind.name)
            self._choose_somebody(kind.name)
            # The preview of a document is drawn a moment after its page.
            self.settle(4 * _SETTLING_MS)
            self.take(f"page-{kind.name}")
        return self.taken[before:]

    def take_paper(self, name: str, content: bytes, pages: int | None = None) -> None:
        """Save a picture of every page of a PDF, or of so many."""
        from PySide6.QtCore import QBuffer, QIODevice
        from PySide6.QtPdf import QPdfDocument

        buffer = QBuffer()
        buffer.setData(content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        for page in range(document.pageCount())[:pages]:
            size = document.pagePointSize(page) * (_PAPER_DPI / 72)
            drawn = document.render(page, size.toSize())
            flat = QImage(drawn.size(), QImage.Format.Format_RGB32)
            flat.fill(QColor("white"))
            painter = QPainter(flat)
            painter.drawImage(0, 0, drawn)
            painter.end()
            self._save(f"{name}-{page + 1}", flat)
        document.close()

    def settle(self, milliseconds: int = _SETTLING_MS) -> None:
        """Let the window finish what it does, jobs included."""
        while self.shell.jobs.busy:
            self._wait(10)
        self._wait(milliseconds)

    def put_away(self) -> None:
        """Take the window away without closing the data file."""
        self.window.hide()
        self.shell.forget_file()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def opened(self) -> OpenFile:
        """Return a new data file with the sample programme in it."""
        from revmentor_desktop.services import vault
        from revmentor_desktop.services.programmes.writing import present_organisation
        from revmentor_desktop.services.sample import add_sample, sample_logo, sample_organisation
        from revmentor_desktop.ui.programme.logo_choice import read_logo

        path = self.paths.data / f"{sample_organisation()}{DATA_FILE_SUFFIX}"
        opened = vault.create(path, "three unlikely words", self.paths)
        logo = read_logo(sample_logo()).plain
        present_organisation(opened.data, sample_organisation(), logo)
        add_sample(opened.data)
        return opened

    def _choose_somebody(self, page_name: str) -> None:
        """Show a person's details on the People page, as most officers will see it."""
        page = self.shell.page(page_name)
        if page is None or page_name != "people":
            return
        from revmentor_desktop.services.people.reading import people
        from revmentor_desktop.ui.people.page import PeoplePage

        everybody = people(page.context.data)
        if isinstance(page, PeoplePage) and everybody:
            page.choose(everybody[0].id)

    def _save(self, name: str, picture: QImage) -> None:
        path = self.out / f"{name}.png"
        picture.save(str(path))
        self.taken.append(path)

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _application(home: Path) -> QApplication:
    """Return the application, drawing into memory, with the same font on every computer."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        screen = home / "screen.json"
        screen.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
        app = QApplication(["revmentor", *STYLE])
        app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeMenuBar)
    app.setFont(same_font())
    return app


def same_font() -> QFont:
    """Return a font that comes with the program, so that every computer measures text alike."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource(f"fonts/Inter-{weight}.ttf")))
    font = QFont("Inter")
    font.setPointSizeF(_FONT_POINTS)
    return font


if __name__ == "__main__":
    sys.exit(main())
