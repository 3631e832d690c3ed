"""Whatever the officer words, in every section of every paper: a page comes out, and does nothing.

Bold, lists, headings, lines and placeholders are signs there; all else is text.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.services.documents.event_papers import SignOffList, invited
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.word_files import word_file
from revmentor_desktop.services.documents.wording import Wording, documents, save_wording
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_pair, stored_programme
from tests.documents.packs.test_typed_text import bare, does, told
from tests.documents.reading_back import check_structure

MARKUP: Final = (
    "<b>Ann</b>",
    '<img src="/etc/hostname">',
    "<font color=\"red\" face=x size='99'>x</font>",
    '<a href="file:///etc/hostname">y</a><br/>',
    "Tom &amp; Jerry & co",
    "\\(x\\) Tj ET /Launch <</S/JavaScript>> %s ${x}",
    "![x](/etc/hostname) [y](http://evil.example) `z` |a|b| <!-- c -->",
)
SIGNS: Final = (
    "{{ }} {mentor} {mentor",
    "[[x]] [[ {nobody} ]] ]] [[",
    "** * __ ____ **y",
    "# {#key} ## x",
    "- [ ] - 1. 1.",
    "+++\n+++\n---",
    "a\x00b\u202ec\x1b[0m",
    "",
)


@pytest.fixture
def programme(data: DataFile) -> int:
    made = stored_programme(data, "Voices")
    stored_pair(data, made, "Mei Brown", "David Price")
    return made


def word_all(data: DataFile, programme: int, words: str) -> int:
    """Word every section and line of every document so; return how many there are."""
    count = 0
    for document in documents(data, programme):
        for section in document.sections:
            body = words if section.has_body else ""
            save_wording(
                data, programme, section, Wording(words if section.has_heading else "", body)
            )
            count += 1
    return count


@pytest.mark.parametrize("words", [" ".join(MARKUP[:4]), " ".join(MARKUP[4:])])
def test_markup_of_other_languages_is_text(
    data: DataFile, programme: int, words: str, tmp_path: Path
) -> None:
    assert word_all(data, programme, words) > 60
    for paper in pair_papers(data, programme, list(PaperKind)):
        pdf = paper.pdf()
        assert bare(words) in told(pdf), paper.kind
        assert does(pdf) == set()
        check_structure(pdf, tmp_path)
        word_file(paper)
    pdf = SignOffList(invited(data, programme)).pdf()
    assert bare(words) in told(pdf)
    assert does(pdf) == set()


@pytest.mark.parametrize("words", SIGNS)
def test_signs_in_any_order_break_no_paper(
    data: DataFile, programme: int, words: str, tmp_path: Path
) -> None:
    word_all(data, programme, words)
    for paper in pair_papers(data, programme, list(PaperKind)):
        pdf = paper.pdf()
        assert not {"\x00", "\u202e", "\x1b"} & set(told(pdf))
        check_structure(pdf, tmp_path)
        word_file(paper)
    SignOffList(invited(data, programme)).pdf()
