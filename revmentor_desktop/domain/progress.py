"""How far a long piece of work has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps (total 0: unknown); `words` name the step for people."""

    done: int
    total: int
    words: str = ""
