"""What the tests of the vault share: a file made and closed, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services import vault
from revmentor_desktop.services.programmes.reading import organisation
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import Paths

PASSPHRASE: Final = "harbour lantern tuesday"
OTHER: Final = "another three words"


def made(path: Path, passphrase: str | None, paths: Paths) -> str:
    opened = vault.create(path, passphrase, paths)
    name_organisation(opened.data, "Harbour Care")
    opened.data.close()
    return opened.recovery_code


def refusal(action: Callable[[], object]) -> str:
    """Return the code of the known error, which has a sentence that can be filled in."""
    with pytest.raises(KnownError) as raised:
        action()
    assert sentence(raised.value.code, raised.value.params)
    return raised.value.code


def opens(opened: vault.OpenFile) -> bool:
    """Tell whether the right file has been opened, and close it."""
    name = organisation(opened.data)
    opened.data.close()
    return name == "Harbour Care"
