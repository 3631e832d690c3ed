"""The dialog in which a programme is started or changed."""
