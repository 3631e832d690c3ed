"""How a pair's paper stands, in words for its chip and its tip."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.paper_tracking import Stage
from revmentor_desktop.domain.paper_tracking import Standing as Tracked
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.system.dates import MONTHS, short_date
from revmentor_desktop.ui.documents.painting import Standing
from revmentor_desktop.ui.roles import named


def standing_words(paper: PairPaper, tracked: Tracked) -> Standing:
    """Return how a paper stands; what cannot be printed comes first."""
    if paper.unprintable:
        words = _tr("Cannot print {0}").format(" ".join(paper.unprintable))
        return Standing(words, words, "warn")
    short, sentence = _WORDS[tracked.stage]
    whole = short_date(tracked.since) if tracked.since else ""
    if tracked.time:
        whole = _tr("{0} at {1}").format(whole, tracked.time)
    return Standing(
        named(_tr(short), _day(tracked.since)),
        named(_tr(sentence), whole),
        _colour(tracked),
    )


def _colour(tracked: Tracked) -> str:
    if not tracked.is_missing:
        return "ok"
    return {Stage.NOT_MADE: "neutral", Stage.OVERDUE: "bad"}.get(tracked.stage, "warn")


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}" if day else ""


def _marked(words: str) -> str:
    """Mark words that are translated later, when they are shown."""
    return words


_WORDS: Final = {
    Stage.NOT_MADE: (_marked("Not made"), _marked("Not printed, saved or sent yet.")),
    Stage.PRINTED: (
        _marked("Printed {0}"),
        _marked("Last printed or saved on {0}; not noted as handed out yet."),
    ),
    Stage.OLD_WORDING: (
        _marked("Wording changed since"),
        _marked("Printed or saved on {0} with the old wording; it has changed since."),
    ),
    Stage.HANDED_OUT: (_marked("Given {0}"), _marked("Handed out on {0}.")),
    Stage.SENT: (_marked("Sent {0}"), _marked("Sent on {0}.")),
    Stage.MENTOR_SIGNED: (
        _marked("{Mentor} signed {0}"),
        _marked("The {mentor} signed on {0}; the {leader} has not yet."),
    ),
    Stage.MENTEE_SIGNED: (
        _marked("{Leader} signed {0}"),
        _marked("The {leader} signed on {0}; the {mentor} has not yet."),
    ),
    Stage.BOTH_SIGNED: (
        _marked("Signed {0}"),
        _marked("Both have signed, the later on {0}; it is not back yet."),
    ),
    Stage.OVERDUE: (
        _marked("Overdue since {0}"),
        _marked("It was to be back by {0}."),
    ),
    Stage.BACK: (_marked("Back {0}"), _marked("Signed, back and filed on {0}.")),
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("documents", words)
