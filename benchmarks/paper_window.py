"""The longest pauses of the window around the papers of hundreds of pairs: asked for, and made."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QApplication

from benchmarks import people_import
from benchmarks.board import pair_up
from benchmarks.figures import Figure
from benchmarks.surroundings import context_of
from revmentor_desktop.services.documents.files import write_run
from revmentor_desktop.services.documents.paper_format import USUAL
from revmentor_desktop.services.documents.paper_run import Filing, offered
from revmentor_desktop.services.documents.run_choice import AT_FIRST, Occasion, RunChoice, run_of
from revmentor_desktop.services.pairing.agreeing import agree
from revmentor_desktop.services.pairing.reading import pairs
from revmentor_desktop.system.clock import today
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import DocumentsPage
from revmentor_desktop.ui.documents.printing.run_dialog import RunDialog, Wish

PEOPLE: Final = 1_000
_WINDOW: Final = (1366, 768)
_WATCHED: Final = 8.0
"""Seconds for which the window is watched while papers are made; then it is cancelled."""


def figures() -> list[Figure]:
    """Measure how long the window does not answer; floors are pauses with nothing to do.

    A pause is from one turn of the event loop to the next.
    """
    app: Any = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, programme_id = people_import.filled(folder, PEOPLE)
        pair_up(data, programme_id)
        agree(data, programme_id, [one.id for one in pairs(data, programme_id)], today())
        context = context_of(app, data, programme_id, folder)
        taken = _measured(context, programme_id, folder / "out")
        context.jobs.stop()
        data.close()
    return taken


def _measured(context: Context, programme_id: int, out: Path) -> list[Figure]:
    page = DocumentsPage(context)
    page.resize(*_WINDOW)
    page.show()
    page.reload()
    gc.collect()
    gc.freeze()
    floor = _longest(until=_seconds_from_now(0.5))
    found = offered(context.data, programme_id)
    name = f"{len(found.everybody.pairs)} pairs"
    reading = _longest(page.reload)
    asking = _longest(partial(_asked, context, found))
    each = RunChoice(AT_FIRST.copies, filing=Filing.EACH_PERSON)
    run = run_of(found, each, USUAL)
    done: list[object] = []
    context.jobs.start(
        "Papers", lambda: write_run(context.data, programme_id, out, run), done.append, page
    )
    making = _longest(until=_seconds_from_now(_WATCHED))
    cancelling = _longest(context.jobs.stop)
    gc.unfreeze()
    page.close()
    if done or list(out.iterdir()):
        raise RuntimeError("the papers were made before they could be cancelled")
    return [
        Figure(f"pause, reading them again, {name}", reading, floor),
        Figure(f"pause, a dialog with six clicks, {name}", asking, floor),
        Figure(f"longest pause, making papers, {name}", making, floor),
        Figure(f"cancelling them, {name}", cancelling, floor),
    ]


def _asked(context: Context, found: Any) -> None:
    """Open the dialog and choose in it."""
    dialog = RunDialog(found, (), context.preferences, Wish.PRINT)
    dialog.show()
    for occasion in Occasion:
        dialog.occasions.buttons[occasion].click()
    for card in dialog.filing.cards.values():
        card.click()
    dialog.close()
    dialog.deleteLater()


def _seconds_from_now(seconds: float) -> Callable[[], bool]:
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() >= end


def _longest(
    act: Callable[[], object] | None = None, until: Callable[[], bool] = lambda: True
) -> float:
    """Do something; return the longest turn of the event loop, as long as it is watched."""
    start = time.perf_counter()
    if act is not None:
        act()
    longest, is_over = 0.0, False
    while not is_over:
        is_over = until()
        QApplication.processEvents()
        now = time.perf_counter()
        longest, start = max(longest, now - start), now
    return longest
