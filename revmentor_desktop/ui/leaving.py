"""What leaves the program as files or on paper: what is asked before, and said afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.prompts import Prompts

_NAMED_AT_MOST: Final = 6


def may_replace(prompts: Prompts, folder: Path, there: Sequence[str]) -> bool:
    """Ask before files that are `there` already are replaced."""
    return not there or prompts.confirm(
        _tr("Replace the files?"),
        _tr("In {0} there are already: {1}").format(folder, listed(there)),
        _tr("Replace"),
    )


def may_print_odd(prompts: Prompts, odd: Sequence[str], advice: str = "") -> bool:
    """Ask before characters are printed that no font of the program has.

    `odd` are lines as `domain.text.oddity` makes them; `advice` says where the words can be
    changed.
    """
    said = " ".join(filter(None, (_tr("[?] will stand in their place."), advice)))
    return not odd or prompts.confirm(
        _tr("Some characters cannot be printed"),
        _tr("{0} It concerns: {1}").format(said, listed(odd)),
        _tr("Go on"),
    )


def listed(items: Sequence[str]) -> str:
    """Name the first few on lines of their own, and count the rest."""
    rest = len(items) - _NAMED_AT_MOST
    lines = [*items[:_NAMED_AT_MOST], *([_tr("… and {0:,} more").format(rest)] if rest > 0 else [])]
    return "\n" + "\n".join(lines)


def say_saved(context: Context, words: str, folder: Path) -> None:
    """Say what was saved, and offer to show its folder."""
    context.notices.show(words, _tr("Open folder"), partial(_open, context, folder))


def _open(context: Context, folder: Path) -> None:
    context.links.open_path(folder)


def _tr(words: str) -> str:
    return QCoreApplication.translate("leaving", words)
