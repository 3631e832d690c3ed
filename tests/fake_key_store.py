"""A key store in memory, in the place of the system's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordDeleteError


class FakeKeyStore(KeyringBackend):
    """Keeps `secrets` by service and name; raises `refusal` instead of answering when it is set."""

    priority = 10.0
    viable = False
    """Never chosen by keyring itself, which looks through all backends that are loaded."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # comes without types
        self.secrets: dict[tuple[str, str], str] = {}
        self.refusal: KeyringError | None = None

    @classmethod
    @contextmanager
    def installed(cls) -> Iterator[FakeKeyStore]:
        """Put a new one in the system's place meanwhile."""
        before, made = keyring.get_keyring(), cls()
        keyring.set_keyring(made)
        try:
            yield made
        finally:
            keyring.set_keyring(before)

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse()
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse()
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse()
        if (service, username) not in self.secrets:
            raise PasswordDeleteError("not there")
        del self.secrets[service, username]

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal
