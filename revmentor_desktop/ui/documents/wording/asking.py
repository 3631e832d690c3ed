"""What is asked before papers leave whose wording is not in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.placeholders import placeholders
from revmentor_desktop.services.documents.wording_check import WordingProblem, wording_problems
from revmentor_desktop.services.setup.role_names import role_names
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.wording.words import section_name, slip_words
from revmentor_desktop.ui.leaving import listed


def may_leave(
    context: Context, papers: Sequence[PairPaper], edit: Callable[[str, str], None]
) -> bool:
    """Ask before papers leave with a placeholder that is unknown or empty, or signs that are open.

    Where the officer would rather edit the wording, `edit` is called with the file and the key of
    the first section that it concerns.
    """
    found = wording_problems(papers)
    if not found:
        return True
    answer = context.prompts.decide(
        _tr("Look at the wording first?"),
        _tr("Some of what these papers say is not in order: {0}").format(_said(context, found)),
        _tr("Go on"),
        _tr("Edit wording"),
    )
    if answer is False:
        edit(found[0].section.file, found[0].section.key)
    return bool(answer)


def _said(context: Context, found: Sequence[WordingProblem]) -> str:
    named = placeholders(role_names(context.data, context.programme_id))
    words = _tr("{0}, “{1}”: {2}")
    return listed(
        [
            words.format(
                one.document, section_name(one.section, named), slip_words(one.slip, named)
            )
            for one in found
        ]
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("wording", words)
