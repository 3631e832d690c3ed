"""Drafts open in a mail program as they were written, and no text can become a header."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.text import clean_line, clean_text
from revmentor_desktop.exchange.mail_draft import (
    LONGEST_LINK,
    Attachment,
    MailDraft,
    eml,
    is_addressed,
    mailto,
)

DRAFT = MailDraft(
    name="Mei Brown",
    address="mei@harbour.example",
    subject="You have a place – welcome",
    body="Hello Mei,\n\nSee you on Tuesday.\n\nDana",
)


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def draft(**changes: Any) -> MailDraft:
    return replace(DRAFT, **changes)


def test_a_file_is_an_unsent_message_with_nothing_but_address_and_text() -> None:
    content = eml(DRAFT)
    message = read(content)
    assert set(message.keys()) == {
        "X-Unsent",
        "To",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Mei Brown <mei@harbour.example>"
    assert message["Subject"] == DRAFT.subject
    assert message.get_content().replace("\r\n", "\n") == f"{DRAFT.body}\n"
    assert message.get_content_type() == "text/plain"
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))


@pytest.mark.parametrize(
    "name",
    [
        *("Brown, Mei", 'Mei "the" Brown', "Zofia Żółkowska", "O’Neill (Sue); Ann", "李 Chen"),
        *("a\\b", "=?utf-8?q?Mei=0ABcc?=", "Anne-Marie O'Neill"),
        f'Mei "{"Brown, " * 9}<spy@else.example>, Ann',
        f"{'Wilhelmina-Anastasia ' * 6}Brown",
        f"{'Anna, ' * 12}Żółkowska",
    ],
)
def test_any_name_stays_one_address(name: str) -> None:
    content = eml(draft(name=name))
    (address,) = read(content)["To"].addresses
    # Where a name goes on in another line, this reader sees a space, as no mail program does.
    assert address.display_name.replace(" ", "") == name.replace(" ", "")
    shown = str(make_header(decode_header(str(message_from_bytes(content)["To"]))))
    assert " ".join(shown.split()) == f"{name} <{DRAFT.address}>"
    assert address.addr_spec == DRAFT.address
    assert content.isascii()
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))


BREAKS = ["\r\n", "\n", "\r", "\u2028", "\x0b", "\0", "\x85"]


@pytest.mark.parametrize("line_end", BREAKS)
@pytest.mark.parametrize("field", ["name", "subject"])
def test_a_line_end_brings_no_header_in(field: str, line_end: str) -> None:
    message = read(eml(draft(**{field: f"Mei{line_end}Bcc: spy@else.example"})))
    assert message["Bcc"] is None
    assert len(message["To"].addresses) == 1
    assert len(message.keys()) == 6


@pytest.mark.parametrize("line_end", BREAKS)
def test_an_address_with_a_line_end_is_refused(line_end: str) -> None:
    odd = draft(address=f"mei@harbour.example{line_end}Bcc: spy@else.example")
    for make in (eml, mailto):
        with pytest.raises(KnownError, match="address-unusable"):
            make(odd)


@pytest.mark.parametrize(
    "address",
    ["a@b.example, c@d.example", "a@b.example?bcc=c@d.example", "no address", "@b.example", "a@"],
)
def test_no_second_address_can_hide_in_one(address: str) -> None:
    try:
        content, link = eml(draft(address=address)), mailto(draft(address=address))
    except KnownError:
        return
    assert len(read(content)["To"].addresses) == 1
    assert link is not None
    assert set(parse_qs(urlsplit(link).query)) == {"subject", "body"}


def test_a_domain_of_other_letters_is_written_as_mail_systems_know_it() -> None:
    (address,) = read(eml(draft(address="mei@büro.example")))["To"].addresses
    assert address.addr_spec == "mei@xn--bro-hoa.example"
    with pytest.raises(KnownError, match="address-unusable"):
        eml(draft(address="jörg@harbour.example"))


@pytest.mark.parametrize("address", ["", "jörg@harbour.example", "a@", "a@b.example\nx"])
def test_whether_an_address_can_be_used_is_known_without_a_file(address: str) -> None:
    assert is_addressed(DRAFT)
    assert not is_addressed(draft(address=address))


def test_a_draft_to_nobody_has_no_address() -> None:
    open_draft = draft(name="", address="")
    assert read(eml(open_draft))["To"] is None
    assert (mailto(open_draft) or "").startswith("mailto:?subject=")


def test_a_link_says_the_same_and_nothing_more() -> None:
    link = mailto(DRAFT)
    assert link is not None
    assert link.isascii()
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    assert unquote(parts.path) == DRAFT.address
    assert parse_qs(parts.query) == {
        "subject": [DRAFT.subject],
        "body": [DRAFT.body.replace("\n", "\r\n")],
    }
    assert "Brown" not in link


def test_signs_of_a_link_are_nothing_special_in_a_text() -> None:
    body = "50 % & more? #1 = “yes” +1"
    link = mailto(draft(body=body, subject="a&cc=spy@else.example"))
    assert link is not None
    found = parse_qs(urlsplit(link).query)
    assert found == {"subject": ["a&cc=spy@else.example"], "body": [body]}


def test_what_is_too_long_for_a_link_is_none() -> None:
    assert mailto(draft(body="word " * 400)) is None
    fitting = mailto(draft(body="w" * 1_600))
    assert fitting is not None
    assert len(fitting) <= LONGEST_LINK


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_any_text_comes_through(name: str, subject: str, body: str) -> None:
    message = read(eml(draft(name=name, subject=subject, body=body)))
    assert len(message.keys()) == 6
    assert message["Subject"] == clean_line(subject)
    assert message.get_content().replace("\r\n", "\n") == f"{clean_text(body)}\n"
    (address,) = message["To"].addresses
    assert address.addr_spec == DRAFT.address


def with_files(*files: Attachment, **more: str) -> MailDraft:
    return draft(attachments=files, **more)


def attached(message: EmailMessage) -> list[tuple[str | None, object]]:
    return [
        (one.get_filename(), one.get_payload(decode=True)) for one in message.iter_attachments()
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Mei Brown mentor's pack RM-0042.pdf",
        "Zofia Żółkowska mentor’s pack RM-0042.pdf",
        f"{'Ελένη Παπαδοπούλου ' * 4}RM-0042.pdf",
        "محمد العلي.pdf",
        "李.pdf",
    ],
)
def test_a_file_goes_along_as_it_is_under_any_name(name: str) -> None:
    content = bytes(range(256)) * 40 + b"\r\n--=_\r\n"
    made = eml(with_files(Attachment(name, content)))
    message = read(made)
    assert attached(message) == [(name, content)]
    (part,) = message.iter_attachments()
    assert part.get_content_type() == "application/pdf"
    assert made.isascii()
    assert all(len(line) <= 998 for line in made.split(b"\r\n"))
    assert message.get_body(("plain",)) is not None
    assert len(message["To"].addresses) == 1


def test_no_name_or_text_breaks_out_of_its_part() -> None:
    name = 'a"; filename="b.exe"\r\nBcc: spy@else.example\r\n\r\n.pdf'
    plain = eml(with_files(Attachment("a.pdf", b"1")))
    boundary = read(plain).get_boundary()
    body = f"--{boundary}\r\nContent-Type: text/html\r\n\r\n<b>--{boundary}--"
    message = read(eml(with_files(Attachment(name, b"1"), body=body)))
    assert message["Bcc"] is None
    assert len(list(message.iter_parts())) == 2
    part = message.get_body(("plain",))
    assert part is not None
    assert part.get_content().replace("\r\n", "\n") == f"{clean_text(body)}\n"
    assert [found for found, _ in attached(message)] == [clean_line(name)]


def test_the_same_draft_is_the_same_file_and_another_one_is_parted_elsewhere() -> None:
    one, other = (with_files(Attachment("a.pdf", content)) for content in (b"1", b"2"))
    assert eml(one) == eml(one)
    assert read(eml(one)).get_boundary() != read(eml(other)).get_boundary()
