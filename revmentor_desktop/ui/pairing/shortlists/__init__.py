"""A choice of two or three mentors offered to a leader."""
