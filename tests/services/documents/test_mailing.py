"""Each draft goes to one person, with their own papers and nobody else's."""

from __future__ import annotations

from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from revmentor_desktop.domain.errors import KnownError
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import ParticipationDetails, ParticipationState, Role
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.services.documents.file_names import file_name
from revmentor_desktop.services.documents.issued import issued_pair_papers
from revmentor_desktop.services.documents.mailing import (
    PackMail,
    Trouble,
    draft_file_names,
    pack_draft,
    pack_mails,
    papers_of,
    write_pack_drafts,
)
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.letters.writing import save_sender
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.writing import add_person, save_participation, take_part
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import person_details, stored_programme
from tests.documents.reading_back import text

PAIRS = (("Mei Brown", "David Price"), ("Zofia Żółkowska", "Karl Meyer"))
PACKS = (PaperKind.MENTOR_PACK, PaperKind.LEADER_PACK)


def somebody(data: DataFile, programme: int, name: str, role: Role, email: str = "") -> int:
    """Store somebody with an address of their own, and what they say about themselves."""
    first = name.split(maxsplit=1)[0].lower()
    about = f"Only {first} says this."
    details = person_details(name, email=email or f"{first}@harbour.example", about_me=about)
    person_id = add_person(data, details)
    take_part(data, programme, [person_id], ParticipationDetails(role=role))
    return person_id


@pytest.fixture
def programme(data: DataFile) -> int:
    """A signed programme with two pairs, everybody with an address."""
    made = stored_programme(data, "Voices")
    save_sender(data, made, "Dana Whitfield", "")
    for mentor, leader in PAIRS:
        mentor_id = somebody(data, made, mentor, Role.MENTOR)
        agree_at_once(data, made, mentor_id, somebody(data, made, leader, Role.MENTEE))
    return made


def written(
    data: DataFile, programme: int, mails: Sequence[PackMail], folder: Path
) -> list[EmailMessage]:
    """Return the drafts as a mail program reads them."""
    files = run_to_end(write_pack_drafts(data, programme, mails, folder))
    return [read(path.read_bytes()) for path in files]


def read(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert message["Cc"] is None
    assert message["Bcc"] is None
    assert message["From"] is None
    assert message["X-Unsent"] == "1"
    return message


def body(message: EmailMessage) -> str:
    part = message.get_body()
    assert isinstance(part, EmailMessage)
    return str(part.get_content())


def attached(message: EmailMessage) -> dict[str, bytes]:
    found = {}
    for part in message.iter_attachments():
        assert part.get_content_type() == "application/pdf"
        assert part.get_content_disposition() == "attachment"
        found[part.get_filename() or ""] = part.get_payload(decode=True)
    return {name: content for name, content in found.items() if isinstance(content, bytes)}


@pytest.mark.parametrize("with_agreement", [False, True])
def test_each_gets_their_own_papers_as_they_would_be_printed(
    data: DataFile, programme: int, tmp_path: Path, *, with_agreement: bool
) -> None:
    mails = pack_mails(data, programme, with_agreement=with_agreement)
    drafts = written(data, programme, mails, tmp_path)
    kinds = [*PACKS, *([PaperKind.AGREEMENT] if with_agreement else [])]
    papers = {(one.pair.id, one.kind): one for one in pair_papers(data, programme, kinds)}
    assert len(drafts) == 4
    for draft, (pair_id, own) in zip(
        drafts, [(pair, kind) for pair in (1, 2) for kind in PACKS], strict=True
    ):
        wanted = [papers[pair_id, own]]
        if with_agreement:
            wanted.append(papers[pair_id, PaperKind.AGREEMENT])
        assert attached(draft) == {one.file_name: one.pdf() for one in wanted}


def test_a_draft_has_one_recipient_and_nobody_s_data_but_theirs(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    drafts = written(data, programme, pack_mails(data, programme), tmp_path)
    everybody = [name for names in PAIRS for name in names]
    for draft, name in zip(drafts, everybody, strict=True):
        (address,) = draft["To"].addresses
        first = name.split()[0].lower()
        assert (address.display_name, address.addr_spec) == (name, f"{first}@harbour.example")
        others = [one for one in everybody if one != name]
        (partner,) = next({*names} - {name} for names in PAIRS if name in names)
        (pack,) = attached(draft).values()
        said = text(pack)
        message = f"{draft['Subject']} {body(draft)} {' '.join(attached(draft))}"
        for other in others:
            assert other not in message
            assert f"{other.split()[0].lower()}@" not in message + said
            assert (other in said) is (other == partner)
            assert (f"Only {other.split()[0].lower()} says this." in said) is (other == partner)
    names = {path.name for path in tmp_path.glob("*.eml")}
    assert names == {f"{name} RM-{at // 2 + 1:04d}.eml" for at, name in enumerate(everybody)}


def test_the_letter_says_what_is_attached_and_of_which_pair(data: DataFile, programme: int) -> None:
    (mail, _) = pack_mails(data, programme, [1])
    assert mail.letter.filled.subject == "Your briefing pack: Voices (RM-0001)"
    assert "you get your briefing pack for Voices" in mail.letter.filled.body
    (both, _) = pack_mails(data, programme, [1], with_agreement=True)
    assert "your briefing pack and the agreement that you both sign" in both.letter.filled.body


def test_in_several_pairs_one_gets_a_draft_for_each(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    again = somebody(data, programme, "Helen Ward", Role.MENTEE)
    save_participation(data, programme, 1, ParticipationDetails(role=Role.MENTOR, own_partners=2))
    agree_at_once(data, programme, 1, again)
    mails = [one for one in pack_mails(data, programme) if one.name == "Mei Brown"]
    assert draft_file_names(mails) == ["Mei Brown RM-0001.eml", "Mei Brown RM-0003.eml"]
    first, second = written(data, programme, mails, tmp_path)
    assert "David" in text(*attached(first).values())
    assert "David" not in text(*attached(second).values())
    assert "Helen Ward" in text(*attached(second).values())


@pytest.mark.parametrize(
    ("email", "trouble"),
    [("jörg@harbour.example", Trouble.ADDRESS_UNUSABLE), ("", Trouble.NO_ADDRESS)],
)
def test_who_cannot_be_written_to_is_told_and_left_out(
    data: DataFile, programme: int, tmp_path: Path, email: str, trouble: Trouble
) -> None:
    details = person_details("Jörg Ash", email=email)
    mentor = add_person(data, details)
    take_part(data, programme, [mentor], ParticipationDetails(role=Role.MENTOR))
    pair = agree_at_once(data, programme, mentor, somebody(data, programme, "Ann Lee", Role.MENTEE))
    mails = pack_mails(data, programme, [pair])
    assert [one.troubles for one in mails] == [(trouble,), ()]
    (draft,) = written(data, programme, mails, tmp_path)
    assert draft["To"].addresses[0].display_name == "Ann Lee"
    with pytest.raises(KnownError, match="letters-none"):
        run_to_end(write_pack_drafts(data, programme, mails[:1], tmp_path))


def test_whoever_has_left_is_named(data: DataFile, programme: int) -> None:
    left = ParticipationDetails(role=Role.MENTOR, state=ParticipationState.WITHDRAWN)
    save_participation(data, programme, 1, left)
    first, second = pack_mails(data, programme, [1])
    assert first.troubles == (Trouble.NOT_TAKING_PART,)
    assert second.troubles == ()
    assert first.can_leave


def test_a_letter_with_a_gap_never_leaves(data: DataFile, programme: int, tmp_path: Path) -> None:
    save_sender(data, programme, "", "")
    mails = pack_mails(data, programme)
    assert {one.troubles for one in mails} == {(Trouble.LETTER_HAS_GAPS,)}
    with pytest.raises(KnownError, match="letters-none"):
        run_to_end(pack_draft(mails[0]))
    with pytest.raises(KnownError, match="letters-none"):
        run_to_end(write_pack_drafts(data, programme, mails, tmp_path))
    assert list(tmp_path.glob("*.eml")) == []


def test_what_left_is_recorded_and_what_is_only_made_is_not(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    mails = pack_mails(data, programme, [1], with_agreement=True)
    everything = pair_papers(data, programme, [*PACKS, PaperKind.AGREEMENT])
    name, content = run_to_end(pack_draft(mails[0]))
    assert name == "Mei Brown RM-0001.eml"
    assert len(attached(read(content))) == 2
    work = write_pack_drafts(data, programme, mails, tmp_path)
    next(work)
    work.close()
    assert issued_pair_papers(data, programme, everything) == {}
    assert list(tmp_path.glob("*.eml")) == []
    written(data, programme, mails, tmp_path)
    assert set(issued_pair_papers(data, programme, everything)) == set(papers_of(mails))
    assert len(papers_of(mails)) == 3


def test_the_same_draft_has_the_same_bytes(data: DataFile, programme: int) -> None:
    mail = pack_mails(data, programme, [2])[0]
    assert run_to_end(pack_draft(mail)) == run_to_end(pack_draft(mail))


def test_two_of_a_name_get_a_file_each(data: DataFile, programme: int) -> None:
    mentor = somebody(data, programme, "Alex Kim", Role.MENTOR)
    leader = somebody(data, programme, "Alex Kim", Role.MENTEE, "alex2@harbour.example")
    pair = agree_at_once(data, programme, mentor, leader)
    mails = pack_mails(data, programme, [pair], with_agreement=True)
    assert draft_file_names(mails) == [
        file_name("Alex Kim", mails[0].pair.reference, ".eml"),
        file_name("Alex Kim 2", mails[0].pair.reference, ".eml"),
    ]
