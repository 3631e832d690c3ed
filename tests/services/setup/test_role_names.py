"""What the roles are called: as the plan says, as usual where it says nothing."""

from __future__ import annotations

from revmentor_desktop.domain.participation import Role
from revmentor_desktop.domain.plan.taking_part import RoleName, TakingPart
from revmentor_desktop.services.setup.role_names import role_names
from revmentor_desktop.services.setup.writing import save_section
from revmentor_desktop.storage.data_file import DataFile
from tests.builders import stored_programme

USUAL = {
    Role.MENTOR: RoleName(one="Mentor", several="Mentors"),
    Role.MENTEE: RoleName(one="Leader", several="Leaders"),
}


def test_roles_are_called_as_the_plan_says(data: DataFile) -> None:
    programme = stored_programme(data)
    assert role_names(data, None) == role_names(data, programme) == USUAL
    names = TakingPart(
        mentor_name=RoleName(one="Guide", several="Guides"),
        mentee_name=RoleName(one=" Partner ", several=""),
    )
    save_section(data, programme, "taking_part", names)
    assert role_names(data, programme) == {
        Role.MENTOR: RoleName(one="Guide", several="Guides"),
        Role.MENTEE: RoleName(one="Partner", several="Partners"),
    }
    assert role_names(data, stored_programme(data)) == USUAL


def test_a_name_left_blank_is_the_usual_one(data: DataFile) -> None:
    programme = stored_programme(data)
    blank = RoleName(one=" ", several="")
    save_section(data, programme, "taking_part", TakingPart(mentor_name=blank))
    assert role_names(data, programme) == USUAL
