"""Packs by e-mail: the drafts to check, what hinders some of them, and what was made."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from revmentor_desktop.services.documents.mailing import PackMail, pack_mails
from revmentor_desktop.services.letters.writing import save_sender
from revmentor_desktop.services.people.reading import person
from revmentor_desktop.services.people.writing import save_person
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.documents.mailing.dialog import MailingDialog
from revmentor_desktop.ui.gallery import Gallery


def take_mailing(gallery: Gallery, context: Context) -> None:
    """Take the pictures; what is made for them is undone."""
    programme_id = context.programme_id
    if programme_id is None:
        return
    context.run("Sign", lambda data: save_sender(data, programme_id, "", ""))
    gallery.take_over_window("dialog-mailing-gaps", _dialog(gallery, context, programme_id))
    context.run("Sign", lambda data: save_sender(data, programme_id, "Dana Whitfield", "ext. 47"))
    first, second, *_ = (one.letter.recipient.id for one in _mails(context, programme_id))
    for number, email in ((first, ""), (second, "jörg@northgate.example")):
        details = replace(person(context.data, number), email=email)
        context.run("Change", partial(save_person, person_id=number, details=details))
    dialog = _dialog(gallery, context, programme_id)
    dialog.agreement.setChecked(True)
    dialog.show()
    gallery.take("dialog-mailing", dialog)
    dialog.say_made(
        "14 drafts are in C:\\Users\\Dana\\Documents\\Packs: open each one and send it from there.",
        Path("Packs"),
    )
    gallery.take_over_window("dialog-mailing-made", dialog)
    for _ in range(4):
        context.undo()
    gallery.shell.notice_bar.hide()


def _dialog(gallery: Gallery, context: Context, programme_id: int) -> MailingDialog:
    def read(with_agreement: bool) -> list[PackMail]:
        return _mails(context, programme_id, with_agreement=with_agreement)

    return MailingDialog(read, context.theme, gallery.window)


def _mails(context: Context, programme_id: int, *, with_agreement: bool = False) -> list[PackMail]:
    return pack_mails(context.data, programme_id, with_agreement=with_agreement)
