"""XML of unknown origin, walked event by event; what could unfold or fetch is refused."""

from __future__ import annotations

from collections.abc import Callable
from pyexpat import ExpatError, ParserCreate

from revmentor_desktop.domain.errors import KnownError

Attributes = dict[str, str]


def local_name(name: str) -> str:
    """Return an element's name without its prefix."""
    return name.rpartition(":")[2]


def _refuse(*_details: object) -> None:
    raise KnownError("source-markup")


def walk(
    markup: bytes,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back for each element's start, end and text.

    Raises KnownError ``source-markup`` for a document type or an entity of its own (they can
    unfold to gigabytes or fetch other files), and ``source-damaged`` for broken markup.
    """
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(markup, True)
    except (ExpatError, ValueError, LookupError) as error:
        raise KnownError("source-damaged") from error
