"""Wording that an officer has changed."""

from __future__ import annotations

from dataclasses import replace

from revmentor_desktop.services.documents.wording import EditedSection, documents, save_wording
from revmentor_desktop.storage.data_file import DataFile


def section(data: DataFile, programme: int, file: str, key: str) -> EditedSection:
    """Return a section of a document, or a line of it, as it is worded now."""
    found = next(one for one in documents(data, programme) if one.file == file).sections
    return next(one for one in found if one.key == key)


def word(data: DataFile, programme: int, file: str, key: str, **words: str) -> None:
    """Change the heading or the body of a section."""
    found = section(data, programme, file, key)
    save_wording(data, programme, found, replace(found.now, **words))
