"""The menu bar: every command with its words and keys, in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from revmentor_desktop.ui.registry import PageKind
from revmentor_desktop.ui.theme import Theme, ThemeChoice
from revmentor_desktop.ui.undo import UndoActions
from revmentor_desktop.ui.widgets.text import without_mnemonic

Keys = QKeySequence.StandardKey | str | None


class Menus(QObject):
    """Fills a menu bar; a command chosen is announced by its name.

    Names: new-file, open-file, organisation, recovery-sheet, change-secret, quit, new-programme,
    edit-programme, save-calendar, import-people, load-sample, remove-sample, find, show:<page>,
    shortcuts, open-logs, about.
    """

    requested = Signal(str)
    recent_chosen = Signal(Path)
    theme_chosen = Signal(str)

    def __init__(self, bar: QMenuBar, theme: Theme) -> None:
        super().__init__(bar)
        self.undo = UndoActions(self)
        self.actions: dict[str, QAction] = {}
        self._bar = bar
        self._needs_file: list[QAction] = []
        self._needs_programme: list[QAction] = []
        self._fill_file()
        self._fill_programme()
        self._fill_edit()
        self._view = bar.addMenu(self.tr("&View"))
        self._pages: list[QAction] = []
        self._fill_theme(theme)
        self._fill_help()
        self.set_open(is_open=False, has_programme=False, has_sample=False)

    def set_open(self, *, is_open: bool, has_programme: bool, has_sample: bool) -> None:
        """Offer what can be done now."""
        for action in self._needs_file:
            action.setEnabled(is_open)
        for action in self._needs_programme:
            action.setEnabled(is_open and has_programme)
        self.actions["load-sample"].setVisible(not has_sample)
        self.actions["remove-sample"].setVisible(has_sample)

    def set_recent(self, files: Sequence[Path]) -> None:
        """Offer the data files that were open lately."""
        self._recent.clear()
        for path in files:
            action = self._recent.addAction(without_mnemonic(f"{path.stem}  –  {path.parent}"))
            action.triggered.connect(lambda _=False, wanted=path: self.recent_chosen.emit(wanted))
        self._recent.setEnabled(bool(files))

    def set_pages(self, kinds: Sequence[PageKind]) -> None:
        """Offer these pages by Ctrl+1, Ctrl+2 and so on."""
        for old in self._pages:
            self._view.removeAction(old)
            old.deleteLater()
        self._pages.clear()
        for number, kind in enumerate(kinds, start=1):
            action = QAction(without_mnemonic(kind.title), self)
            action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(self._announcing(f"show:{kind.name}"))
            self._view.insertAction(self._view_rule, action)
            self._pages.append(action)

    def shortcuts(self) -> list[tuple[str, str]]:
        """Return every command that has keys, as (words, keys as written on this system)."""
        listed = []
        for menu in self._bar.findChildren(QMenu):
            for action in menu.actions():
                keys = action.shortcuts()
                if keys and action.isVisible():
                    words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
                    native = QKeySequence.SequenceFormat.NativeText
                    listed.append((words, ", ".join(key.toString(native) for key in keys)))
        return listed

    def _fill_file(self) -> None:
        menu = self._bar.addMenu(self.tr("&File"))
        self._add(menu, "new-file", self.tr("&New data file…"))
        self._add(menu, "open-file", self.tr("&Open another…"), QKeySequence.StandardKey.Open)
        self._recent = menu.addMenu(self.tr("Open &recent"))
        self._recent.setEnabled(False)
        menu.addSeparator()
        self._needs_file.append(self._add(menu, "organisation", self.tr("Your or&ganisation…")))
        self._needs_file.append(self._add(menu, "recovery-sheet", self.tr("Recovery &sheet…")))
        self._needs_file.append(self._add(menu, "change-secret", self.tr("Change &passphrase…")))
        menu.addSeparator()
        quit_action = self._add(menu, "quit", self.tr("&Quit"), "Ctrl+Q")
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _fill_programme(self) -> None:
        menu = self._bar.addMenu(self.tr("&Programme"))
        # Ctrl+N adds a person, on the page where people are: that is done far more often.
        new = "Ctrl+Shift+N"
        self._needs_file.append(self._add(menu, "new-programme", self.tr("&New programme…"), new))
        self._needs_programme.append(
            self._add(menu, "edit-programme", self.tr("Programme &settings"))
        )
        self._needs_programme.append(
            self._add(menu, "save-calendar", self.tr("Save the &calendar…"))
        )
        self._needs_file.append(
            self._add(menu, "import-people", self.tr("&Import people…"), "Ctrl+I")
        )
        menu.addSeparator()
        self._needs_file.append(self._add(menu, "load-sample", self.tr("&Look round the sample")))
        self._needs_file.append(
            self._add(menu, "remove-sample", self.tr("&Remove the sample programme"))
        )

    def _fill_edit(self) -> None:
        menu = self._bar.addMenu(self.tr("&Edit"))
        menu.addAction(self.undo.undo)
        menu.addAction(self.undo.redo)
        menu.addSeparator()
        find = self._add(menu, "find", self.tr("&Find"), QKeySequence.StandardKey.Find)
        self._needs_file.append(find)

    def _fill_theme(self, theme: Theme) -> None:
        self._view_rule = self._view.addSeparator()
        menu = self._view.addMenu(self.tr("&Theme"))
        group = QActionGroup(self)
        words = {
            ThemeChoice.SYSTEM: self.tr("&Follow the system"),
            ThemeChoice.LIGHT: self.tr("&Light"),
            ThemeChoice.DARK: self.tr("&Dark"),
        }
        for choice, text in words.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(theme.choice is choice)
            action.triggered.connect(
                lambda _=False, wanted=choice: self.theme_chosen.emit(str(wanted))
            )
            group.addAction(action)

    def _fill_help(self) -> None:
        menu = self._bar.addMenu(self.tr("&Help"))
        keys = QKeySequence.StandardKey.HelpContents
        self._add(menu, "shortcuts", self.tr("&Keyboard shortcuts"), keys)
        self._add(menu, "open-logs", self.tr("Open &log folder"))
        menu.addSeparator()
        about = self._add(menu, "about", self.tr("&About RevMentor"))
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add(self, menu: QMenu, name: str, text: str, keys: Keys = None) -> QAction:
        action = menu.addAction(text)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(self._announcing(name))
        self.actions[name] = action
        return action

    def _announcing(self, name: str) -> Callable[[], None]:
        return lambda: self.requested.emit(name)
