"""The way to the earlier versions of an agreement, beside its preview and in its menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.versions import versions_of
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.versions.dialog import VersionsDialog
from revmentor_desktop.ui.icons import icon
from revmentor_desktop.ui.widgets.buttons import button
from revmentor_desktop.ui.widgets.text import set_tip


class VersionCommands(QObject):
    """Shows the earlier versions of the agreement that is looked at, where there are any."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._paper: PairPaper | None = None
        self.button = button(self.tr("Earlier versions…"), "quiet", "file-text")
        set_tip(self.button, self.tr("What this agreement said when it was printed before"))
        self.button.hide()
        self.button.clicked.connect(self.show_versions)

    def look_at(self, paper: PairPaper | None) -> None:
        """Be about that paper from here on; a paper without earlier versions offers none."""
        self._paper = paper
        self.button.setVisible(_has_earlier(paper))

    def add_to(self, menu: QMenu) -> None:
        """Add the way there to the paper's menu."""
        if _has_earlier(self._paper):
            action = menu.addAction(icon("file-text"), self.tr("Earlier versions…"))
            action.triggered.connect(self.show_versions)

    def show_versions(self) -> None:
        """Show the versions in a dialog, the newest earlier one first."""
        if self._paper is not None:
            found = versions_of(self._context.data, self._paper.pair.id)
            if found:
                VersionsDialog(self._context, self._paper, found, self._window).exec()


def _has_earlier(paper: PairPaper | None) -> bool:
    if paper is None or paper.kind is not PaperKind.AGREEMENT:
        return False
    return paper.values.version > 1
