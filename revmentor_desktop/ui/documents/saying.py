"""What is asked before papers leave the program, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from revmentor_desktop.ui.prompts import Prompts

_NAMED_AT_MOST: Final = 6


def may_replace(prompts: Prompts, folder: Path, there: Sequence[str]) -> bool:
    """Ask before files that are `there` already are replaced."""
    return not there or prompts.confirm(
        _tr("Replace the files?"),
        _tr("In {0} there are already: {1}").format(folder, listed(there)),
        _tr("Replace"),
    )


def oddity(name: str, characters: str) -> str:
    """Return what of a paper cannot be printed: "Mei – Karl: 李 (U+674E)"."""
    named = ", ".join(f"{one} (U+{ord(one):04X})" for one in characters)
    return f"{name}: {named}"


def listed(items: Sequence[str]) -> str:
    """Name the first few on lines of their own, and count the rest."""
    rest = len(items) - _NAMED_AT_MOST
    lines = [*items[:_NAMED_AT_MOST], *([f"… + {rest}"] if rest > 0 else [])]
    return "\n" + "\n".join(lines)


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _tr(words: str) -> str:
    return QCoreApplication.translate("documents", words)
