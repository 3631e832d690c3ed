"""The system's own store of secrets (Keychain, Credential Locker, Secret Service)."""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import cache
from types import ModuleType
from typing import Final

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage.keys import SEED_BYTES
from revmentor_desktop.system.loading import put_off

_UNNEEDED: Final = ("urllib.request", "importlib_metadata", "more_itertools")
"""What keyring imports for tasks that it does not have here; half of its time to load."""
_SERVICE: Final = "RevMentor data file"


def usable() -> bool:
    """Tell whether this computer has a key store that keeps secrets between two logins."""
    keyring = _keyring()
    from keyring.backends import fail, null

    backend = keyring.get_keyring()
    return backend.priority > 0 and not isinstance(backend, fail.Keyring | null.Keyring)


def keep(salt_of_file: str, seed: bytes) -> None:
    """Put a data file's seed into the store. Raises KnownError ``key-store-refused``."""
    keyring = _keyring()
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, salt_of_file, b64encode(seed).decode())
    except KeyringError as error:
        raise KnownError("key-store-refused") from error


def find(salt_of_file: str) -> bytes | None:
    """Return a data file's seed from the store, or None. Raises ``key-store-refused``."""
    keyring = _keyring()
    from keyring.errors import KeyringError

    try:
        secret = keyring.get_password(_SERVICE, salt_of_file)
    except KeyringError as error:
        raise KnownError("key-store-refused") from error
    try:
        seed = b64decode(secret or "", validate=True)
    except ValueError:
        return None  # something else has been kept there: as good as nothing
    return seed if len(seed) == SEED_BYTES else None


def forget(salt_of_file: str) -> None:
    """Take a data file's seed out of the store, if it is there."""
    keyring = _keyring()
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        keyring.delete_password(_SERVICE, salt_of_file)
    except PasswordDeleteError:
        return  # it was not there, which is what was asked for
    except KeyringError as error:
        raise KnownError("key-store-refused") from error


@cache
def _keyring() -> ModuleType:
    """Load keyring when it is first asked for: most data files open without it."""
    put_off(*_UNNEEDED)
    import keyring

    return keyring
