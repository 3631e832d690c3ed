"""The bare loops beside our papers set the same text as they do."""

from __future__ import annotations

from benchmarks.bare_paper import flowing, on_canvas, placed, said
from benchmarks.pair_papers import pairs, sheets
from revmentor_desktop.documents.pages import compose
from tests.documents.reading_back import text


def test_each_of_a_pair_has_a_pack_and_an_agreement() -> None:
    (pair,) = pairs(1)
    (mentors, first), (leaders, second) = sheets(pair)
    assert (mentors.title, leaders.title) == (pair.mentor.name, pair.mentee.name)
    assert first.title == second.title


def test_flowing_text_and_placed_lines_say_what_the_agreement_says() -> None:
    sheet = sheets(pairs(1)[0])[0][1]
    printed = "".join(text(compose([sheet], title="A")).split())
    for words, _ in said(sheet):
        plain = words.replace('<font name="Inter-Bold">', "").replace("</font>", "")
        assert "".join(plain.split()) in printed
    for lines, _ in placed(sheet):
        assert "".join("".join(ink.text for line in lines for ink in line.inks).split()) in printed
    assert on_canvas([placed(sheet)]) > 0
    assert flowing([said(sheet)]) > 0
