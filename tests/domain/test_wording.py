"""A source is taken apart at its signs, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.wording import Sign, tokens


def test_each_sign_is_known() -> None:
    found = [(token.sign, token.text, token.name) for token in tokens("a{b}**c**[[d]]____}{")]
    assert found == [
        (Sign.TEXT, "a", ""),
        (Sign.BLANK, "{b}", "b"),
        (Sign.BOLD, "**", ""),
        (Sign.TEXT, "c", ""),
        (Sign.BOLD, "**", ""),
        (Sign.OPTION, "[[", ""),
        (Sign.TEXT, "d", ""),
        (Sign.END_OF_OPTION, "]]", ""),
        (Sign.LINE, "____", ""),
        (Sign.STRAY, "}", ""),
        (Sign.STRAY, "{", ""),
    ]


@given(st.text(alphabet="ab{}[]*_\n ", max_size=40))
def test_nothing_is_lost(source: str) -> None:
    found = list(tokens(source))
    assert "".join(token.text for token in found) == source
    assert all(source.startswith(token.text, token.at) for token in found)
