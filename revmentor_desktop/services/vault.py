"""Making, opening and unlocking data files: passphrase, key store, recovery code."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage import key_store
from revmentor_desktop.storage.connection import SALT_BYTES, salt_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import (
    KeyFile,
    data_key,
    new_seed,
    recovery_code,
    seed_from_code,
)
from revmentor_desktop.system.files import write_whole
from revmentor_desktop.system.paths import Paths


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open data file with the code that its recovery sheet shows."""

    data: DataFile
    recovery_code: str


def create(path: Path, passphrase: str | None, paths: Paths) -> OpenFile:
    """Make a data file that opens by `passphrase`, or by this computer's key store for None.

    Raises KnownError ``file-exists``, ``folder-unwritable``, ``passphrase-short`` or
    ``key-store-refused``; nothing is left behind then.
    """
    if path.exists():
        raise KnownError("file-exists", path=path)
    seed, salt = new_seed(), os.urandom(SALT_BYTES)
    # The key is kept before the file exists, so that there is never a file without a key.
    _keep_key(path, salt.hex(), seed, passphrase, paths)
    return OpenFile(DataFile.create(path, data_key(seed), salt), recovery_code(seed))


def needs_passphrase(path: Path, paths: Paths) -> bool:
    """Tell whether a closed data file opens by a passphrase rather than by the key store.

    Raises what `salt_of` raises, and KnownError ``key-file-missing`` or ``key-file-damaged``.
    """
    return _key_file(path, salt_of(path).hex(), paths).has_passphrase


def open_with_passphrase(path: Path, passphrase: str, paths: Paths) -> OpenFile:
    """Open a data file.

    Raises KnownError ``passphrase-wrong``, ``key-file-other`` (the key file beside it fits the
    passphrase but not the file) or what `DataFile.open` raises.
    """
    salt = salt_of(path).hex()
    key_file = _key_file(path, salt, paths)
    seed = key_file.unwrap(passphrase)
    unfit = "file-damaged" if key_file.salt_of_file == salt else "key-file-other"
    return _open(path, seed, paths, unfit, bytes.fromhex(key_file.salt_of_file))


def open_with_key_store(path: Path, paths: Paths) -> OpenFile:
    """Open a data file whose key is in the key store. Raises KnownError ``key-not-in-store``."""
    seed = key_store.find(salt_of(path).hex())
    if seed is None:
        raise KnownError("key-not-in-store")
    return _open(path, seed, paths, "file-damaged")


def open_with_recovery_code(path: Path, code: str, paths: Paths) -> OpenFile:
    """Open a data file by the code on its recovery sheet, needing no key file.

    Raises KnownError ``code-length``, ``code-typo`` or ``code-wrong`` (of another file, or the
    file is damaged at its very start).
    """
    seed = seed_from_code(code)
    salt_of(path)
    return _open(path, seed, paths, "code-wrong")


def change_secret(opened: OpenFile, passphrase: str | None, paths: Paths) -> None:
    """Let the open file open by a new passphrase, or by the key store for None, from now on.

    Raises KnownError ``passphrase-short``, ``key-store-refused`` or ``folder-unwritable``.
    """
    seed = seed_from_code(opened.recovery_code)
    salt = opened.data.salt
    _keep_key(opened.data.path, salt, seed, passphrase, paths)
    if passphrase is not None and key_store.usable():
        key_store.forget(salt)


def key_file_beside(path: Path) -> Path:
    """Return where the key file of the data file at `path` stands."""
    return path.with_name(path.name + ".key")


def _open(path: Path, seed: bytes, paths: Paths, unfit: str, salt: bytes | None = None) -> OpenFile:
    """Open by seed; `unfit` is the error to raise when the seed does not read the file."""
    try:
        data = DataFile.open(path, data_key(seed), paths.backups, salt=salt)
    except KnownError as error:
        if error.code == "key-unfit":
            raise KnownError(unfit, name=path.name) from error
        raise
    return OpenFile(data, recovery_code(seed))


def _keep_key(path: Path, salt: str, seed: bytes, passphrase: str | None, paths: Paths) -> None:
    """Write the key file beside the data file and a spare copy among the settings."""
    if passphrase is None:
        key_store.keep(salt, seed)
        key_file = KeyFile(salt)
    else:
        key_file = KeyFile.wrap(salt, seed, passphrase)
    content = key_file.to_json().encode()
    for place in (key_file_beside(path), _spare(salt, paths)):
        try:
            write_whole(place, content)
        except OSError as error:
            raise KnownError("folder-unwritable", path=place, reason=error.strerror) from error


def _key_file(path: Path, salt: str, paths: Paths) -> KeyFile:
    """Return the key file of a data file, from beside it or from the spare copies.

    One that names another file is returned when there is no better one: it may be the data file
    whose first bytes are damaged.
    """
    damaged: KnownError | None = None
    other: KeyFile | None = None
    for place in (key_file_beside(path), _spare(salt, paths)):
        try:
            key_file = KeyFile.from_json(place.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError):
            damaged = KnownError("key-file-damaged")
        except KnownError as error:
            damaged = error
        else:
            if key_file.salt_of_file == salt:
                return key_file
            other = key_file
    if other is not None:
        return other
    raise damaged or KnownError("key-file-missing", name=key_file_beside(path).name)


def _spare(salt: str, paths: Paths) -> Path:
    return paths.keys / f"{salt}.key"
