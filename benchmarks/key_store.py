"""A key store of its own for the measured program, so that no real one is asked or changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class FolderKeyring(KeyringBackend):
    """Keeps secrets in a file of the folder that REVMENTOR_HOME names."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret kept for a name, or None."""
        return self._kept().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret under a name."""
        kept = self._kept() | {f"{service} {username}": password}
        self._file.write_text(json.dumps(kept), encoding="utf-8")

    @property
    def _file(self) -> Path:
        return Path(os.environ["REVMENTOR_HOME"]) / "secrets.json"

    def _kept(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        kept: dict[str, str] = json.loads(self._file.read_text(encoding="utf-8"))
        return kept
