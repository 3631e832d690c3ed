"""Signs stay quiet, placeholders are seen, and one that there is not catches the eye."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.services.documents.placeholders import placeholders
from revmentor_desktop.ui.documents.wording.highlighter import Highlighter
from revmentor_desktop.ui.theme import Theme, current_theme


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Highlighter]:
    """The look of a text."""
    document = QTextDocument()
    made = Highlighter(document, theme())
    made.know(placeholders({role: TakingPart().name_of(role) for role in Role}))
    yield made
    document.deleteLater()


def theme() -> Theme:
    return current_theme()


def at(look: Highlighter, text: str, words: str) -> QTextCharFormat:
    """Return how words of a text look."""
    document = look.document()
    document.setPlainText(text)
    look.rehighlight()
    place = text.encode("utf-16-le").index(words.encode("utf-16-le")) // 2
    for found in document.firstBlock().layout().formats():
        if found.start <= place < found.start + found.length:
            return QTextCharFormat(found.format)
    return QTextCharFormat()


def test_a_known_placeholder_and_an_unknown_one(look: Highlighter) -> None:
    text = "𝄞 {Leader’s first name} and {nobody}"
    assert at(look, text, "{Leader").background().color() == theme().colour("brand_soft")
    wrong = at(look, text, "{nobody}")
    assert wrong.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
    assert wrong.foreground().color() == theme().colour("bad")


def test_bold_words_are_bold_and_their_signs_faint(look: Highlighter) -> None:
    text = "one **two {Leader’s first name}** three"
    assert at(look, text, "two").fontWeight() == QFont.Weight.Bold
    assert at(look, text, "{Leader").fontWeight() == QFont.Weight.Bold
    assert at(look, text, "**").foreground().color() == theme().colour("muted")
    assert at(look, text, "three").fontWeight() != QFont.Weight.Bold


@pytest.mark.parametrize("sign", ["- ", "1. ", "- [ ] ", "> "])
def test_signs_of_lists_are_seen(look: Highlighter, sign: str) -> None:
    assert at(look, f"{sign}one", sign[0]).foreground().color() == theme().colour("brand")
    assert at(look, f"{sign}one", "one") == QTextCharFormat()


def test_a_heading_is_bold(look: Highlighter) -> None:
    assert at(look, "### One", "One").fontWeight() == QFont.Weight.Bold
    assert at(look, "### One", "###").foreground().color() == theme().colour("muted")
