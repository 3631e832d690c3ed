"""How many partners somebody may have: as many as the programme says, or a number of their own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from revmentor_desktop.domain.checks import PARTNERS_LIMIT
from revmentor_desktop.domain.participation import USUAL_PARTNERS
from revmentor_desktop.ui.people.panel.editors import ChoiceEditor


class PartnersEditor(ChoiceEditor):
    """The programme's number, which is named, or one for this person alone."""

    def __init__(self) -> None:
        super().__init__(partner_choices(USUAL_PARTNERS))

    def look_at(self, usual: int) -> None:
        """Name the number that the programme gives people of this role."""
        self.name(partner_choices(usual))


def partner_choices(usual: int | None) -> dict[Any, str]:
    """Return what can be chosen, in words; None where the programme has several numbers."""
    words = QCoreApplication.translate("people", "As the programme says")
    if usual is not None:
        words = QCoreApplication.translate("people", "As the programme says ({0})").format(usual)
    own = {number: str(number) for number in range(1, PARTNERS_LIMIT + 1)}
    return {None: words, **own}
