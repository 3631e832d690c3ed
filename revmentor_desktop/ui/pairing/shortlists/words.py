"""What the board says of the choice that a leader was offered."""

from __future__ import annotations

from revmentor_desktop.domain.board import Board
from revmentor_desktop.domain.guided_choice import is_open
from revmentor_desktop.domain.participation import Participant
from revmentor_desktop.domain.shortlists import Shortlist
from revmentor_desktop.system.dates import brief_date, short_date
from revmentor_desktop.ui.pairing.words import name_of, translate


def choice_word(board: Board, leader: Participant) -> str:
    """Return, short enough for a card, what became of an offer; "" where there is none."""
    offered = board.shortlist_of(leader)
    if offered is None:
        return ""
    if offered.chosen is not None:
        return translate("Pairing", "Chose {0}").format(name_of(offered.chosen))
    return _brief_word(offered)


def waiting_word(board: Board, leader: Participant) -> str:
    """Return, for the card of a pair, that the leader has still to choose, or ""."""
    offered = board.shortlist_of(leader)
    return _brief_word(offered) if offered is not None and is_open(board, offered) else ""


def offered_word(offered: Shortlist) -> str:
    """Return how many were offered, and when, in full."""
    words = translate("Pairing", "Choice of {0} offered on {1}")
    return words.format(len(offered.candidates), short_date(offered.offered_on))


def _brief_word(offered: Shortlist) -> str:
    words = translate("Pairing", "Choice of {0} · {1}")
    return words.format(len(offered.candidates), brief_date(offered.offered_on))
