"""A held person on the way from one list to another, as mime data."""

from __future__ import annotations

import json
import os
from typing import Final

from PySide6.QtCore import QMimeData

from revmentor_desktop.domain.board import Board, Held

MIME: Final = "application/x-revmentor-held"


def mime_of(held: Held) -> QMimeData:
    """Return a held person as mime data that only this running program understands."""
    data = QMimeData()
    pair_id = None if held.pair is None else held.pair.id
    content = {"program": os.getpid(), "person": held.participant.person.id, "pair": pair_id}
    data.setData(MIME, json.dumps(content).encode())
    return data


def held_in(data: QMimeData, board: Board) -> Held | None:
    """Return who is held in mime data, or None when it holds nobody who is on the board."""
    person_id, pair_id = _ids_in(data)
    participant = board.participant(person_id)
    if participant is None:
        return None
    if pair_id is None:
        return Held(participant)
    pair = board.pair(pair_id)
    if pair is None or participant not in (pair.mentor, pair.mentee):
        return None
    return Held(participant, pair)


def _ids_in(data: QMimeData) -> tuple[int, int | None]:
    """Return the ids of the person and of the pair; person 0, which nobody has, when unreadable."""
    if not data.hasFormat(MIME):
        return 0, None
    try:
        content = json.loads(bytes(data.data(MIME).data()))
        program, person, pair = (content[key] for key in ("program", "person", "pair"))
    except (ValueError, KeyError, TypeError):
        # Another program may offer anything under this name.
        return 0, None
    if program != os.getpid() or not isinstance(person, int) or not isinstance(pair, int | None):
        return 0, None
    return person, pair
