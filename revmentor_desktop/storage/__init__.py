"""The data file: its key, its tables, its one connection, its history (undo), migrations and backups."""
