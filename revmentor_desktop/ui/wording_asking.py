"""What is asked before papers leave whose wording is not in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.services.documents.placeholders import placeholders
from revmentor_desktop.services.documents.wording_check import WordingProblem
from revmentor_desktop.services.documents.wording_words import slip_words
from revmentor_desktop.services.setup.role_names import role_names
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.leaving import listed
from revmentor_desktop.ui.wording_words import section_name


def may_leave(
    context: Context,
    found: Sequence[WordingProblem],
    edit: Callable[[str, str], None] | None = None,
) -> bool:
    """Ask before papers leave with a placeholder that is unknown or empty, or signs that are open.

    Where the officer would rather edit the wording, `edit` is called with the file and the key of
    the first section that it concerns; without it, they look for it themselves.
    """
    if not found:
        return True
    title = _tr("Look at the wording first?")
    words = _tr("Some of what these papers say is not in order: {0}").format(_said(context, found))
    if edit is None:
        return context.prompts.confirm(title, words, _tr("Go on"))
    answer = context.prompts.decide(title, words, _tr("Go on"), _tr("Edit wording"))
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
