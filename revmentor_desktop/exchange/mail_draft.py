"""Drafts for the officer's own mail program: as a file that it opens, or as a link.

Nothing is sent from here. A draft holds the address, the text and what is attached to it, and
nothing else about anybody.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final
from urllib.parse import quote

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import clean_line, clean_text

SUFFIX: Final = ".eml"
LONGEST_LINK: Final = 1_800
"""Most characters of a link: some systems cut what is longer, in the middle of a sentence."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9 '-]*")
"""Names that need neither quotes nor codes, however long they are."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A PDF file that goes with a draft; its `name` is one that every system takes."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A message to one person, or to nobody yet when `address` is empty.

    Only a draft as a file takes its `attachments` along: a link has no room for any.
    """

    name: str = ""
    address: str = ""
    subject: str
    body: str
    attachments: tuple[Attachment, ...] = ()


def eml(draft: MailDraft) -> bytes:
    """Return a draft as a file (.eml); mail programs open it ready to be sent.

    Raises KnownError ``address-unusable``.
    """
    message = EmailMessage(policy=SMTP)
    # Outlook and others then open it for writing, not as something received.
    message["X-Unsent"] = "1"
    if draft.address:
        message.set_raw("To", _recipient(draft))
    message["Subject"] = clean_line(draft.subject)
    # One encoding for every language, with lines that no relay on the way folds anew.
    message.set_content(f"{clean_text(draft.body)}\n", charset="utf-8", cte="quoted-printable")
    for one in draft.attachments:
        message.add_attachment(
            one.content, maintype="application", subtype="pdf", filename=clean_line(one.name)
        )
    if draft.attachments:
        message.set_boundary(_boundary(draft))
    return message.as_bytes(policy=SMTP.clone(refold_source="none"))


def mailto(draft: MailDraft) -> str | None:
    """Return a draft as a link, or None when it is too long for one.

    Raises KnownError ``address-unusable``.
    """
    address = _address(draft).addr_spec if draft.address else ""
    body = clean_text(draft.body).replace("\n", "\r\n")
    subject = clean_line(draft.subject)
    link = f"mailto:{quote(address, safe='@')}?subject={_quoted(subject)}&body={_quoted(body)}"
    return link if len(link) <= LONGEST_LINK else None


def is_addressed(draft: MailDraft) -> bool:
    """Tell whether a draft has an address that mail programs take."""
    try:
        _address(draft)
    except KnownError:
        return False
    return True


def _quoted(text: str) -> str:
    return quote(text, safe="")


def _boundary(draft: MailDraft) -> str:
    """Return what parts text and attachments: the same for the same draft, by no clock or chance.

    Neither of the encodings of the parts can have "=_" in it.
    """
    digest = hashlib.sha256(draft.body.encode())
    for one in draft.attachments:
        digest.update(one.content)
    return f"=_{digest.hexdigest()[:40]}"


def _recipient(draft: MailDraft) -> str:
    """Return name and address as they stand in the header, its lines folded.

    Not left to Python: where it folds a long name, the name loses its quotes, and what was within
    them can become another address (python/cpython#80222, in 3.11 and before).
    """
    address = _address(draft)
    name = address.display_name
    if not name:
        return address.addr_spec
    if not _PLAIN.fullmatch(name):
        name = Header(name, "utf-8", header_name="To").encode(linesep="\n")
    return f"{name}\n <{address.addr_spec}>" if "\n" in name else f"{name} <{address.addr_spec}>"


def _address(draft: MailDraft) -> Address:
    """Return name and address as header and link take them; neither can bring a line in.

    A domain of other letters is written as the mail system knows it ("xn--…"). Other letters
    before the @ reach too few mail systems to be risked.
    """
    user, _, domain = draft.address.rpartition("@")
    try:
        written = f"{user}@{domain.encode('idna').decode('ascii')}"
        address = Address(clean_line(draft.name), addr_spec=written)
    except (ValueError, IndexError, MessageError) as error:
        raise KnownError("address-unusable", address=clean_line(draft.address)) from error
    if not (address.username and address.domain):
        raise KnownError("address-unusable", address=clean_line(draft.address))
    return address
