"""What is copied elsewhere comes as Markdown: its headings, lists and bold words, and no look."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from revmentor_desktop.domain.markdown import Heading, Points, Rows, Text, read_markdown
from revmentor_desktop.ui.documents.wording.pasting import markdown_of

FROM_A_WORD_PROCESSOR = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head>
<body lang=EN-GB><!--StartFragment-->
<h2 style="mso-x:1"><span style="font-size:20pt">Our <b>aim</b></span></h2>
<p class=MsoNormal style="color:red">We <b>meet</b><b> soon</b> and <i>talk</i>.<o:p></o:p></p>
<p class=MsoListParagraph><span style="font-family:Symbol">·<span>&nbsp; </span></span>One</p>
<p class=MsoListParagraph><span style="font-family:Symbol">·<span>&nbsp;&nbsp; </span></span>Two</p>
<ol><li>First</li><li>Then <strong>this</strong></li></ol>
<table><tr><td>Who</td><td>What</td></tr><tr><td>Mei</td><td>talks | asks</td></tr></table>
<!--EndFragment--></body></html>
"""


def rich(html: str, text: str = "") -> QMimeData:
    source = QMimeData()
    source.setHtml(html)
    source.setText(text)
    return source


def plain(text: str) -> QMimeData:
    source = QMimeData()
    source.setText(text)
    return source


def test_what_a_word_processor_copies_keeps_its_sense(qapp: QApplication) -> None:
    found = markdown_of(rich(FROM_A_WORD_PROCESSOR))
    assert found.splitlines() == [
        "### Our aim",
        "",
        "We **meet soon** and talk.",
        "",
        "- One",
        "- Two",
        "1. First",
        "2. Then **this**",
        "",
        "| Who | What |",
        "| Mei | talks / asks |",
    ]
    kinds = [type(part) for part in read_markdown(found)]
    assert kinds == [Heading, Text, Points, Points, Rows]


def test_nothing_that_a_pasted_text_names_is_loaded(qapp: QApplication, tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p {color: red}", encoding="utf-8")
    html = f'<p>a<img src="{secret.as_uri()}">b</p>'
    assert markdown_of(rich(html)) == "ab"
    html = f'<link rel=stylesheet href="{secret.as_uri()}">{html}'
    assert markdown_of(rich(html, "ab")) == "ab"


@pytest.mark.parametrize(
    ("copied", "pasted"),
    [
        ("•\tone\n•\ttwo", "- one\n- two"),
        ("1)\tone\n2)\ttwo", "1. one\n2. two"),
        ("a\u2028b\r\nc", "a\nb\nc"),
        ("<b>not</b> {bold} **is**", "<b>not</b> {bold} **is**"),
        ("o\tone\n·two", "- one\n- two"),
        ("o clock\n– and then", "o clock\n– and then"),
        ("", ""),
    ],
)
def test_plain_text_comes_as_it_is_but_for_signs_of_points(
    qapp: QApplication, copied: str, pasted: str
) -> None:
    assert markdown_of(plain(copied)) == pasted


def test_of_a_very_long_rich_text_the_words_are_taken(qapp: QApplication) -> None:
    assert markdown_of(rich(f"<b>{'x' * 300_000}</b>", "x")) == "x"
