"""What fills the window: sidebar, pages, menus, notices; it wires the pages of a data file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from revmentor_desktop.system.paths import Paths
from revmentor_desktop.system.preferences import Preferences
from revmentor_desktop.ui import window_state
from revmentor_desktop.ui.commands import Commands
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.jobs import Jobs
from revmentor_desktop.ui.menus import Menus
from revmentor_desktop.ui.page import Page
from revmentor_desktop.ui.private_files import PrivateFiles
from revmentor_desktop.ui.prompts import Prompts
from revmentor_desktop.ui.registry import page_kinds
from revmentor_desktop.ui.sidebar import Sidebar
from revmentor_desktop.ui.single_instance import Claims
from revmentor_desktop.ui.start.frame import StartPage
from revmentor_desktop.ui.theme import Theme, ThemeChoice
from revmentor_desktop.ui.widgets.notices import NoticeBar, Notices
from revmentor_desktop.ui.widgets.tab_order import first_stop
from revmentor_desktop.ui.window import Window

if TYPE_CHECKING:
    from revmentor_desktop.services.vault import OpenFile

_NAME = "RevMentor"


class Shell(QObject):
    """Fills the one window: without a data file with a page of `start`, else with the file's."""

    ready = Signal()
    """The officer can go on: a page of the data file is shown, or one that asks how to open it."""

    def __init__(
        self,
        window: Window,
        paths: Paths,
        preferences: Preferences,
        theme: Theme,
        prompts: Prompts,
        claims: Claims,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.paths = paths
        self.preferences = preferences
        self.theme = theme
        self.prompts = prompts
        self.claims = claims
        self.private_files = PrivateFiles(paths.private)
        self.jobs = Jobs(prompts)
        self.notices = Notices()
        self.context: Context | None = None
        self.opened: OpenFile | None = None
        self._kinds = {kind.name: kind for kind in page_kinds()}
        self._pages: dict[str, Page] = {}
        self._start: QWidget | None = None
        self.sidebar = Sidebar()
        self.stack = QStackedWidget()
        self.notice_bar = NoticeBar(self.notices)
        self.menus = Menus(window.menuBar(), theme)
        self.commands = Commands(self)
        self._lay_out()
        self._wire()
        self._entitle()

    # --- pages ---

    def show_start(self, page: StartPage) -> None:
        """Show a page that needs no data file, instead of everything else."""
        old, self._start = self._start, page
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._drop(old)
        self._show_content()
        page.take_focus()
        self.ready.emit()

    def show_page(self, name: str) -> None:
        """Show a page of the open data file, making it when it is first wanted."""
        if self.context is None or name not in self._kinds:
            return
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._kinds[name].make(self.context)
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.sidebar.select(name)

    def page(self, name: str) -> Page | None:
        """Return a page of the open data file if it was shown already."""
        return self._pages.get(name)

    @property
    def current_page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.currentWidget()

    # --- the open data file ---

    def attach(self, opened: OpenFile) -> None:
        """Show the pages of a data file."""
        self.opened = opened
        self.context = Context(
            opened.data, self.prompts, self.jobs, self.preferences, self.theme, self.notices
        )
        self.context.private_files = self.private_files
        self.context.changed.connect(self._refresh)
        self.context.programme_changed.connect(self._refresh)
        self.context.requested.connect(self.commands.do)
        self.menus.undo.follow(self.context)
        self.menus.set_recent(self.preferences.recent_files)
        kinds = list(self._kinds.values())
        self.menus.set_pages(kinds)
        entries = [(kind.name, kind.title, kind.icon) for kind in kinds if not kind.is_at_foot]
        foot = [(kind.name, kind.title, kind.icon) for kind in kinds if kind.is_at_foot]
        self.sidebar.set_pages(entries, foot)
        self.commands.choose_usual_programme()
        self._refresh()
        self.show_page("home")
        self._show_content()
        self._drop(self._start)
        self._start = None
        self.ready.emit()

    def detach(self) -> None:
        """Close the data file and everything that shows it; all changes are stored already."""
        opened = self.opened
        self.forget_file()
        self.private_files.close()
        if opened is not None:
            opened.data.close()
        self.claims.release()

    def forget_file(self) -> None:
        """Take away everything that shows the data file, and leave it open."""
        self.jobs.stop()
        self.notice_bar.hide()
        self.menus.undo.follow(None)
        self.menus.set_pages([])
        self.sidebar.set_pages([])
        for page in self._pages.values():
            self._drop(page)
        self._pages.clear()
        context, self.context = self.context, None
        if context is not None:
            context.deleteLater()
        self.opened = None
        self._refresh()

    def close(self) -> None:
        """Remember where the window stands and close the data file; the window is closing."""
        window_state.keep(self.window, self.preferences)
        self.commands.abandon()
        self.detach()

    def rescue(self) -> Sequence[Callable[[], None]]:
        """Return the steps that bring the data into safety after a crash, the first first."""
        steps: list[Callable[[], None]] = [self.jobs.stop, self.commands.abandon]
        if self.opened is not None:
            steps.append(self.opened.data.close)
        return [*steps, self.private_files.close, self.claims.release]

    def come_to_front(self) -> None:
        """Raise the window; another start of the program asked for it."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)

    def _refresh(self, *_: object) -> None:
        self.commands.refresh()
        self._entitle(self.opened.data.path if self.opened else None)

    def _entitle(self, path: Path | None = None) -> None:
        parts = [self.commands.programme_name, path.stem if path else "", _NAME]
        self.window.setWindowTitle(" – ".join(part for part in parts if part))

    def _drop(self, page: QWidget | None) -> None:
        if page is not None:
            self.stack.removeWidget(page)
            page.hide()
            for timer in page.findChildren(QTimer):
                timer.stop()  # it would ask a data file that is closed by then
            page.deleteLater()

    # --- making of ---

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 0, 28, 14)
        foot.addWidget(self.notice_bar)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        column.addWidget(self._foot)
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)

    def _show_content(self) -> None:
        """Fill the window once there is a page, not before: laying everything out takes time."""
        if self.window.centralWidget() is not self._content:
            self.window.fill(self._content)

    def _wire(self) -> None:
        """Connect the parts of the window; they do not know each other."""
        self.sidebar.page_chosen.connect(self.show_page)
        self.sidebar.programme_chosen.connect(self.commands.choose_programme)
        self.sidebar.switcher.add_command(self.menus.actions["new-programme"])
        self.menus.requested.connect(self.commands.do)
        self.menus.recent_chosen.connect(self.commands.open_recent)
        self.menus.theme_chosen.connect(self._choose_theme)
        self.menus.set_recent(self.preferences.recent_files)
        self.claims.knocked.connect(self.come_to_front)
        self.window.closing.connect(self.close)
        other_side = QShortcut(QKeySequence("F6"), self.window)
        other_side.activated.connect(self._go_round)
        if sys.platform != "win32":  # there the system itself asks for the menu
            menu_keys = QShortcut(QKeySequence("Shift+F10"), self.window)
            menu_keys.activated.connect(_ask_for_menu)

    def _choose_theme(self, choice: str) -> None:
        self.theme.choose(ThemeChoice(choice))
        self.preferences.set("theme", choice)

    def _go_round(self) -> None:
        """Move the focus on: sidebar, page, notice."""
        focused = QApplication.focusWidget() or self.window
        page, notice = self.stack.currentWidget(), self.notice_bar
        entry = first_stop(page) if page is not None else None
        if self.sidebar.isAncestorOf(focused) and entry is not None:
            entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif notice.isVisible() and not notice.isAncestorOf(focused):
            button = notice.act if notice.act.isVisible() else notice.close_button
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.sidebar.focus_entry()


def _ask_for_menu() -> None:
    """Ask what has the focus for its menu, as the menu key of a keyboard does."""
    target = QApplication.focusWidget()
    if target is None:
        return
    spot = QRectF(target.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))
    at = spot.center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, target.mapToGlobal(at))
    QApplication.sendEvent(target, event)
