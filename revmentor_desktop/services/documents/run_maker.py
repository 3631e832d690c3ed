"""Makes the files of a run one after the other; what cannot be made is named and left out."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator, Sequence
from typing import Final

from revmentor_desktop.documents.pages import Sheet, compose, compose_stepwise
from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.progress import Progress, telling
from revmentor_desktop.services.documents.event_papers import AddressLabels, EventPaper
from revmentor_desktop.services.documents.pair_papers import PairPaper
from revmentor_desktop.services.documents.paper_run import (
    AnyPart,
    PaperRun,
    Part,
    RunFile,
)

_LOG: Final = logging.getLogger(__name__)


class RunMaker:
    """Makes the files of a run one after the other, and leaves out what cannot be made."""

    def __init__(self, run: PaperRun, files: Sequence[RunFile]) -> None:
        self.files = files
        self._run = run
        self.total = sum(file.amount for file in files)
        self._done = 0
        self._bad: dict[object, AnyPart | AddressLabels] = {}

    @property
    def failed(self) -> tuple[str, ...]:
        """What could not be made, each paper once."""
        return tuple(dict.fromkeys(map(_said, self._bad.values())))

    def sound(self) -> list[PairPaper]:
        """Return the papers of pairs that were made."""
        papers = [part.paper for part in self._bad.values() if isinstance(part, Part)]
        bad = {(one.pair.id, one.kind) for one in papers}
        return [one for one in self._run.papers if (one.pair.id, one.kind) not in bad]

    def sound_for_all(self) -> list[EventPaper]:
        """Return what is for all people together and was made."""
        return [one for one in self._run.for_all if one.key not in self._bad]

    def check(self) -> None:
        """Raise KnownError ``no-paper-made`` when nothing could be made."""
        if not self.sound() and not self.sound_for_all():
            raise KnownError("no-paper-made", papers=", ".join(self.failed))

    def made(self, file: RunFile) -> Generator[Progress, None, bytes | None]:
        """Return the content of a file, without what cannot be made; None when nothing can."""
        if file.labels is not None:
            return (yield from self._labels(file.labels))
        parts = [part for part in file.parts if part.key not in self._bad]
        try:
            content = yield from self._composed(parts, file)
        except Exception:
            # Whatever is wrong with one pair, the others are not to wait for it.
            _LOG.exception("a paper could not be made")
            yield from self._find_bad(parts)
            sound = [part for part in parts if part.key not in self._bad]
            if len(sound) == len(parts):
                raise
            content = yield from self._composed(sound, file)
        self._done += len(file.parts)
        return content

    def _labels(self, labels: AddressLabels) -> Generator[Progress, None, bytes | None]:
        yield Progress(self._done, self.total, labels.title)
        self._done += 1
        try:
            return labels.pdf(self._run.form)
        except Exception:  # noqa: BLE001 - a name may be bad in any way; the rest is made
            _LOG.exception("labels could not be made")
            self._bad[labels.key] = labels
            return None

    def _composed(
        self, parts: Sequence[AnyPart], file: RunFile
    ) -> Generator[Progress, None, bytes | None]:
        if not parts:
            return None
        yield Progress(self._done, self.total, parts[0].whose)
        fed: list[tuple[int, AnyPart]] = []

        def sheets() -> Iterator[Sheet]:
            for number, part in enumerate(parts, start=1):
                for sheet in part.sheets():
                    fed.append((number, part))
                    yield sheet

        form = self._run.form
        steps = compose_stepwise(
            sheets(),
            title=file.title(parts),
            paper=form.paper,
            styles=form.styles,
            is_duplex=self._run.is_duplex,
        )

        def progress(done: int) -> Progress:
            number, part = fed[done - 1]
            return Progress(self._done + number, self.total, part.whose)

        return (yield from telling(steps, progress))

    def _find_bad(self, parts: Sequence[AnyPart]) -> Generator[Progress, None, None]:
        """Make each paper by itself and keep in mind which cannot be made."""
        for key, part in {part.key: part for part in parts}.items():
            yield Progress(self._done, self.total, part.whose)
            try:
                form = self._run.form
                compose(part.sheets(), title="", paper=form.paper, styles=form.styles)
            except Exception:  # noqa: BLE001 - a pair may be bad in any way; the rest is made
                _LOG.exception("this is one that could not be made")
                self._bad[key] = part


def _said(one: AnyPart | AddressLabels) -> str:
    """Say which it is: "Mei Brown – David Price: Mentor's pack"."""
    if isinstance(one, AddressLabels):
        return one.title
    return f"{one.whose}: {one.paper.name}" if isinstance(one, Part) else one.whose
