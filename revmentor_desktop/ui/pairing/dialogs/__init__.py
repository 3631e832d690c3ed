"""What the board asks in a dialog of its own, and the list of earlier pairs."""
