"""Texts come as an editor meant them, however the lines of the file are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from revmentor_desktop.system import content
from revmentor_desktop.system.content import read_content


def test_lines_are_joined_wherever_a_text_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = '''
title = "One  line"
number = 3
text = """
First line
  second line.


Next paragraph.
"""
[[rows]]
points = ["a\\nb", ["c\\td"]]
'''
    (tmp_path / "one.toml").write_text(written, encoding="utf-8")
    monkeypatch.setattr(content, "resource", lambda name: tmp_path / name.removeprefix("content/"))
    assert read_content("one.toml") == {
        "title": "One line",
        "number": 3,
        "text": "First line second line.\nNext paragraph.",
        "rows": [{"points": ["a b", ["c d"]]}],
    }
