"""What stands on the Documents page while no pair is agreed, or none is let through."""

from __future__ import annotations

from revmentor_desktop.ui.roles import named
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
            text = named(
                self.tr(
                    "As soon as a {mentor} and a {leader} are an agreed pair, their papers are "
                    "ready here: a briefing pack for each of them, and the agreement that both "
                    "sign."
                )
            )
            verb = self.tr("Go to Pairing")
        self.title.setText(title)
        self.text.setText(text)
        set_button_text(self.go_pairing, verb)


class NoneShown(EmptyState):
    """Says why no pair is in the list though there are some, and brings them back."""

    def __init__(self) -> None:
        everything = button(self.tr("Show all pairs"))
        super().__init__("search", "", "", everything)
        self.show_everything = everything

    def say(self, *, searched: bool) -> None:
        """Say why there is none: nothing `searched` for is found, or nothing is missing."""
        if searched:
            title = self.tr("No pair found")
            text = self.tr("Pairs are found by the names of the two, and by their reference.")
        else:
            title = self.tr("Nothing is missing")
            text = self.tr(
                "Every pack is with the person it is for, and every agreement is signed and back."
            )
        self.title.setText(title)
        self.text.setText(text)
