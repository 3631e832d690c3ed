"""A programme with pairs, looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.page import DocumentsPage
from tests.builders import stored_pair, stored_programme
from tests.ui.stage import shown

NAMES = [("Mei Brown", "David Price"), ("Zofia Adamska", "Karl Meyer"), ("Idris Bello", "Ann Ŵyn")]


@pytest.fixture
def programme(data: DataFile, context: Context) -> int:
    """A programme with three pairs that the context looks at."""
    made = stored_programme(data, "Front-line voices 2027")
    for mentor, leader in NAMES:
        stored_pair(data, made, mentor, leader)
    context.choose_programme(made)
    return made


@pytest.fixture
def page(context: Context, programme: int) -> Iterator[DocumentsPage]:
    """The page of that programme, shown."""
    yield from shown_page(context)


def shown_page(context: Context) -> Iterator[DocumentsPage]:
    """Show the page and take it away afterwards."""
    return shown(DocumentsPage(context), 1100, 700)
