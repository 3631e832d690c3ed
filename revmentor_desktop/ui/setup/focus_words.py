"""What packs and papers say of the focus: worded by it, and changed by the officer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal

from revmentor_desktop.domain.plan.focus import FocusTemplate
from revmentor_desktop.domain.plan.taking_part import TakingPart
from revmentor_desktop.ui.setup.section import Section
from revmentor_desktop.ui.widgets.fields import LabelledField
from revmentor_desktop.ui.widgets.growing import GrowingText


class FocusWords(Section):
    """A field for each text that a focus words for itself."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(
            _tr("How packs and papers put it"),
            _tr("The focus has worded these. Say them as people here would."),
        )
        self.texts = {key: GrowingText() for key in _labels("", "")}
        self._fields = {key: LabelledField("", text) for key, text in self.texts.items()}
        for key, text in self.texts.items():
            self.body.addWidget(self._fields[key])
            text.textChanged.connect(self.edited)
        self._name_roles(TakingPart())

    def put(self, words: Mapping[str, str], part: TakingPart) -> None:
        """Show the texts of a plan, with the names that it has for the two sides."""
        for key, text in self.texts.items():
            text.put(words.get(key, ""))
        self._name_roles(part)

    def values(self, words: Mapping[str, str]) -> dict[str, str]:
        """Return the texts of a plan with what stands here; others stay as they are."""
        typed = {key: text.text() for key, text in self.texts.items()}
        return {
            **words,
            **{key: text for key, text in typed.items() if text != words.get(key, "")},
        }

    def change_focus(self, before: FocusTemplate, chosen: FocusTemplate) -> None:
        """Show the texts of another focus where the officer has not written their own."""
        for key, text in self.texts.items():
            if text.text().strip() in {"", before.words.get(key, "").strip()}:
                text.put(chosen.words.get(key, ""))

    def _name_roles(self, part: TakingPart) -> None:
        for key, label in _labels(part.mentor_name.several, part.mentee_name.several).items():
            self._fields[key].label.setText(label)
            self.texts[key].setAccessibleName(label)


def _labels(mentors: str, leaders: str) -> dict[str, str]:
    return {
        "pack.mentor.why-you": _tr("To {0}: why you").format(mentors),
        "pack.mentor.start": _tr("To {0}: how to begin").format(mentors),
        "pack.leader.why": _tr("To {0}: why").format(leaders),
        "pack.leader.listen": _tr("To {0}: how to listen").format(leaders),
        "explainer.focus": _tr("To all staff: what it is about"),
        "call.focus": _tr("In the call: who is looked for"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("FocusWords", text)
