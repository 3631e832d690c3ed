"""People and a programme that try to be more than text: on every way out they are text.

They are stored as an officer or an import would, then printed, saved, mailed, worded in Word and
put into a spreadsheet. What is not meant to be seen is gone once stored; all else stands as it is.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from revmentor_desktop.documents.styles import Paper
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.participation import ParticipationDetails, Role
from revmentor_desktop.domain.people import PersonDetails
from revmentor_desktop.domain.plan.sessions import SessionPlan
from revmentor_desktop.domain.plan.taking_part import RoleName
from revmentor_desktop.domain.programme import ProgrammeDetails
from revmentor_desktop.domain.progress import run_to_end
from revmentor_desktop.domain.text import clean_line
from revmentor_desktop.services.documents.event_papers import (
    AddressLabels,
    SignOffList,
    invited,
)
from revmentor_desktop.services.documents.files import write_run
from revmentor_desktop.services.documents.mailing import pack_mails, write_pack_drafts
from revmentor_desktop.services.documents.pair_papers import pair_papers
from revmentor_desktop.services.documents.paper_format import USUAL
from revmentor_desktop.services.documents.paper_run import Filing, PaperRun
from revmentor_desktop.services.documents.word_files import word_file
from revmentor_desktop.services.letters.writing import save_sender
from revmentor_desktop.services.pairing.agreeing import agree_at_once
from revmentor_desktop.services.people.writing import add_person, take_part
from revmentor_desktop.services.programmes.writing import name_organisation
from revmentor_desktop.services.setup.reading import decided
from revmentor_desktop.services.setup.writing import save_plan
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_programme
from tests.documents.packs.test_typed_text import CLEANED, HOSTILE, bare, does, told
from tests.documents.reading_back import check_structure

FOR_FILES: Final = ("../../etc/passwd", "C:\\con\\aux.txt", 'a/b|c?*<>:"', ".hidden", "CON")
FOR_MAIL: Final = (
    "Ann\r\nBcc: spy@evil.example",
    "Ann\nContent-Type: text/html\n\n<script>",
    '"Ann" <spy@evil.example>, b',
    "=?utf-8?q?Ann=0ABcc:_spy?=",
)
FOR_SHEETS: Final = ('=HYPERLINK("http://evil.example")', "+1+cmd|' /C calc'!A0", "@SUM(1)")
NAMES: Final = (*HOSTILE, *CLEANED, *FOR_FILES, *FOR_MAIL, *FOR_SHEETS)
ALWAYS_THERE: Final = "{mentor} <b>&amp;</b> {{ }} [[x]] \u202e"
"""What the programme itself is called, and whoever signs for it."""
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def somebody(data: DataFile, programme: int, name: str, role: Role, number: int) -> int:
    details = PersonDetails(
        first_name=name,
        last_name=f"No {number}",
        email=f"{role}{number}@harbour.example",
        job_title=name,
        department=f"{name} {number if role is Role.MENTOR else -number}",
        site=name,
        about_me=name,
        offers=(name,),
        wants=(name,),
    )
    person_id = add_person(data, details)
    take_part(data, programme, [person_id], ParticipationDetails(role=role))
    return person_id


def on_paper(name: str) -> str:
    """Return how a name reads on paper, without spaces and capitals."""
    return bare(CLEANED.get(name, clean_line(name)))


@pytest.fixture
def programme(data: DataFile) -> int:
    """A programme of such names, one pair for each of them."""
    name_organisation(data, ALWAYS_THERE)
    made = stored_programme(data, ALWAYS_THERE)
    plan = decided(data, made).plan
    roles = RoleName(one=ALWAYS_THERE, several=ALWAYS_THERE)
    part = replace(plan.taking_part, mentor_name=roles, mentee_name=roles)
    sessions = (SessionPlan(title=ALWAYS_THERE, prompts=(ALWAYS_THERE,)),)
    details = ProgrammeDetails(name=ALWAYS_THERE, purpose=ALWAYS_THERE)
    save_plan(data, made, details, replace(plan, taking_part=part, sessions=sessions))
    save_sender(data, made, ALWAYS_THERE, ALWAYS_THERE)
    for number, name in enumerate(NAMES, start=1):
        mentor = somebody(data, made, name, Role.MENTOR, number)
        agree_at_once(data, made, mentor, somebody(data, made, name, Role.MENTEE, number))
    return made


def test_a_file_for_each_person_holds_what_is_theirs_and_stays_in_its_folder(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    folder = tmp_path / "around" / "out"
    papers = pair_papers(data, programme, [PaperKind.COVER_SHEET, PaperKind.AGREEMENT])
    run = PaperRun(papers, filing=Filing.EACH_PERSON)
    made = run_to_end(write_run(data, programme, folder, run))
    assert made.failed == ()
    assert len(made.files) == 2 * len(NAMES)
    assert list(folder.parent.iterdir()) == [folder]
    assert {one.name for one in folder.iterdir()} == {one.name for one in made.files}
    for number, file in enumerate(made.files):
        assert file.parent == folder
        assert not set(file.name) & set('/\\:*?"<>|\r\n\x00\u202e')
        assert not file.name.startswith((".", " ", "-"))
        content = file.read_bytes()
        assert on_paper(NAMES[number // 2]) in told(content)
        assert does(content) == set()
    check_structure(made.files[0].read_bytes(), tmp_path)


def test_a_draft_has_one_address_and_no_header_that_a_name_brought_in(
    data: DataFile, programme: int, tmp_path: Path
) -> None:
    mails = pack_mails(data, programme, with_agreement=True)
    files = run_to_end(write_pack_drafts(data, programme, mails, tmp_path / "drafts"))
    assert len(files) == 2 * len(NAMES)
    for number, file in enumerate(files):
        message = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert isinstance(message, EmailMessage)
        wanted = ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
        assert list(message.keys()) == wanted
        (to,) = message["To"].addresses
        role = Role.MENTEE if number % 2 else Role.MENTOR
        assert to.addr_spec == f"{role}{number // 2 + 1}@harbour.example"
        text, *attached = message.iter_parts()
        assert [one.get_content_type() for one in attached] == ["application/pdf"] * 2
        assert text.get_content_type() == "text/plain"
        assert clean_line(NAMES[number // 2]) in " ".join(text.get_content().split())
        assert clean_line(ALWAYS_THERE) in text.get_content()


@pytest.mark.parametrize("kind", list(PaperKind))
def test_in_word_it_is_text_too(data: DataFile, programme: int, kind: PaperKind) -> None:
    for paper, name in zip(pair_papers(data, programme, [kind]), NAMES, strict=True):
        with zipfile.ZipFile(io.BytesIO(word_file(paper))) as package:
            parts = {one: package.read(one) for one in package.namelist()}
        assert not {one for one in parts if "media" in one or "embeddings" in one}
        trees = {one: ElementTree.fromstring(content) for one, content in parts.items()}
        assert not [one for one in trees.values() if any("TargetMode" in x.attrib for x in one)]
        document = trees["word/document.xml"]
        used = {one.tag.removeprefix(WORD) for one in document.iter()}
        assert not used & {"object", "altChunk", "fldChar", "instrText", "fldSimple", "hyperlink"}
        assert bare(clean_line(name)) in bare("".join(document.itertext()))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("make", [SignOffList, AddressLabels])
def test_lists_and_labels_name_everybody(
    data: DataFile,
    programme: int,
    tmp_path: Path,
    paper: Paper,
    make: type[SignOffList | AddressLabels],
) -> None:
    made = make(invited(data, programme))
    assert not set(made.file_name) & set('/\\:*?"<>|\r\n\x00\u202e')
    pdf = made.pdf(replace(USUAL, paper=paper))
    said = told(pdf)
    assert [one for one in NAMES if on_paper(one) not in said] == []
    assert does(pdf) == set()
    check_structure(pdf, tmp_path)
