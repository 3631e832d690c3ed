"""The frame of a step of setting up: a question, why it is asked, and room for the answer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from revmentor_desktop.domain.plan.draft import Draft, Step
from revmentor_desktop.ui.context import Context
from revmentor_desktop.ui.setup.finding import field_with_long_text
from revmentor_desktop.ui.widgets.surfaces import bring_into_view, scrolled
from revmentor_desktop.ui.widgets.text import plain_label


class StepPage(QWidget):
    """One step; a subclass fills `body` and moves values between its widgets and a `Draft`.

    The page holds nothing of its own: `show_draft` puts a draft on the screen, `with_edits`
    returns a draft with what stands there now.
    """

    edited = Signal()
    """The officer has changed something on the page (not: `show_draft` has)."""

    step: Step

    def __init__(self, context: Context, heading: str, why: str) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(heading)
        self.heading = plain_label(heading, "title", "wrap")
        self.why = plain_label(why, "muted", "wrap")
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 12, 0)
        self.body.setSpacing(14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.why)
        layout.addSpacing(10)
        layout.addWidget(scrolled(inside), 1)

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft holds; `edited` stays silent."""
        raise NotImplementedError

    def with_edits(self, draft: Draft) -> Draft:
        """Return the draft with what stands on this page now, just as typed."""
        raise NotImplementedError

    def offer_for_stored(self) -> None:
        """Offer what can be done with a programme that is stored, beside editing it; none here."""

    def named_fields(self) -> Mapping[str, QWidget]:
        """Return the fields of `ProgrammeDetails` that stand on this page, by their names."""
        return {}

    def go_to(self, name: str) -> None:
        """Put the focus into the field that a problem names, and have it seen."""
        field = self.named_fields().get(name)
        if field is None:
            field = field_with_long_text(self, name)
        if field is None:
            self.take_focus()
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(field)

    def take_focus(self) -> None:
        """Put the focus where the officer goes on."""
