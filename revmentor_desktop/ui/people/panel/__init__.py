"""The panel beside the table: one person's details field by field, or what several people share."""
