"""What is done with scans of the agreement that is looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.pair_rows import PairRow
from revmentor_desktop.services.documents.scans import (
    Scan,
    attach_scan,
    content_of,
    read_scan,
    remove_scan,
    scans_of,
)
from revmentor_desktop.system.dates import short_date
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.scans.dialog import AttachDialog
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.text import set_tip


class ScanCommands(QObject):
    """Attaches a scan of a signed agreement, opens it and removes it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._row: PairRow | None = None
        self.button = button("", "quiet", "link")
        set_tip(self.button, self.tr("The scan of the signed agreement: attach it, or open it"))
        self.button.clicked.connect(self._ask)
        self.look_at(None, PaperKind.AGREEMENT)

    def look_at(self, row: PairRow | None, kind: PaperKind) -> None:
        """Be about that pair's paper from here on; only agreements have scans."""
        self._row = row if kind is PaperKind.AGREEMENT else None
        self.button.setVisible(self._row is not None)
        count = len(self._scans())
        words = self.tr("Scan ({0})…").format(count) if count else self.tr("Scan…")
        set_button_text(self.button, words)
        self.button.setAccessibleName(self.tr("Scan of the signed agreement…"))

    def add_to(self, menu: QMenu) -> None:
        """Add what can be done to the menu of the paper that is looked at."""
        if self._row is None:
            return
        add = menu.addAction(icon("link"), self.tr("Attach the signed scan…"))
        add.triggered.connect(self.attach)
        for number, scan in enumerate(self._scans(), start=1):
            named = self.tr("{0} ({1})").format(number, short_date(scan.attached_on))
            look = menu.addAction(icon("eye"), self.tr("Open scan {0}").format(named))
            look.triggered.connect(partial(self._open, scan))
            take = menu.addAction(icon("trash-2"), self.tr("Remove scan {0}").format(named))
            take.triggered.connect(partial(self._remove, scan))

    def menu(self) -> QMenu:
        """Return the menu of the button."""
        menu = QMenu(self.button)
        self.add_to(menu)
        return menu

    def attach(self) -> None:
        """Ask for a file and attach it."""
        row = self._row
        if row is None:
            return
        path = self._context.prompts.choose_file_to_open(
            self.tr("The scan of the signed agreement"),
            [self.tr("Scans (*.pdf *.jpg *.jpeg *.png)"), self.tr("All files (*)")],
        )
        if path is None:
            return
        try:
            file = read_scan(path)
        except KnownError as error:
            self._context.prompts.error(error)
            return
        was_back = Mark.BACK in row.marks[PaperKind.AGREEMENT]
        dialog = AttachDialog(file, row, was_back, self._window)
        if dialog.exec():
            is_back = dialog.is_back
            self._context.run(
                self.tr("Attach a signed agreement"),
                lambda data: attach_scan(data, row.pair.id, file, is_back=is_back),
                notice=self.tr("The scan is attached and kept in the data file."),
            )

    def _ask(self) -> None:
        """Attach the first scan; where there are some, offer what can be done."""
        if not self._scans():
            self.attach()
            return
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _open(self, scan: Scan, _: bool = False) -> None:
        """Open a scan from a private file, which goes when the program ends."""
        context = self._context
        try:
            path = context.private_files.put(self._name(scan), content_of(context.data, scan))
        except KnownError as error:
            context.prompts.error(error)
            return
        if not context.links.open_path(path):
            context.prompts.inform(
                self.tr("No program opened it"),
                self.tr("Your computer has no program for {0} files.").format(scan.kind.upper()),
            )

    def _remove(self, scan: Scan, _: bool = False) -> None:
        self._context.run(
            self.tr("Remove a scan"),
            lambda data: remove_scan(data, scan),
            notice=self.tr("The scan is removed from the agreement."),
        )

    def _name(self, scan: Scan) -> str:
        """Name the private file by what it is, never as it was called where it came from."""
        if self._row is None or self._row.pair.id != scan.pair_id:
            return f"scan.{scan.kind}"
        both = " and ".join(self._row.names)
        words = f"{both} signed agreement"
        return file_name(words, self._row.pair.reference, f".{scan.kind}")

    def _scans(self) -> list[Scan]:
        return scans_of(self._context.data, self._row.pair.id) if self._row else []
