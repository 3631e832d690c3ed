"""Every page, dialog, wizard step, menu and printed page, brought about one after the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMenu

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.gallery import Gallery
from revmentor_desktop.ui.gallery_agreements import take_agreements
from revmentor_desktop.ui.gallery_choice import take_choices
from revmentor_desktop.ui.gallery_documents import take_documents
from revmentor_desktop.ui.gallery_explaining import take_explaining
from revmentor_desktop.ui.gallery_large import take_large
from revmentor_desktop.ui.gallery_mailing import take_mailing
from revmentor_desktop.ui.gallery_more_than_agreed import take_more_than_agreed
from revmentor_desktop.ui.gallery_pairing import take_pairing
from revmentor_desktop.ui.gallery_pairing_seldom import take_seldom
from revmentor_desktop.ui.gallery_partners import take_partners
from revmentor_desktop.ui.gallery_printing import take_printing
from revmentor_desktop.ui.gallery_setup import take_setting_up
from revmentor_desktop.ui.gallery_suggesting import take_suggesting
from revmentor_desktop.ui.start.pages import NewFilePage, RecoverPage, UnlockPage
from revmentor_desktop.ui.start.recovery import RecoveryPage

if TYPE_CHECKING:
    from revmentor_desktop.ui.documents.page import DocumentsPage
    from revmentor_desktop.ui.setup.settings.page import SettingsPage

_LIST: Final = (
    "Mentoring: who takes part;;;;\r\n;;;;\r\n"
    "Name;E-mail;Which side?;Department;Wants to learn\r\n"
    "WARD, Elin;elin.ward@northgate.example;Snr – mentee;Finance;AI tools / Plain English\r\n"
    "Noor Aziz;noor.aziz@northgate.example;Mentor;Wards;\r\n"
    "Pat Quinn;pat.quinn at northgate.example;Mentor;Estates;Budgets\r\n"
    "Ola Nowak;ola.nowak@northgate.example;Observer;Wards;\r\n"
    "Mei Brown;mei.brown@northgate.example;Mentor;Wards;\r\n"
    "Total;5;;;\r\n"
)


def take_all(gallery: Gallery) -> list[Path]:
    """Take every picture there is; return the files."""
    _starts(gallery)
    context = _attached(gallery)
    _empty(gallery, context)
    gallery.shell.show_page("home")
    gallery.shell.commands.do("load-sample")
    gallery.take("notice")
    gallery.shell.notice_bar.hide()
    gallery.take_pages()
    _dialogs(gallery, context)
    _settings(gallery)
    take_partners(gallery)
    _wizard(gallery, context)
    take_setting_up(gallery, context)
    _menus(gallery)
    _letters(gallery, context)
    take_mailing(gallery, context)
    take_agreements(gallery, context)
    take_documents(gallery, context)
    _papers(gallery, context)
    take_printing(gallery, context)
    take_large(gallery, context)
    gallery.window.close()
    return gallery.taken


def _starts(gallery: Gallery) -> None:
    """The first start, and what is seen before a data file is open."""
    shell, place = gallery.shell, gallery.paths.default_data_file
    gallery.shell.commands.begin(None)
    gallery.take("start-first")
    page = NewFilePage(place, first=True, key_store=True)
    shell.show_start(page)
    page.organisation.setText("Northgate Hospitals Trust")
    page.secret.first.setText("maple bridge lantern")
    page.secret.second.setText("maple bridge lamp")
    page.make.click()
    gallery.take("start-passphrases-differ")
    page.secret.with_key_store.setChecked(True)
    gallery.take("start-key-store")
    shell.show_start(RecoveryPage("7K2M-Q4VX-9TRD-H3WB-PZ6N-YC5J-8FGA", place, "", gallery.prompts))
    gallery.take("start-recovery-sheet")
    unlock = UnlockPage(place)
    shell.show_start(unlock)
    gallery.take("start-unlock")
    unlock.refuse(KnownError("passphrase-wrong"))
    gallery.take("start-unlock-wrong")
    recover = RecoverPage(place)
    shell.show_start(recover)
    recover.refuse(KnownError("code-typo"))
    gallery.take("start-recover")
    shell.preferences.remember_file(gallery.paths.data / "Last year.revmentor")
    shell.commands.begin(gallery.paths.data / "Moved away.revmentor")
    gallery.take("start-file-missing")
    shell.preferences.set("recent_files", None)


def _attached(gallery: Gallery) -> Context:
    """Open a new data file without a programme."""
    from revmentor_desktop.services.sample import remove_sample

    opened = gallery.opened()
    remove_sample(opened.data)
    gallery.shell.attach(opened)
    if gallery.shell.context is None:
        raise LookupError("no data file is open")
    return gallery.shell.context


def _empty(gallery: Gallery, context: Context) -> None:
    """Every page without a programme, and then with one that has nobody in it."""
    from revmentor_desktop.domain.programme import ProgrammeDetails
    from revmentor_desktop.services.programmes.writing import add_programme, remove_programme
    from revmentor_desktop.ui.registry import page_kinds

    for kind in page_kinds():
        gallery.shell.show_page(kind.name)
        gallery.take(f"empty-{kind.name}")
    details = ProgrammeDetails(name="Fresh eyes 2027", purpose="New starters say what they see.")
    programme_id = context.attempt("Start", lambda data: add_programme(data, details))
    context.choose_programme(programme_id)
    for kind in page_kinds():
        gallery.shell.show_page(kind.name)
        gallery.take(f"nobody-{kind.name}")
    context.attempt("Remove", lambda data: remove_programme(data, programme_id))


def _dialogs(gallery: Gallery, context: Context) -> None:
    """Every dialog, some of them with a problem."""
    from revmentor_desktop.ui.crash_dialog import CrashDialog, details
    from revmentor_desktop.ui.help import AboutDialog, ShortcutsDialog
    from revmentor_desktop.ui.programme.organisation import OrganisationDialog
    from revmentor_desktop.ui.start.change_secret import ChangeSecretDialog
    from revmentor_desktop.ui.start.recovery import RecoveryDialog

    window, opened = gallery.window, gallery.shell.opened
    named = OrganisationDialog(context, window)
    gallery.take_over_window("dialog-organisation", named)
    unnamed = OrganisationDialog(context, window)
    unnamed.logo.take_away()
    gallery.take_over_window("dialog-organisation-without-a-logo", unnamed)
    if opened is not None:
        change = ChangeSecretDialog(opened, gallery.paths, gallery.shell.jobs, window)
        gallery.take_over_window("dialog-change-passphrase", change)
        sheet = RecoveryDialog(opened.recovery_code, opened.data.path, "", gallery.prompts, window)
        gallery.take_over_window("dialog-recovery-sheet", sheet)
    keys = ShortcutsDialog(gallery.shell.menus.shortcuts(), window)
    gallery.take_over_window("dialog-shortcuts", keys)
    gallery.take_over_window("dialog-about", AboutDialog(window))
    try:
        raise ValueError("shown nowhere")
    except ValueError as error:
        text = details(error)
    gallery.take_over_window("dialog-crash", CrashDialog(text, gallery.paths.logs))
    _messages(gallery)
    _people_dialogs(gallery)
    _application_dialog(gallery)
    take_pairing(gallery, context)
    take_choices(gallery, context)
    take_explaining(gallery)
    take_suggesting(gallery, context)
    take_seldom(gallery, context)
    take_more_than_agreed(gallery, context)


def _settings(gallery: Gallery) -> None:
    """Every section of the settings, one with edits that wait."""
    from revmentor_desktop.ui.setup.settings.page import SettingsPage

    gallery.shell.show_page("settings")
    page = gallery.shell.page("settings")
    if not isinstance(page, SettingsPage):
        return
    gallery.shell.notice_bar.hide()
    for key in page.list.buttons:
        page.show_section(key)
        gallery.take(f"settings-{key}")
    _edit_fields(page)
    gallery.take("settings-people-edited")
    _edit_rules(page)
    # What the edits touch is said a moment after them.
    gallery.settle(500)
    gallery.take("settings-pairing-edited")
    gallery.shell.show_page("home")
    gallery.take("home-edits-wait")
    gallery.shell.show_page("settings")
    for key in page.waiting:
        page.show_section(key)
        page.discard()
    gallery.shell.notice_bar.hide()


def _edit_fields(page: SettingsPage) -> None:
    """Add questions of one's own, a sensitive one without its purpose."""
    from revmentor_desktop.domain.plan.draft import Step
    from revmentor_desktop.services.setup.suggestions import suggested_fields
    from revmentor_desktop.ui.setup.steps.people import PeopleStep

    page.show_section(Step.PEOPLE)
    section = page.section(Step.PEOPLE)
    if isinstance(section, PeopleStep):
        for place in (0, 5):
            section.own_fields.add(suggested_fields()[place])


def _edit_rules(page: SettingsPage) -> None:
    """Switch rules so that pairs would break them."""
    from revmentor_desktop.domain.plan.draft import Step
    from revmentor_desktop.domain.plan.pairing_choices import OwnRuleKind
    from revmentor_desktop.ui.setup.own_rules import OwnRuleEditor
    from revmentor_desktop.ui.setup.steps.pairing import PairingStep

    page.show_section(Step.PAIRING)
    section = page.section(Step.PAIRING)
    if isinstance(section, PairingStep):
        section.own_rules.add_button.click()
        for editor in section.own_rules.editors:
            if isinstance(editor, OwnRuleEditor):
                editor.field.put("site")
                editor.kind.put(OwnRuleKind.MUST_BE_EQUAL)
                editor.edited.emit()


def _messages(gallery: Gallery) -> None:
    """The boxes of the door for messages, and the one of long work."""
    import threading

    from revmentor_desktop.domain.progress import Progress
    from revmentor_desktop.ui.jobs import ProgressDialog

    prompts = gallery.prompts
    error = KnownError("folder-unwritable", path=Path("Documents"), reason="No space left")
    gallery.take_over_window("message-error", prompts.error_box(error))
    gallery.take_over_window(
        "message-information", prompts.message_box("Printed", "12 agreements went to the printer.")
    )
    gallery.take_over_window(
        "message-question",
        prompts.question_box("Replace 12 files?", "They are written anew.", "Replace them"),
    )
    waiting = ProgressDialog("Making 12 agreements", threading.Event(), gallery.window)
    waiting.report(Progress(5, 12, "Mei Brown and David Price"))
    gallery.take_over_window("message-progress", waiting)


def _people_dialogs(gallery: Gallery) -> None:
    from revmentor_desktop.ui.people.column_menu import ColumnMenu
    from revmentor_desktop.ui.people.page import PeoplePage

    gallery.shell.show_page("people")
    page = gallery.shell.page("people")
    if isinstance(page, PeoplePage):
        gallery.take_over_window("dialog-person-new", page.add_person())
        columns = page.findChild(ColumnMenu)
        if columns is not None:
            gallery.take_over_window("dialog-columns", columns.choose_columns())


def _application_dialog(gallery: Gallery) -> None:
    from revmentor_desktop.ui.applications.page import ApplicationsPage

    gallery.shell.show_page("applications")
    page = gallery.shell.page("applications")
    if isinstance(page, ApplicationsPage):
        gallery.take_over_window("dialog-application", page.add_application())


def _wizard(gallery: Gallery, context: Context) -> None:
    """The import wizard: each of its steps."""
    from revmentor_desktop.exchange.people_file.draft import Step
    from revmentor_desktop.ui.people.importing.wizard import ImportWizard

    wizard = ImportWizard(context, gallery.window)
    wizard.show()
    gallery.take("wizard-0-empty", wizard)
    path = gallery.paths.data / "Who takes part.csv"
    path.write_text(_LIST, encoding="utf-8")
    wizard.session.open(path)
    gallery.settle()
    for number, step in enumerate(Step, start=1):
        wizard.go_to(step)
        gallery.take(f"wizard-{number}-{step.name.lower()}", wizard)
    wizard.session.is_edited = False
    wizard.close()


def _menus(gallery: Gallery) -> None:
    """Every menu of the menu bar, and the programme switcher's."""
    for action in gallery.window.menuBar().actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            _menu(gallery, action.text().replace("&", "").lower(), menu)
    _menu(gallery, "switcher", gallery.shell.sidebar.switcher.menu())


def _menu(gallery: Gallery, name: str, menu: QMenu) -> None:
    menu.popup(gallery.window.pos())
    gallery.take(f"menu-{name}", menu)
    menu.close()


def _papers(gallery: Gallery, context: Context) -> None:
    """Every printed page: an agreement, the set-up papers, and the recovery sheet."""
    from revmentor_desktop.documents.recovery_sheet import RecoverySheetValues, recovery_sheet_pdf
    from revmentor_desktop.services.documents.pair_papers import pair_papers
    from revmentor_desktop.services.documents.setup_papers import setup_papers
    from revmentor_desktop.system.clock import today
    from revmentor_desktop.ui.documents.page import PAPERS, DocumentsPage

    page = gallery.shell.page("documents")
    if isinstance(page, DocumentsPage):
        gallery.shell.show_page("documents")
        page.show_part(PAPERS)
        gallery.take("page-documents-set-up-papers")
        _wording(gallery, context, page)
    if context.programme_id is not None:
        kinds = list(PaperKind)
        for made in pair_papers(context.data, context.programme_id, kinds)[: len(kinds)]:
            gallery.take_paper(f"paper-{made.kind}", made.pdf())
        for paper in setup_papers(context.data, context.programme_id):
            gallery.take_paper(f"paper-{paper.key}", paper.pdf())
        _for_the_briefing(gallery, context, context.programme_id)
    values = RecoverySheetValues(
        file_name="Programmes.revmentor", code="7K2M-Q4VX-9TRD-H3WB-PZ6N-YC5J-8FGA", made_on=today()
    )
    gallery.take_paper("paper-recovery-sheet", recovery_sheet_pdf(values))


def _for_the_briefing(gallery: Gallery, context: Context, programme_id: int) -> None:
    """Print the papers for all people of the pairs."""
    from revmentor_desktop.services.documents.event_papers import (
        AddressLabels,
        SignOffList,
        invited,
    )

    values = invited(context.data, programme_id)
    gallery.take_paper("paper-sign-off", SignOffList(values).pdf())
    gallery.take_paper("paper-labels", AddressLabels(values, 5).pdf())


def _wording(gallery: Gallery, context: Context, page: DocumentsPage) -> None:
    """A section of the mentor's pack worded anew, with a placeholder that there is not."""
    page.edit_wording("mentor", "goals")
    editor = page.wording.editor
    editor.body.insertPlainText("### Your own\n\nAsk {Leader’s first name}, or {Nobody}.\n\n")
    editor.settle()
    gallery.settle(400)
    gallery.take("page-documents-wording")
    editor.menu.popup(gallery.window.pos())
    gallery.take("menu-placeholders", editor.menu)
    editor.menu.close()
    context.undo()


def _letters(gallery: Gallery, context: Context) -> None:
    """The Letters page with a wording of the officer's own, the calendar, and a letter on paper."""
    from dataclasses import replace

    from revmentor_desktop.documents.letter import letters_pdf
    from revmentor_desktop.services.letters.content import letter
    from revmentor_desktop.services.letters.files import ready, values
    from revmentor_desktop.services.letters.reading import mailing
    from revmentor_desktop.services.letters.writing import save_sender, save_text
    from revmentor_desktop.ui.letters.page import LettersPage

    gallery.shell.show_page("letters")
    page, programme_id = gallery.shell.page("letters"), context.programme_id
    if not isinstance(page, LettersPage) or programme_id is None:
        return
    text = letter("acceptance").texts["mentor"]
    own = replace(text, body=text.body.replace("You have a place", "You must be glad: a place"))
    context.run("Sign", lambda data: save_sender(data, programme_id, "Dana Whitfield", "ext. 47"))
    context.run(
        "Reword the letter", lambda data: save_text(data, programme_id, "acceptance", "mentor", own)
    )
    page.show_letter("acceptance")
    gallery.take("letters-own-wording")
    page.show_letter("refusal")
    gallery.take("letters-nobody")
    page.show_calendar()
    gallery.take("letters-calendar")
    page.show_letter("acceptance")
    _menu(gallery, "placeholders", page.sheet.editor.menu)
    context.undo()
    found = mailing(context.data, programme_id, "acceptance")
    (one,) = ready(found, found.recipients[:1])
    gallery.take_paper("paper-letter", letters_pdf([values(found, one)], "Letter"))
