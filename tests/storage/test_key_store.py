"""The system's key store: what is kept, found and forgotten, and stores that do not answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backends import fail
from keyring.errors import KeyringLocked

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.storage import key_store
from tests.fake_key_store import FakeKeyStore

SALT = "00" * 16
SEED = bytes(range(16))


@pytest.fixture
def store() -> Iterator[FakeKeyStore]:
    with FakeKeyStore.installed() as store:
        yield store


def test_a_seed_is_kept_found_and_forgotten(store: FakeKeyStore) -> None:
    assert key_store.usable()
    assert key_store.find(SALT) is None
    key_store.keep(SALT, SEED)
    assert key_store.find(SALT) == SEED
    assert key_store.find("11" * 16) is None
    key_store.forget(SALT)
    assert key_store.find(SALT) is None
    key_store.forget(SALT)  # a second time is no error


@pytest.mark.parametrize("kept", ["", "not base 64 é", "c2hvcnQ=", "====="])
def test_what_is_no_seed_counts_as_nothing(store: FakeKeyStore, kept: str) -> None:
    key_store.keep(SALT, SEED)
    for entry in store.secrets:
        store.secrets[entry] = kept
    assert key_store.find(SALT) is None


def test_a_store_that_does_not_answer_is_told(store: FakeKeyStore) -> None:
    store.refusal = KeyringLocked("locked")
    questions: tuple[Callable[[], object], ...] = (
        lambda: key_store.keep(SALT, SEED),
        lambda: key_store.find(SALT),
        lambda: key_store.forget(SALT),
    )
    for question in questions:
        with pytest.raises(KnownError) as raised:
            question()
        assert raised.value.code == "key-store-refused"


def test_a_computer_without_a_store_has_none_to_use() -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # comes without types
    try:
        assert not key_store.usable()
        with pytest.raises(KnownError) as raised:
            key_store.keep(SALT, SEED)
        assert raised.value.code == "key-store-refused"
    finally:
        keyring.set_keyring(before)


def test_keyring_comes_without_what_it_does_not_use() -> None:
    """Half of its time to load, which the officer would wait for at every start."""
    program = (
        "import sys\n"
        "from revmentor_desktop.storage import key_store\n"
        "key_store.usable()\n"
        "sys.exit('http.client' in sys.modules)\n"
    )
    null = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}

    ended = subprocess.run([sys.executable, "-c", program], env=os.environ | null, check=False)

    assert ended.returncode == 0
