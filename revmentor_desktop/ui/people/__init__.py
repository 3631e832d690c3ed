"""The People page: everybody as a table, one person in a panel beside it, and the import."""
