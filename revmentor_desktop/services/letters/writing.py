"""The officer's own wording of letters, stored with the plan of the programme."""

from __future__ import annotations

from collections.abc import Mapping

from revmentor_desktop.domain.letters import LetterText, Part, word_key
from revmentor_desktop.domain.text import clean_line, clean_text
from revmentor_desktop.services.letters.content import letter
from revmentor_desktop.services.letters.reading import CONTACT, SENDER
from revmentor_desktop.services.setup.reading import plan
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile


def save_text(data: DataFile, programme_id: int, key: str, variant: str, text: LetterText) -> None:
    """Store how a letter is worded; a part that is empty or as it came is as it comes again.

    Raises KnownError ``text-too-long`` or ``programme-gone``.
    """
    original = letter(key).texts[variant]
    cleaned = {Part.SUBJECT: clean_line(text.subject), Part.BODY: clean_text(text.body)}
    changes = {
        word_key(key, variant, part): "" if words == getattr(original, part) else words
        for part, words in cleaned.items()
    }
    _save(data, programme_id, changes)


def restore_text(data: DataFile, programme_id: int, key: str, variant: str) -> None:
    """Word a letter as it came. Raises KnownError ``programme-gone``."""
    save_text(data, programme_id, key, variant, letter(key).texts[variant])


def save_sender(data: DataFile, programme_id: int, sender: str, contact: str) -> None:
    """Store who signs the letters and how to reach them.

    Raises KnownError ``text-too-long`` or ``programme-gone``.
    """
    _save(data, programme_id, {SENDER: clean_line(sender), CONTACT: clean_line(contact)})


def _save(data: DataFile, programme_id: int, changes: Mapping[str, str]) -> None:
    before = plan(data, programme_id).words
    gone = {key for key, words in changes.items() if not words}
    after = {key: words for key, words in {**before, **changes}.items() if key not in gone}
    if after != before:
        save_section(data, programme_id, "words", after)
