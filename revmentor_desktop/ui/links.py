"""The one door to other programs: a draft for the mail program, a file or folder of ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_MAIL = "mailto:"


class Links:
    """Opens what the program has made itself, and nothing else; tests put a fake in its place."""

    def open_mail(self, link: str) -> bool:
        """Open a draft in the mail program; False when the system has none that answers.

        Raises ValueError for a link of any other kind.
        """
        if not link.startswith(_MAIL):
            raise ValueError("not a link to a draft")
        # The link is encoded already: reading it anew would take its signs for others.
        return self._open(QUrl.fromEncoded(link.encode("ascii")))

    def open_path(self, path: Path) -> bool:
        """Open a file or folder with the program that the system has for it."""
        return self._open(QUrl.fromLocalFile(str(path)))

    def _open(self, url: QUrl) -> bool:
        return QDesktopServices.openUrl(url)
