from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

from tests.cli.asking import CommandLine


def test_letters_writes_a_draft_for_everybody_whom_it_concerns(
    started: CommandLine, tmp_path: Path
) -> None:
    wanted = ("letters", "--letter", "acceptance", "--out", tmp_path / "out")
    assert "can be written yet" in started.refused(*wanted)
    said = started.ask(*wanted, "--signed-by", "Dana Whitfield", "--contact", "ext. 4711")
    assert said["left_out"] == {}
    files = [Path(file) for file in said["files"]]
    assert files
    assert {file.name for file in files} == {path.name for path in (tmp_path / "out").iterdir()}
    message = message_from_bytes(files[0].read_bytes(), policy=policy.default)
    assert message["Subject"] == "You have a place: Front-line voices"
    body = message.get_body()
    assert body is not None
    text = body.get_content()
    assert "You can reach us at ext. 4711." in " ".join(text.split())
    # Who signs was kept.
    assert started.ask(*wanted)["files"] == said["files"]


def test_a_letter_that_is_none_and_one_that_concerns_nobody_are_said(
    started: CommandLine, tmp_path: Path
) -> None:
    assert "invalid choice" in started.refused("letters", "--letter", "x", "--out", tmp_path)
    wanted = ("letters", "--letter", "refusal", "--out", tmp_path / "out")
    assert "concerns nobody" in started.refused(*wanted)
    assert not (tmp_path / "out").exists()
