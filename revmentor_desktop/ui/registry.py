"""The pages of the window, in the order of the sidebar; each is loaded when first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.page import Page


class PageKind(NamedTuple):
    """A page that can be shown: its name in code, its entry in the sidebar, how it is made.

    What is seldom needed stands at the foot of the sidebar.
    """

    name: str
    title: str
    icon: str
    make: Callable[[Context], Page]
    is_at_foot: bool = False


def page_kinds() -> tuple[PageKind, ...]:
    """Return every page that works; what does not yet is not here."""
    return (
        PageKind("home", _tr("Home"), "house", _home),
        PageKind("people", _tr("People"), "users", _people),
        PageKind("applications", _tr("Applications"), "inbox", _applications),
        PageKind("pairing", _tr("Pairing"), "handshake", _pairing),
        PageKind("documents", _tr("Documents"), "file-text", _documents),
        PageKind("letters", _tr("Letters"), "mail", _letters),
        PageKind(
            "settings", _tr("Programme settings"), "sliders-horizontal", _settings, is_at_foot=True
        ),
    )


def _home(context: Context) -> Page:
    from revmentor_desktop.ui.home.page import HomePage

    return HomePage(context)


def _people(context: Context) -> Page:
    from revmentor_desktop.ui.people.page import PeoplePage

    return PeoplePage(context)


def _applications(context: Context) -> Page:
    from revmentor_desktop.ui.applications.page import ApplicationsPage

    return ApplicationsPage(context)


def _pairing(context: Context) -> Page:
    from revmentor_desktop.ui.pairing.page import PairingPage

    return PairingPage(context)


def _documents(context: Context) -> Page:
    from revmentor_desktop.ui.documents.page import DocumentsPage

    return DocumentsPage(context)


def _letters(context: Context) -> Page:
    from revmentor_desktop.ui.letters.page import LettersPage

    return LettersPage(context)


def _settings(context: Context) -> Page:
    from revmentor_desktop.ui.setup.settings.page import SettingsPage

    return SettingsPage(context)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sidebar", text)
