"""Applications: who wants to take part, and what was decided."""
