"""People of a spreadsheet compared with those stored, and taken in, in one act."""
