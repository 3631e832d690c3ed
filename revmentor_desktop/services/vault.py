"""Making, opening and unlocking data files: passphrase, key store, recovery code."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage import key_store
from revmentor_desktop.storage.claim import claimed
from revmentor_desktop.storage.connection import SALT_BYTES, salt_of
from revmentor_desktop.storage.data_file import DataFile
from revmentor_desktop.storage.keys import (
    KeyFile,
    data_key,
    new_seed,
    recovery_code,
    seed_from_code,
)
from revmentor_desktop.system.files import discard, write_whole
from revmentor_desktop.system.paths import Paths


@dataclass(frozen=True, slots=True)
class OpenFile:
    """An open data file with the code that its recovery sheet shows."""

    data: DataFile
    recovery_code: str


def create(path: Path, passphrase: str | None, paths: Paths) -> OpenFile:
    """Make a data file that opens by `passphrase`, or by this computer's key store for None.

    Raises KnownError ``file-exists``, ``file-being-made``, ``folder-unwritable``, ``disk-full``,
    ``passphrase-short`` or ``key-store-refused``; nothing is left behind then.
    """
    with claimed(path):
        if path.exists():
            raise KnownError("file-exists", path=path)
        return _made(path, passphrase, paths)


def needs_passphrase(path: Path, paths: Paths) -> bool:
    """Tell whether a closed data file opens by a passphrase rather than by the key store.

    Raises what `salt_of` raises, and KnownError ``key-file-missing``, ``key-file-damaged`` or
    ``key-file-newer``.
    """
    return _key_file(path, salt_of(path).hex(), paths).has_passphrase


def open_with_passphrase(path: Path, passphrase: str, paths: Paths) -> OpenFile:
    """Open a data file.

    Raises KnownError ``passphrase-wrong``, ``key-file-other`` (the key file beside it fits the
    passphrase but not the file), what `needs_passphrase` raises, or what `DataFile.open` raises.
    """
    salt = salt_of(path).hex()
    key_file = _key_file(path, salt, paths)
    seed = key_file.unwrap(passphrase)
    unfit = "file-damaged" if key_file.salt_of_file == salt else "key-file-other"
    return _open(path, seed, paths, unfit, key_file.salt_of_file)


def open_with_key_store(path: Path, paths: Paths) -> OpenFile:
    """Open a data file whose key is in the key store.

    Raises KnownError ``key-not-in-store``, ``key-store-refused`` or what `DataFile.open` raises.
    """
    salt = salt_of(path).hex()
    named = _salt_named_beside(path, salt, paths)
    seed = key_store.find(salt) or key_store.find(named)
    if seed is None:
        raise KnownError("key-not-in-store")
    return _open(path, seed, paths, "file-damaged", named)


def open_with_recovery_code(path: Path, code: str, paths: Paths) -> OpenFile:
    """Open a data file by the code on its recovery sheet, needing no key file.

    Raises KnownError ``code-length``, ``code-typo``, ``code-wrong`` (of another file, or the
    file is damaged at its very start) or what `DataFile.open` raises.
    """
    seed = seed_from_code(code)
    named = _salt_named_beside(path, salt_of(path).hex(), paths)
    return _open(path, seed, paths, "code-wrong", named)


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


def _made(path: Path, passphrase: str | None, paths: Paths) -> OpenFile:
    seed, salt = new_seed(), os.urandom(SALT_BYTES)
    _spare_the_key_of_another_file(path, paths)
    try:
        # The key is kept before the file exists, so that there is never a file without a key.
        _keep_key(path, salt.hex(), seed, passphrase, paths)
        data = DataFile.create(path, data_key(seed), salt)
    except BaseException:
        _forget_key(path, salt.hex(), passphrase, paths)
        raise
    return OpenFile(data, recovery_code(seed))


def _open(path: Path, seed: bytes, paths: Paths, unfit: str, named: str) -> OpenFile:
    """Open by seed; `unfit` is the error to raise when the seed does not read the file.

    `named` is the salt that the key file remembers. It stands in for the file's own, without
    which nothing can be read, when the first bytes of the file are damaged.
    """
    for salt in (None, bytes.fromhex(named)):
        try:
            data = DataFile.open(path, data_key(seed), paths.backups, salt=salt)
        except KnownError as error:
            if error.code != "key-unfit":
                raise
        else:
            return OpenFile(data, recovery_code(seed))
    raise KnownError(unfit, name=path.name)


def _keep_key(path: Path, salt: str, seed: bytes, passphrase: str | None, paths: Paths) -> None:
    """Write the key file beside the data file and a spare copy among the settings."""
    if passphrase is None:
        key_store.keep(salt, seed)
        key_file = KeyFile(salt)
    else:
        key_file = KeyFile.wrap(salt, seed, passphrase)
    content = key_file.to_json().encode()
    # The one beside the file counts. It comes last, so that a failure leaves the old one in force.
    for place in (_spare(salt, paths), key_file_beside(path)):
        _write(place, content)


def _forget_key(path: Path, salt: str, passphrase: str | None, paths: Paths) -> None:
    """Remove what `_keep_key` may have kept for a data file that then could not be made."""
    discard(_spare(salt, paths))
    with contextlib.suppress(KnownError):  # One that cannot be read is not of our making.
        beside = _read(key_file_beside(path))
        if beside is not None and beside.salt_of_file == salt:
            discard(key_file_beside(path))
    if passphrase is None and key_store.usable():
        key_store.forget(salt)


def _spare_the_key_of_another_file(path: Path, paths: Paths) -> None:
    """Keep a copy of a key file whose data file has been moved away without it."""
    try:
        other = _read(key_file_beside(path))
    except KnownError as error:
        if error.code == "key-file-damaged":
            return  # it opens nothing any more
        raise
    if other is not None and not _spare(other.salt_of_file, paths).exists():
        _write(_spare(other.salt_of_file, paths), other.to_json().encode())


def _write(place: Path, content: bytes) -> None:
    try:
        write_whole(place, content)
    except OSError as error:
        raise KnownError("folder-unwritable", path=place, reason=error.strerror) from error


def _salt_named_beside(path: Path, salt: str, paths: Paths) -> str:
    """Return the salt that the key file gives the data file, or `salt` without a key file."""
    try:
        return _key_file(path, salt, paths).salt_of_file
    except KnownError:
        return salt  # this way of opening does not need the key file


def _key_file(path: Path, salt: str, paths: Paths) -> KeyFile:
    """Return the key file of a data file, from beside it or from the spare copies.

    One that names another file is returned when there is no better one: it may be the data file
    whose first bytes are damaged.
    """
    damaged: KnownError | None = None
    other: KeyFile | None = None
    for place in (key_file_beside(path), _spare(salt, paths)):
        try:
            key_file = _read(place)
        except KnownError as error:
            damaged = error
            continue
        if key_file is not None and key_file.salt_of_file == salt:
            return key_file
        other = other or key_file
    if other is not None:
        return other
    raise damaged or KnownError("key-file-missing", name=key_file_beside(path).name)


def _read(place: Path) -> KeyFile | None:
    """Return the key file at `place`, or None. Raises what `KeyFile.from_json` raises."""
    try:
        return KeyFile.from_json(place.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("key-file-damaged") from error


def _spare(salt: str, paths: Paths) -> Path:
    return paths.keys / f"{salt}.key"
