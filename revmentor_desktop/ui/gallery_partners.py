"""Pictures of how many partners people may have: in settings, at a person, in the table."""

from __future__ import annotations

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.draft import Step
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.people.page import PeoplePage
from revmentor_desktop.ui.setup.settings.page import SettingsPage
from revmentor_desktop.ui.setup.steps.pairing import PairingStep
from revmentor_desktop.ui.widgets.surfaces import bring_into_view


def take_partners(gallery: Gallery) -> None:
    """Let each mentor have two leaders, and look at where that is told."""
    gallery.shell.show_page("settings")
    settings = gallery.shell.page("settings")
    if not isinstance(settings, SettingsPage):
        return
    settings.show_section(Step.PAIRING)
    section = settings.section(Step.PAIRING)
    if isinstance(section, PairingStep):
        section.partners.numbers[Role.MENTOR].setValue(2)
        bring_into_view(section.partners)
        # What the edits touch is said a moment after them.
        gallery.settle(500)
        gallery.take("settings-partners")
    settings.apply()
    _take_people(gallery)
    context = gallery.shell.context
    if context is not None:
        context.undo()
    gallery.shell.notice_bar.hide()


def _take_people(gallery: Gallery) -> None:
    """Somebody with a number of their own, and somebody without."""
    gallery.shell.show_page("people")
    page = gallery.shell.page("people")
    if not isinstance(page, PeoplePage):
        return
    entries = [page.model.entry(row) for row in range(page.model.rowCount())]
    parts = [(one.person.id, one.participation) for one in entries if one.participation]
    for name, is_own in (("usual", False), ("own", True)):
        found = (who for who, part in parts if (part.own_partners is not None) is is_own)
        page.choose(next(found))
        bring_into_view(page.panel.form.bindings["own_partners"].box)
        gallery.take(f"people-partners-{name}")
