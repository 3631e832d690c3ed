"""The tables as SQLModel sees them. Rows never leave `storage` and `services`.

Each table has a base with the fields that the officer edits, checked on the way in
(`Base.model_validate`), and a row class; a row class itself skips validation, by SQLModel's design.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator
from sqlalchemy import JSON, String
from sqlmodel import Field, SQLModel

from revmentor_desktop.domain import checks
from revmentor_desktop.domain.aims import USUAL_FLOOR, Aim
from revmentor_desktop.domain.conflicts import ConflictCategory
from revmentor_desktop.domain.pair_papers import PaperKind
from revmentor_desktop.domain.pairs import PairOrigin, PairState
from revmentor_desktop.domain.paper_tracking import Mark
from revmentor_desktop.domain.participation import ParticipationState, Role
from revmentor_desktop.domain.people import MeetingMode, Slot
from revmentor_desktop.domain.scans import ScanKind


class NumberedRow(SQLModel):
    """A row that goes by a number, which the data file gives."""

    id: int | None = Field(default=None, primary_key=True)


class PersonBase(SQLModel):
    """What the officer may edit of a person; see `domain.people.PersonDetails`."""

    first_name: str = ""
    last_name: str = ""
    email: str = ""
    job_title: str = ""
    department: str = ""
    site: str = ""
    line_manager_id: int | None = Field(default=None, foreign_key="person.id", ondelete="SET NULL")
    line_manager_text: str = ""
    grade: str = ""
    start_date: date | None = None
    offers: list[str] = Field(default_factory=list, sa_type=JSON)
    wants: list[str] = Field(default_factory=list, sa_type=JSON)
    slots: list[Slot] = Field(default_factory=list, sa_type=JSON)
    meeting_mode: MeetingMode | None = Field(default=None, sa_type=String)
    interests: list[str] = Field(default_factory=list, sa_type=JSON)
    about_me: str = ""

    @field_validator("*", mode="before")
    @classmethod
    def _check(cls, value: Any, info: ValidationInfo) -> Any:
        checked = checks.checked(checks.PERSON, str(info.field_name), value)
        return list(checked) if isinstance(checked, tuple) else checked

    @model_validator(mode="after")
    def _has_a_name(self) -> PersonBase:
        checks.require_a_name(self.first_name, self.last_name)
        return self

    @model_validator(mode="after")
    def _has_one_manager(self) -> PersonBase:
        if self.line_manager_id is not None:
            self.line_manager_text = ""
        return self


class PersonRow(PersonBase, NumberedRow, table=True):
    """A person, once, however many programmes they take part in.

    `is_sample` marks the invented people, who leave again with the sample programme.
    """

    __tablename__ = "person"
    is_sample: bool = False


class ProgrammeBase(SQLModel):
    """What the officer decides about a programme; see `domain.programme.ProgrammeDetails`."""

    name: str
    purpose: str = ""
    start_date: date | None = None
    session_count: int = 6
    session_minutes: int = 60
    weeks_between: int = 4

    @field_validator("*", mode="before")
    @classmethod
    def _check(cls, value: Any, info: ValidationInfo) -> Any:
        return checks.checked(checks.PROGRAMME, str(info.field_name), value)


class ProgrammeRow(ProgrammeBase, NumberedRow, table=True):
    """A programme."""

    __tablename__ = "programme"
    is_sample: bool = False


class ParticipationBase(SQLModel):
    """What the officer may edit of a person's part; see `ParticipationDetails`."""

    role: Role = Field(sa_type=String)
    state: ParticipationState = Field(default=ParticipationState.CONFIRMED, sa_type=String)
    own_partners: int | None = None
    motivation: str = ""
    note: str = ""
    opted_in_on: date | None = None
    answers_agreed: bool | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _check(cls, value: Any, info: ValidationInfo) -> Any:
        return checks.checked(checks.PARTICIPATION, str(info.field_name), value)


class ParticipationRow(ParticipationBase, NumberedRow, table=True):
    """A person's part in one programme."""

    __tablename__ = "participation"
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE")


class ExclusionRow(NumberedRow, table=True):
    """A person whom a participant must not be paired with; no reason is stored."""

    __tablename__ = "exclusion"
    participation_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE")


class PairingDraftRow(NumberedRow, table=True):
    """A named plan of pairs; its proposals are rows of `pair`."""

    __tablename__ = "pairing_draft"
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    name: str
    made_on: date
    aim: Aim = Field(default=Aim.EVERYONE, sa_type=String)
    floor: int = USUAL_FLOOR


class ShownDraftRow(SQLModel, table=True):
    """Which draft of a programme is looked at; it may be gone by now."""

    __tablename__ = "shown_draft"
    programme_id: int = Field(primary_key=True)
    draft_id: int


class PairRow(NumberedRow, table=True):
    """A mentor and a mentee of one programme, by their participations; see `domain.pairs`.

    A proposal belongs to a draft, and only a proposal does.
    """

    __tablename__ = "pair"
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    mentor_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    mentee_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    draft_id: int | None = Field(default=None, foreign_key="pairing_draft.id", ondelete="CASCADE")
    state: PairState = Field(default=PairState.AGREED, sa_type=String)
    origin: PairOrigin = Field(default=PairOrigin.BOARD, sa_type=String)
    is_locked: bool = False
    created_on: date
    mentor_asked_on: date | None = None
    mentee_asked_on: date | None = None
    agreed_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""


class PairOverrideRow(NumberedRow, table=True):
    """A rule that does not hold for two people, and the officer's written reason."""

    __tablename__ = "pair_override"
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    mentor_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    mentee_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    rule: str
    reason: str
    made_on: date


class ConflictRow(NumberedRow, table=True):
    """A conflict of interest between two people, the lower number first; `kind` is one of a few."""

    __tablename__ = "conflict_of_interest"
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE")
    other_id: int = Field(foreign_key="person.id", ondelete="CASCADE")
    kind: ConflictCategory = Field(sa_type=String)


class ShortlistRow(NumberedRow, table=True):
    """A mentor offered to a leader to choose from, at a place in the list."""

    __tablename__ = "shortlist"
    leader_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    candidate_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    place: int
    offered_on: date
    is_chosen: bool = False


class SettingRow(NumberedRow, table=True):
    """A fact about the whole data file, such as the organisation's name."""

    __tablename__ = "setting"
    name: str
    value: str


class LogoRow(NumberedRow, table=True):
    """The organisation's logo, as `domain.logo.Logo` has it; the one row has the number 1."""

    __tablename__ = "logo"
    width: int
    height: int
    colours: bytes
    greys: bytes


class ImportMappingRow(SQLModel, table=True):
    """How the officer mapped the columns of a file of this shape."""

    __tablename__ = "import_mapping"
    shape: str = Field(primary_key=True)
    mapping: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)


class PlanSectionRow(NumberedRow, table=True):
    """One section of a programme's plan, as JSON; see `domain.plan.plan`."""

    __tablename__ = "plan_section"
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    name: str
    content: str


class DraftRow(NumberedRow, table=True):
    """The programme that is being set up, as JSON (`domain.plan.draft`); one at most."""

    __tablename__ = "draft"
    content: str


class SettingsEditRow(NumberedRow, table=True):
    """A section of a programme's settings as typed and not applied yet, as JSON of a `Draft`."""

    __tablename__ = "settings_edit"
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    section: str
    content: str


class OwnValueRow(NumberedRow, table=True):
    """What somebody who takes part said to a field of the officer's own."""

    __tablename__ = "own_value"
    participation_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    field: str
    value: str | float | list[str] = Field(sa_type=JSON)


class ConsentRow(NumberedRow, table=True):
    """That somebody agreed to a special-category detail being used, and since when."""

    __tablename__ = "consent"
    participation_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
    field: str
    given_on: date


class IssuedPaperRow(NumberedRow, table=True):
    """A document that was printed or saved, with a mark of the wording it was made with.

    Kept when its pair or programme goes: their numbers are never given again.
    """

    __tablename__ = "issued_paper"
    programme_id: int
    pair_id: int | None = None
    kind: str
    issued_on: date
    wording: str
    issued_time: str | None = None


class PaperMarkRow(NumberedRow, table=True):
    """That something happened to a paper of a pair, such as that it was handed out, and when."""

    __tablename__ = "paper_mark"
    pair_id: int = Field(foreign_key="pair.id", ondelete="CASCADE")
    kind: PaperKind = Field(sa_type=String)
    mark: Mark = Field(sa_type=String)
    marked_on: date


class AgreementVersionRow(NumberedRow, table=True):
    """A version of a pair's agreement that left the program.

    `said` is a mark of what it says, `words` are those in JSON, `pages` the PDF file as it was
    made. `noted_before` is what had been noted of the version before it, in JSON. Of versions that
    were kept before these were, they are None.
    """

    __tablename__ = "agreement_version"
    pair_id: int = Field(foreign_key="pair.id", ondelete="CASCADE")
    number: int
    made_on: date
    said: str
    pages: bytes
    words: str | None = None
    noted_before: str | None = None


class AgreementScanRow(NumberedRow, table=True):
    """A scan of a pair's signed agreement; what is in the file stands in its parts, in order."""

    __tablename__ = "agreement_scan"
    pair_id: int = Field(foreign_key="pair.id", ondelete="CASCADE")
    kind: ScanKind = Field(sa_type=String)
    attached_on: date


class AgreementScanPartRow(NumberedRow, table=True):
    """A part of a scan's file."""

    __tablename__ = "agreement_scan_part"
    scan_id: int = Field(foreign_key="agreement_scan.id", ondelete="CASCADE")
    content: bytes


class LessonRow(NumberedRow, table=True):
    """Something learnt for the next programme; open until it was taken up."""

    __tablename__ = "lesson"
    programme_id: int = Field(foreign_key="programme.id", ondelete="CASCADE")
    text: str
    noted_on: date
    is_open: bool = True


class ApplicationBase(SQLModel):
    """What the officer notes of an application; see `domain.applications`."""

    received_on: date | None = None
    checklist: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    decided_on: date | None = None
    reason: str = ""
    my_why: str = ""
    needs_to_hear: list[str] = Field(default_factory=list, sa_type=JSON)


class ApplicationRow(ApplicationBase, NumberedRow, table=True):
    """The application of somebody who takes part, or wanted to."""

    __tablename__ = "application"
    participation_id: int = Field(foreign_key="participation.id", ondelete="CASCADE")
