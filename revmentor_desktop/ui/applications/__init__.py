"""Applications: who wants to take part, read against the checklist, accepted or kindly refused."""
