"""What stands on the Documents page while no pair is agreed."""

from __future__ import annotations

from revmentor_desktop.ui.widgets.buttons import button, set_button_text
from revmentor_desktop.ui.widgets.surfaces import EmptyState


class NoPairs(EmptyState):
    """Says what is missing, and leads to Pairing."""

    def __init__(self) -> None:
        go_pairing = button("", "primary", "handshake")
        super().__init__("file-text", "", "", go_pairing)
        self.go_pairing = go_pairing

    def say(self, proposed: int) -> None:
        """Say what is missing; `proposed` is how many pairs wait to be agreed."""
        if proposed:
            title = self.tr("No pair is agreed yet")
            waiting = (
                self.tr("One pair is proposed.")
                if proposed == 1
                else self.tr("{0} pairs are proposed.").format(proposed)
            )
            text = f"{waiting} " + self.tr(
                "Nothing is final before you agree them on the Pairing page; then their packs"
                " and agreements are ready here."
            )
            verb = self.tr("Agree the pairs")
        else:
            title = self.tr("No pair yet")
            text = self.tr(
                "As soon as a mentor and a leader are an agreed pair, their papers are ready here:"
                " a briefing pack for each of them, and the agreement that both sign."
            )
            verb = self.tr("Go to Pairing")
        self.title.setText(title)
        self.text.setText(text)
        set_button_text(self.go_pairing, verb)
