"""Sections of packs become blocks, which papers that say the same have in common."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.documents.blocks import Paragraph
from revmentor_desktop.documents.packs.pack import pack_words
from revmentor_desktop.documents.packs.writing import Writer
from revmentor_desktop.documents.paragraphs import plain
from revmentor_desktop.documents.styles import Styles
from revmentor_desktop.domain.participation import Role
from tests.documents.packs_example import pair

NAMELESS, NAMED = "rapport", "asking"


def writer(role: Role = Role.MENTOR, mentee: str = "David Price") -> Writer:
    made = pair()
    made = replace(
        made, mentee=replace(made.mentee, name=mentee, short=mentee.split(maxsplit=1)[0])
    )
    return Writer(pack_words(made.read_by(role)), Styles(), "mentor", keeps=True)


def test_a_section_that_names_nobody_is_made_once_for_all_pairs() -> None:
    one, other = writer().section(NAMELESS), writer(mentee="Ann Lee").section(NAMELESS)
    assert one[1:]
    assert all(a is b for a, b in zip(one[1:], other[1:], strict=True))
    tighter = replace(writer(), styles=Styles().tightened(1.0, 0.85)).section(NAMELESS)
    assert tighter[1] is not one[1]


def test_blocks_that_may_be_changed_are_made_for_each() -> None:
    changing = replace(writer(), keeps=False)
    assert changing.section(NAMELESS)[1] is not changing.section(NAMELESS)[1]


def test_what_follows_a_section_leaves_no_trace_in_the_next_paper() -> None:
    alone = writer().section(NAMED)[-1].keep_with_next
    followed = writer().section(NAMED, [Paragraph(plain("More"), Styles().body)])
    assert followed[-2].keep_with_next
    assert writer().section(NAMED)[-1].keep_with_next is alone


def test_a_section_with_a_name_says_each_pair_its_own() -> None:
    words = {writer(mentee=name).words.source(NAMED) for name in ("David Price", "Ann Lee")}
    assert len(words) == 1
    found = [writer(mentee=name).section(NAMED) for name in ("David Price", "Ann Lee")]
    assert found[0][1] is not found[1][1]
