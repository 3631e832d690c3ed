"""Changing what opens the data file that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.ui.jobs import Jobs
from revmentor_desktop.ui.prompts import words_of
from revmentor_desktop.ui.start.secret import SecretForm
from revmentor_desktop.ui.widgets.dialogs import Dialog

if TYPE_CHECKING:
    from revmentor_desktop.services.vault import OpenFile


class ChangeSecretDialog(Dialog):
    """Asks for a new passphrase, or for the key store, and lets it open the file from now on."""

    def __init__(
        self, opened: OpenFile, paths: Paths, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        from revmentor_desktop.storage import key_store

        super().__init__(
            self.tr("Change passphrase"),
            self.tr("Your data stay as they are, and the recovery sheet stays valid."),
            parent,
        )
        self._opened = opened
        self._paths = paths
        self._jobs = jobs
        self.setMinimumWidth(460)
        self.secret = SecretForm(key_store=key_store.usable())
        self.body.addWidget(self.secret)
        self.add_cancel()
        self.change = self.add_button(self.tr("Change it"), "primary")
        self.change.clicked.connect(self._change)

    def _change(self) -> None:
        from revmentor_desktop.services import vault

        self.show_problem("")
        if not self.secret.complete():
            return
        secret = self.secret.secret()
        self._jobs.call(
            self.tr("Wrapping the key"),
            lambda: vault.change_secret(self._opened, secret, self._paths),
            lambda _: self.accept(),
            self,
            failed=self._refuse,
        )

    def _refuse(self, error: KnownError) -> None:
        self.show_problem(words_of(error))
