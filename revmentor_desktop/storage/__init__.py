"""The data file: its key, tables, one connection, history (undo), migrations and backups."""
