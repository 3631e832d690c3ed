"""Two plans side by side, and what can be done with each."""
