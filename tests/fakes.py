"""Stand-ins for the doors to the officer; they answer as told and remember what they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.ui.links import Links
from revmentor_desktop.ui.prompts import Prompts, words_of


class FakePrompts(Prompts):
    """Answers with `answer` and `path`; `said` holds the codes of errors and titles of messages."""

    def __init__(self, *, answer: bool = True, path: Path | None = None) -> None:
        super().__init__()
        self.answer = answer
        self.path = path
        self.said: list[str] = []
        self.sentences: list[str] = []

    def error(self, error: KnownError) -> None:
        self.said.append(error.code)
        self.sentences.append(words_of(error))

    def inform(self, title: str, text: str) -> None:
        self.said.append(title)
        self.sentences.append(text)

    def confirm(self, title: str, text: str, verb: str, *, danger: bool = False) -> bool:
        self.said.append(title)
        self.sentences.append(text)
        return self.answer

    def decide(self, title: str, text: str, verb: str, other: str) -> bool | None:
        self.said.append(title)
        self.sentences.append(text)
        return self.answer

    def choose_file_to_open(self, title: str, filters: Sequence[str]) -> Path | None:
        self.said.append(title)
        return self.path

    def choose_file_to_save(
        self, title: str, suggestion: str, filters: Sequence[str]
    ) -> Path | None:
        self.said.append(title)
        return self.path

    def choose_folder(self, title: str) -> Path | None:
        self.said.append(title)
        return self.path


@dataclass
class FakeLinks(Links):
    """Opens nothing and remembers what it was asked for."""

    answers: bool = True
    mails: list[str] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)

    def open_mail(self, link: str) -> bool:
        self.mails.append(link)
        return self.answers

    def open_path(self, path: Path) -> bool:
        self.paths.append(path)
        return self.answers
