"""The door to other programs opens drafts and paths of ours, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from revmentor_desktop.exchange.mail_draft import MailDraft, mailto
from revmentor_desktop.ui.links import Links


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the system is asked to open; it opens nothing."""
    seen: list[QUrl] = []

    def note(url: QUrl) -> bool:
        seen.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return seen


def test_a_draft_reaches_the_mail_program_sign_by_sign(opened: list[QUrl]) -> None:
    link = mailto(MailDraft(address="a@b.example", subject="50 % & é?", body="a+b\n#1 “c”"))
    assert link is not None
    assert Links().open_mail(link)
    assert bytes(opened[0].toEncoded().data()).decode("ascii") == link


@pytest.mark.parametrize("link", ["https://example.org", "file:///etc", "javascript:x", ""])
def test_no_other_link_is_opened(link: str, opened: list[QUrl]) -> None:
    with pytest.raises(ValueError, match="draft"):
        Links().open_mail(link)
    assert opened == []


def test_a_folder_is_opened_as_a_folder(opened: list[QUrl], tmp_path: Path) -> None:
    odd = tmp_path / "50 % & #1"
    assert Links().open_path(odd)
    assert Path(opened[0].toLocalFile()) == odd
