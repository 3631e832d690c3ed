"""The clauses of an agreement to choose from, in groups; each with its choices beneath."""
