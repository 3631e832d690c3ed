"""What every page is given: the open data file, the doors to the officer, and one way to change."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.services.pairing.draft_reading import shown_draft
from revmentor_desktop.services.setup.role_names import role_names
from revmentor_desktop.system.messages import sentence
from revmentor_desktop.system.paths import Paths
from revmentor_desktop.ui.links import Links
from revmentor_desktop.ui.private_files import PrivateFiles
from revmentor_desktop.ui.roles import use_role_names

if TYPE_CHECKING:
    from revmentor_desktop.domain.pairing_drafts import PairingDraft
    from revmentor_desktop.storage.data_file import DataFile
    from revmentor_desktop.system.preferences import Preferences
    from revmentor_desktop.ui.jobs import Jobs
    from revmentor_desktop.ui.prompts import Prompts
    from revmentor_desktop.ui.theme import Theme
    from revmentor_desktop.ui.widgets.notices import Notices

T = TypeVar("T")


class Context(QObject):
    """One open data file and what belongs to working on it."""

    changed = Signal(frozenset)
    """The names of the tables that a change, an undo or a redo touched."""
    programme_changed = Signal()
    """Another programme was chosen, or none."""
    requested = Signal(str)
    """A page asks the shell for something that is not its own, by the name of a command:
    new-programme, edit-programme, import-people, remove-sample, show:people, settings:dates, ….
    """

    def __init__(
        self,
        data: DataFile,
        prompts: Prompts,
        jobs: Jobs,
        preferences: Preferences,
        theme: Theme,
        notices: Notices,
    ) -> None:
        super().__init__()
        self.data = data
        self.prompts = prompts
        self.jobs = jobs
        self.preferences = preferences
        self.theme = theme
        self.notices = notices
        self.links = Links()
        self.private_files = PrivateFiles(Paths.standard().private)
        self._programme_id: int | None = None
        self._name_roles()

    @property
    def programme_id(self) -> int | None:
        """The programme that is looked at, or None while there is none."""
        return self._programme_id

    def choose_programme(self, programme_id: int | None) -> None:
        """Look at another programme."""
        if programme_id != self._programme_id:
            self._programme_id = programme_id
            self._name_roles()
            self.programme_changed.emit()

    def run(self, words: str, action: Callable[[DataFile], T], *, notice: str = "") -> T | None:
        """Do one change, which becomes the undo step `words`; return what `action` returns.

        A known error is shown and None returned. With `notice` a bar says so and offers Undo.
        """
        try:
            result = self.attempt(words, action)
        except KnownError as error:
            self.prompts.error(error)
            return None
        if notice:
            self.offer_undo(notice)
        return result

    def attempt(self, words: str, action: Callable[[DataFile], T]) -> T:
        """Do one change like `run`, but let a KnownError through to who shows it itself."""
        with self.data.words(words):
            result = action(self.data)
        self.announce(self.data.last_touched)
        return result

    def announce(self, tables: frozenset[str]) -> None:
        """Tell the pages which tables were touched, for instance by a job."""
        if tables:
            self.notices.overtake()
        if "plan_section" in tables:
            self._name_roles()
        self.changed.emit(tables)
        warning = self.data.take_warning()
        if warning is not None:
            title = self.tr("There is hardly any room left on the disk")
            self.prompts.inform(title, sentence(warning.code, warning.params))

    def offer_undo(self, said: str) -> None:
        """Say what was just done and offer to take it back, until something else is done."""
        self.notices.show(said, self.tr("Undo"), self.undo, passing=True)

    def undo(self) -> None:
        """Take the last change back and say so."""
        words = self.data.undo_words
        if words is not None:
            self._turn(self.data.undo, self.tr("Undone: {0}").format(words))

    def redo(self) -> None:
        """Do the last undone change again and say so."""
        words = self.data.redo_words
        if words is not None:
            self._turn(self.data.redo, self.tr("Done again: {0}").format(words))

    def _name_roles(self) -> None:
        """Call the roles as the programme that is looked at does."""
        use_role_names(role_names(self.data, self._programme_id))

    def _turn(self, turn: Callable[[], frozenset[str]], said: str) -> None:
        before = self._draft()
        try:
            tables = turn()
        except KnownError as error:
            self.prompts.error(error)
            return
        self.announce(tables)
        now = self._draft()
        if now is not None and (before is None or now.id != before.id):
            said = self.tr("{0}. The board shows “{1}” now.").format(said, now.name)
        self.notices.show(said)

    def _draft(self) -> PairingDraft | None:
        """Return the draft of pairs that the board shows."""
        return None if self._programme_id is None else shown_draft(self.data, self._programme_id)
