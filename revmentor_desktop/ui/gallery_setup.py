"""Pictures of setting a programme up: the wizard's steps, the copying, what Home says of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QScrollArea

from revmentor_desktop.domain.plan.draft import STEPS, Step
from revmentor_desktop.domain.plan.readiness import QUESTIONS, Answer
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.setup.steps.pairing import PairingStep
from revmentor_desktop.ui.setup.steps.purpose import PurposeStep
from revmentor_desktop.ui.setup.steps.sponsor import SponsorStep
from revmentor_desktop.ui.setup.wizard import SetupWizard
from revmentor_desktop.ui.widgets.surfaces import bring_into_view

_ANSWERS: Final = (Answer.YES, Answer.PARTLY, Answer.YES, Answer.YES, Answer.NO)


def take_setting_up(gallery: Gallery, context: Context) -> None:
    """Take the wizard from its first to its last step, and what goes with it."""
    wizard = SetupWizard(context, gallery.window)
    wizard.show()
    gallery.take("setup-0-empty", wizard)
    _fill_purpose(wizard)
    for number, step in enumerate(STEPS, start=1):
        wizard.go_to(step)
        gallery.take(f"setup-{number}-{step}", wizard)
        _take_rest(gallery, wizard, f"setup-{number}-{step}")
    _shown_as_paper(gallery, context, wizard)
    wizard.go_to(Step.SPONSOR)
    _answer(wizard)
    _take_rest(gallery, wizard, "setup-3-answered")
    wizard.go_to(Step.PAIRING)
    _order_grades(wizard)
    gallery.take("setup-6-grades", wizard)
    wizard.close()
    _resumed(gallery, context)
    _copied(gallery, context)


def _shown_as_paper(gallery: Gallery, context: Context, wizard: SetupWizard) -> None:
    """The plan as a paper, before there is a programme; and what stands in the way of one."""
    from revmentor_desktop.ui.draft_papers import DraftPapersDialog

    dialog = DraftPapersDialog(context, wizard.session.draft, wizard)
    dialog.show()
    gallery.settle(500)
    gallery.take_over_window("setup-8-paper", dialog)
    wizard.go_to(Step.PURPOSE)
    page = wizard.page
    if isinstance(page, PurposeStep):
        typed = page.name.text()
        page.name.setText("")
        page.edited.emit()
        wizard.go_to(Step.CHECK)
        gallery.take("setup-8-blocked", wizard)
        wizard.go_to(Step.PURPOSE)
        page.name.setText(typed)
        page.edited.emit()


def _fill_purpose(wizard: SetupWizard) -> None:
    page = wizard.page
    if not isinstance(page, PurposeStep):
        return
    page.cards.cards["floor"].click()
    page.name.setText("Front-line voices 2028")
    page.why_now.put("Two changes to the rota failed, and nobody at the top knew why.")
    page.evidence.add()
    page.asked.add()
    page.edited.emit()


def _order_grades(wizard: SetupWizard) -> None:
    """Grades in an order, one of them added by hand, beneath the curve."""
    page = wizard.page
    if isinstance(page, PairingStep):
        page.grade_order.begin.click()
        page.grade_order.rows.add_value("Director")
        bring_into_view(page.grade_order.rows.add_button)
        page.grade_curve.chart.setFocus()


def _answer(wizard: SetupWizard) -> None:
    page = wizard.page
    if isinstance(page, SponsorStep):
        for place, question in enumerate(QUESTIONS):
            page.check.rows[question].answers.buttons[_ANSWERS[place % len(_ANSWERS)]].click()


def _take_rest(gallery: Gallery, wizard: SetupWizard, name: str) -> None:
    """Take the foot of a step that is longer than the window."""
    gallery.settle(0)
    area = wizard.page.findChild(QScrollArea)
    if isinstance(area, QScrollArea) and area.verticalScrollBar().maximum() > 0:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        gallery.take(f"{name}-foot", wizard)


def _resumed(gallery: Gallery, context: Context) -> None:
    """What a draft looks like on Home, and in the wizard that goes on with it."""
    from revmentor_desktop.services.setup.writing import drop_draft, save_section

    if context.programme_id is not None:
        answers = dict.fromkeys(QUESTIONS, Answer.PARTLY)
        save_section(context.data, context.programme_id, "readiness", answers)
        context.announce(frozenset({"plan_section"}))
    gallery.shell.notice_bar.hide()
    gallery.shell.show_page("home")
    gallery.settle()
    gallery.take("home-draft-and-readiness")
    again = SetupWizard(context, gallery.window)
    again.show()
    gallery.take("setup-resumed", again)
    again.close()
    drop_draft(context.data)
    context.announce(frozenset({"draft"}))
    context.data.undo()
    context.announce(context.data.last_touched)


def _copied(gallery: Gallery, context: Context) -> None:
    """The dialog for starting from an earlier programme."""
    from revmentor_desktop.domain.participation import ParticipationDetails, Role
    from revmentor_desktop.domain.programme import ProgrammeDetails
    from revmentor_desktop.services.people.reading import people
    from revmentor_desktop.services.people.writing import take_part
    from revmentor_desktop.services.programmes.writing import add_programme, remove_programme
    from revmentor_desktop.ui.setup.copy_dialog import CopyDialog

    details = ProgrammeDetails(name="Fresh eyes 2026", start_date=date(2026, 9, 8))
    earlier = add_programme(context.data, details)
    everybody = [one.id for one in people(context.data)]
    for role, some in ((Role.MENTOR, everybody[:4]), (Role.MENTEE, everybody[4:8])):
        take_part(context.data, earlier, some, ParticipationDetails(role=role))
    dialog = CopyDialog(context, replaces=True, parent=gallery.window)
    gallery.take_over_window("setup-copy", dialog)
    remove_programme(context.data, earlier)
