"""What the two roles are called in a programme; read alone, as the start of the window needs it."""

from __future__ import annotations

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.storage.data_file import DataFile


def role_names(data: DataFile, programme_id: int | None) -> dict[Role, RoleName]:
    """Return what each role is called in a programme; as it comes for None."""
    usual = TakingPart()
    rows = data.rows(
        """
        SELECT
            json_extract(content, '$.mentor_name.one'),
            json_extract(content, '$.mentor_name.several'),
            json_extract(content, '$.mentee_name.one'),
            json_extract(content, '$.mentee_name.several')
        FROM plan_section WHERE programme_id = ? AND name = 'taking_part'
        """,
        (programme_id,),
    )
    if not rows:
        return {role: usual.name_of(role) for role in Role}
    mentor, mentors, mentee, mentees = rows[0]
    return {
        Role.MENTOR: _name(mentor, mentors, usual.mentor_name),
        Role.MENTEE: _name(mentee, mentees, usual.mentee_name),
    }


def _name(one: str | None, several: str | None, usual: RoleName) -> RoleName:
    """Return a name; what was left blank is called as usual."""
    called = (one or "").strip()
    if not called:
        return usual
    return RoleName(one=called, several=(several or "").strip() or f"{called}s")
