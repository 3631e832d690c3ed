"""The way from a path to an open data file, and the page that each turn of it needs."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.system.paths import DATA_FILE_SUFFIX, Paths
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui.jobs import Jobs
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.single_instance import Claims
from revmentor_desktop.ui.start.frame import StartPage

if TYPE_CHECKING:
    from revmentor_desktop.services.vault import OpenFile


class Opening(QObject):
    """Opens or makes a data file with the officer's help.

    `page` asks the window to show a page; `opened` hands over the open file. No data file may be
    open in this process when `begin`, `begin_new` or `choose` is called: reading the start of an
    open file would drop its locks.
    """

    page = Signal(StartPage)
    opened = Signal(object)

    def __init__(
        self, paths: Paths, preferences: Preferences, prompts: Prompts, jobs: Jobs, claims: Claims
    ) -> None:
        super().__init__()
        self._paths = paths
        self._preferences = preferences
        self._prompts = prompts
        self._jobs = jobs
        self._claims = claims
        self._pending: OpenFile | None = None

    def abandon(self) -> None:
        """Close a data file that is open but was not handed over yet."""
        pending, self._pending = self._pending, None
        if pending is not None:
            pending.data.close()

    def begin(self, path: Path) -> None:
        """Open the data file at `path`, asking for what it needs."""
        from revmentor_desktop.services import vault

        self.abandon()
        try:
            self._claims.take(path)
            needs_passphrase = vault.needs_passphrase(path, self._paths)
        except KnownError as error:
            self._show_problem(path, error)
            return
        if needs_passphrase:
            self._ask_passphrase(path)
            return
        self._jobs.call(
            self.tr("Opening {0}").format(path.name),
            partial(vault.open_with_key_store, path, self._paths),
            self._finish,
            failed=partial(self._show_problem, path),
        )

    def begin_new(self, *, first: bool = False) -> None:
        """Make a new data file."""
        self.abandon()
        from revmentor_desktop.storage import key_store
        from revmentor_desktop.ui.start.pages import NewFilePage

        place = _free_place(self._paths.default_data_file)
        page = NewFilePage(place, first=first, key_store=key_store.usable())
        page.wanted.connect(partial(self._create, page))
        page.place_wanted.connect(partial(self._choose_place, page))
        page.open_wanted.connect(self.choose)
        self.page.emit(page)

    def choose(self) -> None:
        """Let the officer pick a data file and open it."""
        path = self.pick()
        if path is not None:
            self.begin(path)

    def pick(self) -> Path | None:
        """Let the officer pick a data file."""
        return self._prompts.choose_file_to_open(
            self.tr("Open a data file"), [self._kind(), self.tr("All files (*)")]
        )

    def _kind(self) -> str:
        return self.tr("RevMentor data files (*{0})").format(DATA_FILE_SUFFIX)

    # --- passphrase ---

    def _ask_passphrase(self, path: Path) -> None:
        from revmentor_desktop.services import vault
        from revmentor_desktop.ui.start.pages import UnlockPage

        page = UnlockPage(path)

        def unlock(passphrase: str) -> None:
            self._jobs.call(
                self.tr("Opening {0}").format(path.name),
                partial(vault.open_with_passphrase, path, passphrase, self._paths),
                self._finish,
                failed=refuse,
            )

        def refuse(error: KnownError) -> None:
            if error.code == "passphrase-wrong":
                page.refuse(error)
            else:
                self._show_problem(path, error)

        page.unlocked.connect(unlock)
        page.lost.connect(partial(self._ask_code, path))
        page.other_wanted.connect(self.choose)
        self.page.emit(page)

    # --- recovery code ---

    def _ask_code(self, path: Path) -> None:
        from revmentor_desktop.services import vault
        from revmentor_desktop.ui.start.pages import RecoverPage

        page = RecoverPage(path)

        def recover(code: str) -> None:
            self._jobs.call(
                self.tr("Opening {0}").format(path.name),
                partial(vault.open_with_recovery_code, path, code, self._paths),
                self._ask_new_secret,
                failed=refuse,
            )

        def refuse(error: KnownError) -> None:
            if error.code.startswith("code-"):
                page.refuse(error)
            else:
                self._show_problem(path, error)

        page.recovered.connect(recover)
        page.back.connect(partial(self.begin, path))
        self.page.emit(page)

    def _ask_new_secret(self, opened: OpenFile) -> None:
        from revmentor_desktop.services import vault
        from revmentor_desktop.storage import key_store
        from revmentor_desktop.ui.start.pages import NewSecretPage

        self._pending = opened
        page = NewSecretPage(key_store=key_store.usable())

        def change(secret: str | None) -> None:
            self._jobs.call(
                self.tr("Wrapping the key"),
                partial(vault.change_secret, opened, secret, self._paths),
                lambda _: self._finish(opened),
                failed=page_problem,
            )

        def page_problem(error: KnownError) -> None:
            page.show_problem(_words(error))

        page.chosen.connect(change)
        self.page.emit(page)

    # --- a new file ---

    def _choose_place(self, page: StartPage) -> None:
        from revmentor_desktop.ui.start.pages import NewFilePage

        place = self._prompts.choose_file_to_save(
            self.tr("Where to keep the data file"),
            self._paths.default_data_file.name,
            [self._kind()],
        )
        if place is not None and isinstance(page, NewFilePage):
            page.set_place(place)

    def _create(
        self, page: StartPage, place: Path, organisation: str, passphrase: str | None
    ) -> None:
        def make() -> OpenFile:
            from revmentor_desktop.services import vault
            from revmentor_desktop.services.programmes.writing import name_organisation

            opened = vault.create(place, passphrase, self._paths)
            if organisation.strip():
                with opened.data.words(self.tr("Name the organisation")):
                    name_organisation(opened.data, organisation)
            return opened

        try:
            self._claims.take(place)
        except KnownError as error:
            page.show_problem(_words(error))
            return
        self._jobs.call(
            self.tr("Making the data file"),
            make,
            self._offer_sheet,
            failed=lambda error: page.show_problem(_words(error)),
        )

    def _offer_sheet(self, opened: OpenFile) -> None:
        from revmentor_desktop.services.programmes.reading import organisation
        from revmentor_desktop.ui.start.recovery import RecoveryPage

        self._pending = opened
        code, path = opened.recovery_code, opened.data.path
        page = RecoveryPage(code, path, organisation(opened.data), self._prompts)
        page.done.connect(lambda: self._finish(opened))
        self.page.emit(page)

    # --- the end of every way ---

    def _finish(self, opened: OpenFile) -> None:
        self._pending = None
        self._preferences.remember_file(opened.data.path)
        self.opened.emit(opened)

    def _show_problem(self, path: Path, error: KnownError) -> None:
        from revmentor_desktop.ui.start.pages import ProblemPage

        page = ProblemPage(path, error, self._preferences.recent_files)
        page.again.connect(partial(self.begin, path))
        page.recover.connect(partial(self._ask_code, path))
        page.other_wanted.connect(self.choose)
        page.new_wanted.connect(self.begin_new)
        page.recent_wanted.connect(self.begin)
        self.page.emit(page)


def _free_place(place: Path) -> Path:
    """Return `place`, or the first numbered name beside it where no file stands."""
    tried, number = place, 2
    while tried.exists():
        tried = place.with_stem(f"{place.stem} {number}")
        number += 1
    return tried


def _words(error: KnownError) -> str:
    from revmentor_desktop.ui.prompts import words_of

    return words_of(error)
