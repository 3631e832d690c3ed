"""What many papers of one run have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from revmentor_desktop.documents.blocks import Block
from revmentor_desktop.documents.styles import Styles


class Shared:
    """A story that says nothing of a pair: its blocks are made, measured and written once.

    It is called like any story and gives the same blocks to every paper; within one paper they
    stand once, as a block is known by itself (`Spaced.identity`).
    """

    def __init__(self, story: Callable[[Styles], Sequence[Block]]) -> None:
        self._story = story
        self._made: dict[Styles, Sequence[Block]] = {}

    def __call__(self, styles: Styles) -> Sequence[Block]:
        """Return the blocks at those styles."""
        if styles not in self._made:
            self._made[styles] = tuple(self._story(styles))
        return self._made[styles]
