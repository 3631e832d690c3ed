"""How many partners each side of a programme may have: two numbers, and for whom they hold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from revmentor_desktop.domain.checks import PARTNERS_LIMIT
from revmentor_desktop.domain.participation import USUAL_PARTNERS, Role
from revmentor_desktop.domain.plan.pairing_choices import PairingChoices
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.ui.roles import within
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.widgets.fields import LabelledField, NumberField
from revmentor_desktop.ui.widgets.text import plain_label


class UsualPartners(Section):
    """A number for the mentors and one for the leaders, named as the programme names them."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(_tr("How many partners"))
        self.numbers = {role: NumberField(USUAL_PARTNERS, PARTNERS_LIMIT) for role in Role}
        self._fields = {role: LabelledField("", number) for role, number in self.numbers.items()}
        row = QHBoxLayout()
        row.setSpacing(10)
        for field in self._fields.values():
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(
            plain_label(
                _tr(
                    "Whoever has a number of their own on the People page keeps it, and agreed"
                    " pairs stay, whatever you choose here."
                ),
                "small",
                "wrap",
            )
        )
        for number in self.numbers.values():
            number.valueChanged.connect(self.edited)

    @property
    def mentor_partners(self) -> int:
        """How many leaders a mentor may have."""
        return self.numbers[Role.MENTOR].value()

    @property
    def mentee_partners(self) -> int:
        """How many mentors a leader may have."""
        return self.numbers[Role.MENTEE].value()

    def put(self, choices: PairingChoices, part: TakingPart) -> None:
        """Show what a plan says, in its names for the roles."""
        for role, number in self.numbers.items():
            number.blockSignals(True)
            number.setValue(choices.partners_of(role))
            number.blockSignals(False)
            words = _tr("{0} for one {1}").format(
                part.name_of(role.other).several, within(part.name_of(role).one)
            )
            self._fields[role].set_label(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("UsualPartners", text)
