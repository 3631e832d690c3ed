"""What the commands of the menus and the requests of the pages do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.programme import Programme
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.roles import counted_role
from revmentor_desktop.ui.start.opening import Opening

if TYPE_CHECKING:
    from revmentor_desktop.ui.shell import Shell

_PROGRAMME_KEY = "programme"


class Commands(QObject):
    """Carries out commands by their name, for one window."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._opening = Opening(
            shell.paths, shell.preferences, shell.prompts, shell.jobs, shell.claims
        )
        self._opening.page.connect(shell.show_start)
        self._opening.opened.connect(self._attach)
        self.programme_name = ""
        self._table: dict[str, Callable[[], object]] = {
            "new-file": self._new_file,
            "open-file": self._open_another,
            "organisation": self._name_organisation,
            "recovery-sheet": self._show_recovery_sheet,
            "change-secret": self._change_secret,
            "quit": shell.window.close,
            "new-programme": self._new_programme,
            "edit-programme": self._edit_programme,
            "readiness": self._check_readiness,
            "save-calendar": self._save_calendar,
            "import-people": self._import_people,
            "load-sample": self._load_sample,
            "remove-sample": self._remove_sample,
            "find": self._find,
            "shortcuts": self._show_shortcuts,
            "open-logs": self._open_logs,
            "about": self._about,
        }

    def do(self, name: str) -> None:
        """Carry out a command. Raises KeyError for a name that is none."""
        verb, _, about = name.partition(":")
        verbs = {
            "show": self._shell.show_page,
            "write-letter": self._write_letter,
            "show-paper": self._show_paper,
            "settings": self._show_settings,
        }
        if about and verb in verbs:
            verbs[verb](about)
            return
        self._table[name]()

    # --- data files ---

    def begin(self, path: Path | None) -> None:
        """Open a data file, or offer to make the first."""
        if path is None:
            self._opening.begin_new(first=True)
        else:
            self._opening.begin(path)

    def open_recent(self, path: Path) -> None:
        """Close the data file that is open and open another."""
        self._close()
        self._opening.begin(path)

    def abandon(self) -> None:
        """Close a data file that is open but not yet shown."""
        self._opening.abandon()

    def _close(self) -> None:
        self._opening.abandon()
        self._shell.detach()

    def _attach(self, opened: object) -> None:
        from revmentor_desktop.services.vault import OpenFile

        if isinstance(opened, OpenFile):
            self._shell.attach(opened)

    def _new_file(self) -> None:
        self._close()
        self._opening.begin_new()

    def _open_another(self) -> None:
        path = self._opening.pick()
        if path is not None:
            self.open_recent(path)

    def _show_recovery_sheet(self) -> None:
        from revmentor_desktop.services.programmes.reading import organisation, organisation_logo
        from revmentor_desktop.ui.start.recovery import RecoveryDialog

        opened = self._shell.opened
        if opened is None:
            return
        code, path = opened.recovery_code, opened.data.path
        owner = organisation(opened.data)
        dialog = RecoveryDialog(code, path, owner, self._shell.prompts, self._shell.window)
        dialog.code.logo = organisation_logo(opened.data)
        dialog.exec()

    def _change_secret(self) -> None:
        from revmentor_desktop.ui.start.change_secret import ChangeSecretDialog

        opened = self._shell.opened
        if opened is None:
            return
        dialog = ChangeSecretDialog(opened, self._shell.paths, self._shell.jobs, self._shell.window)
        if dialog.exec():
            self._shell.notices.show(self.tr("From now on the new choice opens the data file."))

    # --- programmes ---

    def refresh(self) -> None:
        """Show what is open in the sidebar and the menus."""
        from revmentor_desktop.services.programmes import reading

        shell, context = self._shell, self._shell.context
        if context is None:
            self.programme_name = ""
            shell.menus.set_open(is_open=False, has_programme=False, has_sample=False)
            return
        programmes = reading.programmes(context.data)
        current = _current(programmes, context.programme_id)
        if current is None and (programmes or context.programme_id is not None):
            # The programme that was looked at is gone, or the first one is back after an undo;
            # this refreshes again.
            context.choose_programme(self._usual(programmes))
            return
        self.programme_name = current.name if current else ""
        shell.sidebar.switcher.show_programmes(programmes, context.programme_id)
        shell.menus.set_open(
            is_open=True,
            has_programme=current is not None,
            has_sample=any(one.is_sample for one in programmes),
        )
        self._show_numbers(context)

    def choose_programme(self, programme_id: int) -> None:
        """Look at another programme, also after the next start."""
        if self._shell.context is not None:
            self._shell.preferences.set(_PROGRAMME_KEY, programme_id)
            self._shell.context.choose_programme(programme_id)

    def choose_usual_programme(self) -> None:
        """Look at the programme that was looked at last, or the newest."""
        from revmentor_desktop.services.programmes import reading

        context = self._shell.context
        if context is not None:
            context.choose_programme(self._usual(reading.programmes(context.data)))

    def _usual(self, programmes: list[Programme]) -> int | None:
        ids = [one.id for one in programmes]
        kept = self._shell.preferences.get(_PROGRAMME_KEY)
        return kept if kept in ids else next(iter(ids), None)

    def _show_numbers(self, context: Context) -> None:
        """Say how large the programme is, and what waits on which page."""
        from revmentor_desktop.services.programmes import reading

        sidebar = self._shell.sidebar
        if context.programme_id is None:
            sidebar.switcher.show_note("")
            sidebar.set_waiting({})
            return
        standing = reading.standing(context.data, context.programme_id)
        sidebar.switcher.show_note(
            self.tr("{0} {1} · {2} {3}").format(
                standing.mentors,
                counted_role(Role.MENTOR, standing.mentors),
                standing.leaders,
                counted_role(Role.MENTEE, standing.leaders),
            )
        )
        # A leader can only wait for the officer while there are mentors to choose from.
        waiting = standing.leaders - standing.paired_leaders if standing.mentors else 0
        applied = reading.waiting_applications(context.data, context.programme_id)
        sidebar.set_waiting({"pairing": max(waiting, 0), "applications": applied})

    def _new_programme(self) -> None:
        context = self._shell.context
        if context is None:
            return
        from revmentor_desktop.ui.setup.undone import DraftOfUndone
        from revmentor_desktop.ui.setup.wizard import SetupWizard

        wizard = SetupWizard(context, self._shell.window)
        wizard.exec()
        if wizard.programme_id is None or wizard.created is None:
            return
        DraftOfUndone(context, wizard.programme_id, wizard.created)
        self.choose_programme(wizard.programme_id)
        self._shell.show_page("home")
        context.offer_undo(self.tr("The programme is there. Next come its people."))

    def _edit_programme(self) -> None:
        self._shell.show_page("settings")

    def _check_readiness(self) -> None:
        self._show_settings("sponsor")

    def _show_settings(self, section: str) -> None:
        from revmentor_desktop.ui.setup.settings.page import SettingsPage

        self._shell.show_page("settings")
        page = self._shell.page("settings")
        if isinstance(page, SettingsPage):
            page.show_section(section)

    def _save_calendar(self) -> None:
        from revmentor_desktop.ui.setup.save_calendar import save_calendar

        if self._shell.context is not None:
            save_calendar(self._shell.context)

    def _name_organisation(self) -> None:
        from revmentor_desktop.ui.programme.organisation import OrganisationDialog

        if self._shell.context is not None:
            OrganisationDialog(self._shell.context, self._shell.window).exec()

    def _import_people(self) -> None:
        from revmentor_desktop.ui.people.importing.wizard import ImportWizard

        if self._shell.context is not None:
            ImportWizard(self._shell.context, self._shell.window).exec()

    def _load_sample(self) -> None:
        from revmentor_desktop.services.sample import add_sample

        context = self._shell.context
        if context is None:
            return
        words = self.tr("Add the sample programme")
        notice = self.tr("The sample programme is here: look round, try anything.")
        programme_id = context.run(words, add_sample, notice=notice)
        if programme_id is not None:
            self.choose_programme(programme_id)

    def _remove_sample(self) -> None:
        from revmentor_desktop.services.sample import remove_sample

        if self._shell.context is not None:
            words = self.tr("Remove the sample programme")
            notice = self.tr("The sample programme is gone, with its people.")
            self._shell.context.run(words, remove_sample, notice=notice)

    # --- letters and papers ---

    def _write_letter(self, about: str) -> None:
        """Show a letter, "reserve", or one to some people by their ids, "reserve:12,15"."""
        from revmentor_desktop.ui.letters.page import LettersPage

        self._shell.show_page("letters")
        page = self._shell.page("letters")
        if isinstance(page, LettersPage):
            key, _, to = about.partition(":")
            page.show_letter(key, [int(one) for one in to.split(",") if one])

    def _show_paper(self, key: str) -> None:
        from revmentor_desktop.ui.documents.page import DocumentsPage

        self._shell.show_page("documents")
        page = self._shell.page("documents")
        if isinstance(page, DocumentsPage):
            page.show_paper(key)

    # --- view and help ---

    def _find(self) -> None:
        from revmentor_desktop.ui.page import Page

        page = self._shell.current_page
        if isinstance(page, Page):
            page.go_to_search()

    def _show_shortcuts(self) -> None:
        from revmentor_desktop.ui.help import ShortcutsDialog

        ShortcutsDialog(self._shell.menus.shortcuts(), self._shell.window).exec()

    def _open_logs(self) -> None:
        from revmentor_desktop.ui.links import Links

        folder = self._shell.paths.logs
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror
            self._shell.prompts.error(KnownError("folder-unwritable", path=folder, reason=reason))
            return
        Links().open_path(folder)

    def _about(self) -> None:
        from revmentor_desktop.ui.help import AboutDialog

        AboutDialog(self._shell.window).exec()


def _current(programmes: list[Programme], programme_id: int | None) -> Programme | None:
    return next((one for one in programmes if one.id == programme_id), None)
